"""What follows a signed change: which invoice, credit memo or schedule is counted for which amendment, and when it is late."""

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from engine.model.event_contracts import EventContract, FollowUp
from engine.model.events import Delivery
from reports.tie_outs.event_contracts import broken_contracts
from reports.tie_outs.follow_ups import following

MARCH, APRIL, MAY = date(2026, 3, 16), date(2026, 4, 1), date(2026, 5, 1)
LAST = {MARCH: date(2026, 3, 31), APRIL: date(2026, 4, 30), MAY: date(2026, 5, 31)}


def amendment(number: str, cause: str = "upsell", signed: date = MARCH, first: date = MARCH, order: str = "O-2") -> Any:
    return SimpleNamespace(
        number=number, contract="C-1", cause=cause, posting_date=signed, effective_date=first, order=order, lines=()
    )


def billed(day: date, cause: str = "regular", **terms: int) -> Any:
    """An invoice or credit memo of a day for the rest of its month; each line's quantity by the line's name."""
    period = SimpleNamespace(start=day, end=LAST[day])
    lines = [
        SimpleNamespace(line=line, service=period, billing_period=period, terms=quantity, replaces=None)
        for line, quantity in (terms or {"a": 10}).items()
    ]
    made = SimpleNamespace(contract="C-1", cause=cause, posting_date=day, lines=lines)
    made.by_contract = lambda: (made,)
    return made


def followed(then: FollowUp, **seen: Any) -> dict[str, list[date | None]]:
    line = SimpleNamespace(charge=SimpleNamespace(kind="recurring"))
    once = SimpleNamespace(id="once", charge=SimpleNamespace(kind="one-time"))
    contract = SimpleNamespace(
        number="C-1", order="O-1", lines=(*(SimpleNamespace(id=n, charge=line.charge) for n in "ab"), once)
    )
    billing = {"contracts": (contract,), "amendments": (), "invoices": (), "credit_memos": ()} | seen
    snapshot: Any = SimpleNamespace(
        billing=SimpleNamespace(**billing), erp=SimpleNamespace(schedules=seen.get("schedules", ()))
    )
    found: dict[str, list[date | None]] = {}
    for event, day in following(then, snapshot):
        found.setdefault(event.removeprefix("contract amended:"), []).append(day)
    return found


def test_a_document_belongs_to_the_last_change_of_its_cause_that_it_can_be_about():
    upsell, later = amendment("A-1"), amendment("A-2", signed=APRIL, first=MAY, order="")
    other, ending = amendment("A-3", cause="downgrade"), amendment("A-4", cause="cancellation", order="")
    signed = (upsell, later, other, ending)
    assert followed("invoice", amendments=signed, invoices=(billed(MARCH, "upsell"),)) == {
        "A-1": [MARCH],
        "order closed-won:O-2": [MARCH],
    }
    assert followed("invoice", amendments=signed, invoices=(billed(APRIL, "upsell"),))["A-1"] == [APRIL]
    assert followed("invoice", amendments=signed, invoices=(billed(MAY, "upsell"),)) == {"A-2": [MAY]}
    assert followed("invoice", amendments=signed, invoices=(billed(MARCH, "cancellation fee"),)) == {"A-4": [MARCH]}
    assert followed("invoice", amendments=signed, invoices=(billed(MARCH), billed(MARCH, "late fee"))) == {}
    assert followed("invoice", amendments=(later,), invoices=(billed(MARCH, "upsell"),)) == {}
    assert followed("credit memo", amendments=signed, credit_memos=(billed(MARCH, "downgrade"),))["A-3"] == [MARCH]


@pytest.mark.parametrize(
    ("invoices", "each"),
    [
        (1, {"A-1": 1, "A-2": 1}),  # both are settled in one
        (2, {"A-1": 1, "A-2": 1}),
        (3, {"A-1": 1, "A-2": 2}),
    ],
)
def test_changes_signed_on_one_day_for_one_day_have_a_document_each_or_one_together(invoices, each):
    signed = (amendment("A-1", order=""), amendment("A-2", order=""))
    found = followed("invoice", amendments=signed, invoices=[billed(MARCH, "upsell")] * invoices)
    assert {name: len(days) for name, days in found.items()} == each


def test_each_of_two_changes_has_the_day_of_its_own_document():
    signed = (amendment("A-1", order=""), amendment("A-2", order=""))
    found = followed("invoice", amendments=signed, invoices=[billed(MARCH, "upsell"), billed(APRIL, "upsell")])
    assert found == {"A-1": [MARCH], "A-2": [APRIL]}


@pytest.mark.parametrize(
    ("invoices", "found"),
    [
        ((billed(MARCH), billed(APRIL)), []),
        ((billed(MARCH), billed(APRIL, a=12)), [APRIL]),
        ((billed(MARCH), billed(APRIL), billed(MAY, a=12)), [MAY]),
        ((billed(MARCH), billed(APRIL, a=12), billed(MAY, a=13)), [APRIL]),  # the first is the one
        ((billed(MARCH), billed(APRIL, a=10, b=1)), [APRIL]),  # a product came
        ((billed(MARCH, a=10, b=1), billed(APRIL)), [APRIL]),  # a product went
        ((billed(MARCH), billed(APRIL, a=10, once=5)), []),  # what is charged once is no other term
        ((billed(MARCH), billed(APRIL, "upsell", a=2), billed(MAY)), []),
        ((billed(MARCH), billed(APRIL, once=1)), []),
        ((billed(APRIL),), [APRIL]),  # the first invoice of all has the terms of its day
    ],
)
def test_a_recalculated_invoice_is_the_first_regular_one_with_other_terms(invoices, found):
    signed = (amendment("A-1", signed=APRIL, first=MARCH, order=""),)
    assert followed("recalculated invoice", amendments=signed, invoices=invoices).get("A-1", []) == found


def test_a_change_for_a_later_day_is_not_what_recalculated_an_earlier_invoice():
    signed = (amendment("A-1", first=MAY, order=""),)
    assert followed("recalculated invoice", amendments=signed, invoices=(billed(MARCH), billed(APRIL, a=12))) == {}


def test_versions_of_several_obligations_are_one_revision_and_follow_the_order_too():
    def version(obligation: str) -> Any:
        return SimpleNamespace(cause="A-1", obligation=obligation)

    found = followed("revenue schedule", amendments=(amendment("A-1"),), schedules=[version("1"), version("2")])
    assert (found["A-1"], found["order closed-won:O-2"], found["invoice posted:A-1"]) == ([None], [None], [None])
    assert followed("revenue schedule", schedules=[version("1"), version("1")])["A-1"] == [None, None]


@pytest.mark.parametrize(
    ("within", "at_least", "how"),
    [(12, 1, []), (11, 1, ["late"]), (11, 0, []), (11, 2, ["missing"])],
)
def test_what_comes_after_its_day_is_late_though_the_event_came_in_time(within, at_least, how):
    told = Delivery(
        event="contract amended:A-1",
        type="contract amended",
        source="billing",
        subject="A-1",
        customer="Globex",
        label="upsell",
        to="erp",
        on=MARCH,
        outcome="delivered",
        answer="",
    )
    contract = EventContract(
        event="contract amended", system="billing", then="invoice", within=within, at_least=at_least, at_most=None
    )
    billing = SimpleNamespace(contracts=(), amendments=(amendment("A-1"),), invoices=(billed(APRIL, "upsell"),))
    seen: Any = SimpleNamespace(as_of=APRIL, deliveries=(told,), billing=billing)
    assert [one.how for one in broken_contracts(seen, (contract,))] == how
