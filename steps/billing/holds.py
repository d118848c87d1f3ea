"""The exceptions queue of the bill run: what is held, for whom, how long; and letting it go."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from engine.model.holds import HoldCode, HoldOwner
from reports.systems.held import open_holds
from steps.language.phrases import given, parameter_type, then, when
from steps.language.tables import Column, Rows, Table
from steps.stage.names import contract_of
from steps.stage.world import World

_CODES = get_args(HoldCode)
parameter_type(
    "kind of exception",
    "|".join(code.replace("-", " ") for code in _CODES),
    lambda text: text.replace(" ", "-"),
    noun="a kind of exception",
    hint="missing price",
)
QUEUE = Table(
    "exceptions queue",
    Column("customer", "customer", required=True, key=True),
    Column("contract"),
    Column("reason"),
    Column("kind"),
    Column("owner"),
    Column("since", "date"),
    Column("age", "count"),
)
OWNERS = Table(
    "owners of exceptions", Column("kind", "kind of exception", required=True), Column("owner", required=True)
)
FREQUENCIES = Table("standard billing frequencies", Column("months", "count", required=True))


@given("{product} is not mapped to the ledger")
def not_mapped(world: World, product: str) -> None:
    """Nobody has said yet where the product's revenue belongs: its contracts are held."""
    world.change_company(unmapped=(*world.company.unmapped, product))


@given("these billing frequencies are standard:", table=FREQUENCIES)
def frequencies_are_standard(world: World, table: Rows) -> None:
    """Contracts billed every so many months are billed at once; any other waits in the exceptions queue."""
    world.change_company(standard_months=tuple(row["months"] for row in table.as_written()))


@given("these roles see to exceptions:", table=OWNERS)
def roles_see_to(world: World, table: Rows) -> None:
    """Who has to see to what the bill run holds for a reason, instead of the house's role."""
    rows = [HoldOwner(code=row["kind"], role=str(row["owner"])) for row in table.as_written()]  # type: ignore[arg-type]  # by the kind of its column
    world.change_company(hold_owners=(*world.company.hold_owners, *rows))


@given("nobody has said yet what the tax code {string} is")
def tax_code_unknown(world: World, code: str) -> None:
    """Contracts may name it all the same; no rate is known until one is said."""
    world.unrated.add(code)


@when("the {string} releases the contract of {customer}")
def releases(world: World, role: str, customer: str) -> None:
    """A role lets the customer's newest contract out of the exceptions queue; what fell due meanwhile is billed today."""
    number = contract_of(world.stack, customer, world.meant).number
    world.attempt(lambda: world.billing.release(number, role))


@then("the exceptions queue is:", table=QUEUE)
def queue_is(world: World, table: Rows) -> None:
    """Every contract that the bill run holds today, why, who has to see to it and for how many days; and no other."""
    world.check(table, _queue(world), "the exceptions queue")


@then("the exceptions queue is empty")
def queue_is_empty(world: World) -> None:
    """The bill run holds nothing."""
    held = [hold["reason"] for hold in _queue(world)]
    world.check_value("the exceptions queue", "empty", "; ".join(map(str, held)) or "empty")


def _queue(world: World) -> Iterator[dict[str, object]]:
    today = world.clock.today()
    for hold in open_holds(world.billing.holds(), world.billing.hold_releases(), today):
        yield {
            "customer": hold.customer,
            "contract": hold.contract,
            "reason": hold.reason,
            "kind": hold.code.replace("-", " "),
            "owner": hold.owner,
            "since": hold.event_date,
            "age": (today - hold.event_date).days,
        }
