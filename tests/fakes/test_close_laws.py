"""A close after whatever people do: all sixteen tie-outs hold, what is closed stays as it was, and a rerun is the same."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from hypothesis import given, settings

from engine.model.calendar import AccountingPeriod
from engine.model.close import CloseReport
from engine.model.company import AllowanceBucket, Company
from engine.model.journal import PeriodClose, digest
from fakes.http.in_process import InProcess
from ports.adapters import plain
from ports.stack import Stack
from reports.close.report import close_reports
from reports.close.ties import TITLE
from reports.systems.snapshot import Snapshot, collect
from tests.fakes import sisters
from tests.fakes.test_world_laws import COMPANY, EXAMPLES, POLICIES, SIGNED, STEPS, History

MATRIX = tuple(
    AllowanceBucket(days=days, percent=Decimal(percent)) for days, percent in ((0, "1.25"), (1, "7.5"), (31, "33.3"))
)


def journal_of(stack: Stack, close: PeriodClose) -> str:
    entries = stack.erp.journal(close.period.start, close.period.end)
    return digest(entry for entry in entries if entry.entity == close.entity)


def seen(stack: Stack, company: Company, day: date) -> Snapshot:
    """The systems at the end of a day, counted as the company rounds."""
    kept = company.policies
    found = collect(stack, day, kept.rounding, kept.rounded_at)
    return replace(found, prudent=kept.unrealized_gains == "not recognized")


def disagreeing(reports: tuple[CloseReport, ...]) -> list[object]:
    rows = [row for report in reports for section in report.sections if section.title == TITLE and section.lines
            for row in section.table.rows]  # fmt: skip
    assert {row[0] for row in rows} == {f"T{number}" for number in range(1, 17)}
    return [row for row in rows if row[-1] != "agrees"]


@settings(EXAMPLES, max_examples=6)
@given(POLICIES, SIGNED, STEPS, STEPS)
def test_tie_outs_hold_closed_months_stay_and_a_rerun_is_the_same(policies, billing, before, after):
    company = replace(COMPANY, policies=replace(COMPANY.policies, **policies), allowance=MATRIX)
    check_closes(History(company, billing, date(2026, 1, 1)), before, after)


@settings(EXAMPLES, max_examples=3)
@given(POLICIES, SIGNED, sisters.STEPS, sisters.STEPS)
def test_the_same_holds_for_a_group_that_passes_contracts_on_and_owes_each_other(policies, billing, before, after):
    company = replace(sisters.GROUP, policies=replace(sisters.GROUP.policies, **policies), allowance=MATRIX)
    check_closes(sisters.Sisters(company, billing, date(2026, 1, 1)), before, after)


def check_closes(history: History, before: list[tuple], after: list[tuple]) -> None:
    """Lived, closed and reported; then lived on, and reported again."""
    company = history.world.erp.book.company
    with InProcess(history.door).client() as client:
        stack = plain.stack("built-in", client)
        for days, act in before:
            history.step(days, act)
        history.world.advance_to(AccountingPeriod.of(history.world.today).end)
        history.do(history.world.erp.close, AccountingPeriod.of(history.world.today))
        month = AccountingPeriod.of(history.world.today)
        closed = {close.number: journal_of(stack, close) for close in stack.erp.closes()}
        assert closed == {close.number: close.hash for close in stack.erp.closes()}
        reports = close_reports(seen(stack, company, month.end))
        assert reports == close_reports(seen(stack, company, month.end))
        assert disagreeing(reports) == []
        for days, act in after:
            history.step(days, act)
        history.world.advance_to(AccountingPeriod.of(history.world.today).next.end)
        assert {
            close.number: journal_of(stack, close) for close in stack.erp.closes() if close.number in closed
        } == closed
        assert disagreeing(close_reports(seen(stack, company, history.world.today))) == []
