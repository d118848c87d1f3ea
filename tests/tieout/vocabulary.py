"""A small vocabulary for tests of the runner, over a world that does nothing."""

from datetime import date
from decimal import Decimal

from engine.model.money import Money
from steps.language.compare import compare, require
from steps.language.failures import NotExercised, NotMet
from steps.language.phrases import given, then, when
from steps.language.story import StoryWorld
from steps.language.tables import Column, Rows, Table

LINES = Table(
    "invoice lines",
    Column("account", required=True, key=True),
    Column("quantity", "count"),
    Column("from", "date"),
    Column("net", "amount"),
)
FOUND = [
    {"account": "Receivables", "quantity": 2, "from": date(2026, 3, 1), "net": Money.parse("100.00 USD")},
    {"account": "Revenue", "quantity": 1, "from": date(2026, 3, 1), "net": Money.parse("119.00 USD")},
]


@given("the company {company}")
def company(world: StoryWorld, name: str) -> None:
    """The story happens at this company."""


@when("{customer} adds {count} {product} from {date}")
def adds(world: StoryWorld, customer: str, count: int, product: str, on: date) -> None:
    """The customer signs for more units from that day."""


@when("the tax is {percent}")
def tax(world: StoryWorld, rate: Decimal) -> None:
    """The tax rate from now on."""


@then("the invoice total is {money}")
def total(world: StoryWorld, amount: Money) -> None:
    """What the invoice adds up to."""
    if amount != Money.parse("119.00 USD"):
        raise NotMet("The invoice total", f"expected {amount}, found 119.00 USD", money_at_risk=[amount])


@then("the invoice shows:", table=LINES)
def shows(world: StoryWorld, table: Rows) -> None:
    """The lines of the invoice, all of them."""
    require(compare(table, FOUND, "The invoice", currency="USD"))


@then("the letter says:")
def says(world: StoryWorld, text: str) -> None:
    """The words of the letter."""


@then("something breaks")
def breaks(world: StoryWorld) -> None:
    """A mistake in the code of a step."""
    raise KeyError("qty")


@when("time goes back")
def back(world: StoryWorld) -> None:
    """Something no stack here can do."""
    raise NotExercised("travel in time")


@when("the systems go away")
def gone(world: StoryWorld) -> None:
    """From now on nobody answers."""
    world.gone = True  # type: ignore[attr-defined]


@when("the run is interrupted")
def interrupted(world: StoryWorld) -> None:
    """Somebody presses Ctrl-C."""
    raise KeyboardInterrupt
