"""What finance records about a contract for revenue: deliveries, progress, estimates, each counted from its day."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from engine.billing.delivering import is_billed_when_delivered
from engine.billing.owing import Agreement
from engine.billing.rating_ahead import check_expected
from engine.book import Book
from engine.model.calendar import long_date
from engine.model.catalog import Quantity
from engine.model.considerations import NoncashReceived
from engine.model.contracts import Amendment, Contract
from engine.model.costs import CostFact, Financed, PaidOut
from engine.model.document import dated
from engine.model.money import Money
from engine.model.orders import OrderLine
from engine.model.revenue import (
    Collectability,
    CombinedWith,
    Delivered,
    EarnedUntil,
    ExpectedRefund,
    ExpectedUsage,
    ExpectedUse,
    ExpectedVolume,
    Expired,
    Fact,
    PriceEstimate,
    Progressed,
    RevenueFact,
    SeparatedFrom,
    StandAlonePrice,
    UsageEstimate,
)
from engine.model.usage import Usage
from engine.refusals import Refused
from engine.revenue.accompanying import COST_TASK
from engine.revenue.awaiting import check_awaited, worth
from engine.revenue.combining import check_combined, check_separated
from engine.revenue.costed import check_cost, told_cost
from engine.revenue.estimating import included
from engine.revenue.financing import in_price
from engine.terms.progressing import facts
from engine.terms.rating import subscription


def record(book: Book, contract: str, fact: Fact, effective: date, today: date) -> RevenueFact:
    """A fact about a contract that the ledger knows. It counts from `effective`, which may lie in a closed month.

    Refused before its day, for a product that the contract does not deliver, or for more than it can be.
    """
    signed = book.find(Contract, contract)
    if signed is None:
        raise Refused("unknown-contract", f"the ledger has no contract {contract!r}")
    if effective > today:
        raise Refused("not-yet", f"{long_date(effective)} has not come yet; only what has happened can be recorded")
    if isinstance(fact, CostFact):
        check_cost(book, signed, fact, effective)
        book.agenda.plan(today, COST_TASK, contract)
    elif isinstance(fact, CombinedWith):
        check_combined(book, signed, fact, effective)
    elif isinstance(fact, SeparatedFrom):
        check_separated(book, signed, fact)
    else:
        _check(book, signed, fact)
    return RevenueFact(
        number=f"RF-{book.count(RevenueFact) + 1}",
        **dated(today, effective=effective),
        contract=contract,
        customer=signed.customer,
        amendments=len(book.about(Amendment, "contract", contract)),
        fact=fact,
        included=_included(book, signed, fact, effective),
        readings=len(book.about(Usage, "contract", contract)),
    )


def _included(book: Book, contract: Contract, fact: Fact, effective: date) -> Money | None:
    """What of an uncertain amount, or of interest, or given instead of cash, is part of the price; what is paid out of it is not."""
    if isinstance(fact, Financed):
        return in_price(fact, effective, book.company.policies)
    if isinstance(fact, PaidOut):
        return -fact.amount
    if isinstance(fact, NoncashReceived):
        return fact.amount
    if isinstance(fact, UsageEstimate):
        return worth(book, contract, fact)
    return included(fact, book.company.policies.rounding) if isinstance(fact, PriceEstimate) else None


def brings_an_invoice(book: Book, recorded: RevenueFact) -> bool:
    """Whether it is a delivery of something that is billed when it is delivered."""
    fact = recorded.fact
    return isinstance(fact, Delivered | Progressed) and any(
        line.product == fact.product and is_billed_when_delivered(line.charge)
        for line in subscription(book, book.get(Contract, recorded.contract)).lines
    )


def told(fact: Fact) -> str:
    """A fact in words, as the reason of the schedules that follow from it."""
    match fact:
        case Delivered():
            return f"{_plain(fact.quantity)} {fact.product} delivered"
        case Progressed():
            return f"{_plain(fact.done)} of {_plain(fact.of)} done of {fact.product}"
        case ExpectedUse():
            return f"{_plain(fact.quantity)} {fact.product} expected to be used in all"
        case ExpectedUsage():
            return f"{_plain(fact.quantity)} {fact.product} expected from {long_date(fact.service.start)} on"
        case UsageEstimate():
            return f"{_plain(fact.quantity)} {fact.product} estimated from {long_date(fact.service.start)} on"
        case PriceEstimate():
            return f"{fact.name} estimated"
        case ExpectedRefund():
            return f"{fact.amount or f'{_plain(fact.percent)}%'} of {fact.product or 'the price'} expected to go back"
        case ExpectedVolume():
            return f"{_plain(fact.volume)} expected for the rebate on {fact.product or 'everything'}"
        case StandAlonePrice():
            return f"stand-alone price of {fact.product} set to {_plain(fact.price)}"
        case Collectability():
            return "payment is probable again" if fact.probable else "payment is not probable"
        case EarnedUntil():
            return f"{fact.product} earned until {long_date(fact.until)}"
        case CombinedWith():
            return f"combined with {fact.contract}"
        case SeparatedFrom():
            return f"separated from {fact.contract}"
        case Expired():
            return f"{fact.product} expired"
        case _:
            return told_cost(fact)


def _plain(quantity: Quantity) -> str:
    return f"{quantity:,}" if isinstance(quantity, int) else f"{quantity.normalize():,f}"


def _check(book: Book, contract: Contract, fact: Fact) -> None:
    """Refused if the contract or the figures do not allow it."""
    _CHECKS[type(fact)](book, contract, fact)


def _check_delivered(book: Book, contract: Contract, fact: Delivered) -> None:
    """Units cannot be more than ordered; where use is estimated in all, the estimate must be raised before."""
    lines = _delivered_lines(book, contract, fact.product)
    _above_zero(fact.quantity, fact.product)
    recorded = [known.fact for known in facts(book, contract.number)]
    own = [known for known in recorded if getattr(known, "product", None) == fact.product]
    ordered, before = sum(line.quantity for line in lines), sum(f.quantity for f in own if isinstance(f, Delivered))
    estimated = any(isinstance(known, Progressed | ExpectedUse) for known in own)
    if not estimated and before + fact.quantity > ordered:
        raise Refused(
            "more-than-ordered",
            f"{_plain(fact.quantity)} {fact.product!r} cannot be delivered: contract {contract.number} orders "
            f"{ordered:,}, of which {_plain(before)} are delivered",
        )


def _check_progressed(book: Book, contract: Contract, fact: Progressed) -> None:
    _delivered_lines(book, contract, fact.product)
    _above_zero(fact.of, fact.product)
    if not 0 <= fact.done <= fact.of:
        raise Refused("more-than-all", f"{_plain(fact.done)} of {_plain(fact.of)} of {fact.product!r} cannot be done")


def _check_use(book: Book, contract: Contract, fact: ExpectedUse) -> None:
    _check_paid_ahead(_delivered_lines(book, contract, fact.product))
    _above_zero(fact.quantity, fact.product)


def _check_usage(book: Book, contract: Contract, fact: ExpectedUsage) -> None:
    check_expected(Agreement(book, contract), fact)


def _check_expired(book: Book, contract: Contract, fact: Expired) -> None:
    _check_paid_ahead(_delivered_lines(book, contract, fact.product))


def _check_paid_ahead(lines: Iterable[OrderLine]) -> None:
    """What is billed when it is delivered leaves nothing that was paid for and is never used."""
    for line in lines:
        if is_billed_when_delivered(line.charge):
            raise Refused(
                "billed-when-delivered",
                f"{line.product!r} is billed when it is delivered, so nothing of it is paid for and not used",
            )


def _check_life(book: Book, contract: Contract, fact: EarnedUntil) -> None:
    if any(line.charge.recognition == "as delivered" for line in _on_contract(book, contract, fact.product)):
        raise Refused("as-delivered", f"{fact.product!r} of contract {contract.number} is recognized as delivered")


def _check_estimate(book: Book, contract: Contract, fact: PriceEstimate) -> None:
    _on_contract(book, contract, fact.product)
    amounts = [outcome.amount for outcome in fact.outcomes] + ([] if fact.limit is None else [fact.limit])
    _check_currency(contract, amounts)
    whole = sum(outcome.probability for outcome in fact.outcomes)
    if whole != 100:
        raise Refused(
            "not-all-outcomes", f"the outcomes of {fact.name!r} are {_plain(Decimal(whole))}% in all, not 100%"
        )


def _check_refund(book: Book, contract: Contract, fact: ExpectedRefund) -> None:
    _on_contract(book, contract, fact.product)
    _check_currency(contract, [fact.amount] if fact.amount else [])
    if not 0 <= fact.percent <= 100 or (fact.amount and fact.amount.minor < 0):
        said = fact.amount or f"{_plain(fact.percent)}%"
        raise Refused("more-than-the-price", f"{said} of the price cannot be expected to go back")


def _check_volume(book: Book, contract: Contract, fact: ExpectedVolume) -> None:
    if fact.product not in {rebate.product for rebate in contract.rebates}:
        on = repr(fact.product) if fact.product else "everything"
        raise Refused("no-rebate", f"contract {contract.number} has no rebate on {on}")


def _check_alone(book: Book, contract: Contract, fact: StandAlonePrice) -> None:
    _on_contract(book, contract, fact.product)
    if fact.price < 0:
        raise Refused("bad-price", f"a stand-alone price of {fact.price} for {fact.product!r} is below zero")


def _check_nothing(book: Book, contract: Contract, fact: Collectability) -> None:
    """Whether a customer will pay is a judgement."""


def _check_currency(contract: Contract, amounts: Iterable[Money]) -> None:
    for amount in amounts:
        if amount.currency != contract.currency:
            raise Refused("other-currency", f"contract {contract.number} is in {contract.currency}; {amount} is not")


def _on_contract(book: Book, contract: Contract, product: str | None) -> list[OrderLine]:
    held = [line for line in subscription(book, contract).lines if product in (None, line.product)]
    if not held:
        raise Refused("not-on-contract", f"contract {contract.number} holds no {product!r}")
    return held


def _delivered_lines(book: Book, contract: Contract, product: str) -> list[OrderLine]:
    lines = [line for line in _on_contract(book, contract, product) if line.charge.recognition == "as delivered"]
    if not lines:
        raise Refused("not-delivered", f"{product!r} of contract {contract.number} is not recognized as delivered")
    return lines


def _above_zero(quantity: Quantity, product: str) -> None:
    if quantity <= 0:
        raise Refused("not-above-zero", f"{_plain(quantity)} of {product!r} is nothing to record")


_CHECKS: dict[type, Callable[[Book, Contract, Any], None]] = {
    Delivered: _check_delivered,
    Progressed: _check_progressed,
    ExpectedUse: _check_use,
    ExpectedUsage: _check_usage,
    UsageEstimate: check_awaited,
    Expired: _check_expired,
    EarnedUntil: _check_life,
    PriceEstimate: _check_estimate,
    ExpectedRefund: _check_refund,
    ExpectedVolume: _check_volume,
    StandAlonePrice: _check_alone,
    Collectability: _check_nothing,
}
