"""Whether what finance records about costs can be: checks, and words."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

from engine.book import Book
from engine.entities import entity_called
from engine.model.calendar import long_date
from engine.model.considerations import NoncashReceived, Provided, ProvisionUsed, SupplierShare
from engine.model.contracts import Contract
from engine.model.costs import (
    CostFact,
    CostImpaired,
    CostIncurred,
    CostsTested,
    CostTermRevised,
    CostWrittenOff,
    Financed,
    GoodsReturned,
    GoodsSold,
    PaidOut,
    ReturnsExpected,
)
from engine.model.money import Money
from engine.refusals import Refused
from engine.revenue.costing import Asset, assets, stated_costs
from engine.revenue.financing import instalments, loan
from engine.revenue.foreseeing import provisions
from engine.revenue.paying_away import supplier_shares
from engine.revenue.stocking import Goods, goods
from engine.terms.progressing import facts
from engine.terms.rating import subscription


def check_cost(book: Book, contract: Contract, fact: CostFact, effective: date) -> None:
    """Refused in another currency, for nothing, for a cost that is not there, and for more than there is."""
    match fact:
        case CostIncurred():
            _check_incurred(book, contract, fact, effective)
        case CostImpaired():
            _check_impaired(book, _known(book, contract, fact.name, effective), contract, fact)
        case CostTermRevised():
            _known(book, contract, fact.name, effective)
            _after(fact.until, fact.name, effective)
        case Financed():
            _check_financed(book, contract, fact, effective)
        case CostWrittenOff():
            _known(book, contract, fact.name, effective)
        case CostsTested():
            _check_tested(book, contract, fact, effective)
        case PaidOut():
            _check_paid_out(book, contract, fact)
        case NoncashReceived():
            _check_noncash(book, contract, fact)
        case Provided():
            _is_cost(book, contract, fact.amount, fact.name)
        case SupplierShare():
            _check_share(book, contract, fact)
        case ProvisionUsed():
            _check_used(book, contract, fact, effective)
        case _:
            _check_goods(book, goods(book, contract, effective).get(fact.product, Goods()), contract, fact)


def told_cost(fact: CostFact) -> str:
    """A fact about costs in words."""
    if isinstance(fact, CostsTested):
        return f"{fact.kind}: {fact.to_come_in} to come in, {fact.to_spend} to spend"
    what = fact.product if isinstance(fact, GoodsSold | ReturnsExpected | GoodsReturned) else fact.name
    return f"{fact.kind}: {what}"


def _check_financed(book: Book, contract: Contract, fact: Financed, effective: date) -> None:
    _payable(contract, fact.amount, fact.name)
    if fact.cash_price:
        _check_cash_price(contract, fact, effective, fact.cash_price)
    elif fact.rate <= 0:
        raise Refused("no-rate", f"{fact.rate}% a year is no rate of interest")
    if fact.until < effective:
        raise Refused(
            "ends-before-it-begins",
            f"interest from {long_date(effective)} cannot end before, on {long_date(fact.until)}",
        )
    if fact.paid == "in instalments" and not instalments(fact, effective):
        raise Refused(
            "no-whole-instalments",
            f"instalments every {fact.every_months} months from {long_date(effective)} do not end on {long_date(fact.until)}",
        )
    if loan(book, contract, date.max):
        raise Refused(
            "rate-stands",
            f"contract {contract.number} bears interest already; its rate stands (I15.64), and "
            "what is paid at another time stands in a contract of its own",
        )


def _check_cash_price(contract: Contract, fact: Financed, since: date, price: Money) -> None:
    """An advance is less than the service costs for cash, what is paid later is more."""
    _payable(contract, price, "the cash price")
    count = instalments(fact, since) if fact.paid == "in instalments" else 1
    paid = Money(fact.amount.minor * count, fact.amount.currency)
    if paid == price or (paid < price) != (fact.paid == "in advance"):
        raise Refused("no-rate", f"{paid} paid {fact.paid} hold no interest against a cash price of {price}")


def _check_share(book: Book, contract: Contract, fact: SupplierShare) -> None:
    _held(book, contract, fact.product)
    shares = supplier_shares(book, contract.number)
    found = (percent for (of, name), percent in shares.items() if of == fact.product and name != fact.name)
    others = sum(found, Decimal(0))
    if not 0 <= fact.percent <= 100 - others:
        whose = f", where {others.normalize():f}% of it is others'" if others else ""
        raise Refused(
            "more-than-the-price", f"{fact.percent.normalize():f}% of the price cannot belong to {fact.name!r}{whose}"
        )


def _check_noncash(book: Book, contract: Contract, fact: NoncashReceived) -> None:
    _payable(contract, fact.amount, fact.name)
    _held(book, contract, fact.product)


def _check_used(book: Book, contract: Contract, fact: ProvisionUsed, effective: date) -> None:
    _is_cost(book, contract, fact.amount, fact.name)
    if fact.name not in provisions(book, contract, effective):
        raise Refused("nothing-provided", f"nothing is provided for {fact.name!r} of contract {contract.number}")


def _held(book: Book, contract: Contract, product: str | None) -> None:
    if not [line for line in subscription(book, contract).lines if product in (None, line.product)]:
        raise Refused("not-on-contract", f"contract {contract.number} holds no {product!r}")


def _check_tested(book: Book, contract: Contract, fact: CostsTested, effective: date) -> None:
    for amount in (fact.to_come_in, fact.to_spend):
        _in_currency_of_costs(book, contract, amount)
        if amount.minor < 0:
            raise Refused("below-zero", f"{amount} cannot be what is still to come for contract {contract.number}")
    _in_currency_of_first(contract, fact.to_spend.currency, fact.to_come_in)
    tested = any(isinstance(known.fact, CostsTested) for known in facts(book, contract.number))
    short = tested or fact.to_spend > fact.to_come_in
    if not short and not assets(book, contract, effective, effective):
        raise Refused("unknown-cost", f"contract {contract.number} has no cost to test on {long_date(effective)}")


def _check_paid_out(book: Book, contract: Contract, fact: PaidOut) -> None:
    _payable(contract, fact.amount, fact.name)
    _held(book, contract, fact.product)


def _check_incurred(book: Book, contract: Contract, fact: CostIncurred, effective: date) -> None:
    _is_cost(book, contract, fact.amount, fact.name)
    if fact.name in assets(book, contract, date.max, effective):
        raise Refused(
            "name-taken", f"contract {contract.number} has a cost {fact.name!r} already; give it another name"
        )
    if fact.until:
        _after(fact.until, fact.name, effective)


def _check_impaired(book: Book, asset: Asset, contract: Contract, fact: CostImpaired) -> None:
    _in_currency_of_costs(book, contract, fact.amount)
    left, lost = Money(asset.left, fact.amount.currency), Money(asset.impaired, fact.amount.currency)
    if fact.amount > left:
        raise Refused("more-than-left", f"{fact.name!r} cannot lose {fact.amount}: {left} of it are left")
    if -fact.amount > lost:
        raise Refused("more-than-lost", f"{-fact.amount} of {fact.name!r} cannot be reversed: {lost} are impaired")


def _check_goods(
    book: Book, known: Goods, contract: Contract, fact: GoodsSold | ReturnsExpected | GoodsReturned
) -> None:
    if fact.quantity < 0 or (not fact.quantity and not isinstance(fact, ReturnsExpected)):
        raise Refused("not-above-zero", f"{fact.quantity} of {fact.product!r} is nothing to record")
    if isinstance(fact, GoodsSold):
        _is_cost(book, contract, fact.cost, fact.product)
    elif isinstance(fact, GoodsReturned) and known.back + Fraction(fact.quantity) > known.sold:
        raise Refused(
            "more-than-sold",
            f"{fact.quantity} {fact.product!r} cannot come back: contract {contract.number} was given {known.sold}, "
            f"of which {known.back} are back",
        )


def _known(book: Book, contract: Contract, name: str, effective: date) -> Asset:
    found = assets(book, contract, effective, effective)
    if name not in found:
        raise Refused("unknown-cost", f"contract {contract.number} has no cost {name!r} on {long_date(effective)}")
    if not found[name].service:
        raise Refused("nothing-left", f"nothing is left of {name!r} of contract {contract.number} to amortize")
    return found[name]


def _payable(contract: Contract, amount: Money, what: str) -> None:
    _same_currency(contract, amount)
    _above_zero(amount, what)


def _is_cost(book: Book, contract: Contract, amount: Money, what: str) -> None:
    _in_currency_of_costs(book, contract, amount)
    _above_zero(amount, what)


def _above_zero(amount: Money, what: str) -> None:
    if amount.minor <= 0:
        raise Refused("not-above-zero", f"{amount} is no cost of {what!r}")


def _in_currency_of_costs(book: Book, contract: Contract, amount: Money) -> None:
    """Costs are told in the currency of the contract or of the books, all of one contract in the same."""
    first = next(stated_costs(book, contract), None)
    if first is not None:
        _in_currency_of_first(contract, first.currency, amount)
    elif amount.currency != entity_called(book, contract.entity).currency:
        _same_currency(contract, amount)


def _in_currency_of_first(contract: Contract, currency: str, amount: Money) -> None:
    if amount.currency != currency:
        raise Refused("other-currency", f"the costs of contract {contract.number} are in {currency}; {amount} is not")


def _same_currency(contract: Contract, amount: Money) -> None:
    if amount.currency != contract.currency:
        raise Refused("other-currency", f"contract {contract.number} is in {contract.currency}; {amount} is not")


def _after(until: date, name: str, effective: date) -> None:
    if until < effective:
        raise Refused(
            "ends-before-it-begins",
            f"{name!r} cannot be amortized until {long_date(until)}, before {long_date(effective)}",
        )
