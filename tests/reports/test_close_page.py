"""The filed close report: page and PDF say what the evidence says, and the same evidence gives the same bytes."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from reports.close.page import page, pdf, write_close_reports
from reports.close.report import close_report
from reports.close.tables import tables
from reports.evidence.chain import ScenarioEvidence, seal
from reports.evidence.encoding import plain
from tests.reports.agreeing import agreeing
from tests.reports.books import Books
from tests.reports.documents import MARCH


def record(books: Books) -> dict[str, Any]:
    (found,) = close_report(books.stack(), MARCH)
    fields: dict[str, Any] = plain(
        {
            "kind": "close_report",
            "step": None,
            "entity": found.entity,
            "period": "2026-03",
            "currency": found.currency,
            "status": "open, with differences" if found.differences else found.status,
            "run": found.run,
            "header": [list(pair) for pair in found.header],
            "sections": [table for section in found.sections for table in tables(section)],
            "reconciliations": [],
            "kpis": [],
        }
    )
    return fields


def test_the_page_holds_every_section_once_and_its_figures() -> None:
    text = page(record(agreeing()))
    for title in ("Trial balance", "Receivables", "Subledgers to general ledger", "Sign-offs"):
        assert text.count(f"{title}</h2>") == 1
    opening = re.search(r'Receivables, opening</td><td class="n">([\d.,]+)<', text)
    assert opening
    closing = f'Receivables, closing</td><td class="n">493.55</td><td class="n">{opening[1]}</td></tr>'
    assert closing in text, "beside it what stood at the end of the month before, with which this one opened"
    assert '<p class="note">What customers owe, tax included.' in text
    assert "NW, March 2026, USD" in text
    assert "http" not in text.replace('lang="en"', "")


def test_a_difference_is_seen_at_once_with_its_document() -> None:
    books = agreeing()
    books.drop("NW-000004")
    text = page(record(books))
    assert '<p class="status off">open, with differences</p>' in text
    assert "upsell invoice not posted" in text


def test_what_a_customer_is_called_cannot_break_the_page() -> None:
    found = record(agreeing())
    found["header"].append(["Company", "<script>alert(1)</script>"])
    assert "<script>" not in page(found)


def test_a_rerun_gives_the_same_bytes() -> None:
    assert page(record(agreeing())) == page(record(agreeing()))
    assert pdf(record(agreeing())) == pdf(record(agreeing()))


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext (poppler-utils) is not installed")
def test_the_pdf_says_what_the_page_says(tmp_path: Path) -> None:
    (tmp_path / "close.pdf").write_bytes(pdf(record(agreeing())))
    said = subprocess.run(
        ["pdftotext", "-layout", str(tmp_path / "close.pdf"), "-"], capture_output=True, text=True, check=True
    ).stdout
    for words in ("NW, March 2026, USD", "Receivables, closing", "493.55", "Sign-offs", "Page 1 of"):
        assert words in said


def test_every_month_of_a_run_is_filed_as_it_was_reported_last(tmp_path: Path) -> None:
    with ScenarioEvidence(tmp_path / "evidence" / "close" / "a-story.jsonl") as evidence:
        evidence.write(
            "scenario",
            feature_path="close.feature",
            feature_name="Close",
            area="close",
            rule=None,
            name="A story",
            example=None,
            tags=[],
            line=1,
            description="",
        )
        for status in ("open", "closed"):
            fields = record(agreeing()) | {"status": status}
            evidence.write(fields.pop("kind"), **fields)
        evidence.write("result", verdict="passed", amount_in_test=[], out_of_balance=[])
    seal(tmp_path, stack="built-in", control_total={"written": 1, "collected": 1, "run": 1})
    paths = list(write_close_reports(tmp_path, "a STORY"))
    assert [path.name for path in paths] == [f"a-story-NW-USD-2026-03-run-1.{kind}" for kind in ("html", "pdf")]
    assert '<p class="status">closed</p>' in paths[0].read_text(encoding="utf-8")
    assert not list(write_close_reports(tmp_path, "another"))


def test_lists_are_added_up_counts_have_commas_and_many_documents_unfold() -> None:
    told = record(agreeing())
    usd = [{"minor": minor, "currency": "USD"} for minor in (12345, 7655)]
    about = {"columns": ["contract", "documents", "count", "amount"], "number": "", "note": ""}
    rows = [["C-1", "A, B, C, D, E", 12345, usd[0]], ["C-2", "F", 1, usd[1]]]
    told["sections"] = [{"title": "Revenue by obligation", "rows": rows, **about}]
    written = page(told)
    assert "<details><summary>A, B, C and 2 more</summary>A, B, C, D, E</details>" in written
    assert '<td class="n">12,345</td>' in written
    assert re.search(r'class="total"><td class="t">Total</td>.*<td class="n">200\.00</td></tr>', written)
    told["sections"][0]["rows"][1][3] = {"minor": 7655, "currency": "EUR"}
    assert "200.00" not in page(told)


def test_of_controls_only_the_sum_of_all_customers_stands_out() -> None:
    told = record(agreeing())
    rows = [["Receivables, all customers", 1], ["Revenue", 1]]
    told["sections"] = [{"title": "Controls", "columns": ["control", "ledger"], "rows": rows, "number": "", "note": ""}]
    (only,) = re.findall(r'class="total"><td class="t">([^<]*)', page(told))
    assert only == "Receivables, all customers"
