"""A signed change of a contract, in words."""

from __future__ import annotations

from decimal import Decimal

from engine.model.cadence import in_words
from engine.model.calendar import long_date
from engine.model.orders import (
    AddDiscount,
    AddProduct,
    AgreeRenewal,
    Cancel,
    Change,
    ChangeBilling,
    ChangeDue,
    ChangePrice,
    ChangeQuantity,
    ExtendTerm,
    GrantDiscount,
    RemoveProduct,
    Renew,
    Resume,
    SetQuantity,
    Suspend,
    Withdraw,
)
from engine.model.transfers import Assign
from engine.model.uplifts import RaisePrices
from reports.systems.naming import reduction_in_words

PER = {1: "month", 3: "quarter", 6: "half-year", 12: "year", 0: "once"}


def change_in_words(change: Change) -> str:
    """What one change of an amendment says: "20 more Platform seat"."""
    match change:
        case AddProduct(line=line):
            return f"{line.quantity} {line.product} join" + (f" at {exact_price(line.price)}" if line.price else "")
        case ChangeQuantity():
            return f"{abs(change.delta)} {'more' if change.delta > 0 else 'fewer'} {change.product}"
        case SetQuantity():
            return f"{change.quantity} {change.product}"
        case ChangePrice():
            per = f" per {PER[change.per_months]}" if change.per_months in PER else ""
            return f"{change.charge or change.product} at {exact_price(change.price)}{per}"
        case RemoveProduct():
            return f"{change.product} leaves"
        case GrantDiscount():
            return f"{plain(change.percent)}% off {change.product or 'every product'}"
        case AddDiscount(discount=discount):
            return f"{reduction_in_words(discount.reduction)} more off {' and '.join(discount.on) or 'the invoice'}"
        case ChangeBilling():
            since = f" from {long_date(change.since)} on" if change.since else ""
            return f"billed {in_words(change.billing)}{since}"
        case ChangeDue():
            return "other days to pay"
        case RaisePrices():
            return f"prices {plain(change.uplift)}% higher, as agreed"
        case _:
            return _of_the_term(change)


def _of_the_term(change: ExtendTerm | Renew | AgreeRenewal | Suspend | Resume | Cancel | Withdraw | Assign) -> str:
    match change:
        case ExtendTerm():
            return f"runs on to {long_date(change.end)}"
        case Renew():
            return f"renewed for {change.length.in_words}{_uplift(change.uplift)}"
        case AgreeRenewal():
            notice = f", with {change.notice_days} days of notice" if change.notice_days else ""
            renewed = f"renewed by itself for {change.length.in_words}{notice}{_uplift(change.uplift)}"
            return renewed if change.months or change.days else "ends with its term"
        case Suspend():
            since = f", no revenue since {long_date(change.since)}" if change.since else ""
            return ("suspended, billed all the same" if change.charged else "suspended") + since
        case Resume():
            return "resumed, and longer by the pause" if change.longer else "resumed"
        case Cancel():
            return f"cancelled, unused service {change.unused}" + (f", fee {change.fee}" if change.fee else "")
        case Withdraw():
            return f"{change.amendment} withdrawn"
        case Assign():
            return "passes to " + " of ".join(filter(None, (change.customer, change.entity)))


def _uplift(percent: Decimal) -> str:
    return f", prices {plain(percent)}% higher" if percent else ""


def plain(number: Decimal) -> str:
    """A number without the zeros that arithmetic leaves behind it."""
    return f"{number.normalize():f}" if number != number.to_integral() else f"{number.to_integral():f}"


def exact_price(price: Decimal) -> str:
    """An exact price with at least two decimals, as price lists have it."""
    places = max(2, -int(price.normalize().as_tuple().exponent))
    return f"{price:,.{places}f}"
