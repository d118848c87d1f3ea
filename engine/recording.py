"""What finance records about a contract for revenue: deliveries and progress, each counted from its day."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from engine.book import Book
from engine.model.calendar import long_date
from engine.model.catalog import Quantity
from engine.model.contracts import Amendment, Contract
from engine.model.orders import OrderLine
from engine.model.revenue import Delivered, ExpectedUse, Expired, Fact, Progressed, RevenueFact
from engine.progressing import facts
from engine.rating import subscription
from engine.refusals import Refused


def record(book: Book, contract: str, fact: Fact, effective: date, today: date) -> RevenueFact:
    """A fact about a contract that the ledger knows. It counts from `effective`, which may lie in a closed month.

    Refused before its day, for a product that the contract does not deliver, or for more than it can be.
    """
    signed = book.find(Contract, contract)
    if signed is None:
        raise Refused("unknown-contract", f"the ledger has no contract {contract!r}")
    if effective > today:
        raise Refused("not-yet", f"{long_date(effective)} has not come yet; only what has happened can be recorded")
    _check(book, signed, fact)
    return RevenueFact(
        number=f"RF-{book.count(RevenueFact) + 1}",
        event_date=today,
        effective_date=effective,
        posting_date=today,
        contract=contract,
        customer=signed.customer,
        amendments=len(book.about(Amendment, "contract", contract)),
        fact=fact,
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
        case Expired():
            return f"{fact.product} expired"


def _plain(quantity: Quantity) -> str:
    return f"{quantity:,}" if isinstance(quantity, int) else f"{quantity.normalize():,f}"


def _check(book: Book, contract: Contract, fact: Fact) -> None:
    lines = _delivered_lines(book, contract, fact.product)
    match fact:
        case Delivered():
            _above_zero(fact.quantity, fact.product)
            _check_units(book, contract, fact, sum((Decimal(line.quantity) for line in lines), Decimal(0)))
        case Progressed():
            _above_zero(fact.of, fact.product)
            if not 0 <= fact.done <= fact.of:
                raise Refused(
                    "more-than-all", f"{_plain(fact.done)} of {_plain(fact.of)} of {fact.product!r} cannot be done"
                )
        case ExpectedUse():
            _above_zero(fact.quantity, fact.product)
        case Expired():
            pass  # whatever is left expires


def _delivered_lines(book: Book, contract: Contract, product: str) -> list[OrderLine]:
    held = [line for line in subscription(book, contract).lines if line.product == product]
    lines = [line for line in held if line.charge.recognition == "as delivered"]
    if not lines:
        how = "is not recognized as delivered" if held else "is not on it"
        raise Refused("not-delivered", f"nothing of contract {contract.number} is delivered as {product!r}: it {how}")
    return lines


def _above_zero(quantity: Quantity, product: str) -> None:
    if quantity <= 0:
        raise Refused("not-above-zero", f"{_plain(quantity)} of {product!r} is nothing to record")


def _check_units(book: Book, contract: Contract, fact: Delivered, ordered: int) -> None:
    """Units cannot be more than ordered; where use is estimated in all, the estimate must be raised before."""
    recorded = [known.fact for known in facts(book, contract.number) if known.fact.product == fact.product]
    if any(isinstance(known, Progressed | ExpectedUse) for known in recorded):
        return
    before = sum(known.quantity for known in recorded if isinstance(known, Delivered))
    if before + fact.quantity > ordered:
        raise Refused(
            "more-than-ordered",
            f"{_plain(fact.quantity)} {fact.product!r} cannot be delivered: contract {contract.number} orders "
            f"{ordered:,}, of which {_plain(before)} are delivered",
        )
