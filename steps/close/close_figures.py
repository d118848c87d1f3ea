"""The key figures of a close report, as a story asks for them."""

from __future__ import annotations

from engine.model.bearing import REVENUE, Bearing
from engine.model.calendar import AccountingPeriod
from reports.systems.snapshot import collect
from steps.company.entities import entity_cell
from steps.language.phrases import then
from steps.language.tables import Column, Rows, Table
from steps.stage.world import World

BEARS = REVENUE | Bearing(natures=("wrong class",), published=True)

FIGURES = Table(
    "the key figures of a close report",
    Column("key figure", required=True, key=True),
    Column("entity", "source", key=True),
    Column("currency", key=True),
    Column("value"),
    Column("part"),
    Column("whole"),
    Column("documents"),
)

READ = Table(
    "the data quality of a close report",
    Column("of", required=True, key=True),
    Column("dimension", required=True, key=True),
    Column("field", key=True),
    Column("checked", "count"),
    Column("good", "count"),
    Column("share"),
    Column("threshold"),
)


@then("the {period} close report's key figures are:", table=FIGURES)
def key_figures_are(world: World, period: AccountingPeriod, table: Rows) -> None:
    """These key figures stand in the close report of the month: the value as printed, what it is a part of, and the documents
    behind it."""
    found = [
        {"entity": entity_cell(world.company, report.entity), "currency": report.currency} | _named(row)
        for report in world.report_close(collect(world.stack, period.end))
        for section in report.sections
        if section.title == "Key figures" and section.table
        for row in section.table.rows
    ]
    world.check(table, found, f"the key figures of {period}", exactly=False)


@then("the {period} close report's data quality is:", table=READ)
def data_quality_is(world: World, period: AccountingPeriod, table: Rows) -> None:
    """Each rule of data quality as it stands in the close report of the month, and whether its threshold was reached or missed."""
    found = [
        dict(zip(section.table.columns, row, strict=True))
        for report in world.report_close(collect(world.stack, period.end))
        for section in report.sections
        if section.title == "Data quality" and section.table
        for row in section.table.rows
    ]
    world.check(table, found, f"the data quality of {period}")


def _named(row: tuple[object, ...]) -> dict[str, object]:
    return dict(zip(("key figure", "value", "part", "whole", "documents"), row, strict=False))
