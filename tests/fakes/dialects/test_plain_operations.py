"""The plain dialect: which operations there are, and what it answers to a request that is not right."""

import inspect
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from engine.model.events import EVENT_TYPES
from fakes.dialects.plain.intake import TAKEN
from fakes.http.dispatcher import Dispatcher
from fakes.http.in_process import InProcess
from fakes.integration import ROUTES
from fakes.stack import opened
from ports.billing import BillingPort
from ports.crm import CrmPort
from ports.erp import ErpPort
from ports.payments import PaymentsPort

DOORS = {"crm": CrmPort, "billing": BillingPort, "payments": PaymentsPort, "erp": ErpPort}
TERMS = {"start": "2025-01-01", "months": 12, "currency": "USD"}


@pytest.fixture
def door() -> Dispatcher:
    return opened()


@pytest.fixture
def client(door: Dispatcher) -> Iterator[httpx.Client]:
    with InProcess(door).client() as client:
        yield client


def error(answer: httpx.Response) -> tuple[int, str, str | None]:
    told = answer.json()["error"]
    return answer.status_code, told["message"], told["field"]


def test_every_verb_of_every_door_is_an_operation_and_nothing_else_is(door: Dispatcher) -> None:
    verbs = {
        f"{system}.{verb}"
        for system, port in DOORS.items()
        for verb, _ in inspect.getmembers(port, inspect.isfunction)
        if not verb.startswith("_")
    }
    operations = {each.name for each in door.routes.operations if not each.control}
    assert operations == verbs | {name for name, _, _ in TAKEN}


def test_every_call_of_the_integration_has_its_operation() -> None:
    called = {path for paths in ROUTES.values() for path in paths} | {"/billing/contracts", "/billing/amendments"}
    assert called == {path for _, path, _ in TAKEN}
    assert set(ROUTES) <= set(EVENT_TYPES)


@pytest.mark.parametrize(
    ("path", "body", "message", "field"),
    [
        (
            "/crm/quotes",
            {"customer": "Acme", "terms": {**TERMS, "month": 12}, "lines": []},
            "terms.month is not known here; did you mean months?",
            "terms.month",
        ),
        (
            "/crm/quotes",
            {"customer": "Acme", "terms": {**TERMS, "billing": {"timing": "advance"}}, "lines": []},
            "terms.billing.timing should be 'in advance', 'in arrears' or 'when delivered' (given: 'advance').",
            "terms.billing.timing",
        ),
        (
            "/crm/amendments",
            {"contract": "C-1", "changes": [{"product": "Seats"}], "effective": "2025-04-15"},
            "changes.0 needs 'kind'.",
            "changes.0",
        ),
        (
            "/crm/amendments",
            {"contract": "C-1", "changes": [{"kind": "upsell", "product": "Seats"}], "effective": "2025-04-15"},
            "changes.0 needs 'kind', one of 'add product', 'change quantity',",
            "changes.0",
        ),
        (
            "/crm/amendments",
            {
                "contract": "C-1",
                "changes": [{"kind": "change quantity", "product": "Seats"}],
                "effective": "2025-04-15",
            },
            "changes.0.change quantity.delta is missing.",
            "changes.0.change quantity.delta",
        ),
        (
            "/payments/transfers",
            {"customer": "Acme", "amount": {"minor": 100, "currency": "USX"}, "invoice": None, "reference": ""},
            "amount 'USX' is not a currency of ISO 4217; write a code such as USD, EUR or JPY.",
            "amount",
        ),
        (
            "/payments/transfers",
            {"customer": "Acme", "amount": {"minor": 1.5, "currency": "USD"}, "invoice": None, "reference": ""},
            "amount.minor should be a valid integer (given: 1.5).",
            "amount.minor",
        ),
        ("/erp/closes", {"period": "2025-14"}, "period should match pattern", "period"),
    ],
)
def test_a_wrong_field_is_named(client: httpx.Client, path: str, body: Any, message: str, field: str) -> None:
    status, told, named = error(client.post(path, json=body))
    assert (status, named) == (422, field)
    assert told.startswith(message)


@pytest.mark.parametrize("month", ["2025-14", "2025-4", "april", "0000-01", "2025-04-01"])
def test_a_month_in_a_path_is_checked(client: httpx.Client, month: str) -> None:
    answer = error(client.get(f"/erp/trial-balances/{month}"))
    assert answer == (422, f"month is written like 2026-03, not {month!r}.", "month")


def test_a_question_without_its_day_is_told_so(client: httpx.Client) -> None:
    assert error(client.get("/billing/open-items")) == (422, "as_of is missing.", "as_of")
    assert error(client.get("/erp/journal?start=2025-01-01")) == (422, "end is missing.", "end")


def test_an_accident_on_the_wire_is_planned_shown_and_counted(client: httpx.Client) -> None:
    planned = {"operation": "crm.orders", "kind": "503", "place": "before", "nth": 2}
    assert client.post("/_fakes/faults/http", json=planned).status_code == 204
    assert client.get("/_fakes/unfired").json() == ["crm.orders meets 503 before the work"]
    assert [client.get("/crm/orders").status_code for _ in range(3)] == [200, 503, 200]
    assert client.get("/_fakes/unfired").json() == []
    assert [(each["seen"], each["hits"]) for each in client.get("/_fakes/faults/http").json()] == [(3, 1)]


def test_an_accident_that_cannot_happen_is_refused(client: httpx.Client) -> None:
    unknown = client.post("/_fakes/faults/http", json={"operation": "crm.order", "kind": "503"})
    assert error(unknown) == (409, "No operation is called 'crm.order'; did you mean crm.orders?", None)
    wrong = client.post("/_fakes/faults/http", json={"operation": "crm.orders", "kind": "418"})
    assert error(wrong)[0] == 422
    never = client.post("/_fakes/faults/http", json={"operation": "crm.orders", "kind": "503", "nth": 0})
    assert error(never)[0] == 409


def test_the_operator_sees_what_was_asked_and_what_nearly_was(client: httpx.Client) -> None:
    client.get("/crm/orders", headers={"Authorization": "Bearer s3cret"})
    client.get("/crm/oders")
    told = client.get("/_fakes/requests").json()
    assert [(each["operation"], each["outcome"]) for each in told["requests"]] == [("crm.orders", "200"), (None, "404")]
    assert told["near_misses"] == ["Nothing answers at GET /crm/oders; the nearest is GET /crm/orders (crm.orders)."]
    assert client.get("/_fakes/health").json() == {"today": "2000-01-01", "requests": 2, "bugs": []}


def test_the_description_is_served(client: httpx.Client) -> None:
    assert client.get("/openapi.json").json()["paths"]["/crm/orders"]["get"]["operationId"] == "crm.orders"
