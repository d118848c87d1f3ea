"""What the customer sees: the paper of an invoice or credit memo, its lines and its taxes; and what is to stand on it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from engine.model.company import TaxNote
from engine.model.printed import PrintedDocument
from reports.papers import printed
from steps.language.failures import StoryError
from steps.language.nearest import did_you_mean
from steps.language.phrases import given, parameter_type, then
from steps.language.tables import Column, Rows, Table
from steps.stage.names import document_named
from steps.stage.world import World

PARTIES = Table(
    "addresses and tax numbers", Column("of", required=True, key=True), Column("address"), Column("tax number")
)
NOTES = Table("notes on invoices", Column("for", "treatment", required=True), Column("note", required=True))
PAPER = Table(
    "what stands on a document",
    Column("what", "part of a document", required=True, key=True),
    Column("reads", required=True),
)
LINES = Table(
    "lines as the customer sees them",
    Column("description", key=True),
    Column("from", "date", key=True),
    Column("to", "date", key=True),
    Column("quantity", "quantity"),
    Column("unit price"),
    Column("discount"),
    Column("net", "amount"),
    Column("tax code"),
    Column("tax rate", "percent"),
    Column("tax each", "quantity"),
    Column("tax", "amount"),
    Column("total", "amount"),
    Column("treatment", "treatment"),
    Column("invoice"),
)
TAXES = Table(
    "taxes as the customer sees them",
    Column("tax", key=True),
    Column("rate", "percent", key=True),
    Column("each", "quantity"),
    Column("on", "amount"),
    Column("amount", "amount"),
    Column("treatment", "treatment", key=True),
)
parameter_type(
    "part of a document",
    "document|number|date|pay by|installments|terms|early payment|seller|seller address|seller tax number|buyer|buyer address"
    "|buyer tax number|contract|reason|invoice|note|currency|net|tax|rounding|total|set off|credit",
    str,
    noun="a part of an invoice or memo",
    hint="pay by, seller address, note or total",
)
parameter_type(
    "document",
    r"the (?:[\w-]+ ){1,4}(?:invoice|credit memo)|the (?:[\w-]+ ){0,4}debit memo"
    r"|(?:invoice|credit memo|debit memo) [A-Z][\w-]*-\d+",
    str,
    noun="an invoice or a credit memo",
    hint="the March invoice",
)


@given("these addresses and tax numbers:", table=PARTIES)
def these_addresses(world: World, table: Rows) -> None:
    """How legal entities and customers stand on invoices, each by its name."""
    for row in table.records():
        _print_party(world, str(row["of"]), {k.replace(" ", "_"): v for k, v in row.items() if v and k != "of"})


@given("these notes stand on invoices:", table=NOTES)
def these_notes(world: World, table: Rows) -> None:
    """The sentence on an invoice with a line that is treated so, instead of the plain one."""
    notes = [TaxNote(treatment=row["for"], text=str(row["note"])) for row in table.records()]  # type: ignore[arg-type]  # by the kind of its column
    world.change_company(tax_notes=(*world.company.tax_notes, *notes))


@then("{customer} sees on {document}:", table=PAPER)
def sees(world: World, customer: str, document: str, table: Rows) -> None:
    """What stands on the paper beside its lines, by what it is called: number, pay by, seller address, note, total ..."""
    found = [{"what": what, "reads": said} for what, said in printed.facts(_sheet(world, customer, document)).items()]
    world.check(table, found, f"{customer} sees on {document}", exactly=False)


@then("{customer} sees these lines on {document}:", table=LINES)
def sees_lines(world: World, customer: str, document: str, table: Rows) -> None:
    """Every line as it reads, and no other."""
    sheet = _sheet(world, customer, document)
    found = [printed.line_facts(line, sheet.currency) for line in sheet.lines]
    world.check(table, found, f"the lines on {document} of {customer}", currency=sheet.currency)


@then("{customer} sees these taxes on {document}:", table=TAXES)
def sees_taxes(world: World, customer: str, document: str, table: Rows) -> None:
    """The tax summary: each tax at each rate, what it is on and what it comes to, and no other."""
    sheet = _sheet(world, customer, document)
    world.check(table, map(printed.tax_facts, sheet.taxes), f"the taxes on {document}", currency=sheet.currency)


def _sheet(world: World, customer: str, text: str) -> PrintedDocument:
    number = document_named(world.stack, customer, text).number
    return next(sheet for sheet in world.billing.printed() if sheet.number == number)


def _print_party(world: World, name: str, said: dict[str, Any]) -> None:
    """Change a legal entity or a customer of that name. StoryError if there is neither."""
    company = world.company
    entities = [replace(one, **said) if name in (one.code, one.name) else one for one in company.entities]
    customers = [replace(one, **said) if one.name == name else one for one in company.customers]
    if entities == list(company.entities) and customers == list(company.customers):
        known = [*(one.name for one in company.entities), *(one.name for one in company.customers)]
        if name not in known and company.entity_called(name) is None:
            raise StoryError(f"there is no legal entity or customer {name!r}{did_you_mean(name, known)}")
    world.change_company(entity=entities[0], other_entities=tuple(entities[1:]), customers=tuple(customers))
