from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest

from benchmarks.samples.evidence import twelve
from reports.run.junit import write_junit
from tests.reports.sample import FAILURE, sealed, told


@pytest.fixture(scope="module")
def suites(tmp_path_factory: pytest.TempPathFactory) -> ElementTree.Element:
    return ElementTree.parse(write_junit(twelve(tmp_path_factory.mktemp("run")))).getroot()


def test_every_feature_file_is_a_suite(suites: ElementTree.Element) -> None:
    assert suites.attrib == {
        "name": "tieout", "tests": "12", "failures": "2", "errors": "0", "skipped": "2", "time": "0.000",
    }  # fmt: skip
    assert [suite.get("name") for suite in suites][:2] == [
        "amendments/midterm_upsell.feature",
        "amendments/retroactive_discount.feature",
    ]
    assert sum(len(suite) for suite in suites) == 12


def test_a_failure_is_a_message_for_people(suites: ElementTree.Element) -> None:
    failure = suites.find(".//failure")
    assert failure is not None
    assert failure.get("message") == "The journal of March 2026 differs"
    assert "Sales tax payable   credit 10.32 is missing" in (failure.text or "")


def test_a_scenario_set_aside_names_its_owner(suites: ElementTree.Element) -> None:
    assert [skipped.get("message") for skipped in suites.iter("skipped")] == [
        "The new tax table is due with wave 4 (owner Ana Ruiz, until 2026-09-30)",
        "not exercised: the stack cannot travel in time",
    ]


def test_tags_are_properties(suites: ElementTree.Element) -> None:
    found = [(one.get("name"), one.get("value")) for one in suites[0][0].iter("property")]
    assert ("tag", "midterm-upsell") in found


def test_wall_times_come_from_the_timings(tmp_path: Path) -> None:
    told(tmp_path, "One")
    sealed(tmp_path, 1)
    (tmp_path / "timings.json").write_text(json.dumps({"scenarios": {"evidence/amendments.upsell/one.jsonl": 1.25}}))
    root = ElementTree.parse(write_junit(tmp_path)).getroot()
    assert [one.get("time") for one in root.iter("testcase")] == ["1.250"]


def test_what_xml_cannot_hold_is_replaced(tmp_path: Path) -> None:
    told(tmp_path, "One", "failed", ("failed", {**FAILURE, "message": "a\x00b\x1b<c>&"}))
    root = ElementTree.parse(write_junit(sealed(tmp_path, 1))).getroot()
    assert (root.findtext(".//failure") or "").endswith("a\ufffdb\ufffd<c>&")
