"""Wire shapes made of the engine's nouns."""

from typing import Any

from pydantic import ConfigDict, TypeAdapter
from typing_extensions import TypeAliasType

_CLOSED = ConfigDict(extra="forbid")


def closed(noun: Any) -> TypeAdapter[Any]:
    """Read and write a plain dataclass and refuse fields it does not declare, at any depth.

    pydantic takes a config only for types that cannot have their own; behind an alias a dataclass is one, and
    the dataclasses inside it inherit the config. So the nouns need not know that pydantic exists.
    """
    alias: Any = TypeAliasType("Noun", noun)
    return TypeAdapter(alias, config=_CLOSED)
