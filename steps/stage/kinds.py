"""The kinds of value of quote-to-cash sentences: a price, billing terms, a tax, an invoice's name, a business event."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Literal, get_args

import steps.stage.billing_kinds  # noqa: F401 - billing terms, which many sentences hold
from engine.model.cadence import TermLength
from engine.model.catalog import AloneRange, Counting, MinimumPer, Model, RatedPer, StepsOver
from engine.model.events import EVENT_TYPES, EventType, System
from engine.model.money import Money, exponent, plain_number
from steps.language.nearest import did_you_mean
from steps.language.parameters import read_count
from steps.language.phrases import parameter_type

Method = Literal["expected value", "most likely amount"]
MONTHS_OF = {"month": 1, "quarter": 3, "half-year": 6, "year": 12}
_NUMBER = r"\d[\d.,]*\d|\d"


@dataclass(frozen=True)
class Price:
    """An exact price (fractions of a cent allowed) in a currency, for a unit and `per_months` (0: once).

    `per_period`: for each billing period instead, however long.
    """

    amount: Decimal
    currency: str
    per_months: int
    per_period: bool = False

    def __str__(self) -> str:
        unit = next((unit for unit, months in MONTHS_OF.items() if months == self.per_months), None)
        if self.per_period:
            unit = "billing period"
        every = f"per {unit}" if unit else f"per {self.per_months} months"
        places = max(exponent(self.currency), -int(self.amount.normalize().as_tuple().exponent))
        return f"{self.amount:,.{places}f} {self.currency} {every if self.per_months or self.per_period else 'once'}"


def read_price(text: str) -> Price:
    """Read "10.00 USD per month", "1,200 USD per year", "300.00 USD once" or, of what is used, "0.002 USD each"."""
    amount, currency, rest = text.split(" ", 2)
    Money.zero(currency)
    months = MONTHS_OF.get(rest.removeprefix("per "), 0)
    return Price(plain_number(amount), currency, months, per_period=rest == "per billing period")


@dataclass(frozen=True)
class Tax:
    """A tax as a story says it: a percentage, or a code of the company's."""

    code: str
    percent: Decimal | None


@dataclass(frozen=True)
class Charging:
    """A way of charging: the model, whether usage is charged, and how many units are included or make a package."""

    model: Model
    by_usage: bool
    included: Decimal = Decimal(0)
    size: Decimal = Decimal(1)
    prepaid: bool = False
    begun: bool = True


def read_charging(text: str) -> Charging:
    """Read "per unit", "tiered, by usage", "above 1,000", "per package of 100 above 500" or "per full package of 100"."""
    if text == "prepaid":
        return Charging("flat", False, prepaid=True)
    words, _, usage = text.partition(", ")
    size, included = (re.search(rf"{word} ({_NUMBER})", words) for word in ("of", "above"))
    model: Model = "package" if size else "overage" if included else words  # type: ignore[assignment]  # by the pattern
    whole = _number_in(size, Decimal(1))
    return Charging(model, bool(usage), _number_in(included, Decimal(0)), whole, begun="full" not in words)


def _number_in(found: re.Match[str] | None, otherwise: Decimal) -> Decimal:
    number = plain_number(found[1]) if found else otherwise
    if found and found[0].startswith("of") and not number:
        raise ValueError("a package holds at least one unit")
    return number


def read_unused(text: str) -> int | None:
    """In how many later billing periods free units that were not used can be; None: in all of them."""
    return 0 if text == "lost" else next((int(word) for word in text.split() if word.isdigit()), None)


def read_range(text: str) -> AloneRange:
    """Read "80.00 to 120.00": the lowest and the highest price at which something was sold alone."""
    low, high = (plain_number(part) for part in text.split(" to "))
    if high < low:
        raise ValueError(f"not a range of prices: {text}; the lower price comes first, like 80.00 to 120.00")
    return AloneRange(low=low, high=high)


def read_tax(text: str) -> Tax:
    """Read "tax 10%", "no tax" or 'tax code "standard"'."""
    if text == "no tax":
        return Tax("none", Decimal(0))
    if text.startswith("tax code"):
        return Tax(text.split('"')[1], None)
    percent = plain_number(text.removeprefix("tax ").removesuffix("%").strip())
    if percent > 100:
        raise ValueError(f"not a tax: {text}; a tax lies between 0% and 100%")
    return Tax(f"tax {percent.normalize():f}%", percent)


_MONTHS_OF_A = {"month": 1, "quarter": 3, "year": 12}
_DAYS_OF_A = {"day": 1, "week": 7}


def read_term(text: str) -> TermLength:
    """Read "12 months", "2 years" or "one quarter" as months; "13 weeks" or "90 days" as days."""
    said, name = text.split(" ")
    count, unit = read_count(said), name.removesuffix("s")
    return TermLength(months=count * _MONTHS_OF_A.get(unit, 0), days=count * _DAYS_OF_A.get(unit, 0))


def read_event(text: str) -> EventType:
    """Read the name of a business event, in quotes."""
    for known in EVENT_TYPES:
        if text.strip('"').lower() == known:
            return known
    raise ValueError(f"not a business event: {text}{did_you_mean(text.strip(chr(34)), EVENT_TYPES)}")


_SYSTEMS: dict[str, System] = {"CRM": "crm", "billing system": "billing", "payment gateway": "payments", "ERP": "erp"}
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()


def read_days_list(text: str) -> tuple[int, ...]:
    """Read "1, 3, 5 and 7 days": each later than the one before."""
    days = tuple(int(number) for number in re.findall(r"\d+", text))
    if any(later <= earlier for earlier, later in pairwise((0, *days))):
        raise ValueError(f"not a list of days: {text}; each comes after the one before, like 1, 3, 5 and 7 days")
    return days


def read_line_tax(text: str) -> Tax:
    """Read the tax of one line: "10%", "none" or 'code "standard"'."""
    return read_tax("no tax" if text == "none" else f"tax {text}")


def read_cause(text: str) -> str:
    """Read what an event is about: the upsell, the regular (invoice), the card (payment)."""
    if text not in CAUSES:
        raise ValueError(f"not what an event is about: {text}{did_you_mean(text, CAUSES)}")
    return text


CAUSES = (
    *("upsell", "downgrade", "price change", "discount", "retroactive discount", "extension", "cancellation"),
    *(
        "renewal",
        "suspension",
        "resumption",
        "withdrawal",
        "renewal terms",
        "uplift",
        "billing change",
        "payment terms",
    ),
    *(
        "debit memo",
        "cancellation fee",
        "late usage",
        "usage",
        "regular",
        "goodwill",
        "unserved",
        "card",
        "bank transfer",
        "customer credit",
        "unapplied cash",
        "payout",
        "arbitration",
        "revenue",
    ),
)
_COUNTED = r"\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
parameter_type(
    "price",
    rf"(?:{_NUMBER}) [A-Z]{{3}} (?:once|each|per (?:month|quarter|half-year|year|billing period))",
    read_price,
    noun="a price",
    hint="10.00 USD per month, 250.00 USD once, or 0.05 USD each for what is used",
)
parameter_type("tax", rf'no tax|tax code "[^"]+"|tax (?:{_NUMBER}) ?%', read_tax, noun="a tax", hint="tax 10%")
parameter_type(
    "term", rf"(?:{_COUNTED}) (?:month|quarter|year|week|day)s?", read_term, noun="a term", hint="12 months or 13 weeks"
)
parameter_type(
    "invoice",
    r"the (?:[\w-]+ ){1,4}invoice|the (?:[\w-]+ ){0,4}debit memo|(?:invoice|debit memo) [A-Z][\w-]*-\d+",
    str,
    noun="an invoice",
    hint="the March invoice",
)
_QUOTED_EVENTS = [f'"{event}"' for event in EVENT_TYPES]
parameter_type("event", r'"[^"]+"', read_event, noun="a business event", hint='"invoice posted"', ways=_QUOTED_EVENTS)
parameter_type(
    *("event in a table", r'[^"]+|"[^"]+"', read_event),
    noun="a business event",
    hint="invoice posted",
    ways=EVENT_TYPES,
)
parameter_type("system", "|".join(_SYSTEMS), _SYSTEMS.__getitem__, noun="a system", hint="ERP")
parameter_type("ordinal", "|".join(_ORDINALS), lambda text: _ORDINALS.index(text) + 1, noun="an ordinal", hint="second")
parameter_type(
    "line tax", rf'none|code "[^"]+"|(?:{_NUMBER}) ?%', read_line_tax, noun="a tax", hint='10%, code "books" or none'
)
parameter_type("cause", r"[a-z][a-z -]*[a-z]", read_cause, noun="what the event is about", hint="upsell", ways=CAUSES)
parameter_type(
    "days list", r"\d+(?:, \d+)*(?: and \d+)? days?", read_days_list, noun="a list of days", hint="1, 3, 5 and 7 days"
)
parameter_type(
    "charged",
    rf"(?:per unit|flat|tiered|volume|percentage|prepaid|above (?:{_NUMBER})"
    rf"|per (?:full )?package of (?:{_NUMBER})(?: above (?:{_NUMBER}))?)(?:, by usage)?",
    read_charging,
    noun="a way of charging",
    hint="per unit, flat, tiered, volume, percentage, above 1,000, per package of 100 or per full package of 100; "
    "by usage: per unit, by usage",
)
parameter_type(
    "per", "|".join(MONTHS_OF), MONTHS_OF.__getitem__, noun="a time", hint="month, quarter, half-year or year"
)
parameter_type(
    "recognized",
    "over time|at once|over the term|as delivered",
    str,
    noun="a way of recognizing revenue",
    hint="over time, at once, over the term or as delivered",
)
parameter_type(
    "method",
    "expected value|most likely amount",
    str,
    noun="a way of estimating",
    hint="expected value",
)
parameter_type(
    "range", rf"(?:{_NUMBER}) to (?:{_NUMBER})", read_range, noun="a range of prices", hint="80.00 to 120.00"
)
parameter_type(
    "stand-alone", "known|residual", str, noun="a way of knowing what it costs alone", hint="known or residual"
)
parameter_type("yes or no", "yes|no", lambda text: text == "yes", noun="an answer", hint="yes or no")
parameter_type("minimum of", "charge|contract", str, noun="what counts", hint="charge or contract")
parameter_type("bound", "charge|contract|customer", str, noun="what counts", hint="charge, contract or customer")
parameter_type(
    "minimum per", "|".join(get_args(MinimumPer)), str, noun="a span of time", hint=" or ".join(get_args(MinimumPer))
)
parameter_type(
    "counted", "|".join(get_args(Counting)), str, noun="a way of counting", hint=" or ".join(get_args(Counting))
)
parameter_type(
    "rated per",
    "|".join(get_args(RatedPer)),
    str,
    noun="what is priced by itself",
    hint=" or ".join(get_args(RatedPer)),
)
parameter_type(
    "steps over", "|".join(get_args(StepsOver)), str, noun="a span of time", hint=" or ".join(get_args(StepsOver))
)
parameter_type(
    "unused",
    r"lost|carried over(?: for (?:[1-9]\d?) periods?)?",
    read_unused,
    noun="what becomes of unused units",
    hint="lost, carried over or carried over for 3 periods",
)
