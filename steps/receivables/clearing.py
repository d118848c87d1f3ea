"""What the gateway's clearing account is made of."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from engine.model.calendar import long_date
from engine.model.document import Document
from engine.model.money import Money
from steps.language.phrases import then
from steps.language.tables import Column, Rows, Table
from steps.stage.world import World

CLEARING = Table(
    "gateway clearing",
    Column("date", "date", required=True, key=True),
    Column("document", key=True),
    Column("customer", "customer"),
    Column("amount", "amount", required=True, key=True),
    Column("age", "count"),
)


@then("the gateway clearing on {date} is made of:", table=CLEARING)
def is_made_of(world: World, day: date, table: Rows) -> None:
    """Document by document what the gateway took or gave back and no payout has brought to the bank, with its age in days."""
    world.check(table, _open(world, day), f"gateway clearing on {long_date(day)}")


@then("the gateway clearing on {date} is zero")
def is_zero(world: World, day: date) -> None:
    """Everything that the gateway took went to the bank, or back."""
    open_ = [f"{row['document']} {row['amount']}" for row in _open(world, day)]
    world.check_value(f"gateway clearing on {long_date(day)}", "nothing", ", ".join(open_) or "nothing")


def _open(world: World, day: date) -> Iterator[dict[str, object]]:
    paid_out = {name for payout in world.payments.payouts() if payout.event_date <= day for name in payout.payments}
    for document, amount in sorted(_moved(world), key=lambda moved: moved[0].event_date):
        if document.event_date <= day and document.number not in paid_out:
            customer = getattr(document, "customer", None)
            age = (day - document.event_date).days
            yield {
                "date": document.event_date,
                "document": document.number,
                "customer": customer,
                "amount": amount,
                "age": age,
            }


def _moved(world: World) -> Iterator[tuple[Document, Money]]:
    """What moved the money that the gateway holds, by what it says itself; a bank transfer does not pass it."""
    gateway = world.payments
    yield from ((paid, paid.amount) for paid in gateway.payments() if paid.method != "bank transfer")
    yield from ((back, -back.amount) for back in gateway.refunds() if back.method != "bank transfer")
    yield from ((again, again.amount) for again in gateway.refund_returns() if again.method != "bank transfer")
    yield from ((taken, -taken.amount - taken.fee) for taken in gateway.chargebacks())
    yield from (
        (end, end.won + end.fee_returned) for end in gateway.chargeback_outcomes() if end.won or end.fee_returned
    )
    yield from ((back, -back.amount) for back in gateway.returns())
