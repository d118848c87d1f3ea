"""The story's names ("the March invoice") to the systems' numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeVar

from engine.model.calendar import AccountingPeriod
from engine.model.contracts import Contract
from engine.model.invoices import CreditMemo, Invoice
from engine.model.journal import JournalEntry
from engine.model.payments import InvoiceDispute
from engine.model.quotes import Quote
from engine.model.transfers import Assign
from ports.stack import Stack
from reports.systems.naming import document_kind, document_name, entry_name
from steps.language.failures import StoryError
from steps.language.nearest import did_you_mean

D = TypeVar("D", Invoice, CreditMemo)
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth")


def invoice_named(stack: Stack, customer: str | None, text: str) -> Invoice:
    """The invoice a story means by "the March invoice", "the last invoice" or "invoice NW-000003". StoryError if none
    or more than one."""
    return _named(
        stack.billing.invoices(),
        customer,
        text.removeprefix("the ").removeprefix("invoice ").removeprefix("debit memo "),
    )


def document_named(stack: Stack, customer: str, text: str) -> Invoice | CreditMemo:
    """The invoice or credit memo a story means by "the March invoice", "the last credit memo" or "credit memo NW-CM-000001".
    StoryError if none or more than one."""
    wanted = text.removeprefix("the ")
    if "credit memo" in wanted:
        return _named(stack.billing.credit_memos(), customer, wanted.removeprefix("credit memo "))
    return invoice_named(stack, customer, wanted)


def _named(documents: Sequence[D], customer: str | None, wanted: str) -> D:
    wanted = wanted.strip()
    known = [one for one in documents if customer in (None, one.customer)]
    found = _picked(known, wanted)
    if len(found) == 1:
        return found[0]
    whose = f"{customer} has" if customer else "there is"
    if not found:
        names = sorted({document_name(one) for one in known} | {one.number for one in known})
        raise StoryError(f"{whose} no {wanted}{did_you_mean(wanted, names)}")
    numbers = ", ".join(one.number for one in found)
    kind = document_kind(found[0])
    raise StoryError(f"{whose} {len(found)} {kind}s called {wanted!r}: {numbers}; name one by its number")


def _picked(documents: Sequence[D], wanted: str) -> list[D]:
    first, _, rest = wanted.partition(" ")
    named = [one for one in documents if wanted.lower() in _names(one)]
    if named or first not in (*_ORDINALS, "last"):
        return named
    of = [one for one in documents if rest == document_kind(one) or rest.lower() in _names(one)]
    place = -1 if first == "last" else _ORDINALS.index(first)
    return [of[place]] if -1 <= place < len(of) and of else []


def _names(document: Invoice | CreditMemo) -> set[str]:
    name = document_name(document)
    month = AccountingPeriod.of(document.event_date)
    kind = document_kind(document)
    return {n.lower() for n in (document.number, name, f"{month} {kind}", f"{month.start:%B} {name}")}


def entry_names(entry: JournalEntry) -> frozenset[str]:
    """Every name a story may call an entry's source by."""
    name, month = entry_name(entry), AccountingPeriod.of(entry.event_date)
    own = {name, entry.source, f"{entry.customer} {name}"}
    first, _, rest = name.partition(" ")
    own.add(f"{month} {rest}" if first == f"{month.start:%B}" else f"{month.start:%B} {name}")
    return frozenset(text.lower() for text in own)


def contract_of(stack: Stack, customer: str, meant: Mapping[str, str]) -> Contract:
    """The customer's newest contract, or the one that the story turned to (`meant`: by customer); one that has passed to
    somebody else is theirs. StoryError if there is none."""
    contracts = contracts_of(stack, customer)
    if customer in meant:
        return contract_called(contracts, customer, meant[customer])
    if not contracts:
        known = ", ".join(sorted({c.customer for c in stack.billing.contracts()})) or "nobody"
        raise StoryError(f"{customer} has signed no contract that reached billing; who has: {known}")
    return contracts[-1]


def contracts_of(stack: Stack, customer: str) -> list[Contract]:
    """The customer's contracts in the order they were signed; one that has passed to somebody else is theirs."""
    passed = _passed(stack)
    return [c for c in stack.billing.contracts() if passed.get(c.number, c.customer) == customer]


def contract_called(contracts: Sequence[Contract], customer: str, number: str) -> Contract:
    """A customer's contract of that number. StoryError if there is none."""
    known = {contract.number: contract for contract in contracts}
    if number not in known:
        raise StoryError(f"{customer} has no contract {number}; it has: {', '.join(known) or 'none'}")
    return known[number]


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
