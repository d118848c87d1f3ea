"""What a company demands before a quote is won: rules, templates, versions, exceptions, and what is still lacking."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import steps.stage.master_kinds  # noqa: F401 - the kinds of value that the tables below hold
from engine.model.bearing import of
from engine.model.governance import ContractTemplate, Delegation, ProductMapping, ValidationRule
from engine.model.orders import Billing, TermLength
from engine.model.quotes import Quote
from scenarios.governance import complaint
from steps.contracts.lines import ORDER_LINES, requested
from steps.language.failures import StoryError
from steps.language.phrases import given, then, when
from steps.language.tables import Column, Exact, Rows, Table
from steps.stage.names import quote_for
from steps.stage.world import World

BEARS = of("approval missing")

RULES = Table(
    "rules",
    Column("of", "rule object", required=True),
    Column("field", required=True),
    Column("required", "yes or no", default=False),
    Column("pattern"),
    Column("example"),
    Column("one of", "list"),
    Column("at least", "amount"),
    Column("at most", "amount"),
    Column("when"),
    Column("has", "list"),
    Column("on", "asked on", default="closed-won"),
)
MAPPING = Table(
    "product mapping",
    Column("product", required=True),
    Column("charge"),
    Column("treatment", "revenue treatment", required=True),
)
DELEGATIONS = Table(
    "delegations",
    Column("role", required=True),
    Column("to", required=True),
    Column("from", "date", required=True),
    Column("until", "date", required=True),
)
TEMPLATES = Table(
    "contract templates",
    Column("template", required=True),
    Column("months", "list of counts"),
    Column("billing", "ways of billing"),
    Column("net days", "count"),
    Column("clauses", "list"),
)
OPTIONS = Table("billing options", Column("billing", "ways of billing", required=True))
CLAUSES = Table("clauses", Column("clause", required=True))
LACKING = Table(
    "findings",
    Column("of", key=True),
    Column("name", key=True),
    Column("field", key=True),
    Column("rule"),
    Column("finding"),
)
DEVIATIONS = Table("deviations", Column("deviation", required=True, key=True))
EXCEPTIONS_GRANTED = Table(
    "granted exceptions",
    Column("name", required=True, key=True),
    Column("field", required=True, key=True),
    Column("by"),
    Column("until", "date", key=True),
    Column("state"),
)
VERSIONS = Table(
    "versions of a quote", Column("version", "count", required=True, key=True), Column("number"), Column("date", "date")
)
DECIDED = Table(
    "decisions",
    Column("role", required=True, key=True),
    Column("by"),
    Column("date", "date", key=True),
    Column("decision"),
)


@given("these rules hold:", table=RULES)
def rules_hold(world: World, table: Rows) -> None:
    """What fields of customers, products and quotes must be like, on entry or before a quote is won."""
    _governed(world, validation=tuple(_rule(row) for row in table.as_written()))


@given("revenue treatments are mapped so:", table=MAPPING)
def treatments_are_mapped(world: World, table: Rows) -> None:
    """How each sold product, or one charge of it, is recognized; what is not mapped once is refused or held."""
    _governed(world, mapping=tuple(_mapping(row) for row in table.records()))


@given("these approvals are delegated:", table=DELEGATIONS)
def are_delegated(world: World, table: Rows) -> None:
    """Who may approve in a role's place, from a day until a day, both included."""
    rows = ({"start": row.pop("from"), "end": row.pop("until"), **row} for row in table.records())
    _governed(world, delegations=tuple(Delegation(**row) for row in rows))  # type: ignore[arg-type]  # by the columns


@given("an approval counts for {days}")
def approval_counts(world: World, days: int) -> None:
    """After so many days an approval must be given again."""
    _governed(world, approval_days=days)


@given("these contract templates:", table=TEMPLATES)
def contract_templates(world: World, table: Rows) -> None:
    """The standard terms of each kind of contract; what a quote has otherwise is a nonstandard clause."""
    _governed(world, templates=tuple(_template(row) for row in table.records()))


@given("contracts are billed only so:", table=OPTIONS)
def billed_only_so(world: World, table: Rows) -> None:
    """The standard ways of billing; a quote that is billed in another needs an exception."""
    options: Any = (way for row in table.records() for way in row["billing"])  # type: ignore[attr-defined]  # by the kind
    _governed(world, billing_options=tuple(options))


@given("the next quote for {customer} follows the template {string}")
def follows_template(world: World, customer: str, template: str) -> None:
    """The standard contract that the next quote is held against."""
    world.drafted.setdefault(customer, {})["template"] = template


@given("the next quote for {customer} holds these clauses:", table=CLAUSES)
def holds_clauses(world: World, customer: str, table: Rows) -> None:
    """What the next quote's contract says, clause by clause."""
    world.drafted.setdefault(customer, {})["clauses"] = tuple(str(row["clause"]) for row in table.records())


@when("sales changes the quote for {customer} on {date}:", table=ORDER_LINES)
def changes_quote(world: World, customer: str, day: date, table: Rows) -> None:
    """A new version of the quote, on the same terms; the one before can be signed no more."""
    world.on(day)
    before, lines = quote_for(world.stack, customer), requested(world, table)
    world.attempt(lambda: world.crm.revise(before.number, before.terms, lines.lines))


@when("sales changes the quote for {customer} on {date} to {term}, billed {billing}, net {count}:", table=ORDER_LINES)
def changes_terms(
    world: World, customer: str, day: date, length: TermLength, billing: Billing, net: int, table: Rows
) -> None:
    """A new version of the quote, on other terms; the one before can be signed no more."""
    world.on(day)
    before, lines = quote_for(world.stack, customer), requested(world, table)
    terms = replace(before.terms, months=length.months, days=length.days, billing=billing, net_days=net)
    world.attempt(lambda: world.crm.revise(before.number, terms, lines.lines))


@when("{customer} signs version {int} of the quote")
def signs_version(world: World, customer: str, version: int) -> None:
    """The customer signs that version of the newest quote."""
    number = _versions(world, customer)[version - 1].number
    world.attempt(lambda: world.crm.close_won(number))


@when("the {string} allows {string} an exception for {string} until {date}")
def allows(world: World, role: str, subject: str, field: str, until: date) -> None:
    """A customer, product or quote need not meet the rules of a field until that day, the last included."""
    world.attempt(lambda: world.crm.grant_exception(subject, field, role, until, "as agreed"))


@then("the quote for {customer} cannot be won because:", table=LACKING)
def cannot_be_won(world: World, customer: str, table: Rows) -> None:
    """Everything that keeps the newest quote from being closed-won today, and nothing else."""
    found = world.crm.readiness(quote_for(world.stack, customer).number)
    rows = [{"of": f.of, "name": f.name, "field": f.field, "rule": f.rule, "finding": f.sentence} for f in found]
    world.check(table, rows, f"what the quote for {customer} lacks")


@then("the quote for {customer} can be won")
def can_be_won(world: World, customer: str) -> None:
    """Nothing keeps the newest quote from being closed-won today."""
    found = "; ".join(one.sentence for one in world.crm.readiness(quote_for(world.stack, customer).number))
    world.check_value(f"what the quote for {customer} lacks", "nothing", found or "nothing")


@then("the quote for {customer} deviates from its template by:", table=DEVIATIONS)
def deviates(world: World, customer: str, table: Rows) -> None:
    """What the quote has otherwise than its template, and nothing else."""
    found = [{"deviation": one} for one in quote_for(world.stack, customer).nonstandard]
    world.check(table, found, f"deviations of the quote for {customer}")


@then("the quote for {customer} deviates from its template by nothing")
def deviates_by_nothing(world: World, customer: str) -> None:
    """The quote is as its template has it."""
    found = "; ".join(quote_for(world.stack, customer).nonstandard)
    world.check_value(f"deviations of the quote for {customer}", "none", found or "none")


@then("the quote for {customer} has these versions:", table=VERSIONS)
def has_versions(world: World, customer: str, table: Rows) -> None:
    """Every version of the newest quote, in order."""
    found = [{"version": q.version, "number": q.number, "date": q.event_date} for q in _versions(world, customer)]
    world.check(table, found, f"versions of the quote for {customer}")


@then("these decisions were made on the quote for {customer}:", table=DECIDED)
def were_made(world: World, customer: str, table: Rows) -> None:
    """Who decided what on which day, and who did so in a role's place; all versions of the newest quote."""
    numbers = {quote.number for quote in _versions(world, customer)}
    made = [one for one in world.crm.decisions() if one.quote in numbers]
    found = [{"role": d.role, "by": d.by or None, "date": d.event_date, "decision": d.decision} for d in made]
    world.check(table, found, f"decisions on the quote for {customer}")


@then("these exceptions are on record:", table=EXCEPTIONS_GRANTED)
def are_on_record(world: World, table: Rows) -> None:
    """The exception catalogue: who allowed what, until when, and whether it stands today or is expired."""
    today = world.clock.today()
    state = {True: "stands", False: "expired"}
    found = [
        {"name": e.subject, "field": e.field, "by": e.role, "until": e.until, "state": state[today <= e.until]}
        for e in world.crm.granted_exceptions()
    ]
    world.check(table, found, "granted exceptions")


def _governed(world: World, **changes: object) -> None:
    governance = replace(world.company.governance, **changes)  # type: ignore[arg-type]  # fields of it, by the callers
    world.change_company(governance=governance)


def _versions(world: World, customer: str) -> list[Quote]:
    root = quote_for(world.stack, customer).number.partition("-V")[0]
    return [quote for quote in world.crm.quotes() if quote.number.partition("-V")[0] == root]


def _rule(row: dict[str, Any]) -> ValidationRule:
    rule = ValidationRule(
        of=row["of"],
        field=row["field"],
        required=row["required"],
        pattern=row["pattern"] or "",
        example=row["example"] or "",
        values=row["one of"] or (),
        at_least=_number(row["at least"]),
        at_most=_number(row["at most"]),
        when=row["when"] or "",
        has=row["has"] or (),
        on=row["on"],
    )
    if said := complaint(rule):
        raise StoryError(said)
    return rule


def _number(cell: object) -> Decimal | None:
    return Decimal(cell.value.numerator) / Decimal(cell.value.denominator) if isinstance(cell, Exact) else None


def _mapping(row: dict[str, Any]) -> ProductMapping:
    return ProductMapping(product=row["product"], charge=row["charge"] or "", treatment=row["treatment"])


def _template(row: dict[str, Any]) -> ContractTemplate:
    return ContractTemplate(
        name=row["template"],
        months=row["months"] or (),
        billing=row["billing"] or (),
        net_days=row["net days"],
        clauses=row["clauses"] or (),
    )
