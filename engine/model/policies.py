"""The conventions a company may choose: each question once, its answers by name, and what holds if nobody says.

A world sets them, a story may override them for one scenario, and the evidence records which one was applied.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import Literal

from engine.model.money import Rounding

Proration = Literal["actual days of the period", "30/360", "actual/365", "fixed 30 days", "months"]
ChangeDay = Literal["new plan pays", "old plan pays"]
LastDay = Literal["not billed", "billed"]
Downgrade = Literal["at once with credit", "at period end without credit"]
AmendmentBilling = Literal["credit and charge line by line", "one net difference", "on the next regular invoice"]
TaxRounding = Literal["per rate per document", "per line", "per document"]
Schedule = Literal["service period of each line", "contract term"]
Spread = Literal["by day", "by month"]
RetroactiveDiscount = Literal["past-service concession", "prospective re-price"]
Modification = Literal["by test", "separate contract", "terminate and new"]
WriteOffMethod = Literal["allowance", "direct"]
TaxRelief = Literal["none", "at write-off"]
DisputeReserve = Literal["no journal", "reserve"]
OpenChargeback = Literal["disputed funds", "receivable reopened", "taken out of revenue"]
Application = Literal["exact match, else oldest due", "oldest due"]
CustomerCredit = Literal["kept", "applied to the next invoice"]


@dataclass(frozen=True, slots=True)
class Answer:
    """One way a company may do it: its name as written in worlds and stories, and what it means with an example."""

    text: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Question:
    """One convention: the field of `Policies` it sets, the question as people ask it, its answers, and its source."""

    field: str
    question: str
    answers: tuple[Answer, ...]
    source: str

    def answer(self, text: str) -> Answer:
        """The answer of that name, ignoring case and a leading "by day, ". KeyError if there is none."""
        wanted = _plain(text)
        return {_plain(answer.text): answer for answer in self.answers}[wanted]


def _plain(text: str) -> str:
    return " ".join(text.lower().removeprefix("by day, ").replace(" the ", " ").split())


@dataclass(frozen=True, kw_only=True, slots=True)
class Policies:
    """The conventions in force. Every field is answered by one of its question's answers; the defaults are the house's."""

    proration: Proration = "actual days of the period"
    change_day: ChangeDay = "new plan pays"
    last_day: LastDay = "not billed"
    downgrade: Downgrade = "at once with credit"
    amendment_billing: AmendmentBilling = "credit and charge line by line"
    rounding: Rounding = "half up"
    tax_rounding: TaxRounding = "per rate per document"
    schedule: Schedule = "contract term"
    spread: Spread = "by day"
    retroactive_discount: RetroactiveDiscount = "past-service concession"
    modification: Modification = "by test"
    write_off: WriteOffMethod = "allowance"
    tax_relief: TaxRelief = "none"
    dispute: DisputeReserve = "no journal"
    chargeback: OpenChargeback = "disputed funds"
    application: Application = "exact match, else oldest due"
    customer_credit: CustomerCredit = "kept"

    def with_answer(self, question: str, answer: str) -> Policies:
        """The same policies with one question answered otherwise. KeyError names a question or answer that does not exist."""
        asked = question_named(question)
        return replace(self, **{asked.field: asked.answer(answer).text})  # type: ignore[arg-type]  # text is the Literal


def question_named(text: str) -> Question:
    """The question as people ask it, ignoring case and articles. KeyError if there is none."""
    return {_plain(question.question): question for question in QUESTIONS}[_plain(text)]


def _q(field: str, question: str, source: str, *answers: tuple[str, str]) -> Question:
    return Question(field, question, tuple(Answer(*answer) for answer in answers), source)


QUESTIONS: tuple[Question, ...] = (
    _q(
        "proration",
        "proration",
        "handbook P7; billing conventions, proration denominator",
        ("actual days of the period", "days used over the days of the whole billing period: 16 of 31 days of March"),
        ("30/360", "every month has 30 days, the 31st counts as the 30th (30E/360): 16 to 31 March is 15 of 30 days"),
        ("actual/365", "days used over 365, of a year's price: 16 days of 10.00 a month is 120.00 * 16/365"),
        ("fixed 30 days", "days used over 30 for each month of the price, never above the whole period's price"),
        ("months", "whole months count one each, a begun month by its days: 16 to 31 March is 16/31 of one month"),
    ),
    _q(
        "change_day",
        "day of the change",
        "billing conventions, who pays for the day of a change",
        ("new plan pays", "the new terms hold from the effective day itself"),
        ("old plan pays", "the old terms hold to the end of the effective day"),
    ),
    _q(
        "last_day",
        "last day on cancellation",
        "billing conventions, last day on cancellation",
        ("not billed", "service ends the day before the effective day of the cancellation"),
        ("billed", "the effective day of the cancellation is the last day of service"),
    ),
    _q(
        "downgrade",
        "downgrade",
        "handbook 4.8; billing conventions, downgrade",
        ("at once with credit", "fewer units from the effective day; the unused part already billed is credited"),
        ("at period end without credit", "fewer units from the next billing period; nothing is credited"),
    ),
    _q(
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
    _q(
        "rounding",
        "rounding",
        "billing conventions, rounding mode",
        ("half up", "half a cent rounds away from zero: 0.125 becomes 0.13"),
        ("half even", "half a cent rounds to the even cent: 0.125 becomes 0.12"),
    ),
    _q(
        "tax_rounding",
        "tax rounding",
        "billing conventions, tax",
        ("per rate per document", "tax of each rate on the sum of its lines, rounded once, then spread over the lines"),
        ("per line", "tax of each line rounded by itself"),
        ("per document", "exact tax of all lines, rounded once, then spread over the lines"),
    ),
    _q(
        "schedule",
        "revenue schedule",
        "ASC 606-10-25-31 and 55-18, IFRS 15.39 and B16",
        ("service period of each line", "each invoiced or planned line is recognized over its own service period"),
        ("contract term", "the price of each obligation is recognized straight over its whole term"),
    ),
    _q(
        "spread",
        "revenue spread",
        "handbook P7",
        ("by day", "every day of service carries the same"),
        ("by month", "every full month carries the same; a begun month by its days"),
    ),
    _q(
        "retroactive_discount",
        "retroactive discount",
        "handbook P2 and 4.2",
        ("past-service concession", "what concerns days already served reduces revenue at once"),
        ("prospective re-price", "the whole discount reduces the revenue of the days still to come"),
    ),
    _q(
        "modification",
        "contract modification",
        "ASC 606-10-25-10 to 13, IFRS 15.18 to 21; handbook P1",
        (
            "by test",
            "separate contract if only distinct services at their stand-alone price are added; else terminate and new",
        ),
        ("separate contract", "what is added has its own schedule; the original stays untouched"),
        ("terminate and new", "what is not yet recognized and what is added is spread anew over the days that remain"),
    ),
    _q(
        "write_off",
        "write-off",
        "handbook P3, IFRS 9.5.5.15, ASC 326-20",
        ("allowance", "written off against the loss allowance"),
        ("direct", "written off as expense at once"),
    ),
    _q(
        "tax_relief",
        "tax relief on write-off",
        "handbook P4",
        ("none", "the tax stays owed"),
        ("at write-off", "the tax share of what is written off is reclaimed at once"),
    ),
    _q(
        "dispute",
        "disputed invoice",
        "handbook P5 and 4.3",
        ("no journal", "a dispute is a flag: nothing is posted until it is settled"),
        (
            "reserve",
            "what is in dispute of service already given, without tax, is a refund liability and no revenue until settled",
        ),
    ),
    _q(
        "chargeback",
        "chargeback while open",
        "handbook P6 and 4.7",
        ("disputed funds", "the amount stands in an account of its own until the card network decides"),
        ("receivable reopened", "what the payment paid is owed again at once; what is won back pays it again"),
        ("taken out of revenue", "the amount reduces revenue at once; what is won back returns to it"),
    ),
    _q(
        "application",
        "payment application",
        "billing conventions, payment application",
        ("exact match, else oldest due", "an open invoice of exactly that amount, else the oldest due first"),
        ("oldest due", "the oldest due invoice first"),
    ),
    _q(
        "customer_credit",
        "customer credit",
        "handbook 4.8",
        ("kept", "a credit above what is open stays on the customer's account until it is used or refunded"),
        ("applied to the next invoice", "a credit on the customer's account pays the next invoice as far as it goes"),
    ),
)
assert [question.field for question in QUESTIONS] == [field.name for field in fields(Policies)]
