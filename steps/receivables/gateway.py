"""What a means of payment does by itself: money that its bank takes back, answers that come late or never."""

from __future__ import annotations

from datetime import date
from typing import Literal

from engine.model.payments import AnswerDelay, Course, Decline, PaymentBehavior, PendingAttempt
from reports.systems.naming import document_name
from steps.language.failures import StoryError
from steps.language.phrases import given, then, when
from steps.language.tables import Column, Rows, Table
from steps.receivables.cards import behave
from steps.stage.names import invoice_named
from steps.stage.world import World

UNANSWERED = Table(
    "attempts without an answer",
    Column("date", "date"),
    Column("customer", "customer", key=True),
    Column("invoice", required=True, key=True),
    Column("amount", "amount"),
)


@given("the card of {customer} works, and its first payment is charged back {count} day(s) later because {string}")
def first_is_charged_back(world: World, customer: str, days: int, reason: str) -> None:
    """The next attempt brings money that the card holder's bank takes back by itself; the attempts after that keep it."""
    behave(world, _taken_back("card", customer, ("taken back", "succeeds"), days, reason))


@given("the card of {customer} works, and every payment is charged back {count} day(s) later because {string}")
def each_is_charged_back(world: World, customer: str, days: int, reason: str) -> None:
    """Every attempt brings money that the card holder's bank takes back by itself, so many days after."""
    behave(world, _taken_back("card", customer, ("taken back",), days, reason))


@given("the direct debit of {customer} is collected, and the first one returned {count} day(s) later because {string}")
def first_is_returned(world: World, customer: str, days: int, reason: str) -> None:
    """The next direct debit comes back by itself; those after that stay collected."""
    behave(world, _taken_back("direct debit", customer, ("taken back", "succeeds"), days, reason))


@given("the direct debit of {customer} is collected, and every one returned {count} day(s) later because {string}")
def each_is_returned(world: World, customer: str, days: int, reason: str) -> None:
    """Every direct debit comes back by itself, so many days after it was collected."""
    behave(world, _taken_back("direct debit", customer, ("taken back",), days, reason))


@given("the gateway answers {count} day(s) late about {customer}")
def answers_late(world: World, days: int, customer: str) -> None:
    """Of every attempt to collect from the customer it is known only so many days later what became; 0: at once."""
    world.when_started(lambda: world.stack.payments.set_answer_delay(AnswerDelay(customer=customer, days=days)))


@given("the gateway never answers about {customer}")
def never_answers(world: World, customer: str) -> None:
    """What becomes of attempts to collect from the customer is not known until somebody finds it out."""
    world.when_started(lambda: world.stack.payments.set_answer_delay(AnswerDelay(customer=customer, days=None)))


@when("it is found out on {date} that the gateway collected {invoice} of {customer}")
def was_collected(world: World, day: date, invoice: str, customer: str) -> None:
    """An attempt that had no answer turns out to have brought the money."""
    _found_out(world, day, invoice, customer, "succeeds")


@when("it is found out on {date} that the gateway did not collect {invoice} of {customer}")
def was_not_collected(world: World, day: date, invoice: str, customer: str) -> None:
    """An attempt that had no answer turns out to have been declined; it is tried again on the retry days."""
    _found_out(world, day, invoice, customer, "declined")


@then("these attempts to collect have no answer:", table=UNANSWERED)
def have_no_answer(world: World, table: Rows) -> None:
    """The gateway's queue of attempts of which nobody knows yet what became."""
    names = {invoice.number: document_name(invoice) for invoice in world.billing.invoices()}
    found = [
        {"date": made.event_date, "customer": made.customer, "invoice": names[made.invoice], "amount": made.amount}
        for made in _unanswered(world)
    ]
    world.check(table, found, "attempts to collect without an answer")


@then("every attempt to collect is answered")
def all_are_answered(world: World) -> None:
    """The gateway's queue of attempts without an answer is empty."""
    found = ", ".join(f"{made.amount} for {made.invoice}" for made in _unanswered(world))
    world.check_value("attempts to collect without an answer", "none", found or "none")


def _taken_back(
    method: Literal["card", "direct debit"], customer: str, outcomes: tuple[Course, ...], days: int, reason: str
) -> PaymentBehavior:
    return PaymentBehavior(customer=customer, outcomes=outcomes, method=method, taken_back_after=days, reason=reason)


def _unanswered(world: World) -> list[PendingAttempt]:
    answered = {made.number for made in world.payments.attempts()}
    return [made for made in world.payments.pending_attempts() if made.number not in answered]


def _found_out(world: World, day: date, invoice: str, customer: str, outcome: Decline) -> None:
    world.on(day)
    number = invoice_named(world.stack, customer, invoice).number
    made = [made for made in world.payments.pending_attempts() if made.invoice == number]
    if not made:
        raise StoryError(f"no attempt to collect {invoice} of {customer} was ever without an answer")
    world.attempt(lambda: world.payments.find_out(made[-1].number, outcome))
