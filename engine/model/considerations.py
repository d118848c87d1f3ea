"""What a customer gives instead of cash, and what a contract may still cost that is no promise to the customer."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from engine.model.calendar import ServicePeriod
from engine.model.money import Money


@dataclass(frozen=True, kw_only=True, slots=True)
class NoncashReceived:
    """The customer gave goods, services or shares of that fair value (606-10-32-21 to 24, I15.66 to 69): part of the price.

    `product` and `service`: the only one it pays for, and on which of its days (606-10-32-40, I15.85); else it is part of the
    price of everything. What it is worth afterwards is no revenue.
    """

    name: str
    amount: Money
    product: str | None = None
    service: ServicePeriod | None = None
    kind: Literal["noncash received"] = "noncash received"


@dataclass(frozen=True, kw_only=True, slots=True)
class Provided:
    """What an obligation that is no promise of its own will cost in all, what was spent of it included: an assurance warranty
    (606-10-55-32, I15.B30, IAS 37). A later one of the name replaces it."""

    name: str
    amount: Money
    kind: Literal["provided"] = "provided"


@dataclass(frozen=True, kw_only=True, slots=True)
class ProvisionUsed:
    """So much more was spent for what was provided for under that name."""

    name: str
    amount: Money
    kind: Literal["provision used"] = "provision used"


@dataclass(frozen=True, kw_only=True, slots=True)
class SupplierShare:
    """So much of what a product brings (in percent) belongs to the supplier of that `name`, for whom the company is an agent
    (606-10-55-36 to 40, I15.B34 to B38): owed to them as it is earned, and no revenue. A later one of the name and product replaces it.
    """

    name: str
    product: str
    percent: Decimal
    kind: Literal["supplier share"] = "supplier share"
