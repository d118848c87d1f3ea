"""Receivables after whatever happens to them, in whatever order, with events that come late, twice, or without an answer.

The law (handbook, section 5, T2 and T9): on every day that was lived, what customers owe by the documents is what stands on the control
account by legal entity, currency and customer; nothing is paid, refunded, credited or given up twice; and what one system would
not take from another lies in that system's queue, with the rule that refused it.
"""

from dataclasses import replace
from datetime import date
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from engine.billing.installments import open_items
from engine.billing.open_items import (
    customer_credit,
    open_balance,
    settled,
    unapplied_cash,
    unapplied_payments,
)
from engine.model.calendar import ONE_DAY
from engine.model.invoices import CreditMemo, Invoice
from engine.model.journal import JournalEntry
from engine.model.money import Money, total
from engine.model.open_items import OpenItem
from engine.model.payments import Payment, PaymentApplication, Recovery, Refund, RefundPayment, WriteOff
from engine.model.reversals import Chargeback, ChargebackOutcome, PaymentReturn, RefundReturn
from fakes.http.in_process import InProcess
from ports.adapters import plain
from reports.tie_outs.tie_out import tie_out
from tests.fakes.debts import ACTS, COMPANY, CUSTOMERS, FAULTS, POLICIES, Debts
from tests.fakes.test_world_laws import EXAMPLES

STEPS = st.lists(st.tuples(st.sampled_from([0, 0, 1, 3, 9, 20]), ACTS), min_size=4, max_size=14)
Owed = dict[tuple[str, str, str], int]


def by_documents(items: tuple[OpenItem, ...]) -> Owed:
    found: Owed = {}
    for item in items:
        key = item.entity, item.currency, item.customer
        found[key] = found.get(key, 0) + item.open.minor
    return {key: minor for key, minor in found.items() if minor}


def by_ledger(debts: Debts, as_of: date) -> Owed:
    accounts = {account.name for account in COMPANY.accounts if account.role == "receivables"}
    found: Owed = {}
    for entry in debts.world.erp.book.all(JournalEntry):
        for line in entry.lines if entry.posting_date <= as_of else ():
            if line.account in accounts and entry.source_kind != "revaluation":
                key = entry.entity, line.amount.currency, line.customer
                found[key] = found.get(key, 0) + line.amount.minor
    return {key: minor for key, minor in found.items() if minor}


def never_twice(debts: Debts) -> None:
    """Every payment, refund, credit and write-off counts once, and none exceeds what it is of."""
    book, gateway = debts.world.billing.book, debts.world.payments.book
    for invoice in book.all(Invoice):
        assert Money.zero(invoice.currency) <= settled(book, invoice) <= invoice.total, invoice.number
        credited = [line.total for memo in book.about(CreditMemo, "credits", invoice.number) for line in memo.lines
                    if line.invoice == invoice.number]  # fmt: skip
        assert total(credited, invoice.currency) <= invoice.total
        lost = total((w.amount for w in book.about(WriteOff, "invoice", invoice.number)), invoice.currency)
        back = total((r.amount for r in book.about(Recovery, "invoice", invoice.number)), invoice.currency)
        assert back <= lost <= invoice.total
    for payment in book.all(Payment):
        _accounted_for(debts, payment)
    for refund in gateway.all(Refund):
        paid = len(gateway.about(RefundPayment, "refund", refund.number))
        assert paid - len(gateway.about(RefundReturn, "refund", refund.number)) in (0, 1), refund.number
    assert not {r.number for r in gateway.all(Refund)} - {r.number for r in book.all(Refund)}


def _accounted_for(debts: Debts, payment: Payment) -> None:
    """What came is applied, kept, or recovered, each cent of it once; what a bank took back is taken once."""
    book, currency = debts.world.billing.book, payment.amount.currency
    applied = [a for a in book.about(PaymentApplication, "payment", payment.number) if not a.from_unapplied]
    recovered = [r.amount for r in book.about(Recovery, "payment", payment.number)]
    won = [o.won for o in book.about(ChargebackOutcome, "payment", payment.number) if o.held == "receivable reopened"]
    came = total((a.amount for a in applied), currency) + total(recovered, currency)
    assert came - payment.amount in (Money.zero(currency), total(won, currency)), payment.number
    gateway = debts.world.payments.book
    back = total((c.amount for c in gateway.about(Chargeback, "payment", payment.number)), currency)
    back -= total((o.won for o in gateway.about(ChargebackOutcome, "payment", payment.number)), currency)
    back += total((r.amount for r in gateway.about(PaymentReturn, "payment", payment.number)), currency)
    assert Money.zero(currency) <= back <= payment.amount, payment.number


def told_once(debts: Debts) -> None:
    """No bank line and no entry counts for two items; who tells no entry has an owner."""
    items = debts.world.erp.bank_items(debts.world.today)
    lines = [item.line for item in items if item.line]
    entries = [document for item in items for document in item.documents]
    assert len(lines) == len(set(lines))
    assert len(entries) == len(set(entries))
    assert all(item.owner and item.because for item in items if item.state != "matched")


def in_a_queue(debts: Debts) -> bool:
    """Whether anything was refused for good; each is in its system's queue, with a sentence."""
    last = {(d.event, d.to): d for d in debts.world.deliveries()}
    stuck = [d for d in last.values() if d.outcome not in ("delivered", "repeated")]
    queues = {s.name: {(r.event, r.sentence) for r in s.exceptions()} for s in debts.world.systems}
    for delivery in stuck:
        assert delivery.outcome == "refused", delivery
        assert delivery.answer
        assert (delivery.event, delivery.answer) in queues[delivery.to]
    return bool(stuck)


@settings(EXAMPLES, max_examples=9)
@given(POLICIES, FAULTS, STEPS)
def test_receivables_agree_with_the_ledger_on_every_day_of_any_history(policies: Any, faults: Any, steps: Any) -> None:
    debts = Debts(replace(COMPANY, policies=replace(COMPANY.policies, **policies)), faults)
    book, stood = debts.world.billing.book, dict[date, tuple[Any, ...]]()
    for days, act in steps:
        debts.step(days, act)
        # What is posted today is still being posted: a day stands when it is over.
        yesterday = debts.world.today - ONE_DAY
        stood.setdefault(yesterday, _seen(book, yesterday))
    debts.deliver_all()
    for day, before in stood.items():
        assert _seen(book, day) == before, day
    never_twice(debts)
    stuck = in_a_queue(debts)
    for day in () if stuck else (*stood, debts.world.today):
        assert by_ledger(debts, day) == by_documents(open_items(book, day)), day
    with InProcess(debts.door).client() as client:
        found = tie_out(plain.stack("built-in", client), debts.world.today)
    # What a bank line nobody knows is about stands in its own list.
    assert stuck or [r.title for r in found if r.difference and r.title != "Bank"] == []
    told_once(debts)
    assert debts.door.bugs == []


def _seen(book: Any, day: date) -> tuple[Any, ...]:
    cash = tuple(
        (customer_credit(book, c, m, day), unapplied_cash(book, c, m, day)) for c in CUSTOMERS for m in ("USD", "EUR")
    )
    return open_items(book, day), cash


@settings(EXAMPLES, max_examples=6)
@given(POLICIES, STEPS)
def test_a_payment_that_is_taken_off_and_applied_again_changes_nothing_owed(policies: Any, steps: Any) -> None:
    debts = Debts(replace(COMPANY, policies=replace(COMPANY.policies, **policies)), ())
    for days, act in steps:
        debts.step(days, act)
    book, billing = debts.world.billing.book, debts.world.billing
    owed = {i.number: open_balance(book, i) for i in book.all(Invoice)}
    for payment, invoice, amount in debts.paying():
        who, currency = book.get(Invoice, invoice).customer, book.get(Payment, payment).amount.currency
        cash = unapplied_payments(book, who, currency).get(payment, Money.zero(currency))
        undone = billing.take_off(payment, invoice)
        kept_back = open_balance(book, book.get(Invoice, invoice)) - owed[invoice] - undone.amount
        assert undone.amount == amount
        assert kept_back.minor >= 0  # with the money goes what was borne beside it
        gained = unapplied_payments(book, who, currency)[payment] - cash
        if gained.minor > 0 and cash.minor >= 0:
            billing.apply(payment, invoice, gained, None if currency == amount.currency else amount)
            assert open_balance(book, book.get(Invoice, invoice)) == owed[invoice] + kept_back
        break
    debts.deliver_all()
    never_twice(debts)
