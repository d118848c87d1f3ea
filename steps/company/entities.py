"""The legal entities of a story: who sells, keeps books and owes tax."""

from __future__ import annotations

from dataclasses import replace

from engine.model.company import Company, LegalEntity
from steps.company.customers import newcomer
from steps.language.failures import StoryError
from steps.language.nearest import did_you_mean
from steps.language.phrases import given
from steps.language.source import Source
from steps.language.tables import Column, Rows, Table
from steps.stage.world import World

ENTITIES = Table(
    "legal entities",
    Column("code", required=True, key=True),
    Column("name"),
    Column("currency", required=True),
    Column("invoice prefix"),
    Column("country"),
    Column("time zone", default="UTC"),
    Column("address"),
    Column("tax number"),
)


@given("these legal entities:", table=ENTITIES)
def these_legal_entities(world: World, table: Rows) -> None:
    """The company's legal entities for this story, instead of its own; what names none belongs to the first. Without a
    name or an invoice prefix the code serves."""
    first, *others = (_entity(row) for row in table.records())
    world.change_company(entity=first, other_entities=tuple(others))


@given("the customer {customer} of {entity}")
def the_customer_of(world: World, customer: str, entity: str) -> None:
    """A customer the company's masters do not hold, to whom that legal entity sells."""
    found = replace(newcomer(world.company, customer), entity=code_of(world, entity))
    world.change_company(customers=(*world.company.customers, found))


@given("{customer} buys from {entity}")
def buys_from(world: World, customer: str, entity: str) -> None:
    """The legal entity that sells to a customer the company has already, unless a contract says otherwise."""
    code = code_of(world, entity)
    known = [replace(one, entity=code) if one.name == customer else one for one in world.company.customers]
    world.change_company(customers=tuple(known))


def _entity(row: dict[str, object]) -> LegalEntity:
    code = str(row["code"])
    return LegalEntity(
        code=code,
        name=str(row["name"] or code),
        currency=str(row["currency"]),
        prefix=str(row["invoice prefix"] or code),
        country=str(row["country"] or ""),
        time_zone=str(row["time zone"]),
        address=str(row["address"] or ""),
        tax_number=str(row["tax number"] or ""),
    )


def code_of(world: World, entity: str) -> str:
    """The code of the legal entity that a story calls by its name or code. StoryError if the company has none such."""
    found = world.company.entity_called(entity)
    if found is None:
        names = [name for one in world.company.entities for name in (one.name, one.code)]
        raise StoryError(f"{world.company.name} has no legal entity {entity!r}{did_you_mean(entity, names)}")
    return found.code


def entity_cell(company: Company, code: str) -> Source:
    """The legal entity as a cell of a table finds it: a story may write its code or its name."""
    found = company.entity_called(code)
    name = found.name if found else code
    return Source(frozenset({code.lower(), name.lower()}), name)


def currency_of(world: World, entity: str | None) -> str:
    """The functional currency of a legal entity; the company's first where none is named."""
    named = world.company.entity_called(entity) if entity else None
    return named.currency if named else world.currency


def selling_currency(world: World, customer: str, entity: str | None) -> str:
    """The currency of what is sold without one being said: that of the entity that sells to the customer."""
    known = (one.entity for one in world.company.customers if one.name == customer)
    return currency_of(world, entity or next(known, "") or None)
