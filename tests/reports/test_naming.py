from __future__ import annotations

from dataclasses import replace

import pytest

from reports.systems.naming import document_kind, document_name, entry_kind, entry_name
from reports.systems.snapshot import collect
from tests.reports.agreeing import agreeing
from tests.reports.documents import MARCH, day


@pytest.mark.parametrize(
    ("number", "kind", "name"),
    [
        ("NW-000001", "invoice", "January invoice"),
        ("NW-000004", "invoice", "upsell invoice"),
        ("NW-CM-000001", "credit memo", "downgrade credit memo"),
        ("A-2", "amendment", "upsell"),
        ("AP-BT-1", "payment application", "payment"),
        ("BT-1", "payment", "payment"),
        ("WO-NW-000005", "write-off", "write-off"),
        ("JE-revenue-C-1-2026-03", "journal entry", "revenue"),
    ],
)
def test_documents_are_called_as_people_call_them(number: str, kind: str, name: str) -> None:
    snapshot = collect(agreeing().stack(), MARCH.end)
    document = next(found for _, found in snapshot.documents() if found.number == number)
    assert (document_kind(document), document_name(document)) == (kind, name)


def test_an_entry_is_called_by_the_event_it_posts_whatever_the_ledger_calls_its_source() -> None:
    entry = replace(agreeing().entry("AP-BT-1"), source_kind="cash receipt")
    assert (entry_kind(entry), entry_name(entry)) == ("payment", "payment")
    assert entry_name(replace(entry, event="")) == "cash receipt"


def test_an_entry_moved_to_the_next_month_keeps_the_name_of_its_own() -> None:
    entry = replace(agreeing().entry("NW-000003"), posting_date=day(4, 1))
    assert entry_name(entry) == "March invoice"


def test_a_credit_memo_that_the_ledger_calls_nothing_else_is_just_that() -> None:
    assert entry_name(replace(agreeing().entry("NW-CM-000001"), label="credit memo")) == "credit memo"
