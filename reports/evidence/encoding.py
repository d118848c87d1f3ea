"""From nouns to one spelling of JSON: the only place where evidence is encoded and secrets are masked."""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

MASK = "[masked]"
_SECRET_KEY = re.compile(r"(^|[_\-. ])(authorization|api[_\- ]?key|token|secret|password)$", re.IGNORECASE)
_SECRET_TEXT = re.compile(r"(?i)\bbearer\s+[A-Za-z0-9._~+/=-]{12,}")
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


def plain(value: Any) -> Any:
    """Turn nouns into JSON: dataclasses by field, dates in ISO, exact numbers as text, secrets masked.

    Raises:
        TypeError: the value has no one spelling, as a float, which is never an amount.
    """
    # Nearly everything is one of these five; asking for the exact type keeps a run of a thousand scenarios quick.
    kind = type(value)
    if kind is str:
        return _SECRET_TEXT.sub(MASK, value) if "earer" in value or "EARER" in value else value
    if kind is int or kind is bool or value is None:
        return value
    if kind is dict:
        return {_key(key): MASK if part is not None and _is_secret(key) else plain(part) for key, part in value.items()}
    if kind is list or kind is tuple:
        return [plain(part) for part in value]
    return _plain_noun(value)


def _plain_noun(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return plain({name: getattr(value, name) for name in _field_names(type(value))})
    if isinstance(value, Enum):
        return plain(value.value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, Fraction):
        return str(value)
    return _plain_collection(value)


def _plain_collection(value: Any) -> Any:
    if isinstance(value, Mapping):
        return plain(dict(value))
    if isinstance(value, list | tuple):
        return plain(list(value))
    if isinstance(value, set | frozenset):
        return sorted((plain(part) for part in value), key=canonical)
    raise TypeError(f"evidence cannot hold a {type(value).__name__}: {value!r}")


@cache
def _field_names(noun: Any) -> tuple[str, ...]:
    # A field hidden from repr is a noun's own bookkeeping, no part of what it says.
    return tuple(field.name for field in fields(noun) if field.repr)


def _key(key: Any) -> str:
    if type(key) is str:
        return key
    text = plain(key)
    return text if isinstance(text, str) else canonical(text)


@lru_cache(maxsize=4096)
def _is_secret(key: Any) -> bool:
    return type(key) is str and _SECRET_KEY.search(_CAMEL.sub("_", key)) is not None


_ENCODER = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False, check_circular=False)


SIGNED = {"statement", "public_key", "signature"}
"""What a file under a signature holds: nothing else, for nobody would have signed it."""


def signed_text(told: dict[str, Any]) -> str:
    """The one way in which a statement lies in its file, under its signature."""
    return json.dumps(told, indent=1, sort_keys=True, ensure_ascii=False) + "\n"


def canonical(value: Any) -> str:
    """JSON with one spelling: keys sorted, no spaces, characters as they are."""
    return _ENCODER.encode(value)


def digest(text: str | bytes) -> str:
    """Hash a text (UTF-8) or bytes as SHA-256 in hexadecimal."""
    return hashlib.sha256(text.encode() if isinstance(text, str) else text).hexdigest()


def write_whole(path: Path, text: str) -> Path:
    """Write a file all or nothing: a reader sees the old one or the new one, never a half."""
    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_name(f".{path.name}.part")
    half.write_text(text, encoding="utf-8", newline="\n")
    os.replace(half, path)
    return path
