"""Outages: who is met by them, when they are over, and what is said of one that nobody met."""

from datetime import date

import pytest

from engine.model.events import SystemFault
from engine.refusals import Refused
from fakes.outages import Outages

DOWN = SystemFault(system="erp", type=None, kind="is down", since=date(2026, 5, 1), until=date(2026, 5, 3))
BUSY = SystemFault(system="erp", type="invoice posted", kind="is busy", times=2)


def planned(*faults: SystemFault) -> Outages:
    outages = Outages()
    for fault in faults:
        outages.plan(fault)
    return outages


@pytest.mark.parametrize(
    ("system", "day", "met"),
    [("erp", 1, True), ("erp", 3, True), ("erp", 4, False), ("billing", 2, False)],
)
def test_a_system_is_down_from_its_first_to_its_last_day_and_no_other_with_it(system: str, day: int, met: bool) -> None:
    answer = planned(DOWN).answer(system, "invoice posted", date(2026, 5, day))
    assert (answer is not None) == met
    assert answer is None or (answer.status == 503 and b"the ERP is down until 4 May 2026" in answer.body)


def test_it_is_up_the_day_after_and_said_so_once() -> None:
    outages = planned(DOWN)
    assert outages.next_due() == date(2026, 5, 4)
    assert list(outages.over(date(2026, 5, 3))) == []
    assert list(outages.over(date(2026, 5, 4))) == ["erp"]
    assert list(outages.over(date(2026, 5, 4))) == []
    assert outages.next_due() is None


def test_it_is_too_busy_for_so_many_calls_of_that_event() -> None:
    outages = planned(BUSY)
    today = date(2026, 5, 1)
    assert outages.answer("erp", "payment applied", today) is None
    answers = [outages.answer("erp", "invoice posted", today) for _ in range(3)]
    assert [answer.status if answer else None for answer in answers] == [429, 429, None]


def test_what_nobody_met_to_its_end_is_told() -> None:
    outages = planned(DOWN, BUSY)
    outages.answer("erp", "invoice posted", date(2026, 5, 9))
    assert outages.unfired() == [
        "the ERP is down until 4 May 2026",
        'the ERP is too busy 2 times for the event "invoice posted"',
    ]


@pytest.mark.parametrize(
    "fault",
    [
        SystemFault(system="erp", type=None, kind="is down", since=date(2026, 5, 3), until=date(2026, 5, 1)),
        SystemFault(system="erp", type=None, kind="is down"),
        SystemFault(system="erp", type="invoice posted", kind="is busy", times=0),
    ],
)
def test_an_outage_that_cannot_be_is_refused(fault: SystemFault) -> None:
    with pytest.raises(Refused, match="a system is"):
        planned(fault)
