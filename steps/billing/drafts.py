"""Drafts: what has fallen due, may still change, and is issued when its days of grace are over."""

from __future__ import annotations

from engine.model.calendar import long_date
from engine.model.policies import question_named
from steps.billing.invoices import LINE, line_facts
from steps.language.phrases import given, then
from steps.language.tables import Column, Rows, Table
from steps.stage.world import World

DRAFTS = Table(
    "drafts",
    Column("opened", "date", key=True),
    Column("issued on", "date", key=True),
    Column("due", "date"),
    *LINE,
    Column("cause"),
)


@given("invoices are drafts for {days} before they are issued")
def invoices_are_drafts(world: World, days: int) -> None:
    """What falls due is a draft for so many days; then it gets its number and date, and asks for payment."""
    asked = question_named("invoices are issued")
    world.answer(asked.question, asked.answers[-1].text)
    world.change_company(grace_days=days)


@then("the drafts of {customer} are:", table=DRAFTS)
def drafts_are(world: World, customer: str, table: Rows) -> None:
    """The lines of every draft of the customer as they stand today, and no other."""
    found = [
        line_facts(line)
        | {"opened": draft.opened, "issued on": draft.issues_on, "due": draft.due_date, "cause": draft.cause}
        for draft in world.billing.drafts()
        if draft.customer == customer
        for line in draft.lines
    ]
    world.check(table, found, f"the drafts of {customer}")


@then("{customer} has no draft")
def has_no_draft(world: World, customer: str) -> None:
    """Nothing of the customer waits to be issued."""
    open_ = [f"issued on {long_date(one.issues_on)}" for one in world.billing.drafts() if one.customer == customer]
    world.check_value(f"drafts of {customer}", "none", "; ".join(open_) or "none")
