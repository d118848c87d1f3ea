"""Tax that is due when the invoice is paid: until then it stands on an account of its own (handbook 4.15, cash basis).

Of each tax of an invoice so much is due as is paid of it, in proportion to what is left of the invoice after credits and losses.
What is not yet due is held off the tax account, and every document that changes the proportion moves the difference.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from engine.ledger.drafting import Draft
from engine.model.cash import Deduction
from engine.model.cutover import Takeover
from engine.model.document import Document
from engine.model.invoices import CreditMemo, CreditUse, Invoice
from engine.model.losses import Reinstatement, TaxReliefClaim
from engine.model.money import rounded
from engine.model.payments import PaymentApplication, Recovery, WriteOff
from engine.model.reversals import PaymentReversal


@dataclass(slots=True)
class _Change:
    """What a document changes of an invoice, in the smallest unit: its total, what is paid of it, its tax by code ("": none)."""

    invoice: str
    gross: int = 0
    paid: int = 0
    tax: dict[str, int] = field(default_factory=dict)


def hold_back(draft: Draft, document: Document) -> None:
    """Move what a document makes due, or no longer due, where that is the company's convention."""
    changes = _CHANGES.get(type(document))
    if changes is None or draft.book.company.policies.tax_due != "when paid":
        return
    contract = document.contract if isinstance(document, Invoice | CreditMemo) else None
    for change in changes(document):
        for code, minor in _moved(draft, change):
            draft.add("not yet due", minor, contract=contract, invoice=change.invoice, tax_code=code or None)


def _moved(draft: Draft, change: _Change) -> Iterator[tuple[str, int]]:
    """By tax code what is held back more, or less if negative, than before."""
    gross = draft.move("taxed gross", change.invoice, change.gross)
    paid = draft.move("taxed paid", change.invoice, change.paid)
    for code in _codes(draft, change):
        subject = f"{change.invoice}/{code}"
        tax = draft.move("taxed", subject, change.tax.get(code, 0))
        held = tax - _due(draft, tax, paid, gross)
        before = draft.move("tax held", subject, 0)
        draft.move("tax held", subject, held - before)
        yield code, held - before


def _codes(draft: Draft, change: _Change) -> list[str]:
    """The taxes of the invoice, and what names no code: relief, and tax that fell with a discount."""
    invoice = draft.book.find(Invoice, change.invoice)
    charged = [tax.tax for line in invoice.lines for tax in line.by_tax] if invoice else []
    return list(dict.fromkeys([*charged, *change.tax, ""]))


def _due(draft: Draft, tax: int, paid: int, gross: int) -> int:
    share = Fraction(min(paid, gross), gross) if gross > 0 else Fraction(1)
    return rounded(tax * share, draft.book.company.policies.rounding)


def _invoice(invoice: Invoice) -> Iterable[_Change]:
    change = _Change(invoice.number, gross=invoice.total.minor)
    for line in invoice.lines:
        for tax in line.by_tax:
            change.tax[tax.tax] = change.tax.get(tax.tax, 0) + tax.amount.minor
    return [change]


def _takeover(made: Takeover) -> Iterable[_Change]:
    """Invoices of the old system: what was paid of them before was due before."""
    found = {invoice.number: change for invoice in made.invoices for change in _invoice(invoice)}
    for part in (part for applied in made.applications for part in applied.settlements):
        found[part.invoice].paid += part.amount.minor
    return found.values()


def _credit_memo(memo: CreditMemo) -> Iterable[_Change]:
    found: dict[str, _Change] = {}
    for line in memo.lines:
        change = found.setdefault(line.invoice, _Change(line.invoice))
        change.gross -= line.total.minor
        for tax in line.by_tax:
            change.tax[tax.tax] = change.tax.get(tax.tax, 0) - tax.amount.minor
    for part in memo.roundings:
        found[part.invoice].gross -= part.amount.minor
    return found.values()


def _settled(document: PaymentApplication | CreditUse) -> Iterable[_Change]:
    return [_Change(part.invoice, paid=part.amount.minor) for part in document.settlements]


def _deduction(made: Deduction) -> Iterable[_Change]:
    """What was kept back and is borne counts as paid; the tax that falls with it is none any more."""
    return [_Change(made.invoice, paid=made.amount.minor, tax={"": -made.tax.minor})]


def _reversal(made: PaymentReversal) -> Iterable[_Change]:
    return [_Change(part.invoice, paid=-part.amount.minor) for part in made.settlements]


def _write_off(made: WriteOff) -> Iterable[_Change]:
    return [_Change(made.invoice, gross=-made.amount.minor, tax={"": -made.tax_relief.minor})]


def _recovery(made: Recovery) -> Iterable[_Change]:
    return [_Change(made.invoice, gross=made.amount.minor, paid=made.amount.minor, tax={"": made.tax.minor})]


def _reinstatement(made: Reinstatement) -> Iterable[_Change]:
    return [_Change(made.invoice, gross=made.amount.minor, tax={"": made.tax.minor})]


def _claim(made: TaxReliefClaim) -> Iterable[_Change]:
    return [_Change(made.invoice, tax={"": -made.amount.minor})]


_CHANGES: dict[type[Document], Callable[[Any], Iterable[_Change]]] = {
    Invoice: _invoice,
    Takeover: _takeover,
    CreditMemo: _credit_memo,
    PaymentApplication: _settled,
    CreditUse: _settled,
    Deduction: _deduction,
    PaymentReversal: _reversal,
    WriteOff: _write_off,
    Recovery: _recovery,
    Reinstatement: _reinstatement,
    TaxReliefClaim: _claim,
}
