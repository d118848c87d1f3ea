"""What holds for the ledger whatever customers sign and in whatever order documents arrive."""

from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

from controllers import Story, line
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.book import Book, run
from engine.ledger.closing import close
from engine.ledger.general_ledger import balances, entries_of
from engine.ledger.providing import provide
from engine.model.calendar import AccountingPeriod, add_months, last_of_month
from engine.model.contracts import Contract
from engine.model.invoices import CreditMemo, Invoice
from engine.model.journal import digest
from engine.model.orders import (
    AddProduct,
    Cancel,
    ChangePrice,
    ChangeQuantity,
    ExtendTerm,
    GrantDiscount,
    RequestedLine,
)
from engine.model.policies import QUESTIONS
from engine.receiving import receive
from engine.refusals import Refused
from engine.revenue.recognizing import recognize
from engine.revenue.scheduling import current_schedules

ASKED = ("schedule", "spread", "modification", "retroactive_discount", "proration", "last_day", "amendment_billing")
POLICIES = st.fixed_dictionaries(
    {q.field: st.sampled_from([a.text for a in q.answers]) for q in QUESTIONS if q.field in ASKED}
)
PRICES = st.sampled_from(["0.99", "9.99", "10", "33.33", "120"])
EXTRA = RequestedLine(product="Extra", quantity=3)
CHANGES = st.one_of(
    st.integers(-4, 9).filter(bool).map(lambda delta: ChangeQuantity(product="Seat", delta=delta)),
    PRICES.map(lambda price: ChangePrice(product="Seat", price=Decimal(price))),
    st.integers(0, 40).map(lambda percent: GrantDiscount(percent=Decimal(percent))),
    st.integers(1, 5).map(lambda months: ("extend", months)),
    st.just(AddProduct(line=EXTRA)),
    st.sampled_from(["credited", "non-refundable"]).map(lambda unused: Cancel(unused=unused)),
)
STEPS = st.lists(st.tuples(st.integers(1, 90), st.integers(-40, 40), CHANGES), max_size=3)


def lived(policies: dict[str, str], every: int, timing: str, alone: str | None, steps: list) -> Story:
    """A year from 15 January with whatever changes are allowed on the way, lived until all is over."""
    story = Story("2026-01-15", **policies)
    story.signs(line(alone=alone), start="2026-01-15", every=every, timing=timing)
    for days, shift, change in steps:
        story.until(str(story.today + timedelta(days=days)))
        sign(story, change, shift)
    return story.until("2028-03-31")


def sign(story: Story, change: object, shift: int) -> None:
    end = story.billing.get(Contract, "C-1").end
    made = ExtendTerm(end=last_of_month(add_months(end, change[1]))) if isinstance(change, tuple) else change
    lines = [line("9", "Extra", 3, "7.77", alone="8.88")] if isinstance(made, AddProduct) else []
    with suppress(Refused):  # out of the term, cancelled already, more than there is: not signed
        story.changes(made, effective=str(story.today + timedelta(days=shift)), lines=lines)


STORIES = st.builds(
    lived,
    POLICIES,
    st.sampled_from([1, 3, 12]),
    st.sampled_from(["in advance", "in arrears"]),
    st.sampled_from([None, "9", "11"]),
    STEPS,
)


def billed(story: Story) -> int:
    charged = sum(invoice.net.minor for invoice in story.billing.all(Invoice))
    return charged - sum(memo.net.minor for memo in story.billing.all(CreditMemo))


@settings(max_examples=120, deadline=None)
@given(STORIES)
def test_in_the_end_all_that_was_billed_is_recognized_and_scheduled_and_nothing_hangs(story):
    found = {balance.account: balance.amount.minor for balance in balances(story.book, story.today)}
    assert "Contract liability" not in found
    assert "Unbilled receivable" not in found
    assert -found.get("Revenue", 0) == billed(story)
    assert sum(schedule.total.minor for schedule in story.schedules()) == billed(story)
    assert sum(found.values()) == 0


@settings(max_examples=60, deadline=None)
@given(STORIES, st.randoms(use_true_random=False))
def test_documents_may_arrive_in_any_order(story, shuffled):
    documents = [document for _, document in story.sent]
    shuffled.shuffle(documents)
    again = Book(story.company)
    for document in documents:
        receive(again, document, story.today)
    list(run((recognize, provide), again, story.today))
    assert balances(again, story.today) == balances(story.book, story.today)
    pieces = {s.obligation: [(p.service, p.amount) for p in s.pieces] for s in current_schedules(again, "C-1")}
    assert {o: p for o, p in pieces.items() if p} == {
        s.obligation: [(p.service, p.amount) for p in s.pieces] for s in story.schedules() if s.pieces
    }


@settings(max_examples=30, deadline=None)
@given(STORIES)
def test_a_day_lived_twice_and_a_document_received_twice_add_nothing(story):
    before = story.entries()
    for _, document in story.sent:
        receive(story.book, document, story.today)
    assert list(run((recognize, provide), story.book, story.today)) == []
    assert story.entries() == before


@settings(max_examples=30, deadline=None)
@given(STORIES, st.integers(1, 12))
def test_a_closed_month_never_changes_though_everything_is_received_late(story, closed):
    documents = [document for _, document in story.sent]
    again = Book(story.company)
    half = len(documents) // 2
    for document in documents[:half]:
        receive(again, document, story.today)
    period = AccountingPeriod(2026, closed)
    made = [again.add(shut) for shut in close(again, period, story.today)]
    for document in documents[half:]:
        receive(again, document, story.today)
    list(run((recognize, provide), again, story.today))
    assert [digest(entries_of(again, f"{m.period.year}-{m.period.month:02}")) for m in made] == [m.hash for m in made]
    late = [e for document in documents[half:] if (e := receive(again, document, story.today))]
    assert all(entry.posting_date > period.end for entry in late)
    assert all((entry.origin_period is not None) == (entry.event_date <= period.end) for entry in late)


@settings(max_examples=30, deadline=None)
@given(STORIES)
def test_months_add_up_to_the_schedule(story):
    for schedule in story.schedules():
        assert all(piece.amount for piece in schedule.pieces)
        assert replace(schedule, pieces=schedule.pieces[::-1]).total == schedule.total
