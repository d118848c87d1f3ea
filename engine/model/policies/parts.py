"""How an amount is cut into parts: by the clock, into installments, over the lines of a document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from engine.model.money import Remainder
from engine.model.policies.question import Question, question

ProrationUnit = Literal["day", "second"]
DailyRate = Literal["exact", "rounded to the smallest unit"]
UseRounding = Literal["all together", "each use"]
UnitRounding = Literal["exact", "rounded"]
DiscountRounding = Literal["with the net", "by themselves"]
CarriedUse = Literal["first", "last"]
ShortPeriod = Literal["billed in part", "free", "full price"]
Installments = Literal["each by itself", "largest remainder", "last part absorbs", "first part absorbs"]


@dataclass(frozen=True, kw_only=True)
class PartPolicies:
    """How an amount is cut into parts: by the clock, into installments, over the lines of a document."""

    daily_rate: DailyRate = "exact"
    proration_unit: ProrationUnit = "day"
    installments: Installments = "each by itself"
    remainder: Remainder = "largest remainder"
    use_rounding: UseRounding = "all together"
    unit_rounding: UnitRounding = "exact"
    discount_rounding: DiscountRounding = "with the net"
    first_short: ShortPeriod = "billed in part"
    last_short: ShortPeriod = "billed in part"
    carried_use: CarriedUse = "first"


QUESTIONS: tuple[Question, ...] = (
    question(
        "daily_rate",
        "daily rate",
        "billing conventions, proration",
        ("exact", "a part of a billing period costs its share of the price, rounded once"),
        (
            "rounded to the smallest unit",
            (
                "a day costs its share of the price, rounded as the company rounds, for one unit where each has its price; in advance "
                "the days left of a period cost so many times that (never more than the price) and those before them the rest; in "
                "arrears the days gone by do, and those after them cost the rest"
            ),
        ),
    ),
    question(
        "proration_unit",
        "proration unit",
        "billing conventions, proration unit",
        ("day", "a change counts for whole days, whatever time of day it was made"),
        (
            "second",
            (
                "a change counts from the second it was made, of the seconds of the whole billing period; a day on which the "
                "clocks change has 23 or 25 hours. Of several changes at different times of one day, the lines of the second "
                "say the next day as their first, and are billed on the day itself"
            ),
        ),
    ),
    question(
        "installments",
        "price billed in parts",
        "billing conventions, remainder when an amount is split",
        ("each by itself", "a year's price of 100.00 billed monthly is 8.33 each month, 99.96 in all"),
        ("largest remainder", "the parts add up to the price: the cents left over go to the first parts"),
        ("last part absorbs", "the parts add up to the price: each is rounded, and the last takes the rest"),
        ("first part absorbs", "the parts add up to the price: each is rounded, and the first takes the rest"),
    ),
    question(
        "remainder",
        "remainder of a split",
        "billing conventions, remainder when an amount is split",
        (
            "largest remainder",
            "an amount split over lines or taxes: the cents left over go to the largest remainders, ties to the first",
        ),
        ("last part absorbs", "each part is rounded, and the last takes the rest"),
        ("first part absorbs", "each part is rounded, and the first takes the rest"),
    ),
    question(
        "use_rounding",
        "rounding of uses priced by themselves",
        "billing conventions, rounding stage",
        ("all together", "what uses (or days) cost by themselves is added exactly and rounded once"),
        ("each use", "what each use (or day) costs is rounded, then added"),
    ),
    question(
        "unit_rounding",
        "price of a unit for its days",
        "billing conventions, rounding stage",
        ("exact", "the quantity times the exact price of its days is rounded"),
        (
            "rounded",
            (
                "the price of one unit for the days left of a period (in arrears: for the days gone by), discounts taken off, is "
                "rounded before it is taken times the quantity; the other days cost what that leaves of the price"
            ),
        ),
    ),
    question(
        "discount_rounding",
        "rounding of discounts",
        "billing conventions, rounding stage; discounts and tax",
        ("with the net", "the price less its discounts is rounded once"),
        ("by themselves", "the price is rounded and its discount is rounded, and one is taken off the other"),
    ),
    question(
        "first_short",
        "first short period",
        "billing conventions, first and last stub; Oracle Subscription Management, partial period billing",
        ("billed in part", "a contract that begins within a billing period pays for the days that are left of it"),
        ("free", "it pays nothing before its first whole billing period"),
        ("full price", "it pays the full price of that period, and for a part of those days its share of them"),
    ),
    question(
        "last_short",
        "last short period",
        "billing conventions, first and last stub; Oracle Subscription Management, partial period billing",
        (
            "billed in part",
            (
                "a contract whose term ends within a billing period pays for the days that are left of the term; so does, always, "
                "one that is cancelled, and one that was signed to renew itself"
            ),
        ),
        ("free", "it pays nothing after its last whole billing period"),
        ("full price", "it pays the full price of that period, and for a part of those days its share of them"),
    ),
    question(
        "carried_use",
        "free units carried over are used",
        "billing conventions, overage above an included quantity; Zuora, rollover",
        ("first", "what earlier periods left is used before a period's own free units, the oldest first"),
        ("last", "a period's own free units are used before what earlier periods left"),
    ),
)
