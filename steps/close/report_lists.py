"""The lists of a close report, each as the table a controller reads."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from engine.model.calendar import AccountingPeriod
from engine.model.close import CloseReport
from engine.model.money import Money
from reports.close.notes import TITLES
from reports.systems.snapshot import collect
from steps.company.entities import entity_cell
from steps.language.failures import StoryError
from steps.language.nearest import did_you_mean
from steps.language.phrases import then
from steps.language.tables import Column, Record, Rows, Table
from steps.stage.world import World

LISTED = Table("a list of a close report", Column("entity", "source"), Column("currency"), others=True)


@then("the {period} close report lists under {string}:", table=LISTED)
def lists_under(world: World, period: AccountingPeriod, title: str, table: Rows) -> None:
    """The section of that name lists exactly these rows, by the columns it has in the report; `entity` and `currency` say whose
    report."""
    found = _listed(world, period, title)
    world.check(_typed(table, found, title), found, f"{title} of {period}")


@then("the {period} close report lists under {string}, among others:", table=LISTED)
def lists_among_others(world: World, period: AccountingPeriod, title: str, table: Rows) -> None:
    """These rows are among those that the section of that name lists."""
    found = _listed(world, period, title)
    world.check(_typed(table, found, title), found, f"{title} of {period}", exactly=False)


@then("the {period} close report lists nothing under {string}")
def lists_nothing(world: World, period: AccountingPeriod, title: str) -> None:
    """The section of that name has no row, or a month without any has no such section."""
    if title not in TITLES:
        raise StoryError(f"no close report has a section {title!r}{did_you_mean(title, TITLES)}")
    found = [dict(row) for row in _rows(world, world.report_close(collect(world.stack, period.end)), title)]
    world.check_value(f"{title} of {period}", "none", "; ".join(map(_in_words, found)) or "none")


def _listed(world: World, period: AccountingPeriod, title: str) -> Sequence[Record]:
    reports = world.report_close(collect(world.stack, period.end))
    titles = list(dict.fromkeys(section.title for report in reports for section in report.sections))
    if title not in titles:
        raise StoryError(f"the close report of {period} has no section {title!r}{did_you_mean(title, titles)}")
    return list(_rows(world, reports, title))


def _rows(world: World, reports: Sequence[CloseReport], title: str) -> Iterator[Record]:
    for report in reports:
        whose = {"entity": entity_cell(world.company, report.entity), "currency": report.currency}
        for section in report.sections:
            if section.title == title and section.table:
                yield from (whose | dict(zip(section.table.columns, row, strict=True)) for row in section.table.rows)


def _typed(table: Rows, found: Sequence[Record], title: str) -> Rows:
    """The author's rows, each column read as what the report has in it: amounts, days, counts or text. The first says which row is
    meant."""
    first = {name: value for record in reversed(found) for name, value in record.items() if value is not None}
    names = dict.fromkeys(name for record in found for name in record)
    own = [name for name in names if name not in ("entity", "currency")]
    columns = [Column(name, _type(first.get(name)), key=name == own[0]) for name in own]
    header = [column.name for column in table.columns]
    return Table(title, *LISTED.columns, *columns, others=not found).read([header, *table.written], [0, *table.lines])


def _type(value: object) -> str:
    if isinstance(value, Money):
        return "amount"
    return "date" if isinstance(value, date) else "count" if isinstance(value, int) else "text"


def _in_words(record: Record) -> str:
    return ", ".join(str(value) for value in record.values() if value is not None)
