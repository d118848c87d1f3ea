"""A month's close report: what stood, what moved, what stands, entity by entity and currency by currency.

Balances and movements are added up from the journal; that the ledger states the same balances is a reconciliation of its
own. Liabilities and revenue count up, as people read them. A line's name stands once in a report.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from engine.model.calendar import AccountingPeriod
from engine.model.close import CloseReport, Reconciliation, ReportLine, ReportSection
from engine.model.journal import JournalEntry, JournalLine
from engine.model.money import COUNT, Money, total
from ports.stack import Stack
from reports.controls import Ledger
from reports.late import late_events
from reports.naming import entry_kind
from reports.snapshot import Snapshot, collect
from reports.tie_out import reconciliations

# What moves an account, by the kind of entry: the line's name, and 1 where it counts as the account itself does.
Movements = dict[str, tuple[str, int]]
RECEIVABLES: Movements = {
    "invoice": ("Invoiced", 1),
    "credit memo": ("Credited", -1),
    "payment": ("Cash applied", -1),
    "payment reversal": ("Payments reversed", 1),
    "customer credit": ("Customer credit used", -1),
    "write-off": ("Written off", -1),
    "reinstatement": ("Reinstated", 1),
    "deduction": ("Deductions taken", -1),
}
LIABILITY: Movements = {
    "invoice": ("Billed ahead", 1),
    "revenue": ("Released", -1),
    "credit memo": ("Contract liability credited", -1),
    "payment": ("Paid ahead", 1),
}
UNBILLED: Movements = {
    "revenue": ("Earned ahead of billing", 1),
    "invoice": ("Unbilled receivable billed", -1),
    "credit memo": ("Unbilled receivable credited", -1),
}
ASSET: Movements = {
    "revenue": ("Earned on condition", 1),
    "invoice": ("Contract asset billed", -1),
    "credit memo": ("Contract asset credited", -1),
}
TAX: Movements = {
    "invoice": ("Tax invoiced", 1),
    "credit memo": ("Tax credited", -1),
    "write-off": ("Tax relief", -1),
    "tax relief claim": ("Tax relief claimed", -1),
    "recovery": ("Tax on recoveries", 1),
    "reinstatement": ("Tax on reinstatements", 1),
    "deduction": ("Tax on deductions", -1),
}
# Title, role and direction (1: debits count up) of what is shown by its balances alone.
FUNDS = (
    ("Gateway clearing", "gateway clearing", 1),
    ("Disputed funds", "disputed funds", 1),
    ("Cash", "cash", 1),
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


def close_report(stack: Stack, period: AccountingPeriod) -> tuple[CloseReport, ...]:
    """The month's report for each legal entity and currency, from one round of questions to the systems."""
    return close_reports(collect(stack, period.end))


def close_reports(snapshot: Snapshot) -> tuple[CloseReport, ...]:
    """The reports of the month whose last day the snapshot shows; reconciliations that count stand in an entity's first."""
    ledger, found = Ledger(snapshot), reconciliations(snapshot)
    books = sorted({(entry.entity, entry.currency) for entry in snapshot.erp.journal} | _reconciled(found))
    firsts = dict(reversed(books))
    return tuple(
        CloseReport(
            entity=entity,
            currency=currency,
            period=snapshot.period,
            status="closed" if _closed(snapshot, entity) else "open",
            sections=tuple(_Month(ledger, entity, currency).sections()),
            reconciliations=tuple(
                one
                for one in found
                if one.entity == entity and one.left_amount.currency in _shown(currency, firsts[entity])
            ),
        )
        for entity, currency in books
    )


def _reconciled(found: Iterable[Reconciliation]) -> set[tuple[str, str]]:
    pairs = {(one.entity, one.left_amount.currency) for one in found}
    return {(entity, currency) for entity, currency in pairs if currency != COUNT}


def _shown(currency: str, first: str) -> tuple[str, ...]:
    return (currency, COUNT) if currency == first else (currency,)


def _closed(snapshot: Snapshot, entity: str) -> bool:
    return any(close.entity == entity and close.period >= snapshot.period for close in snapshot.erp.closes)


class _Month:
    """One entity's books in one currency, in one month."""

    def __init__(self, ledger: Ledger, entity: str, currency: str) -> None:
        self.ledger = ledger
        self.entity = entity
        self.currency = currency
        self.period = ledger.snapshot.period

    def sections(self) -> Iterator[ReportSection]:
        """The report in the order a controller reads it."""
        yield ReportSection(title="Trial balance", lines=tuple(self._trial_balance()))
        yield self._roll("Receivables", ("Receivables", "receivables", 1, RECEIVABLES))
        yield ReportSection(title="Ageing", lines=tuple(self._ageing()))
        yield self._roll(
            "Contract liability",
            ("Contract liability", "contract liability", -1, LIABILITY),
            ("Unbilled receivable", "unbilled receivable", 1, UNBILLED),
            ("Contract asset", "contract asset", 1, ASSET),
        )
        yield self._roll("Cash and unapplied", *((title, role, sign, {}) for title, role, sign in FUNDS))
        roll = self._roll("Sales tax", ("Sales tax payable", "tax", -1, TAX))
        yield replace(roll, lines=(*roll.lines, *self._taxes()))
        yield ReportSection(title="Revenue", lines=tuple(self._revenue()))
        if late := tuple(self._late()):
            yield ReportSection(title="Late events", lines=late)

    def _line(self, line: str, minor: int) -> ReportLine:
        return ReportLine(line=line, amount=Money(minor, self.currency))

    def _lines(self, role: str) -> Iterator[tuple[JournalEntry, JournalLine]]:
        for entry, line in self.ledger.lines([role]):
            if (entry.entity, entry.currency) == (self.entity, self.currency):
                yield entry, line

    def _within(self, day: date) -> bool:
        return self.period.start <= day <= self.period.end

    def _trial_balance(self) -> Iterator[ReportLine]:
        """Each account's opening, movements and closing, debit positive."""
        codes = {account.name: account.code for account in self.ledger.snapshot.erp.accounts}
        book = self.entity, self.currency
        rows = [row for row in self.ledger.snapshot.erp.trial_balance if (row.entity, row.currency) == book]
        for row in rows:
            account = f"{codes.get(row.account, '?')} {row.account}"
            yield ReportLine(line=f"{account}, opening", amount=row.opening)
            yield ReportLine(line=f"{account}, debits", amount=row.debits)
            yield ReportLine(line=f"{account}, credits", amount=row.credits)
            yield ReportLine(line=f"{account}, closing", amount=row.closing)
        yield ReportLine(line="Debits", amount=total((row.debits for row in rows), self.currency))
        yield ReportLine(line="Credits", amount=total((row.credits for row in rows), self.currency))

    def _roll(self, title: str, *accounts: tuple[str, str, int, Movements]) -> ReportSection:
        lines = (line for name, role, sign, named in accounts for line in self._roll_forward(name, role, sign, named))
        return ReportSection(title=title, lines=tuple(lines))

    def _roll_forward(self, name: str, role: str, sign: int, named: Movements) -> Iterator[ReportLine]:
        """Opening, what moved by kind of entry, and closing; kinds without a name of their own stand together."""
        opening, other, moved = 0, 0, Counter[str]()
        for entry, line in self._lines(role):
            minor = sign * line.amount.minor
            if entry.posting_date < self.period.start:
                opening += minor
            elif self._within(entry.posting_date) and entry_kind(entry) in named:
                moved[entry_kind(entry)] += minor
            elif self._within(entry.posting_date):
                other += minor
        yield self._line(f"{name}, opening", opening)
        for kind, (line_name, direction) in named.items():
            yield self._line(line_name, direction * moved[kind])
        if other and named:
            yield self._line(f"{name}, other", other)
        yield self._line(f"{name}, closing", opening + sum(moved.values()) + other)

    def _taxes(self) -> Iterator[ReportLine]:
        """What stands on the tax accounts for each tax, where there are several."""
        stands = Counter[str]()
        for entry, line in self._lines("tax"):
            if entry.posting_date <= self.period.end:
                stands[line.tax_code or "no code"] -= line.amount.minor
        yield from (self._line(f"Sales tax at {tax}", stands[tax]) for tax in sorted(stands) if len(stands) > 1)

    def _ageing(self) -> Iterator[ReportLine]:
        """What was open by days past due at the month's end, as it stood; what is in dispute beside, not inside."""
        ages, open_amount, disputed = Counter[str](), 0, 0
        for item in self.ledger.snapshot.billing.open_items:
            if (item.entity, item.currency) == (self.entity, self.currency):
                ages[_age((self.period.end - item.due_date).days)] += item.open.minor
                open_amount += item.open.minor
                disputed += item.disputed.minor
        yield from (self._line(age, ages[age]) for age in (NOT_DUE, *(name for _, name in reversed(AGES))))
        yield self._line("Open invoices", open_amount)
        yield self._line("In dispute", disputed)

    def _revenue(self) -> Iterator[ReportLine]:
        """The month's revenue by product and in all; what a dispute reserves belongs to no product."""
        by_product: dict[str, int] = defaultdict(int)
        for entry, line in self._lines("revenue"):
            if self._within(entry.posting_date):
                by_product[f"Revenue from {line.product}" if line.product else "Revenue in dispute"] -= (
                    line.amount.minor
                )
        yield from (self._line(name, minor) for name, minor in sorted(by_product.items()))
        yield self._line("Revenue", sum(by_product.values()))

    def _late(self) -> Iterator[ReportLine]:
        """What would have belonged to a closed month."""
        posted = [
            entry
            for entry in self.ledger.snapshot.erp.journal
            if (entry.entity, entry.currency) == (self.entity, self.currency) and self._within(entry.posting_date)
        ]
        for name, amount in late_events(self.ledger.snapshot, posted):
            yield ReportLine(line=name, amount=amount)


def _age(days: int) -> str:
    return next((name for above, name in AGES if days > above), NOT_DUE)
