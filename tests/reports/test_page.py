from __future__ import annotations

import base64
import hashlib
import json
import re
import zlib
from pathlib import Path
from typing import Any

import pytest

from benchmarks.samples.evidence import many, twelve
from reports.run.page import page, render
from tests.reports.sample import FAILURE, STEP, sealed, told

MEGABYTE = 1_000_000
PACKED = re.compile(r'<script type="application/octet-stream" id="packed">([^<]*)</script>')


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> str:
    return page(twelve(tmp_path_factory.mktemp("run")))


def packed(text: str) -> dict[str, Any]:
    found = PACKED.search(text)
    assert found
    tables: dict[str, Any] = json.loads(zlib.decompress(base64.b64decode(found.group(1))))
    return tables


def verdict(text: str) -> str:
    found = re.search(r"<h1>(.*?)</h1>", text)
    assert found
    return found.group(1)


def test_the_report_is_one_file_beside_the_evidence(tmp_path: Path) -> None:
    told(tmp_path, "Good")
    assert render(sealed(tmp_path, 1)) == tmp_path / "report.html"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["evidence", "manifest.json", "report.html"]


def test_the_same_evidence_gives_the_same_bytes(tmp_path: Path, sample: str) -> None:
    assert page(twelve(tmp_path / "elsewhere")) == sample


def test_no_address_stands_in_the_page(sample: str) -> None:
    assert not re.findall(r"(?:https?:)?//[a-z0-9]|\bsrc=|<link|@import|url\((?!#)", PACKED.sub("", sample))


def test_the_page_forbids_itself_every_request(sample: str) -> None:
    script = re.findall(r'<script type="module">(.*?)</script>', sample, re.DOTALL)
    assert len(script) == 1
    own = base64.b64encode(hashlib.sha256(script[0].encode()).digest()).decode()
    assert f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{own}'" in sample


def test_what_a_customer_is_called_is_never_markup(tmp_path: Path) -> None:
    nasty = "<script>alert(1)</script><!--"
    step = {**STEP, "text": nasty, "docstring": nasty, "table": [[nasty], [nasty]]}
    failure = {**FAILURE, "title": nasty, "message": nasty}
    told(
        tmp_path,
        "Nasty",
        "failed",
        ("step", step),
        ("failed", failure),
        feature_name=nasty,
        tags=["@" + nasty],
        rule=nasty,
    )
    sign_offs = [{"role": nasty, "meaning": nasty}]
    text = page(sealed(tmp_path, 1, stack=nasty, world=[nasty], sign_offs=sign_offs))
    assert "<script>alert" not in text
    assert "<!--" not in text
    assert text.count("<script") == 2
    assert nasty in packed(text)["texts"]


def test_all_passed(tmp_path: Path) -> None:
    told(tmp_path, "One")
    told(tmp_path, "Two")
    assert verdict(page(sealed(tmp_path, 2))) == "All 2 scenarios passed."


def test_failures_come_first(sample: str) -> None:
    assert verdict(sample) == "2 of 12 scenarios failed, so this run is not ready to sign."


def test_exceptions_are_signed_in_view(tmp_path: Path) -> None:
    told(tmp_path, "One")
    told(tmp_path, "Two", "skipped", ("skipped", {"owner": "Ana", "reason": "tax table", "until": "2026-09-30"}))
    text = page(sealed(tmp_path, 2))
    assert verdict(text) == "1 of 2 scenarios passed and none failed; sign with the exceptions in view."
    assert "set aside: tax table, until 2026-09-30" in text
    assert '<td class="short">Ana</td>' in text


def test_a_lost_scenario_forbids_signing(tmp_path: Path) -> None:
    told(tmp_path, "One")
    assert verdict(page(sealed(tmp_path, 2))).startswith("Scenarios were lost between writing and reporting")


def test_a_part_of_the_features_says_so(tmp_path: Path) -> None:
    told(tmp_path, "One")
    total = {"written": 3, "collected": 3, "selected": 1, "run": 1}
    text = page(sealed(tmp_path, 1, control_total=total))
    assert verdict(text) == "1 scenario passed; 2 were not selected, so this run covers a part."


def test_changed_evidence_is_not_believed(tmp_path: Path) -> None:
    path = told(tmp_path, "One")
    sealed(tmp_path, 1)
    path.write_text(path.read_text().replace("Upsell", "Downsell"))
    text = page(tmp_path)
    assert verdict(text) == "The evidence is not what was sealed, so this run cannot be signed."
    assert "evidence/amendments.upsell/one.jsonl:1: this line was changed after it was written." in text
    assert "The evidence was changed after the run" in text


def test_a_removed_scenario_is_shown_as_failed(tmp_path: Path) -> None:
    told(tmp_path, "One")
    path = told(tmp_path, "Two")
    sealed(tmp_path, 2)
    path.unlink()
    assert "evidence/amendments.upsell/two.jsonl: this file was sealed and is gone." in page(tmp_path)


def test_a_killed_run_still_has_a_report(tmp_path: Path) -> None:
    told(tmp_path, "Cut short", None, ("step", STEP))
    text = page(tmp_path)
    assert verdict(text).startswith("Scenarios were lost")
    assert "The scenario was interrupted" in text
    assert "The evidence of this run was never sealed." in text


def test_a_run_without_scenarios_has_nothing_to_sign(tmp_path: Path) -> None:
    assert verdict(page(sealed(tmp_path, 0))) == "No scenario ran, so there is nothing to sign."


def test_without_scripts_the_failures_still_read(sample: str) -> None:
    body = sample[: sample.index('id="packed"')]
    assert "Contract liability  credit 113.55, expected 103.23" in body
    assert "the journal of March 2026 is:" in body


def test_money_at_risk_is_told_by_severity_and_currency(sample: str) -> None:
    risk = re.sub(r"<[^>]+>", " ", sample[sample.index("At risk in failed") : sample.index("Ledger out of balance")])
    assert risk.split() == (
        "At risk in failed scenarios S1 980 JPY 113.55 USD blocks release and close S2 10.32 USD fix before close".split()
    )


def test_every_stage_of_the_process_is_shown(sample: str) -> None:
    strip = re.sub(r"<[^>]+>", " ", sample[sample.index("From lead to close") : sample.index("Process areas")])
    assert [word for word in strip.split() if word.islower() and word not in ("passed,", "failed", "passed", "to")] == [
        "lead", "close", "lead", "quote", "order", "bill", "collect", "recognize", "close",
    ]  # fmt: skip


def test_an_untested_stage_says_so(tmp_path: Path) -> None:
    told(tmp_path, "One")
    assert page(sealed(tmp_path, 1)).count("untested</span>") == 7


def test_those_who_sign_have_a_line_to_sign_on(sample: str) -> None:
    assert sample.count('<td class="blank">') == 9
    assert "The stories are how we sell, amend and renew." in sample


def test_a_thousand_scenarios_stay_small(tmp_path: Path) -> None:
    assert len(page(many(tmp_path, 1000)).encode()) < 6 * MEGABYTE
