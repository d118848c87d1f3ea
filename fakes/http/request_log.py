"""What reached the fakes, for people who look for the reason: bounded, credentials masked."""

import json
from collections import deque
from dataclasses import dataclass
from datetime import date
from typing import Any

from fakes.http.exchange import Answer, Exchange, Outcome
from fakes.http.operations import Operation

LONGEST_KEPT = 4096
MASK = "***"
_SECRET = ("authorization", "api-key", "api_key", "apikey", "token", "secret", "password", "cookie")


@dataclass(slots=True)
class Entry:
    """One request and what came of it; `near_miss` is the sentence of a 404 or 405."""

    n: int
    on: date
    exchange: Exchange
    operation: Operation | None = None
    outcome: Outcome | None = None
    near_miss: str | None = None

    def shown(self) -> dict[str, Any]:
        """Give the entry as plain values with credentials masked; no host, so both modes read alike."""
        answer = self.outcome if isinstance(self.outcome, Answer) else None
        return {
            "n": self.n,
            "on": self.on.isoformat(),
            "operation": self.operation.name if self.operation else None,
            "method": self.exchange.method,
            "path": self.exchange.path,
            "query": "&".join(map(_masked_pair, self.exchange.query.split("&"))),
            "idempotency_key": self.exchange.headers.get("idempotency-key"),
            "authorization": MASK if "authorization" in self.exchange.headers else None,
            "body": _masked_body(self.exchange.body),
            "outcome": str(answer.status) if answer else _outcome_name(self.outcome),
            "answer": _masked_body(answer.body) if answer else None,
            "near_miss": self.near_miss,
        }


class RequestLog:
    """The last `limit` requests in the order they arrived; older ones are only counted."""

    def __init__(self, limit: int = 1000) -> None:
        self._entries: deque[Entry] = deque(maxlen=limit)
        self.count = 0

    def open(self, on: date, exchange: Exchange) -> Entry:
        """Note a request as it arrives; its outcome is filled in later."""
        self.count += 1
        entry = Entry(self.count, on, exchange)
        self._entries.append(entry)
        return entry

    @property
    def forgotten(self) -> int:
        """How many older requests are no longer here."""
        return self.count - len(self._entries)

    def entries(self) -> list[dict[str, Any]]:
        """Every kept request, masked."""
        return [entry.shown() for entry in self._entries]

    def near_misses(self) -> list[str]:
        """The sentences of requests that met no operation."""
        return [entry.near_miss for entry in self._entries if entry.near_miss]

    def clear(self) -> None:
        """Forget all requests and count from 1 again."""
        self._entries.clear()
        self.count = 0


def _outcome_name(outcome: Outcome | None) -> str:
    return "unfinished" if outcome is None else type(outcome).__name__.lower()


def _secret(name: str) -> bool:
    return any(word in name.lower() for word in _SECRET)


def _masked_pair(pair: str) -> str:
    name, equals, _ = pair.partition("=")
    return f"{name}={MASK}" if equals and _secret(name) else pair


def _masked_body(body: bytes) -> Any:
    """JSON with its secrets masked; anything else only by its size, since nothing in it can be told apart."""
    if not body:
        return None
    try:
        return masked(json.loads(body)) if len(body) <= LONGEST_KEPT else f"{len(body)} bytes"
    except (ValueError, RecursionError):
        return f"{len(body)} bytes, not JSON"


def masked(value: Any) -> Any:
    """Give plain values without credentials, at any depth."""
    if isinstance(value, dict):
        return {name: MASK if _secret(name) else masked(inner) for name, inner in value.items()}
    return [masked(inner) for inner in value] if isinstance(value, list) else value
