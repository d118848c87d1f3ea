from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from reports.evidence.chain import BrokenEvidenceError, ScenarioEvidence, read, seal, verify
from reports.evidence.encoding import MASK, plain


class Side(Enum):
    DEBIT = "debit"


@dataclass(frozen=True, kw_only=True)
class Money:
    minor: int
    currency: str


@dataclass(frozen=True, kw_only=True)
class Line:
    amount: Money
    on: date
    rate: Decimal
    share: Fraction
    side: Side


SCENARIO: dict[str, Any] = {
    "feature_path": "amendments/upsell.feature",
    "feature_name": "Upsell",
    "area": "amendments",
    "rule": None,
    "name": "Twenty seats",
    "example": None,
    "tags": ["@upsell"],
    "line": 7,
    "description": "",
}
RESULT: dict[str, Any] = {"verdict": "passed", "amount_in_test": [], "out_of_balance": []}


def a_run(folder: Path, name: str = "twenty-seats") -> Path:
    path = folder / "evidence" / "amendments.upsell" / f"{name}.jsonl"
    with ScenarioEvidence(path) as evidence:
        evidence.write("scenario", **SCENARIO)
        evidence.write("policies", applied=[], company="Northwind SaaS")
        evidence.write("result", **RESULT)
    return path


def test_what_was_written_is_read_back(tmp_path: Path) -> None:
    records = read(a_run(tmp_path))
    assert [record["kind"] for record in records] == ["scenario", "policies", "result"]
    assert [record["n"] for record in records] == [1, 2, 3]
    assert records[0]["prev"] == ""
    assert records[2]["prev"] == records[1]["hash"]
    assert records[0]["name"] == "Twenty seats"


def test_lines_are_canonical_json(tmp_path: Path) -> None:
    for line in a_run(tmp_path).read_text(encoding="utf-8").splitlines():
        assert line == json.dumps(json.loads(line), sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def test_two_runs_are_byte_identical(tmp_path: Path) -> None:
    assert a_run(tmp_path / "one").read_bytes() == a_run(tmp_path / "two").read_bytes()


def test_nouns_become_plain_json() -> None:
    line = Line(
        amount=Money(minor=11355, currency="USD"),
        on=date(2026, 3, 16),
        rate=Decimal("1E+1"),
        share=Fraction(16, 31),
        side=Side.DEBIT,
    )
    assert plain({"line": line, "tags": {"b", "a"}, date(2026, 4, 1): (1, True, None)}) == {
        "line": {
            "amount": {"minor": 11355, "currency": "USD"},
            "on": "2026-03-16",
            "rate": "10",
            "share": "16/31",
            "side": "debit",
        },
        "tags": ["a", "b"],
        "2026-04-01": [1, True, None],
    }


@pytest.mark.parametrize("value", [1.5, object(), [b"x"], Money])
def test_what_has_no_one_spelling_is_refused(value: object) -> None:
    with pytest.raises(TypeError, match="evidence cannot hold"):
        plain(value)


@pytest.mark.parametrize(
    "key",
    ["authorization", "Authorization", "api_key", "X-API-Key", "apiKey", "access_token", "clientSecret", "password"],
)
def test_secrets_are_masked(key: str) -> None:
    assert plain({"headers": [{key: "hunter2"}]}) == {"headers": [{key: MASK}]}


def test_a_bearer_token_in_a_text_is_masked() -> None:
    assert plain("sent with Bearer abcdef0123456789 to billing") == f"sent with {MASK} to billing"


@pytest.mark.parametrize("key", ["tokens", "secretary", "passwords_changed", "customer"])
def test_words_that_only_look_secret_stay(key: str) -> None:
    assert plain({key: "1,200"}) == {key: "1,200"}


def test_a_changed_line_is_named_by_file_and_line(tmp_path: Path) -> None:
    path = a_run(tmp_path)
    path.write_text(path.read_text().replace("Northwind", "Southwind"))
    with pytest.raises(BrokenEvidenceError) as broken:
        read(path)
    assert str(broken.value) == (
        "evidence/amendments.upsell/twenty-seats.jsonl:2: this line was changed after it was written."
    )


def test_a_removed_line_is_named_by_file_and_line(tmp_path: Path) -> None:
    path = a_run(tmp_path)
    lines = path.read_text().splitlines(keepends=True)
    path.write_text(lines[0] + lines[2])
    with pytest.raises(BrokenEvidenceError, match=r"twenty-seats\.jsonl:2: this line does not follow"):
        read(path)


def test_a_line_that_is_no_record_is_named(tmp_path: Path) -> None:
    path = a_run(tmp_path)
    path.write_text("hello\n")
    with pytest.raises(BrokenEvidenceError, match=r":1: this line is not a record"):
        read(path)


def test_a_killed_run_leaves_a_readable_beginning(tmp_path: Path) -> None:
    evidence = ScenarioEvidence(tmp_path / "evidence" / "f" / "s.jsonl")
    evidence.write("scenario", **SCENARIO)
    seen_before_close = read(evidence.path)
    evidence.close()
    with evidence.path.open("a") as torn:
        torn.write('{"half": ')
    assert [record["kind"] for record in seen_before_close] == ["scenario"]
    assert [record["kind"] for record in read(evidence.path)] == ["scenario"]


@pytest.mark.parametrize(
    ("kind", "fields", "said"),
    [
        ("verdict", {}, "no record is called 'verdict'"),
        ("result", {"verdict": "passed"}, "lacks amount_in_test, out_of_balance"),
        ("result", {**RESULT, "colour": "green"}, "has no colour"),
    ],
)
def test_a_record_outside_the_contract_is_a_bug(tmp_path: Path, kind: str, fields: dict[str, Any], said: str) -> None:
    with ScenarioEvidence(tmp_path / "s.jsonl") as evidence, pytest.raises(AssertionError, match=said):
        evidence.write(kind, **fields)


def sealed(folder: Path) -> Path:
    a_run(folder)
    a_run(folder, "fifty-seats")
    seal(folder, stack="built-in", control_total={"written": 2, "collected": 2, "run": 2})
    return folder


def test_a_sealed_run_is_verified(tmp_path: Path) -> None:
    manifest = json.loads((sealed(tmp_path) / "manifest.json").read_text())
    assert manifest["control_total"] == {"written": 2, "collected": 2, "run": 2, "reported": 2}
    assert [file["path"] for file in manifest["files"]] == [
        "evidence/amendments.upsell/fifty-seats.jsonl",
        "evidence/amendments.upsell/twenty-seats.jsonl",
    ]
    assert verify(tmp_path) == []


def findings(folder: Path) -> list[str]:
    return [str(finding) for finding in verify(folder)]


def test_a_removed_file_is_found(tmp_path: Path) -> None:
    (sealed(tmp_path) / "evidence/amendments.upsell/fifty-seats.jsonl").unlink()
    assert findings(tmp_path) == ["evidence/amendments.upsell/fifty-seats.jsonl: this file was sealed and is gone."]


def test_an_added_file_is_found(tmp_path: Path) -> None:
    a_run(sealed(tmp_path), "ten-seats")
    assert findings(tmp_path) == [
        "evidence/amendments.upsell/ten-seats.jsonl: this file was added after the run was sealed."
    ]


def test_a_rewritten_file_with_a_whole_chain_is_found(tmp_path: Path) -> None:
    path = sealed(tmp_path) / "evidence/amendments.upsell/fifty-seats.jsonl"
    with ScenarioEvidence(path) as evidence:
        evidence.write("scenario", **{**SCENARIO, "name": "Another"})
        evidence.write("result", **RESULT)
    assert findings(tmp_path) == [
        "evidence/amendments.upsell/fifty-seats.jsonl: this file is not the one that was sealed."
    ]


def test_a_changed_manifest_is_found(tmp_path: Path) -> None:
    path = sealed(tmp_path) / "manifest.json"
    path.write_text(path.read_text().replace('"verdict": "passed"', '"verdict": "failed"'))
    assert findings(tmp_path) == ["manifest.json: the list of files was changed after it was sealed."]


def test_an_interrupted_scenario_breaks_the_control_total(tmp_path: Path) -> None:
    sealed(tmp_path)
    evidence = ScenarioEvidence(tmp_path / "evidence/amendments.upsell/fifty-seats.jsonl")
    evidence.write("scenario", **SCENARIO)
    evidence.close()
    seal(tmp_path, control_total={"written": 2, "collected": 2, "run": 2})
    assert findings(tmp_path) == [
        "evidence/amendments.upsell/fifty-seats.jsonl:1: the scenario was interrupted: it has no verdict.",
        "manifest.json: the control total does not agree: written 2, collected 2, run 2, reported 1.",
    ]


def test_a_run_without_a_manifest_vouches_for_nothing(tmp_path: Path) -> None:
    assert "nothing vouches" in findings(tmp_path)[0]
