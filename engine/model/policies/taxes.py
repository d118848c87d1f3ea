"""How sales tax is found: whether prices hold it, and which day decides its rate."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from engine.model.policies.question import Question, question

TaxPrice = Literal["exclusive", "inclusive"]
TaxDue = Literal["when invoiced", "when paid"]
TaxMode = Literal["as prices", "half up", "half even", "half down", "up", "down"]
TaxPoint = Literal["invoice date", "service period start", "service period end", "split by days"]


@dataclass(frozen=True, kw_only=True)
class TaxPolicies:
    """How sales tax is found: whether prices hold it, and which day decides its rate."""

    tax_price: TaxPrice = "exclusive"
    tax_point: TaxPoint = "invoice date"
    tax_due: TaxDue = "when invoiced"
    tax_mode: TaxMode = "as prices"


QUESTIONS: tuple[Question, ...] = (
    question(
        "tax_price",
        "prices and tax",
        "billing conventions, tax; Directive 2006/112/EC art. 73 and 78",
        ("exclusive", "agreed prices are without tax, which comes on top"),
        (
            "inclusive",
            (
                "agreed prices hold the tax: net is gross / (1 + rate), rounded, and the tax is the rest of the gross; what is "
                "so much for each unit is taken off the gross first"
            ),
        ),
    ),
    question(
        "tax_point",
        "tax point",
        "handbook P12; Directive 2006/112/EC art. 63 to 66 and 93",
        ("invoice date", "the rate in force on the day of the invoice"),
        ("service period start", "the rate in force on the first day of the line's service"),
        ("service period end", "the rate in force on the last day of the line's service"),
        ("split by days", "where a rate changes within the line's service, a line for the days at each rate"),
    ),
    question(
        "tax_due",
        "tax due",
        "handbook 4.15; Directive 2006/112/EC art. 66(b) and 167a (cash accounting)",
        ("when invoiced", "an invoice's tax is owed to the authority from its date, paid or not"),
        ("when paid", "as much of it as is paid of the invoice; until then it stands on an account of its own"),
    ),
    question(
        "tax_mode",
        "rounding of tax amounts",
        "billing conventions, rounding mode; HMRC VAT Notice 700, 17.5; Japan, qualified invoices",
        ("as prices", "a fraction of a cent of tax rounds as prices do"),
        ("half up", "half a cent of tax rounds away from zero"),
        ("half even", "half a cent of tax rounds to the even cent"),
        ("half down", "half a cent of tax rounds towards zero"),
        ("up", "every fraction of a cent of tax rounds away from zero"),
        ("down", "fractions of a cent of tax are cut off"),
    ),
)
