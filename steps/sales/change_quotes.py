"""Quotes of changes of a running contract: what is offered, what billing says it comes to, and what then was billed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from engine.model.money import Money
from engine.model.quotes import ChangePreview
from steps.billing.invoices import credit_lines, invoice_lines
from steps.contracts.amendments import CHANGES, Effect, change_of
from steps.language.failures import StoryError
from steps.language.phrases import then, when
from steps.language.tables import Column, Record, Rows, Table
from steps.stage.names import contract_of, quote_for
from steps.stage.world import World

PREVIEWED = Table(
    "previewed lines",
    Column("what", key=True),
    Column("date", "date", key=True),
    Column("for", "product", key=True),
    Column("charge"),
    Column("from", "date", key=True),
    Column("to", "date", key=True),
    Column("quantity", "quantity"),
    Column("price", "number"),
    Column("net", "amount"),
    Column("tax", "amount"),
    Column("total", "amount"),
)
FIGURES = Table(
    "figures of a quote", Column("figure", required=True, key=True), Column("amount", "amount", required=True)
)
LEFT_OUT = Table("what a quote leaves out", Column("because", required=True, key=True))


@when("sales quotes {customer} a change of the contract on {date}, effective {effect}:", table=CHANGES)
def quotes_a_change(world: World, customer: str, on: date, effect: Effect, table: Rows) -> None:
    """An offer of changes, a renewal or a cancellation of the running contract, which billing previews; nothing is signed."""
    changes = [change_of(row) for row in table.records(world.currency)]
    world.on(on)
    contract = contract_of(world.stack, customer, world.meant).number
    world.attempt(lambda: world.crm.quote_changes(contract, changes, effect.day or on, effect.takes))


@when("sales changes the quote for {customer} on {date}, effective {effect}:", table=CHANGES)
def changes_the_change(world: World, customer: str, on: date, effect: Effect, table: Rows) -> None:
    """The next version of a quote of changes; the one before can be signed no more."""
    changes = [change_of(row) for row in table.records(world.currency)]
    world.on(on)
    old = quote_for(world.stack, customer)
    world.attempt(
        lambda: world.crm.quote_changes(old.contract or "", changes, effect.day or on, effect.takes, old.number)
    )


@then("the quote for {customer} previews:", table=PREVIEWED)
def previews(world: World, customer: str, table: Rows) -> None:
    """What the newest quote would charge ("charge"), give back ("credit"), and what would be charged otherwise ("instead of")."""
    preview = _preview(world, customer)
    world.check(table, _lines(preview), f"the quote for {customer} previews", currency=preview.currency)


@then("the quote for {customer} comes to:", table=FIGURES)
def comes_to(world: World, customer: str, table: Rows) -> None:
    """What the newest quote comes to: credits, charges, tax, what recurs a month, the total of the contract's whole term."""
    preview = _preview(world, customer)
    found = [{"figure": name, "amount": amount} for name, amount in _figures(preview).items()]
    world.check(table, found, f"the quote for {customer}", exactly=False, currency=preview.currency)


@then("the quote for {customer} leaves out:", table=LEFT_OUT)
def leaves_out(world: World, customer: str, table: Rows) -> None:
    """What cannot be known when the newest quote is previewed and is in none of its figures; nothing else."""
    found = [{"because": sentence} for sentence in _preview(world, customer).left_out]
    world.check(table, found, f"the quote for {customer} leaves out")


@then("the quote for {customer} leaves out nothing")
def leaves_out_nothing(world: World, customer: str) -> None:
    """Everything about the contract that the figures of the newest quote depend on was known."""
    world.check_value(f"left out of the quote for {customer}", (), _preview(world, customer).left_out)


@then("{customer} is billed as the quote previewed")
def billed_as_previewed(world: World, customer: str) -> None:
    """Every line that the newest signed quote previewed is billed or credited on its day, to the cent."""
    quote = [order.quote for order in world.crm.orders() if order.customer == customer and order.quote][-1]
    told = [preview for preview in world.billing.change_previews() if preview.quote == quote]
    world.check_value(f"{customer}: previewed and not billed so", [], _not_billed(world, told[-1]))


def _preview(world: World, customer: str) -> ChangePreview:
    number = quote_for(world.stack, customer).number
    found = [preview for preview in world.billing.change_previews() if preview.quote == number]
    if not found or found[-1].refused:
        why = found[-1].refused if found else "it offers no change of a running contract, or billing never got it"
        raise StoryError(f"quote {number} has no preview: {why}")
    return found[-1]


def _lines(preview: ChangePreview) -> list[Record]:
    return [
        {
            "what": line.what,
            "date": line.on,
            "for": line.product,
            "charge": line.charge,
            "from": line.service.start,
            "to": line.service.end,
            "quantity": line.quantity,
            "price": line.price,
            "net": line.net,
            "tax": line.tax,
            "total": line.net + line.tax,
        }
        for line in preview.lines
    ]


def _figures(preview: ChangePreview) -> dict[str, Money]:
    return {
        "credited": preview.net("credit"),
        "charged": preview.net("charge"),
        "tax": preview.tax,
        "to pay": preview.to_pay,
        "instead of": preview.gross("instead of"),
        "recurring a month, without": preview.recurring_without,
        "recurring a month": preview.recurring,
        "contract total, without": preview.contract_total_without,
        "contract total": preview.contract_total,
    }


def _not_billed(world: World, preview: ChangePreview) -> Sequence[str]:
    """The previewed lines without their like among what was billed or credited."""
    names = ("for", "charge", "from", "to", "quantity", "price", "net", "tax")
    billed = {"charge": invoice_lines(world), "credit": credit_lines(world)}
    left = {what: [tuple(line[name] for name in names) for line in lines] for what, lines in billed.items()}
    missing = []
    for row in (row for row in _lines(preview) if row["what"] in left):
        wanted = tuple(row[name] for name in names)
        if wanted in left[str(row["what"])]:
            left[str(row["what"])].remove(wanted)
        else:
            missing.append(f"{row['what']} for {row['for']}, {row['from']} to {row['to']}, net {row['net']}")
    return missing
