"""The story's names ("the March invoice") to the systems' numbers."""

from __future__ import annotations

from collections.abc import Sequence

from engine.model.calendar import AccountingPeriod
from engine.model.contracts import Contract
from engine.model.invoices import CreditMemo, Invoice
from engine.model.journal import JournalEntry
from engine.model.orders import Quote
from engine.model.payments import InvoiceDispute
from engine.model.transfers import Assign
from ports.stack import Stack
from reports.naming import document_name, entry_name
from steps.failures import StoryError
from steps.nearest import did_you_mean

_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth")


def invoice_named(stack: Stack, customer: str | None, text: str) -> Invoice:
    """The invoice a story means by "the March invoice", "the last invoice" or "invoice NW-000003". StoryError if none
    or more than one."""
    invoices = [i for i in stack.billing.invoices() if customer in (None, i.customer)]
    wanted = text.removeprefix("the ").removeprefix("invoice ").strip()
    found = _picked(invoices, wanted)
    if len(found) == 1:
        return found[0]
    whose = f"{customer} has" if customer else "there is"
    if not found:
        names = sorted({document_name(invoice) for invoice in invoices} | {i.number for i in invoices})
        raise StoryError(f"{whose} no {wanted}{did_you_mean(wanted, names)}")
    numbers = ", ".join(invoice.number for invoice in found)
    raise StoryError(f"{whose} {len(found)} invoices called {wanted!r}: {numbers}; name one by its number")


def _picked(invoices: Sequence[Invoice], wanted: str) -> list[Invoice]:
    first, _, rest = wanted.partition(" ")
    named = [invoice for invoice in invoices if wanted.lower() in _names(invoice)]
    if named or first not in (*_ORDINALS, "last"):
        return named
    of = [invoice for invoice in invoices if rest == "invoice" or rest.lower() in _names(invoice)]
    place = -1 if first == "last" else _ORDINALS.index(first)
    return [of[place]] if -1 <= place < len(of) and of else []


def _names(document: Invoice | CreditMemo) -> set[str]:
    name = document_name(document)
    month = AccountingPeriod.of(document.event_date)
    kind = "invoice" if isinstance(document, Invoice) else "credit memo"
    return {n.lower() for n in (document.number, name, f"{month} {kind}", f"{month.start:%B} {name}")}


def entry_names(entry: JournalEntry) -> frozenset[str]:
    """Every name a story may call an entry's source by."""
    name, month = entry_name(entry), AccountingPeriod.of(entry.event_date)
    own = {name, entry.source, f"{entry.customer} {name}"}
    first, _, rest = name.partition(" ")
    own.add(f"{month} {rest}" if first == f"{month.start:%B}" else f"{month.start:%B} {name}")
    return frozenset(text.lower() for text in own)


def contract_of(stack: Stack, customer: str) -> Contract:
    """The customer's newest contract; one that has passed to somebody else is theirs. StoryError if there is none."""
    passed = _passed(stack)
    contracts = [c for c in stack.billing.contracts() if passed.get(c.number, c.customer) == customer]
    if not contracts:
        known = ", ".join(sorted({c.customer for c in stack.billing.contracts()})) or "nobody"
        raise StoryError(f"{customer} has signed no contract that reached billing; who has: {known}")
    return contracts[-1]


def _passed(stack: Stack) -> dict[str, str]:
    """The contracts that have passed to another customer by today, each with the one it is of now."""
    today = stack.clock.today()
    signed = sorted(stack.billing.amendments(), key=lambda amendment: amendment.effective_date)
    changes = ((a.contract, change) for a in signed if a.effective_date <= today for change in a.changes)
    return {number: change.customer for number, change in changes if isinstance(change, Assign) and change.customer}


def quote_for(stack: Stack, customer: str) -> Quote:
    """The customer's newest quote. StoryError if there is none."""
    quotes = [quote for quote in stack.crm.quotes() if quote.customer == customer]
    if not quotes:
        raise StoryError(f"sales has made no quote for {customer}")
    return quotes[-1]


def open_dispute(stack: Stack, customer: str) -> InvoiceDispute:
    """The customer's oldest dispute that is not settled, or the last one if all are. StoryError if there never was one."""
    settled = {resolution.dispute for resolution in stack.billing.resolutions()}
    disputes = [dispute for dispute in stack.billing.disputes() if dispute.customer == customer]
    if not disputes:
        raise StoryError(f"{customer} has disputed nothing")
    return next((dispute for dispute in disputes if dispute.number not in settled), disputes[-1])


def disputed_line(invoice: Invoice, product: str) -> int:
    """The number of the line of a product on an invoice. StoryError if there is none or more than one."""
    lines = [line for line in invoice.lines if line.product == product]
    if len(lines) == 1:
        return lines[0].id
    products = [line.product for line in invoice.lines]
    how_many = f"{len(lines)} lines" if lines else "no line"
    raise StoryError(f"invoice {invoice.number} has {how_many} for {product!r}{did_you_mean(product, products)}")
