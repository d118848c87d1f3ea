"""How revenue is recognized: schedules, modifications, discounts that go back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from engine.model.policies.question import Question, question

Schedule = Literal["service period of each line", "contract term"]
Spread = Literal[
    "by day",
    "by month",
    "by half month",
    "by full month",
    "by mid-month",
    "by equal period",
    "by 30-day month",
    "by day in begun months",
]
Residue = Literal["cumulative", "last period", "first period", "next to last period"]
EarnedAhead = Literal["unbilled receivable", "contract asset"]
ShortFinancing = Literal["adjusted", "not adjusted"]
Shipping = Literal["a service of its own", "part of the goods"]
Compounding = Literal["yearly", "monthly", "by effective rate"]
Onerous = Literal["provided for", "not provided for"]
CancellationFee = Literal["over the notice", "when it is due"]
GrossTax = Literal["excluded", "included"]
CostReversal = Literal["reversed", "never"]
ShortCosts = Literal["capitalized", "expensed at once"]
UnpaidAdvance = Literal["gross", "held off until due or served", "held off until paid or served"]
RetroactiveDiscount = Literal["past-service concession", "prospective re-price"]
Modification = Literal["by test", "separate contract", "terminate and new", "cumulative catch-up"]
Breakage = Literal["at expiry", "in proportion to use"]
UsageRevenue = Literal["in the period of use", "at the expected price"]

OutsideRange = Literal["midpoint", "nearest edge", "stated price"]


@dataclass(frozen=True, kw_only=True)
class RevenuePolicies:
    """How revenue is recognized: schedules, modifications, discounts that go back."""

    schedule: Schedule = "contract term"
    spread: Spread = "by day"
    retroactive_discount: RetroactiveDiscount = "past-service concession"
    modification: Modification = "by test"
    breakage: Breakage = "at expiry"
    usage_revenue: UsageRevenue = "in the period of use"
    outside_range: OutsideRange = "midpoint"
    residue: Residue = "cumulative"
    earned_ahead: EarnedAhead = "unbilled receivable"
    unpaid_advance: UnpaidAdvance = "gross"
    short_costs: ShortCosts = "capitalized"
    short_financing: ShortFinancing = "not adjusted"
    cost_reversal: CostReversal = "reversed"
    shipping: Shipping = "a service of its own"
    compounding: Compounding = "yearly"
    onerous: Onerous = "provided for"
    cancellation_fee: CancellationFee = "over the notice"
    gross_tax: GrossTax = "excluded"


QUESTIONS: tuple[Question, ...] = (
    question(
        "schedule",
        "revenue schedule",
        "ASC 606-10-25-31 and 55-18, IFRS 15.39 and B16",
        ("service period of each line", "each invoiced or planned line is recognized over its own service period"),
        ("contract term", "the price of each obligation is recognized straight over its whole term"),
    ),
    question(
        "spread",
        "revenue spread",
        "handbook P7",
        ("by day", "every day of service carries the same"),
        ("by month", "every full month carries the same; a begun month by its days"),
        ("by half month", "every full month carries the same, a begun month half of it"),
        ("by full month", "every month carries the same from the one in which service begins; the last begun one none"),
        ("by mid-month", "a begun month carries as much as a full one if service holds its 15th, else nothing"),
        ("by equal period", "every month that service touches carries the same, however few of its days"),
        ("by 30-day month", "every full month carries the same; a begun month by its days of 30 (30E/360)"),
        ("by day in begun months", "a begun month carries its days' share; full months share the rest alike"),
    ),
    question(
        "retroactive_discount",
        "retroactive discount",
        "handbook P2 and 4.2",
        ("past-service concession", "what concerns days already served reduces revenue at once"),
        (
            "prospective re-price",
            "the whole discount, or goodwill on an invoice, reduces the revenue of the days still to come",
        ),
    ),
    question(
        "modification",
        "contract modification",
        "ASC 606-10-25-10 to 13, IFRS 15.18 to 21; handbook P1",
        (
            "by test",
            "separate contract for what is distinct at its stand-alone price; one obligation catches up; the rest is new",
        ),
        ("separate contract", "what is added has its own schedule; the original stays untouched"),
        ("terminate and new", "what is not yet recognized and what is added is spread anew over the days that remain"),
        ("cumulative catch-up", "every obligation counts as it would had its new price and extent held from the start"),
    ),
    question(
        "breakage",
        "breakage",
        "handbook P20, IFRS 15.B46, ASC 606-10-55-46",
        ("at expiry", "what is left of a prepaid amount is revenue on the day it expires"),
        ("in proportion to use", "what is expected to expire is revenue beside each draw, in proportion to it"),
    ),
    question(
        "usage_revenue",
        "revenue of usage",
        "handbook P14; ASC 606-10-55-18, 32-40 and 32-5 to 14; IFRS 15.B16, 85 and 50 to 59",
        (
            "in the period of use",
            "what may be invoiced of the use to date, at the prices that it has reached (right to invoice)",
        ),
        (
            "at the expected price",
            "a unit at what it costs on average if as much is used in its billing period as finance expects",
        ),
    ),
    question(
        "outside_range",
        "stand-alone price outside the range",
        "ASC 606-10-32-31 to 35, IFRS 15.76 to 80",
        ("midpoint", "a price within the range counts as it is; any other is replaced by the middle of the range"),
        ("nearest edge", "a price within the range counts as it is; any other is replaced by the end it is nearest to"),
        ("stated price", "the price asked for counts as it is, whatever the range"),
    ),
    question(
        "residue",
        "residue of a spread",
        "handbook P8",
        ("cumulative", "each month is the rounded total to date less the months before"),
        ("last period", "each month is rounded by itself, the last one takes what is left"),
        ("first period", "each month is rounded by itself, the first one takes what is left"),
        ("next to last period", "each month is rounded by itself, the one before the last takes what is left"),
    ),
    question(
        "earned_ahead",
        "earned ahead of billing",
        "IFRS 15.105 to 108, ASC 606-10-45-1 to 5",
        ("unbilled receivable", "only time passes before it is billed: a right without condition"),
        ("contract asset", "it is conditional on what is still to be given"),
    ),
    question(
        "unpaid_advance",
        "unpaid advance invoice",
        "handbook P10; IFRS 15.106 and 108",
        ("gross", "an invoice of service to come is a receivable and a contract liability from its date"),
        (
            "held off until due or served",
            "at month ends what is neither paid nor due of it is taken out of both, on accounts beside them",
        ),
        (
            "held off until paid or served",
            "the same though it is due: of a contract that the customer may still cancel nothing is owed before",
        ),
    ),
    question(
        "short_costs",
        "costs to obtain a contract of a year or less",
        "ASC 340-40-25-4, IFRS 15.94",
        ("capitalized", "an asset like any other, amortized over its term"),
        ("expensed at once", "the practical expedient: an expense when incurred"),
    ),
    question(
        "short_financing",
        "financing of a year or less",
        "ASC 606-10-32-18, IFRS 15.63",
        ("not adjusted", "the practical expedient: the price is what is paid"),
        ("adjusted", "it bears interest like any other"),
    ),
    question(
        "cost_reversal",
        "impairment of contract costs that is over",
        "IFRS 15.104, ASC 340-40-35-6",
        ("reversed", "income, up to what would be left without the loss (IFRS)"),
        ("never", "the loss stays, whatever comes (US GAAP)"),
    ),
    question(
        "shipping",
        "shipping of goods handed over",
        "ASC 606-10-25-18A and 18B; IFRS 15.22 to 30",
        ("a service of its own", "it takes its part of the price, and is revenue as it is given (IFRS)"),
        ("part of the goods", "what is asked for it is price of everything else (the election of US GAAP)"),
    ),
    question(
        "compounding",
        "compounding of interest in prices",
        "ASC 606-10-32-15 to 20, IFRS 15.60 to 65",
        ("yearly", "after each full year; within a year interest is in proportion to time"),
        ("monthly", "a twelfth of the rate after each full month; within a month in proportion to time"),
        ("by effective rate", "evenly, so that a full year brings the rate: a month brings its twelfth root"),
    ),
    question(
        "onerous",
        "loss of an onerous contract",
        "IAS 37.66 to 69; ASC 605-35-25-45 for construction only",
        ("provided for", "what is still to be spent above all that is still to come in is an expense at once"),
        ("not provided for", "costs are expenses when they come; only capitalized costs are tested"),
    ),
    question(
        "cancellation_fee",
        "revenue of a cancellation fee",
        "handbook 4.10; ASC 606-10-25-13(a), IFRS 15.21(a)",
        (
            "over the notice",
            "price of the service still to be given, from the signing to the last day; at once without a notice",
        ),
        ("when it is due", "all of it on the day of the cancellation"),
    ),
    question(
        "gross_tax",
        "taxes on sales in revenue",
        "handbook P18; ASC 606-10-32-2 and 2A, IFRS 15.47",
        ("excluded", "taxes are collected for the state and no revenue"),
        ("included", "taxes that the company owes itself are price, and an expense when they are invoiced"),
    ),
)
