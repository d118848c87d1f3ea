"""Exchange rates: what one unit of a currency is worth in another, by day and by use."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

RateKind = Literal["spot", "average", "closing"]


@dataclass(frozen=True, kw_only=True, slots=True)
class ExchangeRate:
    """One unit of `currency` is worth `rate` units of `into`.

    `kind`: "spot" holds from its day until the next, "average" and "closing" for the month that holds their day (IAS 21.21
    to 23). `source`: who said so ("ECB"; "": nobody is named).
    """

    currency: str
    into: str
    rate: Decimal
    kind: RateKind = "spot"
    on: date = date.min
    source: str = ""
