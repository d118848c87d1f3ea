"""Rollout plans that are wrong, in every way people and programs write them wrong: each is told at its line, and none is half loaded."""

from pathlib import Path

import pytest

from scenarios.mistakes import WorldError
from scenarios.rollouts import load
from scenarios.world import load as load_company

PLAN = """\
rollout: Nord go-live
materiality:
  - {currency: USD, overall: "250,000.00"}
phases:
  - phase: pilot
    scope:
      tags: "@wave-1 or @wave-2"
      events: [invoice posted, payment applied]
      products: [Platform seat]
      entities: [NW]
      currencies: [USD]
    indicators:
      - {measure: scenarios passed, at least: 100%}
      - {measure: money at risk, at most: "1,000.00"}
    control gates:
      - {gate: Months close, tags: "@close", at least: 5, owner: Controller}
    signs: [Process owner, Controller]
  - phase: wave 2
requirements:
  - {id: Q-1, title: Upsell, tags: "@midterm-upsell", owner: Billing analyst, phases: [pilot]}
defects:
  - {id: D-1, title: Off by a cent, scenario: Twenty seats, owner: Bob, disposition: accept, reason: small, expires: 2027-01-31}
"""
AT = {name: number for number, line in enumerate(PLAN.splitlines(), 1) for name in (line.strip(),)}

WRONG = [
    # keys
    ("rollout: Nord", "rolout: Nord", 1, "unknown key 'rolout'; did you mean 'rollout'?"),
    ("rollout: Nord go-live\n", "", 1, "'rollout' is missing"),
    ("phases:\n  - phase: pilot", "phase:\n  - phase: pilot", 4, "unknown key 'phase'; did you mean 'phases'?"),
    ("- phase: pilot", "- name: pilot", 5, "unknown key 'name'"),
    ("    scope:", "    scopes:", 6, "unknown key 'scopes'; did you mean 'scope'?"),
    ("      tags: \"@wave", "      tag: \"@wave", 7, "unknown key 'tag'; did you mean 'tags'?"),
    ("      events:", "      event:", 8, "unknown key 'event'; did you mean 'events'?"),
    ("      products:", "      product:", 9, "unknown key 'product'; did you mean 'products'?"),
    ("control gates:", "control-gates:", 15, "unknown key 'control-gates'; did you mean 'control gates'?"),
    ("control gates:", "control_gates:", 15, "unknown key 'control_gates'; did you mean 'control gates'?"),
    ("{gate: Months", "{name: Months", 16, "unknown key 'name'"),
    ("at least: 5", "at_least: 5", 16, "unknown key 'at_least'; did you mean 'at least'?"),
    ("signs:", "sign:", 17, "unknown key 'sign'; did you mean 'signs'?"),
    ("{id: Q-1,", "{no: Q-1,", 20, "unknown key 'no'"),
    ("disposition: accept", "decision: accept", 22, "unknown key 'decision'"),
    (", owner: Bob", "", 22, "'owner' is missing"),
    (", scenario: Twenty seats", "", 22, "'scenario' is missing"),
    ("expires:", "expire:", 22, "unknown key 'expire'; did you mean 'expires'?"),
    # written twice
    ("    signs:", "    signs: [A]\n    signs:", 18, "'signs' is written twice; the first is on line 17"),
    ("owner: Bob", "owner: Bob, owner: Ann", 22, "'owner' is written twice; the first is on line 22"),
    ("  - phase: wave 2", "  - phase: pilot", 18, "'pilot' stands twice in phases"),
    ("defects:\n", "defects:\n  - {id: D-1, title: x, scenario: y, owner: z, disposition: fix}\n", 23, "'D-1' stands twice in defects"),
    ("requirements:\n", "requirements:\n  - {id: Q-1, title: x, tags: \"@a\"}\n", 21, "'Q-1' stands twice in requirements"),
    # dates
    ("2027-01-31", "31.01.2027", 22, "expires: '31.01.2027' is not a day; write it like 2026-07-01"),
    ("2027-01-31", "01/31/2027", 22, "expires: '01/31/2027' is not a day; write it like 2026-07-01"),
    ("2027-01-31", "2027-02-30", 22, "expires: '2027-02-30' is not a day; write it like 2026-07-01"),
    ("2027-01-31", "31 January 2027", 22, "expires: '31 January 2027' is not a day; write it like 2026-07-01"),
    ("2027-01-31", "2027-1-31", 22, "expires: '2027-1-31' is not a day"),
    ("2027-01-31", "20270131", 22, "expires: '20270131' is not a day"),
    ("2027-01-31", "2027-W05-1", 22, "expires: '2027-W05-1' is not a day"),
    ("2027-01-31", "\"2027-01-31T00:00\"", 22, "expires: '2027-01-31T00:00' is not a day"),
    ("2027-01-31", "tomorrow", 22, "expires: 'tomorrow' is not a day"),
    ("2027-01-31", "''", 22, "expires: nothing is written here"),
    # answers and numbers
    ("disposition: accept", "disposition: accepted", 22, "disposition: unknown answer 'accepted'; did you mean 'accept'?"),
    ("disposition: accept", "disposition: [accept]", 22, "disposition: takes one value"),
    ("measure: scenarios passed", "measure: scenario passed", 13, "measure: unknown answer 'scenario passed'; did you mean 'scenarios passed'?"),
    ("at least: 100%", "at least: 120%", 13, "at least: '120%' is not between 0% and 100%"),
    ("at least: 100%", "at least: all", 13, "at least: 'all' is not a number"),
    ("at least: 100%", "at least: NaN", 13, "at least: 'NaN' is not a number"),
    ("at least: 100%", "at least: Infinity", 13, "at least: 'Infinity' is not a number"),
    ("at least: 100%", "at least: 1e400%", 13, "at least: '1e400' is not a number"),
    ("at most: \"1,000.00\"", "at most: -5", 14, "at most: '-5' is below zero"),
    ("at most: \"1,000.00\"", "at most: 1.000", 14, "at most: '1.000' can be read in two ways"),
    (", at least: 100%", "", 13, "scenarios passed: give one threshold, either 'at least' or 'at most'"),
    ("at least: 100%", "at least: 100%, at most: 3", 13, "scenarios passed: give one threshold, either 'at least' or 'at most'"),
    ("at least: 5,", "at least: 2.5,", 16, "at least: '2.5' is not a whole number from 0 up"),
    ("at least: 5,", "at least: -1,", 16, "at least: '-1' is not a whole number from 0 up"),
    ("\"250,000.00\"", "a lot", 3, "overall: 'a lot' is not a number"),
    ("{currency: USD,", "{currency: usd,", 3, "currency: 'usd' is not a currency of ISO 4217; did you mean 'USD'?"),
    ("currencies: [USD]", "currencies: [USDD]", 11, "'USDD' is not a currency of ISO 4217"),
    # shapes
    ("[Process owner, Controller]", "Controller", 17, "signs: needs a list: lines that begin with '-', or [a, b]"),
    ("[invoice posted, payment applied]", "invoice posted", 8, "events: needs a list"),
    ("materiality:\n  - {currency: USD, overall: \"250,000.00\"}", "materiality: 250000", 2, "materiality: needs a list"),
    ("    scope:\n      tags: \"@wave-1 or @wave-2\"", "    scope: pilot\n    more:\n      tags: \"@wave-1\"", 6, "scope: needs lines of 'key: value', further in"),
    ("title: Upsell", "title: [Upsell]", 20, "title: takes one value, not a list"),
    ("title: Upsell", "title: {a: b}", 20, "title: takes one value, not a group of keys"),
    ("title: Upsell", "title: ''", 20, "title: nothing is written here"),
    # references
    ("phases: [pilot]", "phases: [pilott]", 20, "Q-1: there is no phase 'pilott'; did you mean 'pilot'?"),
    ("invoice posted, payment", "invoice postd, payment", 8, "there is no event 'invoice postd'; did you mean 'invoice posted'?"),
    ("invoice posted, payment", "revenue posted, payment", 8, "no system takes the event 'revenue posted'"),
    ("\"@wave-1 or @wave-2\"", "\"@wave-1 or or @wave-2\"", 7, "is no expression of tags"),
    ("\"@midterm-upsell\"", "\"(@midterm-upsell\"", 20, "is no expression of tags"),
    (", reason: small", "", 22, "D-1: to accept needs a reason and an 'expires' day"),
    (", expires: 2027-01-31", "", 22, "D-1: to accept needs a reason and an 'expires' day"),
    # YAML itself
    ("    scope:", "\tscope:", 6, "a tab stands before the text; YAML is indented with spaces"),
    ("[USD]", "[USD", 12, "this cannot be read as YAML"),
    ("rollout: Nord go-live", "rollout: \"Nord go-live", 3, "this cannot be read as YAML"),
    ("rollout: Nord go-live", "rollout: Nord: go-live", 1, "this cannot be read as YAML"),
    ("    signs:", "   signs:", 17, "this cannot be read as YAML"),
    ("rollout: Nord go-live", "rollout: !python/object:os.system Nord", 1, "the tag !python/object:os.system says nothing here"),
    ("entities: [NW]", "entities: &e [NW]\n      more: *e", 11, "the alias *e stands for what is written elsewhere; write it out"),
    ("rollout: Nord go-live", "? [rollout]\n: Nord", 1, "a key must be plain words"),
    ("rollout: Nord go-live", "rollout: Nord\n---\nrollout: Two", 2, "this cannot be read as YAML"),
    ("rollout: Nord go-live", "rollout: *nobody", 1, "this cannot be read as YAML"),
    ("rollout: Nord go-live", "rollout: Nord\x07", 1, "this cannot be read as YAML"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "line", "said"), WRONG)
def test_every_mistake_in_a_plan_is_told_at_its_line(tmp_path: Path, old: str, new: str, line: int, said: str) -> None:
    assert PLAN.count(old) >= 1
    path = tmp_path / "plan.yaml"
    path.write_text(PLAN.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(WorldError) as wrong:
        load(path)
    assert any(one.line == line and said in one.sentence for one in wrong.value.mistakes), str(wrong.value)
    assert all("\n" not in one.sentence and one.path == str(path) for one in wrong.value.mistakes)


def test_the_plan_itself_is_right(tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    path.write_text(PLAN)
    assert load(path).rollout == "Nord go-live"
    path.write_bytes(b"\xef\xbb\xbf" + PLAN.replace("\n", "\r\n").encode())  # as a Windows editor saves it
    assert load(path).phases[0].phase == "pilot"


BYTES = {
    "UTF-16": (PLAN.encode("utf-16"), "the file is not text in UTF-8; save it so"),
    "Latin-1": (PLAN.replace("Nord", "Süd").encode("latin-1"), "the file is not text in UTF-8; save it so"),
    "a picture": (b"\x89PNG\r\n\x1a\n\x00\xff", "the file is not text in UTF-8; save it so"),
    "nothing": (b"", "the file is empty"),
    "remarks alone": (b"# to come\n", "the file is empty"),
    "a list": (b"- a\n- b\n", "lines of 'key: value'"),
    "a word": (b"plan\n", "lines of 'key: value'"),
    "a hole": (b"rollout: a\x00b\n", "this cannot be read as YAML"),
    "too deep": (b"[" * 5000, "YAML"),
    "deep and whole": (b"rollout: " + b"[" * 3000 + b"]" * 3000, "deep"),
}


@pytest.mark.parametrize("what", BYTES)
@pytest.mark.parametrize("read", [load, load_company], ids=["plan", "company"])
def test_a_file_that_is_no_plan_or_company_is_told_in_one_sentence(tmp_path: Path, what: str, read) -> None:
    content, said = BYTES[what]
    path = tmp_path / "plan.yaml"
    path.write_bytes(content)
    with pytest.raises(WorldError) as wrong:
        read(path)
    assert said in str(wrong.value)
    assert all(one.path.endswith("plan.yaml") and "\n" not in one.sentence for one in wrong.value.mistakes)


@pytest.mark.parametrize("read", [load, load_company], ids=["plan", "company"])
def test_what_is_no_file_is_told_too(tmp_path: Path, read) -> None:
    for path in (tmp_path, tmp_path / "none.yaml"):
        with pytest.raises(WorldError, match="cannot be read"):
            read(path)


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    path.write_text(
        PLAN.replace("usd", "USD")
        .replace("currency: USD", "currency: usd")
        .replace("2027-01-31", "31.1.27")
        .replace("at least: 5", "at least: five")
    )
    with pytest.raises(WorldError) as wrong:
        load(path)
    assert [one.line for one in wrong.value.mistakes] == [3, 16, 22]
