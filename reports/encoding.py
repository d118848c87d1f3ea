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
    if value is None or (isinstance(value, bool | int) and not isinstance(value, Enum)):
        return value
    if isinstance(value, str) and not isinstance(value, Enum):
        return _SECRET_TEXT.sub(MASK, value) if "earer" in value.lower() else value
    if isinstance(value, Mapping):
        return {key: _unmasked(key, part) for key, part in ((_key(k), v) for k, v in value.items())}
    if isinstance(value, list | tuple):
        return [plain(part) for part in value]
    return _plain_noun(value)


def _plain_noun(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return {f.name: _unmasked(f.name, getattr(value, f.name)) for f in fields(value) if f.repr}
    if isinstance(value, Enum):
        return plain(value.value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, Fraction):
        return str(value)
    if isinstance(value, set | frozenset):
        return sorted((plain(part) for part in value), key=canonical)
    raise TypeError(f"evidence cannot hold a {type(value).__name__}: {value!r}")


def _key(key: Any) -> str:
    text = plain(key)
    return text if isinstance(text, str) else canonical(text)


def _unmasked(key: str, value: Any) -> Any:
    if value is not None and _SECRET_KEY.search(_CAMEL.sub("_", key)):
        return MASK
    return plain(value)


def canonical(value: Any) -> str:
    """JSON with one spelling: keys sorted, no spaces, characters as they are."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


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
