"""The tie-outs T1 to T16 of a close report, as a story asks for them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from engine.model.calendar import AccountingPeriod
from engine.model.close import CloseReport
from engine.model.money import COUNT, Money
from reports.close.ties import TITLE
from reports.systems.snapshot import collect
from steps.company.entities import entity_cell
from steps.language.phrases import then
from steps.language.tables import Column, Rows, Table
from steps.stage.world import World

TIE_OUTS = Table(
    "tie-outs",
    Column("tie-out", required=True, key=True),
    Column("entity", "source", key=True),
    Column("currency", key=True),
    Column("one side", "amount"),
    Column("other side", "amount"),
    Column("difference", "amount"),
    Column("carried over", "amount"),
    Column("age in days", "count"),
    Column("result"),
)
SIDES = ("one side", "other side", "difference", "carried over")


@then("the {period} tie-outs are:", table=TIE_OUTS)
def tie_outs_are(world: World, period: AccountingPeriod, table: Rows) -> None:
    """These of the sixteen tie-outs stand in the close report of the month, with both sides and what they differ by."""
    reports = world.report_close(collect(world.stack, period.end))
    world.check(table, [*_rows(world, reports)], f"the tie-outs of {period}", exactly=False)


@then("all {period} tie-outs agree")
def tie_outs_agree(world: World, period: AccountingPeriod) -> None:
    """Each of the sixteen tie-outs stands in the close report of the month, of every legal entity and currency, and agrees."""
    rows = [*_rows(world, world.report_close(collect(world.stack, period.end)))]
    off = [f"{row['tie-out']} of {row['entity']} in {row['currency']}" for row in rows if row["result"] != "agrees"]
    world.check_value(f"the tie-outs of {period} that differ", "none", ", ".join(off) or "none")


def _rows(world: World, reports: Sequence[CloseReport]) -> Iterator[dict[str, object]]:
    for report in reports:
        for section in report.sections:
            if section.title == TITLE and section.lines and section.table:
                for code, _, *sides, age, result in section.table.rows:
                    amounts = [Money(cell, COUNT) if isinstance(cell, int) else cell for cell in sides]
                    told = dict(zip(SIDES, amounts, strict=True))
                    yield {
                        "tie-out": code,
                        "entity": entity_cell(world.company, report.entity),
                        "currency": report.currency,
                        **told,
                        "age in days": age,
                        "result": result,
                    }
