"""A month's close report: what stood, what moved, what stands, entity by entity and currency by currency.

Balances and movements are added up from the journal; that the ledger states the same balances is a reconciliation of its
own. Liabilities and revenue count up, as people read them. A line's name stands once in a report.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Literal

from engine.model.calendar import AccountingPeriod
from engine.model.close import CloseReport, Reconciliation, ReportLine, ReportSection
from engine.model.money import COUNT
from engine.model.open_items import OpenItem
from ports.stack import Stack
from reports.close import lists as close_lists
from reports.close import unbilled as close_unbilled
from reports.close.abroad import abroad, worths
from reports.close.books import side_by_side
from reports.close.checklist import checklist, open_tasks
from reports.close.cut_off import cut_off
from reports.close.dimensions import by_dimension
from reports.close.figures import key_figures
from reports.close.findings import found_out
from reports.close.header import Issue, closes_of, header
from reports.close.late import late_events
from reports.close.metered import usage_control
from reports.close.notes import noted
from reports.close.obligations import liability_split, obligations
from reports.close.quality import master_data
from reports.close.readings import readings
from reports.close.revenue_posted import by_obligation, revenue_by_kind
from reports.close.rolls import ASSET, LIABILITY, RECEIVABLES, TAX, UNBILLED, Movements, costs, roll_forward
from reports.close.tax_return import tax_return
from reports.close.ties import tie_outs, with_rerun
from reports.close.trial_balance import trial_balance
from reports.systems.naming import entry_kind
from reports.systems.snapshot import Snapshot, collect
from reports.tie_outs.banked import bank_sections
from reports.tie_outs.controls import Ledger
from reports.tie_outs.month import Month
from reports.tie_outs.tie_out import reconciliations

# Title, role and direction (1: debits count up) of what is shown by its balances alone.
MONEY = (("Gateway clearing", "gateway clearing", 1), ("Cash", "cash", 1))
HELD = (
    ("Disputed funds", "disputed funds", 1),
    ("Unapplied cash", "unapplied cash", -1),
    ("Unidentified cash", "unidentified cash", -1),
    ("Customer credits", "customer credits", -1),
    ("Refund payable", "refund payable", -1),
    ("Refund liability", "refund liability", -1),
    ("Loss allowance", "allowance", -1),
)
# Days past due, and what such an item's column is called.
AGES = ((90, "Over 90 days"), (60, "61-90 days"), (30, "31-60 days"), (0, "1-30 days"))
NOT_DUE = "Current"
OPEN, DISPUTED, UNAPPLIED = "Open invoices", "In dispute", "Unapplied cash and credits, not taken off"
NOT_APPLIED = ("unapplied cash", "unidentified cash", "customer credits")


def close_report(stack: Stack, period: AccountingPeriod) -> tuple[CloseReport, ...]:
    """The month's report for each legal entity and currency, from one round of questions to the systems."""
    return close_reports(collect(stack, period.end))


def close_reports(snapshot: Snapshot, issue: Issue | None = None) -> tuple[CloseReport, ...]:
    """The reports of the month whose last day the snapshot shows; reconciliations that count stand in an entity's first.

    Everything is worked out twice, from nothing: the second time must come out alike (handbook, T15).
    """
    once, again = (_made(snapshot, issue or Issue()) for _ in range(2))
    return tuple(with_rerun(report, other) for report, other in zip(once, again, strict=True))


def _made(snapshot: Snapshot, issue: Issue) -> tuple[CloseReport, ...]:
    ledger, found = Ledger(snapshot), reconciliations(snapshot)
    kept = {(entry.entity, of) for entry in snapshot.erp.journal for of in (entry.currency, entry.book_currency)}
    books = sorted(kept | _reconciled(found))
    # What counts documents stands with the first currency in which the entity keeps its books.
    own = sorted({(entry.entity, entry.book_currency) for entry in snapshot.erp.journal})
    firsts = dict(reversed(books)) | dict(reversed(own))
    return tuple(
        _report(
            _Report(ledger, entity, currency, _theirs(found, entity, _shown(currency, firsts[entity]))),
            issue,
        )
        for entity, currency in books
    )


def _report(month: _Report, issue: Issue) -> CloseReport:
    if issue.entities and issue.entities[0][0] == month.entity:
        month.group = [row for row in issue.group if row.currency == month.currency]
        month.quality = issue.quality
    month.subscribed, month.revenue_before = issue.subscribed, issue.revenue_before
    month.authorized_discount, month.entities = issue.authorized_discount, issue.entities
    month.books, month.year_begins = issue.books, issue.policies.fiscal_year_begins
    status = status_of(month.snapshot, month.entity)
    closes = closes_of(month)
    return CloseReport(
        entity=month.entity,
        currency=month.currency,
        period=month.period,
        status=status,
        header=header(month, status, issue),
        run=closes[-1].run if closes else 1,
        sections=tuple(map(noted, month.sections())),
        reconciliations=tuple(month.ties),
    )


def _theirs(found: Iterable[Reconciliation], entity: str, currencies: Sequence[str]) -> list[Reconciliation]:
    return [one for one in found if one.entity == entity and one.left_amount.currency in currencies]


def _reconciled(found: Iterable[Reconciliation]) -> set[tuple[str, str]]:
    pairs = {(one.entity, one.left_amount.currency) for one in found}
    return {(entity, currency) for entity, currency in pairs if currency != COUNT}


def _shown(currency: str, first: str) -> tuple[str, ...]:
    return (currency, COUNT) if currency == first else (currency,)


def status_of(snapshot: Snapshot, entity: str) -> Literal["open", "soft closed", "closed"]:
    """Closed for everybody, softly closed in some area of the ledger at least, or open."""
    if any(close.entity == entity and close.period >= snapshot.period for close in snapshot.erp.closes):
        return "closed"
    areas = (close for close in snapshot.erp.area_closes if close.entity == entity and close.period >= snapshot.period)
    return "soft closed" if any(areas) else "open"


class _Report(Month):
    """The sections of one report."""

    def sections(self) -> Iterator[ReportSection]:
        """The report in the order a controller reads it (handbook, section 5)."""
        yield from self._balances()
        yield from close_lists.subledgers(self)
        yield from tie_outs(self)
        yield close_lists.completeness(self)
        yield usage_control(self)
        yield readings(self)
        yield from abroad(self)
        yield close_lists.manual_journals(self)
        yield close_lists.overrides(self)
        yield close_lists.policy_changes(self)
        yield from found_out(self)
        yield close_lists.reopenings(self)
        yield ReportSection(number="16", title="Late events", lines=tuple(self._late()))
        yield cut_off(self)
        yield close_lists.exceptions(self)
        yield from master_data(self)
        yield key_figures(self)
        yield from checklist(self)
        yield close_lists.sign_offs(open_tasks(self))

    def _balances(self) -> Iterator[ReportSection]:
        """What stood, moved and stands."""
        yield from trial_balance(self)
        yield from side_by_side(self)
        yield self._roll("2", "Receivables", ("Receivables", "receivables", 1, RECEIVABLES))
        yield ReportSection(number="3", title="Ageing", lines=tuple(self._ageing()))
        liability = self._roll("4", "Contract liability", ("Contract liability", "contract liability", -1, LIABILITY))
        yield replace(liability, lines=(*liability.lines, *liability_split(self)))
        unbilled = ("Unbilled receivable", "unbilled receivable", 1, UNBILLED)
        asset = ("Contract asset", "contract asset", 1, ASSET)
        roll = self._roll("5", "Unbilled receivable and contract asset", unbilled, asset)
        yield replace(roll, lines=(*roll.lines, *close_unbilled.ageing(self)))
        yield close_unbilled.older(self)
        yield from costs(self)
        yield self._roll("6", "Unapplied cash, credits, refunds and allowance", *_unnamed(HELD))
        held = [("Tax not yet due", "tax on hold", -1)] if any(True for _ in self.lines("tax on hold")) else []
        roll = self._roll("7", "Sales tax", ("Sales tax payable", "tax", -1, TAX), *_unnamed(held))
        yield replace(roll, lines=(*roll.lines, *self._taxes()))
        yield tax_return(self)
        yield ReportSection(number="8", title="Revenue", lines=tuple(self._revenue()), table=revenue_by_kind(self))
        yield by_obligation(self)
        yield obligations(self)
        yield self._roll("10", "Cash", *_unnamed(MONEY))
        yield from bank_sections(self)

    def _roll(self, number: str, title: str, *accounts: tuple[str, str, int, Movements]) -> ReportSection:
        lines = (line for account in accounts for line in roll_forward(self, *account))
        return ReportSection(number=number, title=title, lines=tuple(lines))

    def _taxes(self) -> Iterator[ReportLine]:
        """What stands on the tax accounts for each tax, where there are several; what names none, by what posted it."""
        now, before = self._by_tax(self.period.end), self._by_tax(self.period.previous.end)
        yield from (self.line(name, now[name], before[name]) for name in sorted(now) if len(now) > 1)

    def _by_tax(self, end: date) -> Counter[str]:
        stands = Counter[str]()
        for entry, line in self.lines("tax"):
            if entry.posting_date <= end:
                named = f"Sales tax at {line.tax_code}" if line.tax_code else f"Sales tax from {entry_kind(entry)}"
                stands[named] -= line.amount.minor
        return stands

    def _ageing(self) -> Iterator[ReportLine]:
        """What was open by days past due at the month's end, as it stood; what is in dispute beside, not inside."""
        billing = self.snapshot.billing
        now = self._aged(billing.open_items, self.period.end)
        before = self._aged(billing.open_before, self.period.previous.end)
        names = (NOT_DUE, *(name for _, name in reversed(AGES)), OPEN)
        yield from (self.line(name, now[name], before[name]) for name in names)
        yield from worths(self)
        yield self.line(DISPUTED, now[DISPUTED], before[DISPUTED])
        yield self.line(UNAPPLIED, self._unapplied(self.period.end), self._unapplied(self.period.previous.end))

    def _unapplied(self, end: date) -> int:
        """Money of customers that pays no invoice yet, at the end of a day."""
        lines = (each for role in NOT_APPLIED for each in self.lines(role))
        return -sum(line.amount.minor for entry, line in lines if entry.posting_date <= end)

    def _aged(self, items: Iterable[OpenItem], end: date) -> Counter[str]:
        found = Counter[str]()
        for item in items:
            if (item.entity, item.currency) == (self.entity, self.currency):
                found[_age((end - item.due_date).days)] += item.open.minor
                found[OPEN] += item.open.minor
                found[DISPUTED] += item.disputed.minor
        return found

    def _revenue(self) -> Iterator[ReportLine]:
        """The month's revenue by product and in all, beside that of the month before; what a dispute reserves belongs to no
        product."""
        now, before = self._by_product(self.period), self._by_product(self.period.previous)
        yield from (self.line(name, now[name], before[name]) for name in sorted({*now, *before}))
        yield from by_dimension(self)
        yield self.line("Revenue", now.total(), before.total())

    def _by_product(self, period: AccountingPeriod) -> Counter[str]:
        found = Counter[str]()
        for entry, line in self.lines("revenue"):
            if period.start <= entry.posting_date <= period.end:
                found[f"Revenue from {line.product}" if line.product else "Revenue in dispute"] -= line.amount.minor
        return found

    def _late(self) -> Iterator[ReportLine]:
        """What would have belonged to a closed month."""
        posted = list(self.entries())
        for name, amount in late_events(self.snapshot, posted):
            yield ReportLine(line=name, amount=amount)


def _unnamed(accounts: Iterable[tuple[str, str, int]]) -> list[tuple[str, str, int, Movements]]:
    return [(title, role, sign, {}) for title, role, sign in accounts]


def _age(days: int) -> str:
    return next((name for above, name in AGES if days > above), NOT_DUE)
