"""What is found out about a period after its end: errors, changes of estimate, events; and accounts authorized for issue."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Literal

from engine.model.calendar import AccountingPeriod
from engine.model.findings import FindingDraft, FindingKind, Materiality
from engine.model.manual import ManualLine
from engine.model.money import Money
from steps.company.entities import code_of, currency_of, entity_cell
from steps.language.phrases import given, parameter_type, then, when
from steps.language.tables import Column, Rows, Table
from steps.ledger.journals import LINES, lines_of
from steps.stage.world import World

parameter_type(
    "basis", "revenue|profit", str, noun="what a percentage is of", hint="revenue", ways=("revenue", "profit")
)
FINDINGS = Table(
    "findings",
    Column("name", required=True, key=True),
    Column("kind"),
    Column("entity", "source"),
    Column("about", "period"),
    Column("found on", "date"),
    Column("comes to", "amount"),
    Column("held against", "amount"),
    Column("treatment", required=True),
    Column("posted on", "date"),
)


@given("errors are material from {money}")
def material_from(world: World, amount: Money) -> None:
    """From that amount on an error of an earlier year is material."""
    world.change_company(materiality=Materiality(amount=amount))


@given("errors are material from {percent} of the year's {basis}")
def material_from_share(world: World, share: Decimal, basis: Literal["revenue", "profit"]) -> None:
    """An error of an earlier year is material from that share of the revenue or profit before tax of the year it is about."""
    world.change_company(materiality=Materiality(percent=share * 100, of=basis))


@when("{string} reports the error {string} of {period} on {date}:", table=LINES)
def reports_error(world: World, preparer: str, name: str, period: AccountingPeriod, day: date, table: Rows) -> None:
    """What should have been posted in the period and was not. An error of this fiscal year, or one that is not material, goes through
    the open period; a material one of an earlier year through retained earnings. Somebody else approves the journal of that name."""
    world.on(day)
    _report(world, _draft(preparer, name, "error", period, day, lines_of(world, table)))


@when("{string} reports the change of estimate {string} of {period} on {date}:", table=LINES)
def reports_estimate(world: World, preparer: str, name: str, period: AccountingPeriod, day: date, table: Rows) -> None:
    """New information about what was estimated at the end of that period: it goes through the open one, whatever it comes to."""
    world.on(day)
    _report(world, _draft(preparer, name, "change of estimate", period, day, lines_of(world, table)))


@when("{string} reports the event {string} after {period} on {date}, which adjusts it:", table=LINES)
def reports_adjusting(world: World, preparer: str, name: str, period: AccountingPeriod, day: date, table: Rows) -> None:
    """An event that tells of conditions at the end of the period: posted into it until its accounts are authorized, and into the
    open period from then on."""
    world.on(day)
    _report(world, _draft(preparer, name, "adjusting event", period, day, lines_of(world, table)))


@when("{string} reports in the books of {entity} the error {string} of {period} on {date}:", table=LINES)
def reports_error_in(
    world: World, preparer: str, entity: str, name: str, period: AccountingPeriod, day: date, table: Rows
) -> None:
    """An error of a period in the books of one legal entity, in its currency: corrected or restated there and nowhere else."""
    world.on(day)
    _report(
        world,
        replace(
            _draft(preparer, name, "error", period, day, lines_of(world, table, currency_of(world, entity))),
            entity=code_of(world, entity),
        ),
    )


@when("{string} reports in the books of {entity} the change of estimate {string} of {period} on {date}:", table=LINES)
def reports_estimate_in(
    world: World, preparer: str, entity: str, name: str, period: AccountingPeriod, day: date, table: Rows
) -> None:
    """New information about what one legal entity estimated at the end of that period: it goes through its open one."""
    world.on(day)
    drafted = _draft(
        preparer, name, "change of estimate", period, day, lines_of(world, table, currency_of(world, entity))
    )
    _report(world, replace(drafted, entity=code_of(world, entity)))


@when(
    "{string} reports in the books of {entity} the event {string} after {period} on {date}, which adjusts it:",
    table=LINES,
)
def reports_adjusting_in(
    world: World, preparer: str, entity: str, name: str, period: AccountingPeriod, day: date, table: Rows
) -> None:
    """An event that tells of conditions at the end of the period in the books of one legal entity."""
    world.on(day)
    drafted = _draft(preparer, name, "adjusting event", period, day, lines_of(world, table, currency_of(world, entity)))
    _report(world, replace(drafted, entity=code_of(world, entity)))


@when("{string} reports the event {string} after {period} on {date}, which does not adjust it, about {money}")
def reports_disclosed(
    world: World, preparer: str, name: str, period: AccountingPeriod, day: date, amount: Money
) -> None:
    """An event that tells of conditions after the end of the period: nothing is posted; its kind and amount are disclosed."""
    world.on(day)
    _report(world, replace(_draft(preparer, name, "non-adjusting event", period, day), amount=amount))


@when("{string} authorizes the accounts of {period} on {date}")
def authorizes(world: World, by: str, period: AccountingPeriod, day: date) -> None:
    """The accounts of a closed period may be issued: what happens after that is told in later ones."""
    world.on(day)
    world.attempt(lambda: world.erp.authorize(period, by))


@when("{string} authorizes the accounts of {period} of {entity} on {date}")
def authorizes_in(world: World, by: str, period: AccountingPeriod, entity: str, day: date) -> None:
    """The accounts of a closed period of one legal entity may be issued."""
    world.on(day)
    world.attempt(lambda: world.erp.authorize(period, by, code_of(world, entity)))


@then("these findings are on record:", table=FINDINGS)
def findings_are(world: World, table: Rows) -> None:
    """Everything found out about periods after their end: what it comes to, what it was held against, and where it goes: into its
    own period, the current period, restated, or disclosed."""
    found = [
        {
            "name": one.name,
            "kind": one.kind,
            "entity": entity_cell(world.company, one.entity),
            "about": one.period,
            "found on": one.event_date,
            "comes to": one.measured,
            "held against": one.materiality,
            "treatment": one.treatment,
            "posted on": one.posting_date if one.journal else None,
        }
        for one in world.erp.findings()
    ]
    world.check(table, found, "findings")


def _draft(
    preparer: str, name: str, kind: FindingKind, period: AccountingPeriod, day: date, lines: tuple[ManualLine, ...] = ()
) -> FindingDraft:
    return FindingDraft(name=name, preparer=preparer, kind=kind, period=period, on=day, lines=lines)


def _report(world: World, draft: FindingDraft) -> None:
    world.attempt(lambda: world.erp.report(draft))
