"""What the reference engine bills and credits for imported contracts, signed and changed on the days that production says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from engine.model.company import Company
from engine.model.invoices import CreditMemo, CreditMemoLine, Invoice, InvoiceLine
from engine.model.money import exponent
from scenarios.customers import customer
from scenarios.production.deals import Amended, Deal, Metered

if TYPE_CHECKING:
    from ports.stack import Stack

Line = tuple[Invoice, InvoiceLine]
Given = tuple[CreditMemo, CreditMemoLine]


@dataclass(frozen=True, slots=True)
class Billed:
    """Invoice and credit lines by contract; `refused`: the contracts that could not be billed, each with the reason."""

    lines: dict[str, list[Line]] = field(default_factory=dict)
    credits: dict[str, list[Given]] = field(default_factory=dict)
    refused: dict[str, str] = field(default_factory=dict)


def bill_again(deals: Mapping[str, Deal], company: Company, through: date) -> Billed:
    """Every deal signed and amended on its days, and billed to a day."""
    from fakes.stack import in_process

    if not deals:
        return Billed()
    deals = _apart(deals)
    names = dict.fromkeys(deal.customer for deal in deals.values())
    known = tuple(customer(company.name, company.entity.currency, name) for name in names)
    # How the company's own customers pay is nothing that these do.
    alone = replace(company, customers=known, approvals=(), behaviors=(), answer_delays=())
    stack = in_process()
    try:
        stack.clock.reset(alone, min(deal.terms.start for deal in deals.values()))
        return _live(stack, deals, through)
    finally:
        stack.shut_down()


def _apart(deals: Mapping[str, Deal]) -> dict[str, Deal]:
    """A reading says whose it is and of what: contracts that one customer has with meters are billed as if of several."""
    own = Counter(deal.customer for deal in deals.values() if deal.readings)
    return {n: _alone(deal) if deal.readings and own[deal.customer] > 1 else deal for n, deal in deals.items()}


def _alone(deal: Deal) -> Deal:
    name = f"{deal.customer} ({deal.number})"
    readings = (replace(one, reading=replace(one.reading, customer=name)) for one in deal.readings)
    return replace(deal, customer=name, readings=tuple(readings))


def _live(stack: Stack, deals: Mapping[str, Deal], through: date) -> Billed:
    from ports.refusal import Refused

    signed: dict[str, str] = {}
    refused: dict[str, str] = {}
    for day, number, told in sorted(_events(deals), key=lambda event: event[:2]):
        if number in refused or day > through:
            continue
        stack.clock.advance_to(max(day, stack.clock.today()))
        try:
            if told is None:
                signed[number] = _sign(stack, deals[number])
            elif isinstance(told, Metered):
                stack.billing.record_usage(told.reading)
            else:
                stack.crm.amend(signed[number], told.changes, told.effective)
        except Refused as no:
            refused[number] = f"{name}: {no}" if (name := _name(told)) else str(no)
    stack.clock.advance_to(max(through, stack.clock.today()))
    return _billed(stack, {ours: number for number, ours in signed.items() if number not in refused}, refused)


def _name(told: Amended | Metered | None) -> str:
    return "" if told is None else f"reading {told.reading.id}" if isinstance(told, Metered) else told.name


def _events(deals: Mapping[str, Deal]) -> Iterator[tuple[date, str, Amended | Metered | None]]:
    for number, deal in deals.items():
        yield deal.terms.start, number, None
        yield from ((amended.signed, number, amended) for amended in deal.amendments)
        yield from ((one.received, number, one) for one in deal.readings)


def _sign(stack: Stack, deal: Deal) -> str:
    """Close-won as production's record says; the number of the contract that it becomes."""
    order = stack.crm.close_won(stack.crm.quote(deal.customer, deal.terms, deal.lines).number)
    return next(contract.number for contract in stack.billing.contracts() if contract.order == order.number)


def _billed(stack: Stack, numbers: Mapping[str, str], refused: dict[str, str]) -> Billed:
    found = Billed({n: [] for n in numbers.values()}, {n: [] for n in numbers.values()}, refused)
    for invoice in stack.billing.invoices():
        for line in invoice.lines:
            if (contract := line.contract or invoice.contract) in numbers:
                found.lines[numbers[contract]].append((invoice, line))
    of = {invoice.number: invoice.contract for invoice in stack.billing.invoices()}
    for memo in stack.billing.credit_memos():
        for given in memo.lines:
            if (contract := of.get(given.invoice, "")) in numbers:
                found.credits[numbers[contract]].append((memo, given))
    return found


def amount_of(money: Any) -> Decimal:
    """Money as a decimal of its currency."""
    return Decimal(money.minor).scaleb(-exponent(money.currency))
