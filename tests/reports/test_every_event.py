"""Every kind of business event: its payload has a closed schema, and what is missing, extra or late after it is found."""

from dataclasses import fields
from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from engine.model.event_contracts import STANDARD, EventContract
from engine.model.events import EVENT_TYPES, Delivery
from engine.model.payloads import PAYLOADS
from fakes.http.shapes import closed
from reports.tie_outs.event_contracts import broken_contracts, unannounced
from scenarios.events import events_page

FRIDAY, MONDAY, TUESDAY = date(2026, 1, 2), date(2026, 1, 5), date(2026, 1, 6)
TAKEN = [one for one in STANDARD if one.then == "taken"]
FOLLOWED = [one for one in STANDARD if one.then != "taken"]
PAGE = events_page()


def name(contract: EventContract) -> str:
    return f"{contract.event}: {contract.then} in {contract.system}"


def delivery(contract: EventContract, on: date, outcome: str = "delivered") -> Delivery:
    return Delivery(
        event=f"{contract.event}:X-1",
        type=contract.event,
        source="crm",
        subject="X-1",
        customer="Globex",
        label="",
        to=contract.system,
        on=on,
        outcome=outcome,  # type: ignore[arg-type]
        answer="",
    )


def broken(contract: EventContract, *deliveries: Delivery, **documents: Any) -> list[str]:
    views = {system: SimpleNamespace(**documents) for system in ("crm", "billing", "payments", "erp")}
    seen: Any = SimpleNamespace(as_of=TUESDAY, deliveries=deliveries, **views)
    found = [one for one in broken_contracts(seen, STANDARD) if one.contract == contract]
    assert all(one.event.startswith(contract.event) for one in found)
    assert all(len(one.trace) == len(deliveries) for one in found)
    return [one.how for one in found]


NOTHING: dict[str, Any] = dict.fromkeys(("contracts", "amendments", "journal", "schedules", "attempts", "payments", "refund_payments"), ())  # fmt: skip


@pytest.mark.parametrize("contract", TAKEN, ids=name)
def test_what_is_not_taken_is_missing_what_is_taken_twice_is_extra_and_what_comes_after_its_day_is_late(contract):
    lost = delivery(contract, FRIDAY, "lost")
    assert broken(contract, lost, **NOTHING) == ["missing"]
    assert broken(contract, lost, delivery(contract, MONDAY), **NOTHING) == []
    assert broken(contract, lost, delivery(contract, TUESDAY), **NOTHING) == ["late"]
    assert broken(contract, delivery(contract, FRIDAY), delivery(contract, FRIDAY), **NOTHING) == ["extra"]
    assert broken(contract, delivery(contract, FRIDAY), delivery(contract, FRIDAY, "repeated"), **NOTHING) == []


@pytest.mark.parametrize("contract", TAKEN, ids=name)
def test_what_another_system_takes_in_its_place_is_missing_and_nobody_accounts_for_it(contract):
    elsewhere = Delivery(
        **{f.name: getattr(delivery(contract, FRIDAY), f.name) for f in fields(Delivery)} | {"to": "bank"}
    )
    views: Any = {system: SimpleNamespace(**NOTHING) for system in ("crm", "billing", "payments", "erp")}
    seen: Any = SimpleNamespace(as_of=TUESDAY, deliveries=(elsewhere,), **views)
    found = [one for one in broken_contracts(seen, (contract,)) if one.contract == contract]
    assert [one.how for one in found] == ["missing"]
    assert unannounced(found, ()) == found


MADE: dict[str, Any] = {
    "contract": ("contracts", SimpleNamespace(order="X-1")),
    "amendment": ("amendments", SimpleNamespace(order="X-1")),
    "revenue schedule": ("schedules", SimpleNamespace(cause="X-1", obligation="C-1/1")),
    "payment attempt": ("attempts", SimpleNamespace(request="X-1")),
    "payment": ("payments", SimpleNamespace(number="X-1")),
    "refund payment": ("refund_payments", SimpleNamespace(number="X-1")),
}


@pytest.mark.parametrize("contract", FOLLOWED, ids=name)
def test_what_follows_twice_is_extra_and_what_must_follow_is_missing(contract):
    entry = SimpleNamespace(event=f"{contract.event}:X-1", entity="NW", lines=(1,))
    kind, one = MADE.get(contract.then, ("journal", entry))
    taken = delivery(contract, FRIDAY)
    assert broken(contract, taken, **NOTHING | {kind: (one,)}) == []
    assert broken(contract, taken, **NOTHING | {kind: (one, one)}) == ["extra"]
    assert broken(contract, taken, **NOTHING) == (["missing"] if contract.at_least else [])


@pytest.mark.parametrize("event", EVENT_TYPES)
def test_every_event_has_a_closed_payload_that_the_page_tells_field_by_field(event):
    _, document = PAYLOADS[event]
    schema = closed(document).json_schema()
    schema = schema.get("$defs", {}).get(document.__name__, schema)
    names = [one.name for one in fields(document)]
    assert list(schema["properties"]) == names
    assert schema["additionalProperties"] is False
    section = PAGE.partition(f"\n## {event}\n")[2].partition("\n## ")[0]
    assert [line.split(" | ")[0].strip("| ") for line in section.splitlines() if line.startswith("| ")][1:] == names
    followed = any(one.event == event for one in STANDARD)
    assert ("What must follow: nothing." in section) != followed
