from datetime import date

import pytest
from controllers import company
from sellers import Seller

from engine.agenda import Agenda
from engine.book import Book, billed_key, run
from engine.model.contracts import Amendment, Contract
from engine.model.document import Document
from engine.model.invoices import CreditMemo, Invoice
from engine.model.orders import Cancel, ChangeQuantity

JULY = date(2026, 7, 1)


def test_documents_are_found_by_number_and_kept_in_the_order_written():
    seller = Seller().until("2026-01-02")
    contract = seller.signs()
    assert seller.book.has(Contract, "C-1")
    assert not seller.book.has(Contract, "C-2")
    assert seller.book.get(Contract, "C-1") is seller.book.find(Contract, "C-1") is contract
    assert seller.book.find(Contract, "C-2") is None
    with pytest.raises(KeyError):
        seller.book.get(Contract, "C-2")
    seller.until("2026-03-01")
    assert [invoice.number for invoice in seller.book.all(Invoice)] == ["NW-000001", "NW-000002", "NW-000003"]
    assert seller.book.count(Invoice) == 3
    assert seller.book.all(Amendment) == ()


def test_a_number_of_one_kind_is_used_once():
    seller = Seller()
    contract = seller.signs()
    with pytest.raises(AssertionError, match="C-1 is written twice"):
        seller.book.add(contract)


def test_documents_are_found_by_what_they_are_about():
    seller = Seller()
    seller.signs()
    seller.until("2026-01-16").changes(ChangeQuantity(product="Seat", delta=-1), on="2026-01-16")
    (invoice,), (memo,) = seller.book.all(Invoice), seller.book.all(CreditMemo)
    assert seller.book.about(Invoice, "customer", "Globex") == (invoice,)
    assert seller.book.about(Invoice, "contract", "C-1") == (invoice,)
    assert seller.book.about(CreditMemo, "settles", invoice.number) == (memo,)
    assert seller.book.about(CreditMemo, "credits", invoice.number) == (memo,)
    for kind in (Invoice, CreditMemo):
        assert seller.book.about(kind, "billed", billed_key("C-1", "1", date(2026, 1, 1)))
    assert seller.book.about(Invoice, "customer", "Initech") == ()


def test_running_totals_forget_what_comes_to_nothing():
    book = Book(company())
    book.tally(500, "owed", "Globex", "2026-03")
    book.tally(-200, "owed", "Globex", "2026-03")
    book.tally(100, "owed", "Acme", "2026-03")
    book.tally(-100, "owed", "Acme", "2026-03")
    assert book.tallied("owed", "Globex", "2026-03") == 300
    assert book.tallied("owed", "Acme", "2026-03") == 0
    assert book.tallies("owed") == {("Globex", "2026-03"): 300}
    assert book.tallies("lent") == {}


def test_a_stage_sees_what_the_one_before_it_wrote():
    def first(book, today):
        yield Document(number="1", event_date=today, effective_date=today, posting_date=today)

    def second(book, today):
        yield Document(number=str(book.count(Document) + 1), event_date=today, effective_date=today, posting_date=today)

    assert [made.number for made in run((first, second), Book(company()), JULY)] == ["1", "2"]


def test_time_visits_each_planned_day_once_in_order():
    agenda = Agenda()
    for day in (3, 1, 2, 1):
        agenda.plan(date(2026, 7, day), "bill", f"C-{day}")
    assert agenda.next_after(date(2026, 6, 30)) == date(2026, 7, 1)
    assert agenda.next_after(date(2026, 7, 1)) == date(2026, 7, 2)
    assert agenda.next_after(date(2026, 7, 3)) is None


def test_a_day_means_the_same_when_it_is_lived_again():
    agenda = Agenda()
    agenda.plan(JULY, "bill", "C-2")
    agenda.plan(JULY, "bill", "C-1")
    agenda.plan(JULY, "bill", "C-2")
    agenda.plan(JULY, "dun", "NW-000001")
    for _ in range(2):
        assert agenda.on(JULY, "bill") == ("C-2", "C-1")
    assert agenda.on(JULY, "collect") == ()


def test_nothing_is_due_any_more_once_a_contract_has_ended():
    seller = Seller()
    seller.signs()
    seller.changes(Cancel(), on="2026-01-01")
    seller.until("2028-01-01")
    assert seller.book.agenda.next_after(seller.today) is None


def test_what_led_to_nothing_rests_until_something_changes():
    agenda, day = Agenda(), date(2026, 1, 1)
    for number in ("C-2", "C-1", "C-10"):
        agenda.plan(day, "bill", number)
    agenda.rest(day, "bill", "C-2")
    agenda.rest(day, "bill", "C-1")
    agenda.rest(day, "bill", "C-1")
    assert agenda.on(day, "bill") == ("C-10",)
    agenda.wake("C-1")
    agenda.wake("C-7")
    assert agenda.on(day, "bill") == ("C-1", "C-10")
    agenda.plan(day, "bill", "C-2")
    assert agenda.on(day, "bill") == ("C-2", "C-1", "C-10")
    agenda.rest(day, "bill", "C-10")
    agenda.wake_all()
    assert agenda.on(day, "bill") == ("C-2", "C-1", "C-10")
