"""Whether a new customer may be one there is already, and what a steward decides about it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Literal

from engine.book import Book
from engine.model.company import Customer
from engine.model.document import dated
from engine.model.governance import Compared, DuplicateAct, MatchRule
from engine.model.masters import CUSTOMER_FIELDS, DuplicateDecision, Likeness, PossibleDuplicate
from engine.refusals import Refused

HowAlike = Callable[[str, str], Fraction]
"""How alike two names are, from 0 to 1: what the CRM is good at, not the engine."""
GRAVEST: tuple[DuplicateAct, ...] = ("refuse", "queue", "warn")
_WHOLE = Fraction(100)
_TENTH = Decimal("0.1")


def screen(book: Book, record: Customer, alike: HowAlike, today: date) -> PossibleDuplicate | None:
    """Compare a new customer with all there are, by the company's rules; None if it looks like nobody.

    Refused if a rule says so; the sentence names every value that is alike.
    """
    found = list(_alike(book, record, alike))
    if not found:
        return None
    act = min((rule.act for rule, _ in found), key=GRAVEST.index)
    matches = tuple(match for _, match in found)
    if act == "refuse":
        raise Refused("duplicate-customer", f"{record.name!r} looks like {_told(matches)}; merge or correct it")
    return PossibleDuplicate(
        number=f"DUP-{book.count(PossibleDuplicate) + 1}",
        **dated(today),
        customer=record.name,
        record=record,
        act=act,
        matches=matches,
    )


def _told(matches: tuple[Likeness, ...]) -> str:
    return " and ".join(f"{one.like!r} by {one.compare} ({one.percent.normalize():f}%)" for one in matches)


def _alike(book: Book, record: Customer, alike: HowAlike) -> Iterator[tuple[MatchRule, Likeness]]:
    """Every rule that strikes, by the customer it strikes; of several rules on one value the gravest."""
    rules = sorted(book.company.governance.duplicates, key=lambda rule: GRAVEST.index(rule.act))
    for known in book.customers.values():
        struck: set[Compared] = set()
        for rule in rules:
            percent = _percent(rule.compare, record, known, alike)
            if percent and percent >= rule.at_least and rule.compare not in struck:
                struck.add(rule.compare)
                yield rule, Likeness(like=known.name, compare=rule.compare, percent=_tenths(percent))


def _percent(compare: Compared, record: Customer, known: Customer, alike: HowAlike) -> Fraction:
    """How alike one value of two customers is; an empty value is like nothing."""
    if compare == "name":
        return alike(record.name, known.name) * _WHOLE
    new, old = (getattr(one, CUSTOMER_FIELDS[compare]) for one in (record, known))
    if not new or not old:
        return Fraction(0)
    if compare == "address":
        return alike(new, old) * _WHOLE
    plain = _PLAIN[compare]
    return _WHOLE * (plain(new) == plain(old))


def _plain_number(value: str) -> str:
    """A tax number without case, signs and spaces."""
    return "".join(letter for letter in value.casefold() if letter.isalnum())


def _plain_email(value: str) -> str:
    return value.casefold().strip()


def _plain_domain(value: str) -> str:
    """The host that an address of the web names, whatever page of it: https://www.Globex.com/en is globex.com."""
    host = value.casefold().strip().rpartition("://")[2]
    for end in "/?#:":
        host = host.partition(end)[0]
    return host.removeprefix("www.").rstrip(".")


_PLAIN: dict[Compared, Callable[[str], str]] = {
    "tax number": _plain_number,
    "email": _plain_email,
    "domain": _plain_domain,
}


def _tenths(percent: Fraction) -> Decimal:
    exact = Decimal(percent.numerator) / Decimal(percent.denominator)
    return exact.quantize(_TENTH, ROUND_HALF_UP)


def waiting(book: Book) -> list[PossibleDuplicate]:
    """The queued customers about whom nobody has decided."""
    decided = {decision.finding for decision in book.all(DuplicateDecision)}
    return [one for one in book.all(PossibleDuplicate) if one.act == "queue" and one.number not in decided]


def decide(
    book: Book, customer: str, role: str, decision: Literal["new", "duplicate"], today: date
) -> DuplicateDecision:
    """A steward's word on a queued customer. Refused if none of that name waits."""
    found = next((one for one in waiting(book) if one.customer == customer), None)
    if found is None:
        raise Refused("not-waiting", f"no customer {customer!r} waits for review")
    return DuplicateDecision(
        number=f"{found.number}-{role}",
        **dated(today),
        finding=found.number,
        customer=customer,
        role=role,
        decision=decision,
    )


def decided_record(book: Book, decision: DuplicateDecision) -> Customer:
    """The customer that was decided about, as it was entered."""
    return book.get(PossibleDuplicate, decision.finding).record
