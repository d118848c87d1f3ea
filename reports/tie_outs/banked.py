"""The bank beside the ledger: what of its statements nobody booked, and what was booked that it does not know."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from engine.model.bank import BankItem
from engine.model.close import Cell, Reconciliation, ReconcilingItem, ReportLine, ReportSection, ReportTable
from reports.tie_outs.controls import Items, Ledger, Place, Sums, reconciliation
from reports.tie_outs.month import Month

COLUMNS = ("day", "document", "reference", "payer", "bank", "ledger", "state", "owner", "age in days", "reason")


def bank_reconciliations(ledger: Ledger) -> Iterator[Reconciliation]:
    """What the bank states, and what is on its way there = what stands on the bank's accounts (handbook, section 5.10).

    By legal entity and currency, for those of which a statement was brought in.
    """
    stated: Sums = defaultdict(int)
    found: Items = defaultdict(list)
    for item in ledger.snapshot.erp.bank:
        place = Place(item.entity, item.stated.currency)
        stated[place] += (item.booked if item.state == "in transit" else item.stated).minor
        if item.state not in ("matched", "in transit"):
            name = item.line or item.documents[0]
            found[place].append(_open(name, item))
    booked: Sums = defaultdict(int)
    for balance in ledger.snapshot.erp.balances:
        if ledger.roles.get(balance.account) == "cash":
            booked[Place(balance.entity, balance.currency)] += balance.amount.minor
    for place in sorted(stated):
        amounts = stated[place], booked[place]
        yield reconciliation(ledger.snapshot, "Bank", ("bank", "ledger"), place, amounts, found[place])


def _open(name: str, item: BankItem) -> ReconcilingItem:
    return ReconcilingItem(document=name, amount=item.stated - item.booked, explanation=item.because)


def bank_sections(month: Month) -> Iterator[ReportSection]:
    """The bank's balance up to the ledger's, and under it all that is not matched, with owner and age; where a statement was
    brought in."""
    if items := _theirs(month.snapshot.erp.bank, month):
        table = ReportTable(columns=COLUMNS, rows=tuple(_row(item) for item in items if item.state != "matched"))
        lines = tuple(_lines(month, items))
        yield ReportSection(number="", title="Bank", lines=lines, table=table if table.rows else None)


def _theirs(items: Iterable[BankItem], month: Month) -> list[BankItem]:
    return [item for item in items if (item.entity, item.stated.currency) == (month.entity, month.currency)]


def _lines(month: Month, items: list[BankItem]) -> Iterator[ReportLine]:
    on_way = ("in transit", "overdue")
    yield month.line("Bank, as stated", sum(item.stated.minor for item in items))
    yield month.line("Bank, on its way", sum(item.booked.minor for item in items if item.state in on_way))
    rest = [item.booked - item.stated for item in items if item.state not in on_way]
    yield month.line("Bank, not as booked", sum(amount.minor for amount in rest))
    yield month.line("Bank, as booked", sum(item.booked.minor for item in items))


def _row(item: BankItem) -> tuple[Cell, ...]:
    documents = ", ".join(item.documents) or item.line
    amounts = item.stated or None, item.booked or None
    return (item.day, documents, item.reference, item.payer, *amounts, item.state, item.owner, item.age, item.because)
