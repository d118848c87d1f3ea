"""Business events held against their contracts: what is missing, extra or late, and what somebody has accounted for."""

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from engine.model.event_contracts import STANDARD, EventContract, in_force
from engine.model.events import EVENT_TYPES, Delivery
from engine.model.payloads import PAYLOADS
from fakes.integration import ROUTES
from fakes.systems.billing import _TOLD
from reports.tie_outs.event_contracts import broken_contracts, unannounced

FRIDAY, MONDAY, TUESDAY = date(2026, 1, 2), date(2026, 1, 5), date(2026, 1, 6)
INVOICE = EventContract(event="invoice posted", system="erp")


def delivery(on: date, outcome: str = "delivered", to: str = "erp") -> Delivery:
    return Delivery(
        event="invoice posted:NW-1",
        type="invoice posted",
        source="billing",
        subject="NW-1",
        customer="Globex",
        label="",
        to=to,
        on=on,
        outcome=outcome,
        answer="",
    )


def entry(line: int = 1, event: str = "invoice posted:NW-1") -> Any:
    return SimpleNamespace(event=event, entity="NW", lines=(line,))


def how(
    *deliveries: Delivery, contract: EventContract = INVOICE, as_of: date = TUESDAY, journal: Any = ()
) -> list[str]:
    seen: Any = SimpleNamespace(as_of=as_of, deliveries=deliveries, erp=SimpleNamespace(journal=journal))
    return [one.how for one in broken_contracts(seen, (contract,))]


@pytest.mark.parametrize(
    ("deliveries", "as_of", "found"),
    [
        ((delivery(FRIDAY),), TUESDAY, []),
        ((delivery(FRIDAY, "lost"),), MONDAY, []),
        ((delivery(FRIDAY, "lost"),), TUESDAY, ["missing"]),
        ((delivery(FRIDAY, "lost"), delivery(MONDAY)), TUESDAY, []),
        ((delivery(FRIDAY, "lost"), delivery(TUESDAY)), TUESDAY, ["late"]),
        ((delivery(FRIDAY, "lost"), delivery(TUESDAY)), MONDAY, []),
        ((delivery(FRIDAY), delivery(FRIDAY, "repeated")), TUESDAY, []),
        ((delivery(FRIDAY), delivery(FRIDAY)), TUESDAY, ["extra"]),
        ((delivery(FRIDAY, to="crm"),), TUESDAY, ["missing"]),
    ],
)
def test_an_event_is_taken_once_and_in_time(deliveries, as_of, found):
    assert how(*deliveries, as_of=as_of) == found


@pytest.mark.parametrize(
    ("journal", "found"),
    [((), ["missing"]), ((entry(),), []), ((entry(), entry(2)), []), ((entry(), entry()), ["extra"])],
)
def test_a_posting_follows_once_and_its_parts_are_one(journal, found):
    contract = EventContract(event="invoice posted", system="erp", then="journal entry")
    assert how(delivery(FRIDAY), contract=contract, journal=journal) == found


def test_any_number_may_follow_where_no_limit_is_said():
    contract = EventContract(event="invoice posted", system="erp", at_most=None)
    assert how(delivery(FRIDAY), delivery(FRIDAY), contract=contract) == []


def test_what_nobody_accounts_for_is_left():
    seen: Any = SimpleNamespace(as_of=TUESDAY, deliveries=(delivery(FRIDAY, to="crm"),), erp=None)
    found = broken_contracts(seen, (INVOICE,))
    assert unannounced(found, ()) == list(found)
    assert unannounced(found, found) == []
    seen.deliveries = (delivery(FRIDAY, "lost"),)
    assert unannounced(broken_contracts(seen, (INVOICE,)), ()) == []


def test_a_companys_own_contract_stands_in_place_of_the_standard_ones_of_its_event():
    own = EventContract(event="invoice posted", system="erp", within=3)
    assert [one for one in in_force((own,)) if one.event == "invoice posted"] == [own]
    assert [one for one in in_force((own,)) if one.event != "invoice posted"] == [
        one for one in STANDARD if one.event != "invoice posted"
    ]


def test_every_event_has_a_payload_and_the_billing_system_tells_just_that():
    assert list(PAYLOADS) == list(EVENT_TYPES)
    assert {event: ("billing", document) for document, event in _TOLD.items()}.items() <= PAYLOADS.items()


def test_every_event_that_is_handed_over_has_the_contract_that_it_is_taken():
    routed = {(event, path.split("/")[1]) for event, paths in ROUTES.items() for path in paths}
    promised = {(one.event, one.system) for one in STANDARD if one.then == "taken"}
    assert promised == routed | {("order closed-won", "billing")}
