"""The shape of what a company says about money that is paid back, given up and contested."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Literal

from pydantic import Field, model_validator

from engine.model.cadence import Billing, PaymentTerms
from engine.model.company import LimitedAct
from engine.model.payments import AnswerDelay, Course, PaymentBehavior
from engine.model.policies.changes import UpliftApplies
from scenarios.charging_words import Billed
from scenarios.paying_words import Due, PartShape, ToPay, in_parts
from scenarios.words import Closed, Count, Day, Percent, Price, Text, wrong


class LimitShape(Closed):
    """Up to which amount a role may approve refunds, write-offs or credits for goodwill; no amount means any."""

    act: LimitedAct
    role: Text
    up_to: Price | None = None


class DisputeReasonShape(Closed):
    """What a reason for a dispute puts in doubt: the price, or the customer's ability to pay (credit)."""

    reason: Text
    doubt: Literal["price", "credit"]


class LateFeeShape(Closed):
    """What is charged on an invoice so many days overdue: a percentage of what is open and not in dispute, an amount, and
    interest by the year for the days since it was due or last bore interest; with the tax of a code. Of the rows of one day the
    one holds whose "at least" is open, as it is since the latest day that has come; within minimum and maximum."""

    days_overdue: Count
    percent: Percent = Decimal(0)
    amount: Price = Decimal(0)
    interest: Percent = Decimal(0)
    tax_code: Text = "none"
    at_least: Price = Decimal(0)
    since: Day = date.min
    minimum: Price = Decimal(0)
    maximum: Price | None = None


class UpliftShape(Closed):
    """How prices rise by themselves: a percentage, or what an index rose in a year and the percentage on top, within limits."""

    percent: Percent = Decimal(0)
    index: Text = ""
    at_least: Percent | None = None
    at_most: Percent | None = None
    months_before: Count = 0
    applies: UpliftApplies | None = None


class UsualTermsShape(Closed):
    """On what terms contracts are signed that say nothing else: for so many months, or (with 0 of them) so many days. Invoices are
    due so many days after their date, or as `due` says, or in parts."""

    months: Count = 12
    days: Count = 0
    billed: Billed = Billing()
    net_days: Count = 30
    due: Due | None = None
    parts: tuple[PartShape, ...] = ()
    tax_code: Text = "none"

    @model_validator(mode="after")
    def _is_due_once(self) -> UsualTermsShape:
        said = self.model_fields_set & {"net_days", "due", "parts"}
        if len(said) > 1:
            raise wrong(f"say one of net days, due and parts, not {' and '.join(sorted(said)).replace('_', ' ')}")
        if flaw := self.to_pay.terms.flaw:
            raise wrong(flaw)
        return self

    @property
    def to_pay(self) -> ToPay:
        """Until when an invoice is paid, all of it or part by part."""
        if self.parts:
            return in_parts((part.due, part.part, part.amount) for part in self.parts)
        return self.due or ToPay(PaymentTerms(), self.net_days)


class MeansShape(Closed):
    """How a customer pays by itself, from a day on: the outcome of each attempt in order, the last one for all that follow.

    What is taken back comes back so many days later; the gateway answers so many days after it is asked, or never.
    """

    customer: Text
    start: Day | None = Field(None, alias="from")
    method: Literal["card", "direct debit"] = "card"
    attempts: tuple[Course, ...] = ("succeeds",)
    taken_back_after: Count = 0
    because: Text = "not recognized"
    answers_after: Count | Literal["never"] = 0

    @model_validator(mode="after")
    def _goes_somehow(self) -> MeansShape:
        if not self.attempts:
            raise wrong(f"how the attempts of {self.customer!r} go needs at least one; write [succeeds]")
        return self

    def noun(self) -> PaymentBehavior:
        """As the gateway knows it."""
        return PaymentBehavior(
            customer=self.customer,
            outcomes=self.attempts,
            method=self.method,
            taken_back_after=self.taken_back_after,
            reason=self.because,
            start=self.start,
        )

    def delay(self) -> AnswerDelay:
        """When the gateway answers."""
        return AnswerDelay(customer=self.customer, days=None if self.answers_after == "never" else self.answers_after)
