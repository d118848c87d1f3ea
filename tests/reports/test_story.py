from __future__ import annotations

from typing import Any

import pytest

from reports.evidence.figures import added, figure, money
from reports.evidence.outcomes import outcome
from reports.papers.postings import journal, schedules
from reports.run.packing import Pack
from reports.run.story import command, parts, stages, story


@pytest.mark.parametrize(
    ("pattern", "text", "cut"),
    [
        ("{customer} pays", "Globex pays", ["", "Globex", " pays"]),
        ("{customer} adds {count} seat(s)", "Globex adds 1 seat", ["", "Globex", " adds ", "1", " seat"]),
        ("finance closes/locks {period}", "finance locks March 2026", ["finance locks ", "March 2026", ""]),
        (r"{count}\/month \(net\) is due", "5/month (net) is due", ["", "5", "/month (net) is due"]),
        ("{count}/month", "5/month", ["", "5", "/month"]),
        ("seat(s)/chair(s) of {customer}", "chairs of Globex", ["chairs of ", "Globex", ""]),
        ("the total is {money}.", "the total is 1.00", ["the total is 1.00"]),
        (None, "nobody knows this", ["nobody knows this"]),
    ],
)
def test_the_parameters_of_a_sentence_are_found(pattern: str | None, text: str, cut: list[str]) -> None:
    assert parts(text, pattern) == cut


def said(kind: str, words: str) -> dict[str, Any]:
    return {"kind": kind, {"document": "type", "event": "type", "call": "verb"}[kind]: words}


@pytest.mark.parametrize(
    ("record", "touched"),
    [
        (said("call", "close_won"), ["order"]),
        (said("event", "order closed-won"), ["order"]),
        (said("call", "close"), ["close"]),
        (said("event", "period closed"), ["close"]),
        (said("document", "quote"), ["quote"]),
        (said("document", "opportunity"), ["lead"]),
        (said("document", "credit memo"), ["bill"]),
        (said("event", "invoice written off"), ["bill", "collect"]),
        (said("document", "revenue schedule"), ["recognize"]),
        (said("call", "advance_to"), []),
        ({"kind": "close_report"}, ["close"]),
        ({"kind": "step", "text": "close the order"}, []),
    ],
)
def test_a_story_touches_the_stages_it_left_traces_in(record: dict[str, Any], touched: list[str]) -> None:
    assert stages([record]) == touched


def test_stages_stand_in_the_order_of_the_process() -> None:
    assert stages([said("document", "payment"), said("document", "quote")]) == ["quote", "collect"]


def usd(minor: int) -> dict[str, Any]:
    return {"minor": minor, "currency": "USD"}


def test_entries_keep_their_debits_and_credits() -> None:
    lines = [
        {"account": "Receivables", "debit": usd(11000), "credit": None},
        {"account": "Revenue", "debit": None, "credit": usd(11000)},
    ]
    data = {"source": "INV-1", "entity": "NW", "label": None, "lines": lines}
    document = {
        "type": "journal entry",
        "number": "JE-1",
        "date": "2026-03-16",
        "title": "upsell invoice",
        "data": data,
    }
    facts = {"number": "JE-1", "date": "2026-03-16", "title": "upsell invoice", "source": "INV-1", "entity": "NW"}
    assert journal([document, {**document, "type": "invoice"}]) == [{**facts, "lines": lines}]


def test_a_schedule_is_told_by_month() -> None:
    lines = [
        {"period": "2026-03", "amount": usd(10000), "recognized": True},
        {"period": "2026-04", "amount": usd(9000), "recognized": False},
    ]
    data = {"product": "Seat", "reason": "upsell", "lines": lines}
    document = {"type": "revenue schedule", "number": "RS-1", "date": "2026-03-01", "title": "", "data": data}
    (plan,) = schedules([document, {**document, "type": "invoice"}])
    assert plan["title"] == "Seat"
    assert [(one["month"], one["minor"], one["recognized"]) for one in plan["months"]] == [
        ("2026-03", 10000, True),
        ("2026-04", 9000, False),
    ]


def test_run_only_this_names_the_scenario() -> None:
    named = outcome("evidence/a/b.jsonl", [{"kind": "scenario", **FACTS}])
    assert command(named) == """tieout run 'features/a.feature::One: :two of "three"'"""
    rows = outcome("evidence/a/b.jsonl", [{"kind": "scenario", **FACTS, "example": {"n": "1"}}])
    assert command(rows) == """tieout run 'features/a.feature::One: :two of "three" '"""


def test_a_close_looked_at_twice_is_shown_once_and_another_run_of_it_too() -> None:
    looked_at = [{"kind": "close_report", "n": n, "period": "2026-03", "run": run} for n, run in enumerate([1, 1, 2])]
    told = outcome("evidence/a/x.jsonl", [{"kind": "scenario", "tags": [], **FACTS}, *looked_at])
    assert [one["run"] for one in story(told, looked_at, "")["closes"]] == [1, 2]


FACTS: dict[str, Any] = {"feature_path": "features/a.feature", "name": 'One::two of "three"', "example": None}


@pytest.mark.parametrize(
    ("minor", "currency", "written"),
    [(132000, "USD", "1,320.00"), (-5, "EUR", "-0.05"), (98000, "JPY", "98,000"), (1234567, "KWD", "1,234.567")],
)
def test_amounts_have_the_decimals_of_their_currency(minor: int, currency: str, written: str) -> None:
    amount = {"minor": minor, "currency": currency}
    assert (figure(amount), money(amount)) == (written, f"{written} {currency}")


def test_amounts_add_up_by_currency() -> None:
    assert added([usd(1), {"minor": 5, "currency": "EUR"}, usd(2)]) == [{"minor": 5, "currency": "EUR"}, usd(3)]


def unpacked(tables: dict[str, Any], reference: int) -> Any:
    index, tag = divmod(reference, 4)
    if tag == 1:
        return tables["texts"][index]
    if tag == 2:
        return -(index + 1) // 2 if index % 2 else index // 2
    if tag == 3:
        return [None, True, False][index]
    shape, *found = tables["nodes"][index]
    values = [unpacked(tables, part) for part in found]
    return dict(zip(tables["shapes"][shape], values, strict=True)) if shape else values


def test_what_is_packed_is_unpacked_whole() -> None:
    value = {"a": [1, -1, 0, -70000, None, True, False, "x", []], "b": {"a": ["x"], "b": "é</script>"}}
    pack = Pack()
    reference = pack.put(value)
    assert unpacked(pack.tables(), reference) == value


def test_equal_values_share_one_place() -> None:
    pack = Pack()
    assert pack.put({"a": ["x", 1]}) == pack.put({"a": ["x", 1]})
    assert len(pack.tables()["nodes"]) == 2
