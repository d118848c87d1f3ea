"""Money paid back: by which means, who approved it, and refunds that come back themselves."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Literal, TypeVar

from engine.model.bearing import CASH, CUSTOMER
from engine.model.company import ApprovalLimit, DisputeReason, LimitedAct
from engine.model.losses import Signatures
from engine.model.money import Money, plain_number
from engine.model.payments import Method
from steps.language.failures import StoryError
from steps.language.phrases import given, parameter_type, then, when
from steps.language.tables import Column, Rows, Table
from steps.stage.names import invoice_named
from steps.stage.world import World

BEARS = CASH | CUSTOMER

parameter_type(
    "held",
    "credit|unapplied cash",
    str,
    noun="what is refunded",
    hint="credit",
)
parameter_type(
    "means",
    "card|direct debit|bank transfer",
    str,
    noun="a means of payment",
    hint="bank transfer",
)
LIMITS = Table(
    "approval limits",
    Column("act", required=True, key=True),
    Column("role", required=True, key=True),
    Column("up to"),
)
REASONS = Table("dispute reasons", Column("reason", required=True, key=True), Column("puts in doubt", required=True))
RETURNS = Table(
    "returned refunds",
    Column("date", "date", key=True),
    Column("amount", "amount", required=True, key=True),
    Column("reason"),
)
_ACTS: dict[str, LimitedAct] = {"refund": "refund", "write-off": "write-off", "credit": "credit"}
_DOUBTS: dict[str, Literal["price", "credit"]] = {"price": "price", "credit": "credit"}


@given("these approval limits:", table=LIMITS)
def these_approval_limits(world: World, table: Rows) -> None:
    """Up to which amount a role may approve a refund, a write-off or a credit for goodwill (without tax); without an
    amount, any. Who prepares never approves."""
    limits = tuple(
        ApprovalLimit(
            act=_known(_ACTS, str(row["act"])),
            role=str(row["role"]),
            up_to=_limit(row["up to"]),
        )
        for row in table.records()
    )
    world.change_company(limits=limits)


@given("these reasons for disputes:", table=REASONS)
def these_reasons(world: World, table: Rows) -> None:
    """What a reason puts in doubt: the price, which is revenue, or the customer's credit, which is a credit loss."""
    found = (
        DisputeReason(reason=str(r["reason"]), doubt=_known(_DOUBTS, str(r["puts in doubt"]))) for r in table.records()
    )
    world.change_company(dispute_reasons=tuple(found))


@when("finance refunds {customer} {money} of {held} on {date} to the {means}")
def refunds_to(world: World, customer: str, amount: Money, held: str, day: date, method: Method) -> None:
    """A refund goes back to a means of payment: never more than was paid by it."""
    world.on(day)
    world.attempt(lambda: world.billing.refund(customer, amount, _SOURCES[held], f"refund of {held}", method))


@when("finance refunds {customer} {money} of {held} on {date}, prepared by {string} and approved by {string}")
def refunds_signed(
    world: World, customer: str, amount: Money, held: str, day: date, preparer: str, approver: str
) -> None:
    """A refund that one role prepares and another approves."""
    world.on(day)
    signed = Signatures(prepared_by=preparer, approved_by=approver)
    world.attempt(lambda: world.billing.refund(customer, amount, _SOURCES[held], f"refund of {held}", None, signed))


@when("finance credits {customer} {money} on {invoice} on {date}, prepared by {string} and approved by {string}")
def credits_signed(
    world: World, customer: str, net: Money, invoice: str, day: date, preparer: str, approver: str
) -> None:
    """Goodwill that one role prepares and another approves: that much, without tax, is given back of an invoice."""
    world.on(day)
    number = invoice_named(world.stack, customer, invoice).number
    signed = Signatures(prepared_by=preparer, approved_by=approver)
    world.attempt(lambda: world.billing.credit(number, None, net, "goodwill", signed))


@when("the refund of {customer} comes back on {date} because {string}")
def comes_back(world: World, customer: str, day: date, reason: str) -> None:
    """The newest refund to the customer could not be credited: the card or account is closed. It is owed as before."""
    world.on(day)
    refund = _newest(world, customer)
    world.attempt(lambda: world.payments.return_refund(refund, reason))


@when("the refund of {customer} is paid again on {date}")
def is_paid_again(world: World, customer: str, day: date) -> None:
    """The newest refund of the customer, which came back, is paid out once more."""
    world.on(day)
    refund = _newest(world, customer)
    world.attempt(lambda: world.payments.repay_refund(refund))


@then("these refunds of {customer} came back:", table=RETURNS)
def came_back(world: World, customer: str, table: Rows) -> None:
    """Every refund that came back to the company."""
    found = [
        {"date": back.event_date, "amount": back.amount, "reason": back.reason}
        for back in world.payments.refund_returns()
        if back.customer == customer
    ]
    world.check(table, found, f"returned refunds of {customer}")


_SOURCES: dict[str, Literal["customer credit", "unapplied cash"]] = {
    "credit": "customer credit",
    "unapplied cash": "unapplied cash",
}


T = TypeVar("T")


def _limit(text: object) -> Decimal | None:
    """An amount in the company's currency; none at all without one. StoryError for what is no number."""
    if text is None:
        return None
    try:
        return plain_number(str(text))
    except ValueError as wrong:
        raise StoryError(f"not an amount: {text}; write it like 1,000.00") from wrong


def _known(words: dict[str, T], text: str) -> T:
    if text.lower() not in words:
        raise StoryError(f"{text!r} is none of: {', '.join(words)}")
    return words[text.lower()]


def _newest(world: World, customer: str) -> str:
    """The customer's newest approved refund. StoryError if there is none."""
    made = [refund.number for refund in world.billing.refunds() if refund.customer == customer]
    if not made:
        raise StoryError(f"no refund to {customer} was approved")
    return made[-1]
