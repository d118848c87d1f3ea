"""Direct debits and their returns, and payments taken off an invoice by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from engine.model.money import Money
from engine.model.payments import Decline, PaymentBehavior
from reports.systems.naming import document_name
from steps.language.failures import StoryError
from steps.language.phrases import given, then, when
from steps.language.tables import Column, Rows, Table
from steps.receivables.cards import repeated
from steps.receivables.chargebacks import card_payment
from steps.stage.names import invoice_named
from steps.stage.world import World

REVERSALS = Table(
    "reversed payments",
    Column("date", "date", key=True),
    Column("invoice", key=True),
    Column("amount", "amount", required=True, key=True),
    Column("because"),
    Column("reference"),
)


@given("{customer} pays every invoice by direct debit when it is due")
def pays_by_direct_debit(world: World, customer: str) -> None:
    """The customer's bank account is debited on every due date, and there is money on it."""
    behavior = PaymentBehavior(customer=customer, method="direct debit")
    world.when_started(lambda: world.stack.payments.set_behavior(behavior))


@given("the direct debit of {customer} is collected {count} time(s), declined {count} time(s) and then collected")
def is_collected_then_declined(world: World, customer: str, collected: int, declined: int) -> None:
    """The next attempts bring the money so many times, the ones after are declined so many times, all others bring it."""
    outcomes: tuple[Decline, ...] = (*repeated("succeeds", collected), *repeated("declined", declined), "succeeds")
    behavior = PaymentBehavior(customer=customer, outcomes=outcomes, method="direct debit")
    world.when_started(lambda: world.stack.payments.set_behavior(behavior))


@given("the bank charges {money} for a returned direct debit")
def charges_for_a_return(world: World, fee: Money) -> None:
    """The fee that the bank takes for each direct debit that comes back; of one in another currency, at the rate of the
    day."""
    world.change_company(payouts=replace(world.company.payouts, return_fee=fee))


@when("the direct debit of {customer} for {invoice} is returned on {date} because {string}")
def is_returned(world: World, customer: str, invoice: str, day: date, reason: str) -> None:
    """The customer's bank takes back a direct debit that was collected before."""
    world.on(day)
    payment = card_payment(world, customer, invoice)
    world.attempt(lambda: world.payments.send_back(payment, reason))


@when("finance takes the payment off {invoice} of {customer} on {date}")
def takes_off(world: World, invoice: str, customer: str, day: date) -> None:
    """Un-apply: the newest payment that pays the invoice pays it no longer; its cash stands unapplied."""
    world.on(day)
    number = invoice_named(world.stack, customer, invoice).number
    payment = _paying(world, number)
    world.attempt(lambda: world.billing.take_off(payment, number))


@then("these payments of {customer} were reversed:", table=REVERSALS)
def were_reversed(world: World, customer: str, table: Rows) -> None:
    """What payments of the customer pay no longer, invoice by invoice: taken off, returned, charged back."""
    names = {invoice.number: document_name(invoice) for invoice in world.billing.invoices()}
    found = [
        {
            "date": undone.event_date,
            "invoice": names[part.invoice],
            "amount": part.amount,
            "because": undone.cause,
            "reference": undone.reference,
        }
        for undone in world.billing.reversals()
        if undone.customer == customer
        for part in undone.settlements
    ]
    world.check(table, found, f"reversed payments of {customer}")


@then("no payment of {customer} was reversed")
def none_was_reversed(world: World, customer: str) -> None:
    """Whatever the customer's payments were applied to, they still pay."""
    found = [
        f"{undone.amount} of {undone.payment}" for undone in world.billing.reversals() if undone.customer == customer
    ]
    world.check_value(f"reversed payments of {customer}", "none", ", ".join(found) or "none")


def _paying(world: World, invoice: str) -> str:
    paid = [a.payment for a in world.billing.applications() if any(s.invoice == invoice for s in a.settlements)]
    if not paid:
        raise StoryError(f"no payment pays invoice {invoice}")
    return paid[-1]
