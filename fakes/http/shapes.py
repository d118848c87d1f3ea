"""Wire shapes made of the engine's nouns."""

from collections.abc import Hashable
from dataclasses import is_dataclass
from functools import cache
from typing import Any

from pydantic import ConfigDict, TypeAdapter
from typing_extensions import TypeAliasType

_CLOSED = ConfigDict(extra="forbid", defer_build=True)


def closed(noun: Any) -> TypeAdapter[Any]:
    """Read and write a plain dataclass and refuse fields it does not declare, at any depth.

    pydantic takes a config only for types that cannot have their own; behind an alias a dataclass is one, and
    the dataclasses inside it inherit the config. So the nouns need not know that pydantic exists. Built when first used.
    """
    return _closed(noun)


@cache
def _closed(noun: Hashable) -> TypeAdapter[Any]:
    shape: Any = TypeAliasType(noun.__name__, noun) if isinstance(noun, type) and is_dataclass(noun) else noun
    return TypeAdapter(shape, config=_CLOSED)
