"""How contracts are billed: proration, changes, rounding, tax."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from engine.model.cadence import ShortMonth
from engine.model.money import Rounding
from engine.model.policies.question import Question, question

Proration = Literal[
    "actual days of the period",
    "days of the plan period",
    "30/360",
    "30/360 US",
    "actual/365",
    "actual/actual",
    "fixed 30 days",
    "months",
    "full price at once",
    "full price from the next period",
]
ChangeDay = Literal["new plan pays", "old plan pays"]
LastDay = Literal["not billed", "billed"]
Downgrade = Literal["at once with credit", "at period end without credit"]
AmendmentBilling = Literal["credit and charge line by line", "one net difference", "on the next regular invoice"]
DiscountOrder = Literal["as agreed", "percentages first", "fixed amounts first"]
TimeZone = Literal["of the legal entity", "of the customer"]
RoundingStage = Literal["per line", "cumulative", "per tax code per document", "per document"]
LateUsage = Literal["next invoice", "credit and rebill", "rejected"]
TaxRounding = Literal["per rate per document", "per line", "per line on the exact base", "per document"]


@dataclass(frozen=True, kw_only=True)
class BillingPolicies:
    """How contracts are billed: proration, changes, rounding, tax."""

    proration: Proration = "actual days of the period"
    change_day: ChangeDay = "new plan pays"
    last_day: LastDay = "not billed"
    downgrade: Downgrade = "at once with credit"
    amendment_billing: AmendmentBilling = "credit and charge line by line"
    rounding: Rounding = "half up"
    tax_rounding: TaxRounding = "per rate per document"
    rounding_stage: RoundingStage = "per line"
    late_usage: LateUsage = "next invoice"
    time_zone: TimeZone = "of the legal entity"
    discount_order: DiscountOrder = "as agreed"
    short_month: ShortMonth = "clipped, no drift"


QUESTIONS: tuple[Question, ...] = (
    question(
        "proration",
        "proration",
        "handbook P7; billing conventions, proration denominator",
        ("actual days of the period", "days used over the days of the whole billing period: 16 of 31 days of March"),
        (
            "days of the plan period",
            "days used over the days that a period from the contract's own first day has, though it is billed on other days",
        ),
        ("30/360", "every month has 30 days, the 31st counts as the 30th (30E/360): 16 to 31 March is 15 of 30 days"),
        (
            "30/360 US",
            (
                "the same by the United States rule: the 31st counts as the 30th only after a 30th or 31st, and February's "
                "last day is a 30th to count from (NASD 30/360): 16 to 31 March is 15 of 30 days, 1 to 30 March all 30"
            ),
        ),
        ("actual/365", "days used over 365, of a year's price: 16 days of 10.00 a month is 120.00 * 16/365"),
        (
            "actual/actual",
            (
                "days used in leap years over 366 and in other years over 365, of a year's price (ISDA): 16 days of 10.00 a "
                "month in 2028 is 120.00 * 16/366"
            ),
        ),
        ("fixed 30 days", "days used over 30 for each month of the price, never above the whole period's price"),
        ("months", "whole months count one each, a begun month by its days: 16 to 31 March is 16/31 of one month"),
        (
            "full price at once",
            (
                "nothing is prorated: what holds at the end of a billing period costs its full price; what joins or leaves "
                "within it is charged or credited in full, at once, and so is a shorter first or last period"
            ),
        ),
        (
            "full price from the next period",
            (
                "nothing is prorated: what holds at the beginning of a billing period costs its full price; what joins or "
                "leaves within it is charged or left out from the next one on, and nothing is credited"
            ),
        ),
    ),
    question(
        "change_day",
        "day of the change",
        "billing conventions, who pays for the day of a change",
        ("new plan pays", "the new terms hold from the effective day itself"),
        ("old plan pays", "the old terms hold to the end of the effective day"),
    ),
    question(
        "last_day",
        "last day on cancellation",
        "billing conventions, last day on cancellation",
        ("not billed", "service ends the day before the effective day of the cancellation"),
        ("billed", "the effective day of the cancellation is the last day of service"),
    ),
    question(
        "downgrade",
        "downgrade",
        "handbook 4.8; billing conventions, downgrade",
        ("at once with credit", "fewer units from the effective day; the unused part already billed is credited"),
        ("at period end without credit", "fewer units from the next billing period; nothing is credited"),
    ),
    question(
        "amendment_billing",
        "billing of an amendment",
        "billing conventions, billing of an amendment",
        (
            "credit and charge line by line",
            "at once; a changed price credits the unused old part and charges the new one",
        ),
        ("one net difference", "at once; a changed price shows as one line with the difference"),
        ("on the next regular invoice", "line by line, on the contract's next regular invoice date"),
    ),
    question(
        "rounding",
        "rounding",
        "billing conventions, rounding mode",
        ("half up", "half a cent rounds away from zero: 0.125 becomes 0.13"),
        ("half even", "half a cent rounds to the even cent: 0.125 becomes 0.12"),
        ("half down", "half a cent rounds towards zero: 0.125 becomes 0.12, 0.1251 becomes 0.13"),
        ("up", "every fraction of a cent rounds away from zero: 0.121 becomes 0.13"),
        ("down", "fractions of a cent are cut off: 0.129 becomes 0.12"),
    ),
    question(
        "tax_rounding",
        "tax rounding",
        "billing conventions, tax",
        ("per rate per document", "tax of each rate on the sum of its lines, rounded once, then spread over the lines"),
        ("per line", "tax of each rounded line, rounded by itself"),
        ("per line on the exact base", "tax of each line before its net is rounded, rounded by itself"),
        ("per document", "exact tax of all lines, rounded once, then spread over the lines"),
    ),
    question(
        "rounding_stage",
        "rounding stage",
        "billing conventions, rounding stage; handbook P8",
        ("per line", "each line is rounded by itself"),
        (
            "cumulative",
            "a line is the rounded total of its charge and billing period to date, less what is billed already",
        ),
        (
            "per tax code per document",
            "the lines of an invoice with one tax code are added exactly and rounded once, then the total is split over them",
        ),
        (
            "per document",
            "all lines of an invoice are added exactly and rounded once, then the total is split over them",
        ),
    ),
    question(
        "late_usage",
        "late usage",
        "billing conventions, late usage; handbook 4.11",
        ("next invoice", "what arrives after its billing period is billed is a difference on the next regular invoice"),
        ("credit and rebill", "the line that billed the period is credited in full and billed anew, at once"),
        (
            "rejected",
            "refused once its billing period is billed and the days of grace are over; within them, on the next invoice",
        ),
    ),
    question(
        "time_zone",
        "time zone",
        "billing conventions, proration unit; handbook, section 6",
        ("of the legal entity", "a moment falls on the day it is where the company keeps its books"),
        ("of the customer", "a moment falls on the day it is where the customer is"),
    ),
    question(
        "discount_order",
        "order of discounts",
        "billing conventions, discounts and tax",
        ("as agreed", "several discounts on one charge are taken in the order they were agreed, each of what is left"),
        ("percentages first", "percentages are taken before fixed amounts"),
        ("fixed amounts first", "fixed amounts are taken before percentages"),
    ),
    question(
        "short_month",
        "billing periods from the 29th to the 31st",
        "billing conventions, anchor on 29..31",
        (
            "clipped, no drift",
            "in a month without that day they begin on its last day, and on the day itself in the next",
        ),
        ("sticks to the shortened day", "once a month was too short, they begin on that shorter day for good"),
        ("rolls to the first", "in a month without that day they begin on the first of the next"),
        ("last day to last day", "those that begin on the last day of a month always do"),
    ),
)
