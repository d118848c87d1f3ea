"""The company's accounting periods where they are no months: a fiscal calendar of whole weeks."""

from __future__ import annotations

from datetime import date

from engine.model.bearing import REVENUE
from engine.model.calendar import AccountingPeriod
from engine.model.fiscal import WEEKDAYS, YearEnd, calendar_ending, fiscal_calendar, year_end
from steps.language.phrases import given, parameter_type, then
from steps.language.tables import Column, Rows, Table
from steps.stage.world import World

BEARS = REVENUE

PERIODS = Table(
    "fiscal periods",
    Column("period", "period", required=True, key=True),
    Column("from", "date", required=True),
    Column("to", "date", required=True),
)
parameter_type("weeks", "4-4-5|4-5-4|5-4-4", str, noun="the weeks of a quarter's periods", hint="4-4-5")
parameter_type(
    "fiscal year end",
    rf"(?:the last (?:{'|'.join(WEEKDAYS)}) of|the (?:{'|'.join(WEEKDAYS)}) nearest to the end of) [A-Z][a-z]+ [0-9]{{4}}",
    year_end,
    noun="the end of a fiscal year",
    hint="the last Saturday of September 2026",
    ways=("the last Saturday of September 2026", "the Saturday nearest to the end of January 2027"),
)


@given("fiscal year {int} ends on {fiscal year end}, in quarters of {weeks} weeks")
def quarters_ending(world: World, year: int, end: YearEnd, weeks: str) -> None:
    """The company's accounting periods are 12 of whole weeks. Each year ends on the last such weekday of that month, or on the
    one nearest to the month's end; a 53rd week is the last period's."""
    world.change_company(fiscal_calendar=calendar_ending(weeks, year, end))


@given("fiscal year {int} ends on {fiscal year end}, in 13 periods of 4 weeks")
def thirteen_periods_ending(world: World, year: int, end: YearEnd) -> None:
    """The company's accounting periods are 13 of four weeks. Each year ends on the last such weekday of that month, or on the
    one nearest to the month's end; a 53rd week is the last period's."""
    world.change_company(fiscal_calendar=calendar_ending("13 periods", year, end))


@given("fiscal year {int} begins on {date}, in quarters of {weeks} weeks")
def quarters_of_weeks(world: World, year: int, begins: date, weeks: str) -> None:
    """The company's accounting periods are 12 of whole weeks, P1 FY2026 to P12 FY2026. Each year begins on that weekday, nearest
    to that day of the calendar; a 53rd week is the last period's."""
    world.change_company(fiscal_calendar=fiscal_calendar(weeks, year, begins))


@given("fiscal year {int} begins on {date}, in 13 periods of 4 weeks")
def thirteen_periods(world: World, year: int, begins: date) -> None:
    """The company's accounting periods are 13 of four weeks, P1 FY2026 to P13 FY2026; a 53rd week is the last one's."""
    world.change_company(fiscal_calendar=fiscal_calendar("13 periods", year, begins))


@then("these are accounting periods:", table=PERIODS)
def accounting_periods(world: World, table: Rows) -> None:
    """The first and last day of some accounting periods of the company."""
    asked = [row["period"] for row in table.records()]
    periods = [one for one in asked if isinstance(one, AccountingPeriod)]
    found = [{"period": one, "from": one.start, "to": one.end} for one in periods]
    world.check(table, found, "accounting periods")
