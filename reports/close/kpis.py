"""Key figures of receivables for a month or several, exact, each with the documents it comes from.

Billings are invoices with tax, in one currency; days are those of the calendar, or as the company counts a month. A figure
whose divisor is nothing does not exist (None). Formulas: handbook, section 7.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

from engine.model.calendar import AccountingPeriod
from engine.model.money import Money
from reports.systems.snapshot import Snapshot
from reports.tie_outs import movements
from reports.tie_outs.movements import Movement


class KpiPart(NamedTuple):
    """A document behind a figure: what it counts as there, and how much."""

    document: str
    counts_as: str
    amount: Money


@dataclass(frozen=True, kw_only=True, slots=True)
class Kpi:
    """A key figure: in days or in percent, None where it does not exist; with the documents behind it. `why`: why it does not, where
    that is an error."""

    name: str
    value: Fraction | None
    unit: str
    parts: tuple[KpiPart, ...]
    why: str = ""


class _Month:
    """One month's receivables in one currency, of one legal entity or of all; `snapshot` stands at the month's end. Of
    several months `start` is the first day of the first."""

    def __init__(self, snapshot: Snapshot, currency: str, entity: str | None, first: AccountingPeriod | None) -> None:
        self.snapshot, self.currency, self.entity = snapshot, currency, entity
        self.period = snapshot.period
        self.start = (first or self.period).start
        months = [period := self.period]
        while period.start > self.start:
            months.append(period := period.previous)
        self.months = len(months)
        self.days = sum(map(self.length, months))

    def length(self, period: AccountingPeriod) -> int:
        """How many days a month counts."""
        return self.snapshot.month_days or (period.end - period.start).days + 1

    def keep(self, found: Iterable[Movement]) -> Iterator[Movement]:
        """The movements of the currency and the entity, up to the end of the month."""
        for one in found:
            ours = one.amount.currency == self.currency and self.entity in (None, one.entity)
            if ours and one.day <= self.period.end:
                yield one

    def within(self, found: Iterable[Movement]) -> list[Movement]:
        """The movements of the month."""
        return [one for one in self.keep(found) if one.day >= self.start]

    def before(self, found: Iterable[Movement]) -> list[Movement]:
        """The movements before the month."""
        return [one for one in self.keep(found) if one.day < self.start]

    def billed(self) -> list[Movement]:
        """The month's invoices, with tax."""
        return self.within(_invoices(self.snapshot))

    def closing(self) -> list[Movement]:
        """What is open at the end of the month, invoice by invoice."""
        return list(self.keep(movements.open_items(self.snapshot)))

    def current(self) -> list[Movement]:
        """What of that is not past due."""
        items = self.snapshot.billing.open_items
        current = (item for item in items if item.due_date >= self.period.end)
        return list(self.keep(movements.standing(self.snapshot, current)))


def receivables_kpis(
    snapshot: Snapshot, currency: str, entity: str | None = None, first: AccountingPeriod | None = None
) -> tuple[Kpi, ...]:
    """The key figures of the month whose last day the snapshot shows, or of the months from `first` to it."""
    month = _Month(snapshot, currency, entity, first)
    return tuple(kpi for make in _FIGURES for kpi in make(month))


def _invoices(snapshot: Snapshot) -> Iterator[Movement]:
    for invoice in snapshot.billing.invoices:
        yield Movement(invoice.number, invoice.entity, invoice.customer, invoice.posting_date, invoice.total)


def _sum(found: Iterable[Movement]) -> int:
    return sum(one.amount.minor for one in found)


def _parts(counts_as: str, found: Iterable[Movement]) -> tuple[KpiPart, ...]:
    return tuple(KpiPart(one.document, counts_as, one.amount) for one in found if one.amount)


def _days_sales(month: _Month) -> Iterator[Kpi]:
    closing, current, billed = month.closing(), month.current(), month.billed()
    sales = _sum(billed)
    simple = Fraction(_sum(closing) * month.days, sales) if sales else None
    best = Fraction(_sum(current) * month.days, sales) if sales else None
    delay = simple - best if simple is not None and best is not None else None
    billings = _parts("billings", billed)
    yield Kpi(name="DSO", value=simple, unit="days", parts=(*_parts("closing receivables", closing), *billings))
    yield from _on_average(month, billed)
    best_parts = (*_parts("current receivables", current), *billings)
    yield Kpi(name="best possible DSO", value=best, unit="days", parts=best_parts)
    yield Kpi(
        name="average days delinquent", value=delay, unit="days", parts=(*best_parts, *_parts("closing", closing))
    )


def _on_average(month: _Month, billed: list[Movement]) -> Iterator[Kpi]:
    """By half of what was open before and after, as textbooks and annual reports have it."""
    opening, closing, sales = month.before(movements.receivables(month.snapshot)), month.closing(), _sum(billed)
    average = Fraction(_sum(opening) + _sum(closing), 2)
    parts = (*_parts("closing receivables", closing), *_parts("billings", billed), *_parts("opening", opening))
    days, times = average * month.days / sales if sales else None, sales / average if average else None
    yield Kpi(name="DSO on average receivables", value=days, unit="days", parts=parts)
    yield Kpi(name="receivables turnover", value=times, unit="times", parts=parts)


def _count_back(month: _Month) -> Iterator[Kpi]:
    """Month by month back: whole months of billings that receivables still cover, then a part of one."""
    rest, days, parts = _sum(month.closing()), Fraction(0), list[KpiPart]()
    invoices = list(month.keep(_invoices(month.snapshot)))
    first = min((one.day for one in invoices), default=month.period.end)
    period = month.period
    while rest and period.end >= first:
        of_month = [one for one in invoices if period.start <= one.day <= period.end]
        billed, length = _sum(of_month), month.length(period)
        days += Fraction(rest * length, billed) if billed > rest else length
        parts += _parts("billings", of_month)
        rest = max(rest - billed, 0)
        period = period.previous
    # Receivables above all that was ever billed have no age that could be counted.
    why = f"error: {Money(rest, month.currency)} more is open than was ever billed" if rest else ""
    yield Kpi(name="DSO count-back", value=None if rest else days, unit="days", parts=tuple(parts), why=why)


def _effectiveness(month: _Month) -> Iterator[Kpi]:
    """Over several months their average billings count: what is owed at once is what one month adds."""
    opening = _sum(month.before(movements.receivables(month.snapshot)))
    billed, closing, current = month.billed(), month.closing(), month.current()
    owed = opening + Fraction(_sum(billed), month.months)
    value = _percent(owed - _sum(closing), owed - _sum(current))
    parts = (*_parts("billings", billed), *_parts("closing receivables", closing), *_parts("current", current))
    yield Kpi(name="CEI", value=value, unit="%", parts=parts)


def _cycle(month: _Month) -> Iterator[Kpi]:
    """Money waits from its receipt to its application; what still waits counts to the end of the month."""
    billing = month.snapshot.billing
    known = [*billing.payments, *(payment for made in billing.takeovers for payment in made.payments)]
    received = {payment.number: payment.event_date for payment in known}
    weighted = whole = 0
    parts = list[KpiPart]()
    for made in billing.applications:
        applied = sum(part.amount.minor for part in made.settlements)
        day = Movement(made.number, made.entity, made.customer, made.posting_date, Money(applied, made.currency))
        for one in month.within([day]):
            weighted += applied * (one.day - received[made.payment]).days
            whole += applied
            parts += _parts("applied", [one])
    for payment, left in _waiting(month).items():
        weighted += left * (month.period.end - received[payment]).days
        whole += left
        parts.append(KpiPart(payment, "waiting", Money(left, month.currency)))
    yield Kpi(name="cash application cycle", value=_over(weighted, whole), unit="days", parts=tuple(parts))


def _waiting(month: _Month) -> dict[str, int]:
    """Unapplied and unidentified cash at the end of the month, by payment; refunds take the oldest."""
    billing, left = month.snapshot.billing, dict[str, int]()
    about = {made.number: made.payment for made in billing.applications} | {
        r.number: r.payment for r in billing.reversals
    }
    about |= {found.number: found.payment for found in billing.identifications}
    about |= {one.number: one.payment for made in billing.takeovers for one in made.applications}
    about |= {made.number: made.number for made in billing.takeovers}
    about |= {freed.number: freed.payment for freed in billing.freed}
    about |= {made.number: made.payment for made in billing.exchanged}
    refunded = 0
    for source in (movements.unapplied_cash, movements.unidentified_cash):
        for one in month.keep(source(month.snapshot)):
            if one.document in about:
                left[about[one.document]] = left.get(about[one.document], 0) + one.amount.minor
            else:
                refunded -= one.amount.minor
    for payment, minor in left.items():
        taken = min(minor, refunded)
        left[payment], refunded = minor - taken, refunded - taken
    return {payment: minor for payment, minor in left.items() if minor}


def _ratios(month: _Month) -> Iterator[Kpi]:
    billing, billed = month.snapshot.billing, month.billed()
    disputes = month.within(
        Movement(d.number, d.entity, d.customer, d.posting_date, d.amount) for d in billing.disputes
    )
    memos = month.within(
        Movement(m.number, m.entity, m.customer, m.posting_date, m.total) for m in billing.credit_memos
    )
    lost = month.within(Movement(w.number, w.entity, w.customer, w.posting_date, w.amount) for w in billing.write_offs)
    for name, found in (
        ("dispute rate", disputes),
        ("credit memos to billings", memos),
        ("write-offs to billings", lost),
    ):
        parts = (*_parts("counted", found), *_parts("billings", billed))
        yield Kpi(name=name, value=_percent(_sum(found), _sum(billed)), unit="%", parts=parts)
    waiting, closing = _waiting(month), month.closing()
    held = tuple(KpiPart(number, "unapplied", Money(minor, month.currency)) for number, minor in waiting.items())
    value = _percent(sum(waiting.values()), _sum(closing))
    parts = (*held, *_parts("closing receivables", closing))
    yield Kpi(name="unapplied cash to receivables", value=value, unit="%", parts=parts)


def _over(above: int, below: int) -> Fraction | None:
    return Fraction(above, below) if below else None


def _percent(above: int | Fraction, below: int | Fraction) -> Fraction | None:
    return Fraction(above * 100) / below if below else None


_FIGURES: tuple[Callable[[_Month], Iterator[Kpi]], ...] = (_days_sales, _count_back, _effectiveness, _cycle, _ratios)
NAMES = (
    "DSO",
    "DSO on average receivables",
    "receivables turnover",
    "best possible DSO",
    "average days delinquent",
    "DSO count-back",
    "CEI",
    "cash application cycle",
    "dispute rate",
    "credit memos to billings",
    "write-offs to billings",
    "unapplied cash to receivables",
)
