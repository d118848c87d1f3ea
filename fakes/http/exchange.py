"""What reaches a fake over HTTP, and what can come of it."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote, urlsplit

LARGEST_BODY = 1 << 20
"""Bytes of a request body; more is answered with 413 and not read."""
MOST_HEADERS = 100
LONGEST_HEADERS = 65536
"""Header lines of a request, and characters in all their values; more is answered with 431."""
LONGEST_TARGET = 8192
"""Characters of path and query together; more is answered with 414."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """One request as it arrived. Header names are lower case; the path is decoded, the query is not."""

    method: str
    host: str
    path: str
    query: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""

    @classmethod
    def arriving(
        cls, method: str, host: str, target: str, headers: Iterable[tuple[str, str]], body: bytes
    ) -> "Exchange":
        """Read a request target ("/billing/invoices?on=2025-04-30") the same way in process and served."""
        if target.startswith("/"):
            raw, _, query = target.partition("?")
        else:
            split = urlsplit(target)
            raw, query = split.path, split.query
        path = "/" + unquote(raw).lstrip("/")
        return cls(method=method, host=host, path=path, query=query, headers=_joined(headers), body=body)


def _joined(headers: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Header lines of one name count as one, with commas: the rule of RFC 9110, section 5.3."""
    joined: dict[str, str] = {}
    for name, value in headers:
        key = name.lower()
        joined[key] = f"{joined[key]}, {value}" if key in joined else value
    return joined


@dataclass(frozen=True, slots=True)
class Answer:
    """A whole HTTP answer."""

    status: int
    body: bytes = b""
    headers: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, status: int, value: Any, headers: tuple[tuple[str, str], ...] = ()) -> "Answer":
        """Say a plain value as JSON."""
        return cls(status, json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode(), headers)

    def header_lines(self) -> list[tuple[str, str]]:
        """Give the lines both modes send; an answer without content (204) promises no length either."""
        lines = list(self.headers)
        if self.body:
            lines.append(("Content-Type", "application/json"))
        if self.status != 204:
            lines.append(("Content-Length", str(len(self.body))))
        return lines


@dataclass(frozen=True, slots=True)
class Drop:
    """The connection closes without a word."""


@dataclass(frozen=True, slots=True)
class Reset:
    """The connection is torn down: "connection reset by peer"."""


@dataclass(frozen=True, slots=True)
class Hang:
    """Nothing comes for so many seconds; then the connection closes without a word."""

    seconds: int


@dataclass(frozen=True, slots=True)
class Partial:
    """An answer that promises `length` bytes, sends only these and closes."""

    body: bytes
    length: int


@dataclass(frozen=True, slots=True)
class Garbage:
    """Bytes that are no HTTP."""

    wire: bytes


Outcome = Answer | Drop | Reset | Hang | Partial | Garbage
