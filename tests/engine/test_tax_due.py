"""Tax due when paid: in proportion, to the cent, whatever happens to the invoice in whatever order."""

from dataclasses import replace
from fractions import Fraction

from debtors import Ledger, usd
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.billing.open_items import open_balance
from engine.book import Book
from engine.ledger.drafting import Draft, Owner
from engine.ledger.tax_due import hold_back
from engine.model.cutover import Takeover
from engine.model.invoices import Settlement
from engine.model.losses import TaxReliefClaim
from engine.model.money import rounded
from engine.model.payments import PaymentApplication
from engine.receivables import deducting, relieving, reversing, writing_off


class Held:
    """What stands apart in a ledger that hears of every document."""

    def __init__(self, policy="when paid"):
        self.ledger = Ledger(tax_due=policy)
        self.book = Book(self.ledger.book.company)
        self.stands: dict[str | None, int] = {}
        self.heard: set[str] = set()

    def hear(self, document):
        draft = Draft(self.book, "USD")
        hold_back(draft, document)
        for part in draft.parts:
            self.stands[part.tax_code] = self.stands.get(part.tax_code, 0) + part.amount.minor
        draft.commit("2026-03", Owner("Globex", "NW"))
        self.book.add(document)
        return document

    @property
    def total(self):
        return sum(self.stands.values())


def test_nothing_stands_apart_where_tax_is_due_when_invoiced_nor_for_what_moves_none():
    held = Held("when invoiced")
    held.hear(held.ledger.invoice("100.00"))
    assert held.stands == {}
    held = Held()
    draft = Draft(held.book, "USD")
    hold_back(draft, held.ledger.transfer("1.00"))
    assert draft.parts == []


def test_a_payment_that_comes_before_its_invoice_counts_when_that_comes():
    held = Held()
    invoice = held.ledger.invoice("100.00")
    held.hear(held.ledger.pay("55.00", invoice).application)
    assert held.total == 0
    held.hear(invoice)
    assert held.total == 500


def test_all_of_it_credited_leaves_nothing():
    held = Held()
    invoice = held.ledger.invoice("100.00")
    held.hear(invoice)
    held.hear(held.ledger.credit(invoice, "100.00"))
    assert held.total == 0


def test_what_is_given_up_is_never_owed_and_what_comes_after_all_is():
    held = Held()
    invoice = held.ledger.invoice("100.00")
    held.hear(invoice)
    held.hear(held.ledger.write_off(invoice))
    assert held.total == 0
    recovery = held.ledger.pay("55.00", invoice).recovery
    assert str(recovery.tax) == "5.00 USD"
    held.hear(recovery)
    assert held.total == 0


def test_a_discount_counts_as_paid_and_its_tax_is_none_any_more():
    held = Held()
    invoice = held.ledger.invoice("100.00")
    held.hear(invoice)
    kept = deducting.deduct(held.ledger.book, invoice.number, "bank charge", usd("11.00"), "", held.ledger.today)
    held.hear(kept)
    assert held.total == 900


def test_what_stands_again_bears_its_tax_again():
    held = Held()
    held.ledger.book.company = replace(
        held.ledger.book.company,
        policies=replace(held.ledger.book.company.policies, recovery="receivable reinstated first"),
    )
    invoice = held.ledger.invoice("100.00")
    held.hear(invoice)
    held.hear(held.ledger.write_off(invoice))
    payment = held.ledger.transfer("55.00", invoice.number)
    again = held.hear(held.ledger.book.add(relieving.reinstate(held.ledger.book, payment, held.ledger.today)))
    assert held.total == again.tax.minor == 500


def test_a_claim_takes_tax_away():
    held = Held("when paid")
    invoice = held.ledger.invoice("100.00")
    held.hear(invoice)
    claim = TaxReliefClaim(
        number="TC-1",
        event_date=held.ledger.today,
        effective_date=held.ledger.today,
        posting_date=held.ledger.today,
        entity="NW",
        customer="Globex",
        invoice=invoice.number,
        amount=usd("4.00"),
        untaxed=usd("0.00"),
    )
    held.hear(claim)
    assert held.total == 600


ACTS = st.lists(
    st.tuples(st.sampled_from(["pay", "credit", "take off", "give up"]), st.integers(1, 40)), min_size=1, max_size=6
)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(acts=ACTS)
def test_so_much_is_due_as_is_paid_of_what_is_left(acts):
    held = Held()
    ledger, book = held.ledger, held.ledger.book
    invoice = ledger.invoice("70.00", "30.01", percent=(10, 5))
    held.hear(invoice)
    gross, tax = invoice.total.minor, invoice.tax.minor
    paid = 0
    for act, size in acts:
        left = open_balance(book, invoice).minor
        applied = [a for a in book.all(PaymentApplication) if a.settlements]
        if act == "pay" and left:
            amount = min(left, size * 100)
            held.hear(ledger.pay(f"{amount // 100}.{amount % 100:02}", invoice).application)
            paid += amount
        elif act == "credit" and left > size * 120 and not paid:
            memo = held.hear(ledger.credit(invoice, f"{size}.00"))
            gross, tax = gross - memo.total.minor, tax - memo.tax.minor
        elif act == "take off" and applied and paid:
            number = applied[-1].payment
            if reversing.standing(book, reversing.known_payment(book, number)):
                made = book.add(reversing.take_off(book, number, invoice.number, ledger.today))
                held.hear(made)
                paid -= made.amount.minor
        elif act == "give up" and left > size * 100:
            lost = book.add(writing_off.write_off(book, invoice.number, usd(f"{size}.00"), ledger.today))
            held.hear(lost)
            gross, tax = gross - lost.amount.minor, tax - lost.tax_relief.minor
    due = rounded(tax * Fraction(min(paid, gross), gross))
    # Each of the three taxes (two codes, and relief that names none) is rounded by itself.
    assert abs(held.total - (tax - due)) <= 2
    if paid == 0:
        assert held.total == tax
    if paid == gross:
        assert held.total == 0


def test_an_invoice_taken_over_brings_what_is_not_paid_of_its_tax():
    old = Ledger(tax_due="when paid")
    invoice = old.invoice("100.00", "50.00")
    receipt = old.pay("66.00", invoice)
    made = Takeover(
        number="TO-K-1",
        event_date=old.today,
        effective_date=old.today,
        posting_date=old.today,
        entity="NW",
        customer="Globex",
        currency="USD",
        invoices=(invoice,),
        applications=(receipt.application,),
        billed=usd("150.00"),
        recognized=usd("0.00"),
    )
    held = Held()
    held.hear(made)
    # 15.00 of tax in 165.00, of which 66.00 are paid: 15.00 * 99/165.
    assert held.total == 900
    held.book.add(invoice)  # as the ledger does with all that a takeover brings
    held.hear(
        replace(receipt.application, number="AP-2", amount=usd("99.00"), settlements=(_all_of(invoice, "99.00"),))
    )
    assert held.total == 0


def _all_of(invoice, amount):
    return Settlement(invoice=invoice.number, amount=usd(amount))
