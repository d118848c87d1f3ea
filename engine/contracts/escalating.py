"""Prices that rise by themselves, as the contract says: a fixed percentage at once for its whole term, an index once it is known."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from engine.book import Book
from engine.model.calendar import add_months
from engine.model.contracts import Amendment, Contract
from engine.model.document import dated
from engine.model.money import exponent
from engine.model.orders import Renew, Terms
from engine.model.uplifts import IndexValue, RaisePrices, UpliftClause
from engine.refusals import Refused
from engine.terms.rating import amendments, as_signed
from engine.terms.rhythms import not_withdrawn

TASK = "escalate"
_STEPS = {
    "rounded to 0.01 of a percent": Decimal("0.01"),
    "rounded to 0.1 of a percent": Decimal("0.1"),
    "rounded to a whole percent": Decimal(1),
}


def clause_of(book: Book, terms: Terms) -> UpliftClause | None:
    """The uplift that a contract on these terms will have. Refused for a floor above its cap, or one that leaves no price."""
    clause = terms.uplift or book.company.uplift
    if clause is not None:
        _check(clause)
    return clause


def _check(clause: UpliftClause) -> None:
    least, most = clause.at_least, clause.at_most
    if least is not None and most is not None and least > most:
        raise Refused("bad-uplift", f"an uplift of at least {_plain(least)}% cannot be at most {_plain(most)}%")
    if clause.percent <= -100 and (least is None or least <= -100):
        raise Refused("bad-uplift", f"an uplift of {_plain(clause.percent)}% leaves no price")


def _plain(percent: Decimal) -> str:
    return f"{percent.normalize():f}"


def plan_uplifts(book: Book, contract: Contract, today: date) -> None:
    """Note on the agenda every day on which prices rise by themselves; what is a fixed percentage is written down today."""
    if contract.uplift is not None:
        for day in _outstanding(book, contract):
            book.agenda.plan(max(day, today) if contract.uplift.index else today, TASK, contract.number)


def publish(book: Book, value: IndexValue, today: date) -> None:
    """What an index stands at becomes known: whatever waited for it is raised today. Refused for a value that is none."""
    if value.value <= 0:
        raise Refused(
            "bad-index", f"{value.index} cannot stand at {value.value} for {value.month:%B %Y}; an index is above 0"
        )
    book.index_values.append(value)
    for contract in book.all(Contract):
        plan_uplifts(book, contract, today)


def escalate(book: Book, today: date) -> Iterator[Amendment]:
    """The uplifts that are known and not written down yet."""
    for number in book.agenda.on(today, TASK):
        contract = book.get(Contract, number)
        for day in _outstanding(book, contract):
            if contract.uplift and (day <= today or not contract.uplift.index):
                yield from _raised(book, contract, contract.uplift, day, today)


def _outstanding(book: Book, contract: Contract) -> list[date]:
    """The days of the term on which prices rise and have not yet."""
    assert contract.uplift is not None
    signed = not_withdrawn(amendments(book, contract))
    renewals = {a.effective_date: c for a in signed for c in a.changes if isinstance(c, Renew)}
    now = as_signed(contract, signed)
    days = set(renewals)
    if contract.uplift.applies == "on each anniversary":
        count = (now.end.year - contract.start.year) + 1
        years = (add_months(contract.start, 12 * year, contract.start.day) for year in range(1, count + 1))
        days |= {day for day in years if day <= now.end}
    agreed = {day for day, renewal in renewals.items() if renewal.uplift}
    return [day for day in sorted(days - agreed) if not book.has(Amendment, _number(contract, day))]


def unpublished(book: Book, contract: Contract) -> Iterator[date]:
    """The days of the term on which prices rise as an index does that is not published yet."""
    if contract.uplift is not None and contract.uplift.index:
        yield from (day for day in _outstanding(book, contract) if uplift_on(book, contract.uplift, day) is None)


def _number(contract: Contract, day: date) -> str:
    return f"A-{contract.number}-uplift-{day.isoformat()}"


def _raised(book: Book, contract: Contract, clause: UpliftClause, day: date, today: date) -> Iterator[Amendment]:
    percent = uplift_on(book, clause, day)
    if percent:
        rounded = book.company.policies.uplifted_price == "rounded to the smallest unit"
        yield Amendment(
            number=_number(contract, day),
            **dated(today, effective=day),
            contract=contract.number,
            customer=contract.customer,
            order="",
            changes=(RaisePrices(uplift=percent, places=exponent(contract.currency) if rounded else None),),
            cause="uplift",
        )


def uplift_on(book: Book, clause: UpliftClause, day: date) -> Decimal | None:
    """By how many percent prices rise on that day; None while the index is not known."""
    risen = _risen(book, clause, day)
    if risen is None:
        return None
    percent = risen + clause.percent
    percent = percent if clause.at_least is None else max(percent, clause.at_least)
    return percent if clause.at_most is None else min(percent, clause.at_most)


def _risen(book: Book, clause: UpliftClause, day: date) -> Decimal | None:
    """What the index rose in the year up to its month, in percent, rounded half up as the convention has it."""
    if not clause.index:
        return Decimal(0)
    month = add_months(day.replace(day=1), -clause.months_before)
    now, before = _value(book, clause.index, month), _value(book, clause.index, add_months(month, -12))
    if now is None or before is None:
        return None
    return (now / before * 100 - 100).quantize(_STEPS[book.company.policies.index_uplift], ROUND_HALF_UP)


def _value(book: Book, index: str, month: date) -> Decimal | None:
    """What was published last about a month."""
    found = [known.value for known in book.index_values if (known.index, known.month) == (index, month)]
    return found[-1] if found else None
