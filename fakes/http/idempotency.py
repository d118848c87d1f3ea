"""Idempotency keys: the same request sent again is answered again, not done again."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from fakes.http.exchange import Answer
from fakes.http.problems import Problem

REPLAYED = ("Idempotent-Replayed", "true")
LONGEST_KEY = 255


@dataclass(slots=True)
class _Kept:
    fingerprint: str
    on: date
    answer: Answer | None = None


class Idempotency:
    """First answers by key, one set of keys per system.

    A key lives through the business day it was used on and `days` more. Only successes are kept: a request that
    was refused, or that met a fault or a bug, did nothing, so the same key must work once the cause is repaired
    (a posting refused for a closed period is sent again when the period is open).
    """

    def __init__(self, clock: Callable[[], date], days: int = 1) -> None:
        self._clock, self._days = clock, days
        self._kept: dict[tuple[str, str], _Kept] = {}

    def once(self, system: str, key: str, fingerprint: str, work: Callable[[], Answer]) -> Answer:
        """Do the work, or replay the answer it gave; refuse a key that stands for something else.

        Work that does not succeed raises, and so leaves its key free.
        """
        if not 1 <= len(key) <= LONGEST_KEY:
            raise Problem(400, "bad-key", f"An Idempotency-Key has 1 to {LONGEST_KEY} characters.", "Idempotency-Key")
        self._expire()
        kept = self._kept.get((system, key))
        if kept is not None:
            return _replay(kept, fingerprint)
        self._kept[system, key] = kept = _Kept(fingerprint, self._clock())
        try:
            kept.answer = work()
            return kept.answer
        finally:
            if kept.answer is None:
                del self._kept[system, key]

    def clear(self) -> None:
        """Forget all keys."""
        self._kept.clear()

    def _expire(self) -> None:
        """Keys stand in the order of their days, so the old ones are in front."""
        today = self._clock()
        while self._kept:
            first = next(iter(self._kept))
            if (today - self._kept[first].on).days <= self._days:
                return
            del self._kept[first]


def _replay(kept: _Kept, fingerprint: str) -> Answer:
    if kept.fingerprint != fingerprint:
        message = "This Idempotency-Key stands for another request; a new request needs a new key."
        raise Problem(422, "key-reused", message, "Idempotency-Key")
    if kept.answer is None:
        raise Problem(409, "in-flight", "A request with this Idempotency-Key is still being worked on.")
    return replace(kept.answer, headers=(*kept.answer.headers, REPLAYED))
