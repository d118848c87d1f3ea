"""Conditions under which somebody approves, and the day on which they run out."""

from datetime import date
from pathlib import Path

import pytest

from reports.run.page import render
from reports.signing.gate_rows import Plan
from reports.signing.gates import decide
from reports.signing.keys import Key, make_key
from reports.signing.packs import close_pack
from reports.signing.sign_offs import SignOffRefused, sign, sign_offs
from tests.reports.sample import sealed, told
from tieout import verification
from tieout.verification import report

NOON = "2026-03-02T12:00:00Z"


@pytest.fixture
def keys(tmp_path: Path) -> dict[str, Key]:
    return {name: make_key(tmp_path / name) for name in ("ada", "bob")}


@pytest.fixture
def run(tmp_path: Path, keys: dict[str, Key]) -> Path:
    folder = tmp_path / "run"
    told(folder, "One", "passed")
    sealed(folder, 1, sign_offs=[{"role": "Controller", "meaning": "The books are right."}])
    render(folder)
    sign(folder, keys["ada"], role="Process owner", name="Ada", meaning="prepared", conditions=(), signed_at=NOON)
    return folder


def approve(run: Path, key: Key, until: str, meaning: str = "approved with conditions") -> None:
    conditions = ("the April credit is posted",) if meaning != "approved" else ()
    sign(run, key, role="Controller", name="Bob", meaning=meaning, conditions=conditions, signed_at=NOON, until=until)


def line(run: Path, today: date) -> tuple[bool, str]:
    plan = Plan(
        rollout="Nord",
        phase="pilot",
        in_scope=lambda tags: True,
        pairs={},
        indicators=(),
        control_gates=(),
        requirements=(),
        defects=(),
        scales={},
        signs=("Controller",),
        today=today,
    )
    (found,) = [one for one in decide(run, plan).lines if one.kind == "sign-off"]
    return found.holds, found.found


def test_a_conditional_approval_is_a_go_to_its_last_day_and_none_after_it(run: Path, keys: dict[str, Key]) -> None:
    approve(run, keys["bob"], "2026-05-08")
    assert line(run, date(2026, 5, 8)) == (True, "approved with conditions by Bob on 2026-03-02")
    said = "approved with conditions by Bob on 2026-03-02; the conditions ran out on 2026-05-08"
    assert line(run, date(2026, 5, 9)) == (False, said)


def test_without_a_day_conditions_do_not_run_out(run: Path, keys: dict[str, Key]) -> None:
    approve(run, keys["bob"], "")
    assert line(run, date(2099, 1, 1))[0]
    (_, given) = sign_offs(run)
    assert given.sign_off
    assert "until" not in given.sign_off.statement


def test_a_pack_says_whose_conditions_ran_out(
    run: Path, keys: dict[str, Key], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    approve(run, keys["bob"], "2026-05-08")
    pack = close_pack(run, tmp_path / "pack", keys["ada"], name="Ada", closed_at=NOON)
    for day, missing in (
        (date(2026, 5, 8), []),
        (date(2026, 5, 9), ["not approved: Controller, whose conditions ran out on 2026-05-08"]),
    ):
        monkeypatch.setattr(verification, "today", lambda day=day: day)
        good, lines = report(pack, None, None, None, closed=True)
        assert good
        assert [one for one in lines if one.startswith("not ")] == missing
        assert any("on condition: the April credit is posted; by 2026-05-08" in one for one in lines)


@pytest.mark.parametrize(
    ("until", "meaning", "said"),
    [
        ("8 May", "approved with conditions", "'8 May' is not a day; write it like 2026-05-08"),
        ("20260508", "approved with conditions", "'20260508' is not a day"),
        ("2026-02-30", "approved with conditions", "'2026-02-30' is not a day"),
        ("2026-03-01", "approved with conditions", "conditions cannot run out on 2026-03-01, before they are signed"),
        ("2026-05-08", "approved", '"approved" has no conditions that could run out'),
    ],
)
def test_a_day_that_cannot_be_is_refused(run: Path, keys: dict[str, Key], until: str, meaning: str, said: str) -> None:
    with pytest.raises(SignOffRefused) as refused:
        approve(run, keys["bob"], until, meaning)
    assert said in str(refused.value)
    assert len(sign_offs(run)) == 1


def test_another_day_is_another_sign_off(run: Path, keys: dict[str, Key]) -> None:
    approve(run, keys["bob"], "2026-05-08")
    path = run / "signatures" / "002-controller.json"
    path.write_text(path.read_text().replace("2026-05-08", "2027-05-08"))
    good, lines = report(run, None, None, None, closed=False)
    assert not good
    assert any("this sign-off was changed after Bob signed it" in one for one in lines)
