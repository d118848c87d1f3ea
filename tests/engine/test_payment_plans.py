"""A payment plan that was agreed on after an invoice was sent."""

from datetime import timedelta
from decimal import Decimal

import pytest
from debtors import ISSUED, Ledger, day, usd
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.billing.agreed import due_days
from engine.billing.installments import debts, due_by, open_items, overdue, owed
from engine.model.money import total
from engine.model.plans import AgreedPart, PaymentPlan
from engine.receivables import arranging, reversing
from engine.refusals import Refused


def part(due: str, amount: str = "", percent: str = "") -> AgreedPart:
    share = Decimal(percent) if percent else None
    return AgreedPart(due_date=day(due), amount=usd(amount) if amount else None, percent=share)


def agreed(ledger: Ledger, *parts: AgreedPart, default_after: int | None = None) -> PaymentPlan:
    made = arranging.agree(ledger.book, "NW-000001", parts, default_after, ledger.today)
    ledger.keep(made)
    return made


def late(ledger: Ledger) -> list[tuple[str, str]]:
    return [(f"{item.due_date:%m-%d}", str(item.open)) for item in open_items(ledger.book, ledger.today)]


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ([part("04-10", "100.00"), part("04-20", "900.00")], "add up to 1,100.00 USD"),
        ([part("04-10", percent="50"), part("04-20", percent="-50"), part("04-30", percent="100")], "above zero"),
        ([part("04-10"), part("04-20")], "above zero"),
        ([], "nothing, are not amounts"),
        ([part("04-10", "1100.00", "100")], "not both"),
        ([part("02-28", "1100.00")], "28 February 2026 is past on 1 March 2026"),
    ],
)
def test_parts_that_are_not_what_is_open_are_refused(parts, said):
    ledger = Ledger()
    ledger.invoice("1000.00")
    with pytest.raises(Refused, match=said):
        agreed(ledger, *parts)
    assert not ledger.book.all(PaymentPlan)


def test_an_invoice_that_nobody_knows_or_that_was_written_off_has_no_plan():
    ledger = Ledger()
    with pytest.raises(Refused, match="no invoice"):
        agreed(ledger, part("04-10"))
    ledger.write_off(ledger.invoice("1000.00"))
    with pytest.raises(Refused, match="was written off"):
        agreed(ledger, part("04-10"))
    with pytest.raises(Refused, match="no payment plan"):
        arranging.cancel(ledger.book, "NW-000001", ledger.today)


def test_after_a_default_there_may_be_another_plan_and_none_can_be_canceled():
    ledger = Ledger()
    invoice = ledger.invoice("1000.00")
    agreed(ledger, part("03-05", percent="25"), part("05-31"), default_after=2)
    ledger.live("03-08")
    assert late(ledger) == [("03-05", "275.00 USD"), ("03-07", "825.00 USD")]
    assert (str(due_by(ledger.book, invoice, day("03-05"))), str(overdue(ledger.book, invoice, day("03-07")))) == (
        "275.00 USD",
        "275.00 USD",
    )
    with pytest.raises(Refused, match="no payment plan"):
        arranging.cancel(ledger.book, invoice.number, ledger.today)
    agreed(ledger, part("06-30", percent="33.33"), part("07-31"))
    assert late(ledger) == [("06-30", "366.63 USD"), ("07-31", "733.37 USD")]
    assert due_days(ledger.book, invoice) == (day("06-30"), day("07-31"))
    assert owed(ledger.book, debts(ledger.book, invoice)[0], day("03-06")) == usd("0.00")


def test_a_payment_before_the_plan_that_is_taken_back_is_due_as_the_invoice_was():
    ledger = Ledger()
    invoice = ledger.invoice("1000.00")
    paid = ledger.transfer("100.00", invoice.number)
    ledger.take(paid)
    agreed(ledger, part("05-10", "500.00"), part("06-10", "500.00"))
    ledger.pay("500.00", invoice)
    assert late(ledger) == [("06-10", "500.00 USD")]
    ledger.book.add(reversing.take_off(ledger.book, paid.number, invoice.number, ledger.today))
    assert total((debt.open for debt in debts(ledger.book, invoice)), "USD") == usd("600.00")
    assert ("06-10", "500.00 USD") in late(ledger)


@given(st.integers(1, 100_000), st.integers(1, 99), st.integers(0, 40), st.none() | st.integers(1, 9))
@settings(deadline=None, derandomize=True, max_examples=12, database=None)
def test_the_parts_add_up_to_what_is_open_whatever_becomes_of_the_plan(minor, percent, days, after):
    ledger = Ledger()
    invoice = ledger.invoice(str(minor), percent=0)
    shares = (Decimal(percent), Decimal(100 - percent))
    parts = [
        AgreedPart(due_date=ISSUED + timedelta(days=at), percent=share)
        for at, share in zip((days, 40), shares, strict=True)
    ]
    made = agreed(ledger, *parts, default_after=after)
    assert total((one.amount for one in made.parts), "USD") == invoice.total
    past = open_items(ledger.book, ledger.today)
    ledger.live(f"{ISSUED + timedelta(days=days + 3):%m-%d}")
    paid = min(invoice.total, usd("7.00"))
    ledger.pay(str(paid.exact), invoice)
    assert total((item.open for item in open_items(ledger.book, ledger.today)), "USD") == invoice.total - paid
    assert open_items(ledger.book, ISSUED) == past
