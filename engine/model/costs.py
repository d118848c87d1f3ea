"""What a contract costs: obtaining it, fulfilling it, and the goods that customers get and may give back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from engine.model.catalog import Quantity
from engine.model.considerations import NoncashReceived, Provided, ProvisionUsed, SupplierShare
from engine.model.money import Money


@dataclass(frozen=True, kw_only=True, slots=True)
class CostIncurred:
    """A cost of that name to obtain or to fulfil a contract (340-40-25-1 to 8, I15.91 to 98).

    It is an asset, amortized up to and with `until`, expected renewals included; None: an expense at once.
    """

    name: str
    amount: Money
    until: date | None = None
    purpose: Literal["obtain", "fulfil"] = "obtain"
    kind: Literal["cost incurred"] = "cost incurred"


@dataclass(frozen=True, kw_only=True, slots=True)
class CostImpaired:
    """So much of a capitalized cost will not be recovered (340-40-35-3 to 6, I15.101 to 104); below nothing, it is reversed."""

    name: str
    amount: Money
    kind: Literal["cost impaired"] = "cost impaired"


@dataclass(frozen=True, kw_only=True, slots=True)
class CostTermRevised:
    """What is left of a capitalized cost is amortized up to and with another day from now on (340-40-35-2, I15.100)."""

    name: str
    until: date
    kind: Literal["cost term revised"] = "cost term revised"


@dataclass(frozen=True, kw_only=True, slots=True)
class CostWrittenOff:
    """What is left of a capitalized cost is given up."""

    name: str
    kind: Literal["cost written off"] = "cost written off"


@dataclass(frozen=True, kw_only=True, slots=True)
class CostsTested:
    """What is still to come in from a contract, renewals expected included, and the costs still to come for it (340-40-35-3,
    I15.101 and 102). Capitalized costs above the difference are lost; below it, an earlier loss can be reversed (I15.104).
    """

    to_come_in: Money
    to_spend: Money
    kind: Literal["costs tested"] = "costs tested"


@dataclass(frozen=True, kw_only=True, slots=True)
class PaidOut:
    """Part of the price that goes to somebody else, so it is no revenue: to the customer for nothing distinct (606-10-32-25
    to 27, I15.70 to 72), or to the supplier for whom the company is an agent (606-10-55-36 to 40, I15.B34 to B38).

    A later one of the name replaces it. `product`: the only one it relates to.
    """

    name: str
    amount: Money
    product: str | None = None
    kind: Literal["paid out"] = "paid out"


@dataclass(frozen=True, kw_only=True, slots=True)
class GoodsSold:
    """So many units of a product left the stock for a customer; `cost`: of each."""

    product: str
    quantity: Quantity
    cost: Money
    kind: Literal["goods sold"] = "goods sold"


@dataclass(frozen=True, kw_only=True, slots=True)
class ReturnsExpected:
    """Of all units sold of a product so many come back, those that have come included (I15.B21 and B25, 606-10-55-27)."""

    product: str
    quantity: Quantity
    kind: Literal["returns expected"] = "returns expected"


@dataclass(frozen=True, kw_only=True, slots=True)
class GoodsReturned:
    """So many more units of a product came back into stock."""

    product: str
    quantity: Quantity
    kind: Literal["goods returned"] = "goods returned"


@dataclass(frozen=True, kw_only=True, slots=True)
class Financed:
    """Payment long before or after the service carries a loan (606-10-32-15 to 20, I15.60 to 65), up to and with `until`.

    In advance, `amount` is what is paid on the first day, and it bears interest to the customer; in arrears, it is what is
    paid on the last day, interest to the company included; in instalments, it is what is paid at the end (or `at_beginning`) of
    each `every_months`. `rate`: percent a year, compounded as the company's convention says; of instalments, a part of it for each of
    them. `cash_price`: what the service would be sold for if paid as it is given; the rate is then the one that makes both worth
    the same (606-10-32-19, I15.64).
    """

    amount: Money
    until: date
    paid: Literal["in advance", "in arrears", "in instalments"]
    rate: Decimal = Decimal(0)
    cash_price: Money | None = None
    every_months: int = 1
    at_beginning: bool = False
    name: str = "financing"
    product: str | None = None
    kind: Literal["financed"] = "financed"


CostFact = (
    CostIncurred
    | CostImpaired
    | CostTermRevised
    | CostWrittenOff
    | CostsTested
    | PaidOut
    | GoodsSold
    | ReturnsExpected
    | GoodsReturned
    | Financed
    | NoncashReceived
    | Provided
    | ProvisionUsed
    | SupplierShare
)
"""What decides about the costs of a contract, and of the time between service and payment."""
