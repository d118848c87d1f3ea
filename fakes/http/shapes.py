"""Wire shapes made of the engine's nouns."""

from functools import cache
from typing import Any

from pydantic import ConfigDict, TypeAdapter
from typing_extensions import TypeAliasType

_CLOSED = ConfigDict(extra="forbid", defer_build=True)


@cache
def closed(noun: Any) -> TypeAdapter[Any]:
    """Read and write a plain dataclass and refuse fields it does not declare, at any depth.

    pydantic takes a config only for types that cannot have their own; behind an alias a dataclass is one, and
    the dataclasses inside it inherit the config. So the nouns need not know that pydantic exists. Built when first used.
    """
    alias: Any = TypeAliasType(getattr(noun, "__name__", "Noun"), noun)
    return TypeAdapter(alias, config=_CLOSED)
