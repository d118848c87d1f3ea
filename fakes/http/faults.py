"""Faults on purpose: rules that name an operation and the call they hit, never a probability."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from engine.refusals import Refused
from fakes.http.exchange import Answer, Drop, Garbage, Hang, Outcome, Partial, Reset
from fakes.http.problems import Problem, nearest


class Place(StrEnum):
    """Where the fault strikes."""

    BEFORE = "before"
    """At the door: every call counts, however it looks; the system never hears of it."""
    INSTEAD = "instead"
    """In place of the work: only calls in good order count, and no replays; nothing is done."""
    AFTER = "after"
    """The work is done, or refused, and its answer is lost on the way back."""


class Kind(StrEnum):
    """What the caller meets."""

    TOO_MANY = "429"
    BROKEN = "500"
    UNAVAILABLE = "503"
    DROP = "drop"
    RESET = "reset"
    HANG = "hang"
    PARTIAL = "partial"
    GARBAGE = "garbage"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """Hit the nth call of an operation from now on, and the `count` - 1 after it; a count of None never ends.

    `seconds` is how long a hanging call is kept waiting, 1 to 600.
    """

    operation: str
    kind: Kind
    place: Place = Place.BEFORE
    nth: int = 1
    count: int | None = 1
    seconds: int = 60

    def __post_init__(self) -> None:
        if self.nth < 1 or (self.count is not None and self.count < 1):
            raise Refused("invalid-fault", "A fault counts calls from 1: nth and count are 1 or more.")
        if not 1 <= self.seconds <= 600:
            raise Refused("invalid-fault", f"A call can hang 1 to 600 seconds, not {self.seconds}.")


@dataclass(slots=True)
class Standing:
    """A rule and what became of it: calls it saw, calls it hit."""

    rule: Rule
    seen: int = 0
    hits: int = 0

    def strikes(self) -> bool:
        """Count one call and say whether the rule hits it."""
        self.seen += 1
        past = self.seen - self.rule.nth
        hit = past >= 0 and (self.rule.count is None or past < self.rule.count)
        self.hits += hit
        return hit

    @property
    def unfired(self) -> bool:
        """Whether it hit less often than it says. An endless rule must have hit once."""
        return self.hits < (self.rule.count or 1)


class Faults:
    """The rules of a world, in the order they were given."""

    def __init__(self, operations: Iterable[str]) -> None:
        self._known = frozenset(operations)
        self._standing: list[Standing] = []

    def add(self, rule: Rule) -> None:
        """Set a rule, or refuse one for an operation that does not exist: it could never fire."""
        if rule.operation not in self._known:
            near = nearest(rule.operation, self._known)
            raise Refused("unknown-operation", f"No operation is called {rule.operation!r:.80}{near or '.'}")
        self._standing.append(Standing(rule))

    def strike(self, operation: str, place: Place, answer: Answer | None = None) -> Outcome | None:
        """Give what a call meets at this place, or None. Each rule counts the call; the first that hits decides."""
        hit: Rule | None = None
        for standing in self._standing:
            rule = standing.rule
            if hit is None and rule.operation == operation and rule.place == place and standing.strikes():
                hit = rule
        return None if hit is None else _outcome(hit, answer)

    def standing(self) -> tuple[Standing, ...]:
        """Every rule with its hits."""
        return tuple(self._standing)

    def unfired(self) -> list[Rule]:
        """Rules that hit less often than they say: the scenario told of a fault that did not happen."""
        return [standing.rule for standing in self._standing if standing.unfired]

    def clear(self) -> None:
        """Forget all rules."""
        self._standing.clear()


_SENTENCES = {
    Kind.TOO_MANY: (429, "too-many-requests", "Too many requests; try again later.", (("Retry-After", "1"),)),
    Kind.BROKEN: (500, "internal-error", "Something went wrong; the request may or may not have been carried out.", ()),
    Kind.UNAVAILABLE: (503, "unavailable", "The system is down for maintenance.", (("Retry-After", "1"),)),
}


def _outcome(rule: Rule, answer: Answer | None) -> Outcome:
    if rule.kind in _SENTENCES:
        status, code, message, headers = _SENTENCES[rule.kind]
        return Problem(status, code, message, headers=headers).answer()
    if rule.kind == Kind.HANG:
        return Hang(rule.seconds)
    if rule.kind == Kind.PARTIAL:
        whole = answer.body if answer else b'{"status":"ok"}'
        return Partial(whole[: len(whole) // 2], max(len(whole), 1))
    if rule.kind == Kind.GARBAGE:
        return Garbage(b"\x00\x16\x03 this is no HTTP\r\n\r\n")
    return Drop() if rule.kind == Kind.DROP else Reset()
