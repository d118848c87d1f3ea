"""The run as roles see it, its key figures, and a series of runs side by side: added up from the evidence alone."""

from __future__ import annotations

import re
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from reports.evidence.run_figures import in_words, run_figures
from reports.evidence.seen import seen
from reports.evidence.touched import touched
from reports.run.charts import HIGH, bars
from reports.run.hypercare import changes, day, page
from reports.run.page import page as report
from reports.signing.defect_list import KnownDefect, as_run
from tests.reports.sample import FAILURE, sealed, told
from tieout.cli import app


def close(month: int, *rows: tuple[str, str, str, str, str | None], entity: str = "NW") -> tuple[str, dict[str, Any]]:
    columns = ["key figure", "value", "part", "whole", "documents"]
    section = {"title": "Key figures", "number": "18", "columns": columns, "rows": [list(row) for row in rows]}
    period = {"year": 2026, "month": month}
    return "close_report", {
        "period": period,
        "entity": entity,
        "currency": "USD",
        "status": "closed",
        "run": 1,
        "step": 1,
        "sections": [section],
        "reconciliations": [],
        "kpis": [],
        "header": [],
    }


def event(outcome: str) -> tuple[str, dict[str, Any]]:
    there = {"to": "erp", "on": "2026-03-01", "outcome": outcome, "answer": ""}
    return "event", {
        "type": "invoice posted",
        "source": "billing",
        "on": "2026-03-01",
        "number": "invoice posted:NW-1",
        "subject": "NW-1",
        "customer": "Globex",
        "deliveries": [there],
        "payload": {},
    }


def paper(type_: str) -> tuple[str, dict[str, Any]]:
    known = {"type": type_, "number": f"{type_}-1", "date": "2026-03-01", "title": type_}
    return "document", {**known, "customer": "Globex", "system": "billing", "data": {"lines": []}}


def tie(title: str, minor: int, announced: bool = False) -> tuple[str, dict[str, Any]]:
    def usd(amount: int) -> dict[str, Any]:
        return {"minor": amount, "currency": "USD"}

    sides = {"left": "billing", "right": "ledger", "left_amount": usd(minor), "right_amount": usd(0)}
    more = {"difference": usd(minor), "announced": announced, "step": None, "items": []}
    return "reconciliation", {
        "title": title,
        "entity": "NW",
        "currency": "USD",
        "as_of": "2026-03-31",
        "period": None,
        **sides,
        **more,
    }


NONE = "\N{EN DASH}"
ACCURATE = ("Invoice accuracy", "100.0%", "3", "3", None)
WRONG = ("Invoice accuracy", "50.0%", "1", "2", "NW-7")


@pytest.fixture
def run(tmp_path: Path) -> Path:
    told(
        tmp_path,
        "One",
        "passed",
        paper("invoice"),
        event("delivered"),
        tie("Receivables of Globex", 0),
        close(1, ACCURATE),
    )
    told(
        tmp_path,
        "Two",
        "passed",
        paper("invoice"),
        event("lost"),
        tie("Receivables of Globex", 500, True),
        close(2, WRONG),
    )
    told(tmp_path, "Three", "failed", ("failed", FAILURE), paper("payment"), tie("Revenue", 700))
    return sealed(tmp_path, 3, sign_offs=[{"role": "Group controller", "meaning": "The books are right."}])


def test_a_figure_of_counts_is_divided_after_adding_up() -> None:
    records = [{"kind": kind, **told} for kind, told in (close(1, ACCURATE), close(2, WRONG), close(2, ACCURATE))]
    (figure,) = run_figures((one, "a", "Two") for one in touched(records).figures)
    # 3 + 1 + 3 of 3 + 2 + 3; February alone 4 of 5.
    assert (figure.value, figure.said, figure.part) == (Fraction(700, 8), "87.5%", "7 of 8")
    assert figure.months == [("2026-01", Fraction(100)), ("2026-02", Fraction(80))]
    assert [(one.documents, one.said) for one, *_ in figure.off] == [("NW-7", "50.0%")]


def test_amounts_of_several_currencies_are_not_added_up_but_told_apart() -> None:
    rows = (
        ("Revenue leakage", "10.0%", "10.00 USD", "100.00 USD", None),
        ("Revenue leakage", "0.0%", "0.00 EUR", "50.00 EUR", None),
    )
    records = [{"kind": kind, **told} for kind, told in (close(1, rows[0]), close(1, rows[1], entity="CE"))]
    (figure,) = run_figures((one, "", "") for one in touched(records).figures)
    assert figure.part == "0 of 50 EUR; 10 of 100 USD; the worst of them counts"
    assert (figure.value, figure.said) == (Fraction(10), "10%")
    right = [
        ("Invoice accuracy by amount", f"{share}%", f"{share}.00 {of}", f"100.00 {of}", None)
        for share, of in ((90, "EUR"), (99, "USD"))
    ]
    records = [{"kind": kind, **told} for kind, told in (close(1, right[0]), close(1, right[1], entity="CE"))]
    (figure,) = run_figures((one, "", "") for one in touched(records).figures)
    assert (figure.value, figure.low_is_good) == (Fraction(90), False)


def test_figures_in_days_are_told_by_their_middle_and_their_range() -> None:
    rows = [
        close(m, ("DSO", f"{days} days", "closing receivables 1.00 USD", "", None))
        for m, days in ((1, "20.00"), (2, "31.50"), (3, "90.00"))
    ]
    (figure,) = run_figures((one, "", "") for one in touched([{"kind": k, **t} for k, t in rows]).figures)
    assert (figure.said, figure.part, figure.low_is_good) == ("31.5 days", "the middle of closes from 20 to 90", True)
    assert [bar.height for bar in bars(figure)] == [20 * HIGH // 90, int(31.5 * HIGH / 90), HIGH]


def test_a_figure_without_a_value_is_none_of_the_run() -> None:
    kind, told_ = close(1, ("Invoice accuracy", "none", "0", "0", None))
    assert run_figures((one, "", "") for one in touched([{"kind": kind, **told_}]).figures) == []


@pytest.mark.parametrize(("value", "said"), [(Fraction(0), "0"), (Fraction(1, 300), "under 0.01"), (Fraction(-7, 2), "-3.5"), (Fraction(12345), "12,345"), (Fraction(2999, 1000), "2.99")])  # fmt: skip
def test_numbers_are_cut_and_never_rounded_up(value: Fraction, said: str) -> None:
    assert in_words(value) == said


def test_each_role_sees_what_concerns_it(run: Path) -> None:
    html = report(run)
    roles = html.partition('<section class="roles">')[2].partition('<section class="sign">')[0]
    by_role = {part.partition("<b>")[2].partition("</b>")[0]: part for part in roles.split("<details")[1:]}
    assert list(by_role) == [
        *("Sales operations", "Billing analyst", "Collections", "Revenue accountant", "Controller", "Support"),
        "Process owner",
    ]
    assert "2 scenarios" in by_role["Billing analyst"]
    assert "Three" not in by_role["Billing analyst"]
    assert "1 scenario, 1 not passed" in by_role["Collections"]
    assert "The books are right." in by_role["Controller"]
    assert "1 lost" in by_role["Support"]
    assert "invoice posted" in by_role["Billing analyst"]
    assert '<td class="n unannounced">1</td>' in by_role["Process owner"]


def test_the_page_shows_key_figures_with_a_way_down(run: Path) -> None:
    figures = report(run).partition('<section class="figures">')[2].partition("</section>")[0]
    assert "80%" in figures
    assert "<title>2026-02: 50%</title>" in figures
    assert '<a href="#amendments.upsell.two">Two</a>' in figures


def test_a_series_tells_what_is_new_fixed_and_regressed(tmp_path: Path) -> None:
    before, now = tmp_path / "monday", tmp_path / "tuesday"
    for name, first, second in (
        ("Stays", "passed", "passed"),
        ("Breaks", "passed", "failed"),
        ("Heals", "failed", "passed"),
        ("Fails on", "failed", "failed"),
    ):
        told(before, name, first, *([("failed", FAILURE)] if first == "failed" else []))
        told(now, name, second, *([("failed", FAILURE)] if second == "failed" else []))
    told(before, "Goes", "passed")
    told(now, "Comes", "failed", ("failed", FAILURE))
    days = [day(sealed(before, 5)), day(sealed(now, 5))]
    assert [(one.what, one.scenario) for one in changes(*days)] == [
        ("regressed", "Breaks"),
        ("new", "Comes"),
        ("still failing", "Fails on"),
        ("gone", "Goes"),
        ("fixed", "Heals"),
    ]
    html = page(days)
    assert "3 of 5 scenarios of the last run are exceptions; 300.00 USD at risk." in html
    assert html == page(days)


def test_a_series_shows_cash_application_differences_and_the_course_of_closes_run_by_run(tmp_path: Path) -> None:
    cash, dso = ("Cash application cycle", "12.0 days", "24", "2", None), ("DSO", "30.0 days", "", "", None)
    slower = ("Cash application cycle", "20.0 days", "40", "2", None)
    monday, tuesday = tmp_path / "monday", tmp_path / "tuesday"
    told(monday, "One", "passed", tie("Receivables of Globex", 0), tie("Unapplied cash", 500, True), close(1, cash))
    told(monday, "Two", "failed", ("failed", FAILURE), tie("Revenue", 700))
    open_, (kind, still) = tie("Receivables of Globex", 300), close(3, slower, dso)
    told(tuesday, "One", "passed", open_, tie("Unapplied cash", 0), close(1, cash), close(2, slower))
    told(
        tuesday,
        "Two",
        "passed",
        tie("Revenue", 0),
        tie("Unidentified cash of Globex", 1),
        (kind, still | {"status": "open"}),
    )
    series = page([day(sealed(monday, 2)), day(sealed(tuesday, 2))]).partition("<tbody>")[2].partition("</tbody>")[0]
    rows = {
        row.partition("</th>")[0].rpartition(">")[2]: re.findall(r'<td class="n[^"]*">([^<]*)</td>', row)
        for row in series.split("<tr>")[1:]
    }
    assert rows == {
        "Exceptions": ["1", "0"],
        "Reconciliations tied out": ["1", "2"],
        "Differences announced": ["1", "0"],
        "Differences unexplained": ["1", "2"],
        "Cash not in place": ["1", "2"],  # unapplied on Monday; receivables and unidentified cash on Tuesday
        "Months closed": ["1", "2"],  # the third is reported, but not closed
        "Cash application cycle": ["12 days", "20 days"],  # the middle of 12, 20 and 20
        "DSO": ["none", "30 days"],
        "At risk": ["100.00 USD", "0.00"],
        "Regressed": [NONE, "0"],
        "New": [NONE, "0"],
        "Fixed": [NONE, "1"],
    }


def test_the_command_writes_the_page_and_says_what_changed(tmp_path: Path) -> None:
    told(tmp_path / "a", "One", "passed")
    told(tmp_path / "b", "One", "failed", ("failed", FAILURE))
    runs = [str(sealed(tmp_path / name, 1)) for name in ("a", "b")]
    out = str(tmp_path / "hyper.html")
    done = CliRunner().invoke(app, ["hypercare", *runs, "--out", out])
    assert done.exit_code == 1
    assert "regressed: One (passed, now failed): The invoice differs" in done.output
    assert Path(out).is_file()
    wrong = CliRunner().invoke(app, ["hypercare", str(tmp_path / "nothing"), "--out", out])
    assert "is no finished run" in wrong.output
    there = CliRunner().invoke(app, ["hypercare", runs[0], "--out", str(tmp_path / "no" / "where.html")])
    assert "cannot be written" in there.output


def test_evidence_that_was_changed_is_told_in_the_series(tmp_path: Path) -> None:
    path = told(tmp_path, "One", "passed")
    folder = sealed(tmp_path, 1)
    path.write_text(path.read_text(encoding="utf-8").replace('"One"', '"Two"'), encoding="utf-8")
    assert not day(folder).sound
    assert "not what was sealed" in page([day(folder)])


def test_the_list_of_defects_says_what_still_shows(run: Path) -> None:
    def known(id_: str, scenario: str, stands: bool) -> KnownDefect:
        more = {
            "title": "wrong",
            "owner": "Billing analyst",
            "disposition": "defer",
            "reason": "later",
            "expires": None,
        }
        return KnownDefect(id=id_, scenario=scenario, stands=stands, **more)

    found = as_run([known("D-1", "One", False), known("D-2", "Three", True), known("D-3", "Nobody", True)], seen(run))
    assert [(one.id, one.shows) for one in found] == [("D-2", "fails"), ("D-3", "did not run"), ("D-1", "passes now")]
