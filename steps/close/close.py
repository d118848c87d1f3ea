"""The month's end: closing periods, differences, and the close report."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from engine.model.bearing import CUSTOMER, Bearing, of
from engine.model.calendar import AccountingPeriod
from engine.model.close import CloseReport, Reconciliation
from engine.model.money import COUNT
from ports.stack import Capability
from reports.systems.snapshot import Snapshot, collect, with_closes
from reports.tie_outs.tie_out import reconciliations
from steps.company.entities import entity_cell
from steps.language.failures import NotMet, StoryError, first_stage, together
from steps.language.nearest import did_you_mean
from steps.language.phrases import then, when
from steps.language.tables import Column, Rows, Table
from steps.stage.world import World

REPORT = Table(
    "close report",
    Column("entity", "source", key=True),
    Column("line", required=True, key=True),
    Column("amount", "amount", required=True),
    Column("month before", "amount"),
)
DIFFERENCES = Table(
    "differences",
    Column("reconciliation", required=True, key=True),
    Column("CRM", "amount"),
    Column("billing", "amount"),
    Column("payments", "amount"),
    Column("bank", "amount"),
    Column("schedules", "amount"),
    Column("recorded", "amount"),
    Column("matrix", "amount"),
    Column("ledger", "amount"),
    Column("difference", "amount"),
    Column("explained by"),
)


@when("finance closes {period}")
def closes(world: World, period: AccountingPeriod) -> None:
    """The ledger closes a month and all before it: nothing is posted into them any more."""
    world.need(Capability.CLOSE_PERIODS)
    world.on(period.end)
    world.attempt(lambda: world.erp.close(period))


@when("finance closes {period} on {date}")
def closes_on(world: World, period: AccountingPeriod, day: date) -> None:
    """The ledger closes a month and all before it, on a day of its own: before the month is over, it refuses."""
    world.need(Capability.CLOSE_PERIODS)
    world.on(day)
    world.attempt(lambda: world.erp.close(period))


@when("finance closes {period} of {entity}")
def closes_of(world: World, period: AccountingPeriod, entity: str) -> None:
    """One legal entity closes a month and all before it in its own books; the others stay open."""
    world.need(Capability.CLOSE_PERIODS)
    world.on(period.end)
    world.attempt(lambda: world.erp.close(period, entity))


@when("{string} reopens {period} on {date} because {string}, approved by {string}")
def reopens(world: World, requester: str, period: AccountingPeriod, day: date, reason: str, approver: str) -> None:
    """A closed month, and every later one, can be posted into again; it is closed anew under a new run number."""
    world.need(Capability.CLOSE_PERIODS)
    world.on(day)
    world.attempt(lambda: world.erp.reopen(period, requester, approver, reason))


@then("{period} was closed {count} time(s)", bears=of("closed period changed"))
def was_closed(world: World, period: AccountingPeriod, count: int) -> None:
    """How often the ledger has closed that month, the closes of reopened months included."""
    runs = [close.run for close in world.erp.closes() if close.period == period]
    world.check_value(f"closes of {period}", count, max(runs, default=0))


@then("finance closes {period} without a difference", bears=Bearing())
def closes_without_difference(world: World, period: AccountingPeriod) -> None:
    """All systems tie out at the month's end, and the ledger closes it."""
    world.need(Capability.CLOSE_PERIODS)
    world.on(period.end)
    seen = world.tie_out(period.end)
    _require_none(period, differences(seen))
    world.erp.close(period)
    world.report_close(with_closes(seen, world.erp.closes()))


@then("finance cannot close {period}, because:", table=DIFFERENCES, bears=CUSTOMER)
def cannot_close(world: World, period: AccountingPeriod, table: Rows) -> None:
    """The systems do not tie out at the month's end, for exactly these reasons."""
    world.on(period.end)
    found = differences(world.tie_out(period.end, announced=True))
    world.check(table, _rows(found), f"the differences of {period}")


@then("finance cannot close {period}, among other reasons because:", table=DIFFERENCES, bears=CUSTOMER)
def cannot_close_among_others(world: World, period: AccountingPeriod, table: Rows) -> None:
    """The systems do not tie out at the month's end; these reasons are among those found."""
    world.on(period.end)
    found = differences(world.tie_out(period.end, announced=True))
    world.check(table, _rows(found), f"the differences of {period}", exactly=False)


@then("the {period} close report shows:", table=REPORT)
def report_shows(world: World, period: AccountingPeriod, table: Rows) -> None:
    """These lines stand in the close report of the month, with these amounts; beside them what they were in the month before.
    Of several legal entities each has its own."""
    lines = _lines(world, world.report_close(collect(world.stack, period.end)))
    for row in table.as_written():
        _known_line(str(row["line"]), [str(line["line"]) for line in lines])
    world.check(table, lines, f"the close report of {period}", exactly=False)


@then("the {period} close report is the same as when it was closed", bears=of("closed period changed"))
def report_is_unchanged(world: World, period: AccountingPeriod) -> None:
    """Run again now, after whatever has happened since, the report says the same, line by line and figure by figure."""
    before = _told(world.reported.get((world.book, period), ()))
    now = _told(world.report_close(collect(world.stack, period.end)))
    changed = [*_beside(before, now, "then"), *_beside(now, before, "now")]
    world.note(f"the close report of {period}, run again", bool(before) and not changed, "\n".join(changed))
    _require_same(period, before, changed)


@then("the {period} close report shows no late events")
def report_shows_nothing_late(world: World, period: AccountingPeriod) -> None:
    """Nothing posted in the month belonged to a closed one."""
    sections = [s for report in world.report_close(collect(world.stack, period.end)) for s in report.sections]
    late = [line.line for section in sections if section.title == "Late events" for line in section.lines]
    world.check_value(f"late events of {period}", "none", ", ".join(late) or "none")


def differences(seen: Snapshot) -> list[Reconciliation]:
    """What does not tie out."""
    return [found for found in reconciliations(seen) if found.difference]


def _require_none(period: AccountingPeriod, found: Sequence[Reconciliation]) -> None:
    if found:
        listed = "\n".join(map(_in_words, found))
        raise NotMet(
            f"finance closes {period}",
            listed,
            money_at_risk=[abs(r.difference) for r in found if r.difference.currency != COUNT],
            stage=first_stage(r.stage for r in found),
            bears=together(r.bears for r in found),
        )


def _rows(found: Sequence[Reconciliation]) -> list[dict[str, object]]:
    return [
        {"reconciliation": r.title, "difference": r.difference, "explained by": _explained(r)}
        | {_SIDES.get(r.left, r.left): r.left_amount, _SIDES.get(r.right, r.right): r.right_amount}
        for r in found
    ]


_SIDES = {"crm": "CRM", "billing": "billing", "payments": "payments", "erp": "ledger", "ledger": "ledger"}


def _explained(found: Reconciliation) -> str:
    return ", ".join(dict.fromkeys(item.explanation for item in found.items))


def _in_words(found: Reconciliation) -> str:
    sides = f"{found.left} {found.left_amount}, {found.right} {found.right_amount}"
    return f"{found.title}: {sides}, difference {found.difference}: {_explained(found)}"


def _told(reports: Sequence[CloseReport]) -> list[str]:
    """All that reports say, piece by piece, each with where it stands."""
    found: list[str] = []
    for one in reports:
        where = f"{one.entity} {one.currency}"
        found += [f"{where}, {name}: {value}" for name, value in one.header]
        for section in one.sections:
            found += [f"{where}, {section.title}: {line.line} {line.amount}" for line in section.lines]
            found += [f"{where}, {section.title}: {row}" for row in (section.table.rows if section.table else ())]
    return found


def _beside(these: Sequence[str], those: Sequence[str], when_told: str) -> list[str]:
    known = set(those)
    return [f"{when_told}: {one}" for one in these if one not in known]


def _require_same(period: AccountingPeriod, before: Sequence[str], changed: Sequence[str]) -> None:
    if not before:
        raise StoryError(
            f"{period} has no close report yet; say before: Then finance closes {period} without a difference"
        )
    if changed:
        raise NotMet(
            f"the close report of {period} is the same as when it was closed",
            "\n".join(changed),
            bears=of("closed period changed"),
        )


def _lines(world: World, reports: Sequence[CloseReport]) -> list[dict[str, object]]:
    return [
        {
            "entity": entity_cell(world.company, report.entity),
            "line": line.line,
            "amount": line.amount,
            "month before": line.prior,
        }
        for report in reports
        for section in report.sections
        for line in section.lines
    ]


def _known_line(name: str, lines: Sequence[str]) -> None:
    if name not in lines:
        raise StoryError(f"the close report has no line {name!r}{did_you_mean(name, list(dict.fromkeys(lines)))}")
