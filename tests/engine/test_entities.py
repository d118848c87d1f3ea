"""Several legal entities: who sells, who is paid, and numbers that each gives out for itself."""

from dataclasses import replace

import pytest
from debtors import Ledger

from engine.billing.open_items import unapplied_cash
from engine.entities import next_number, own_number, receiving_entity, selling_entity
from engine.model.company import LegalEntity
from engine.model.invoices import CreditMemo, Invoice
from engine.model.money import Money
from engine.receivables import applying, refunding
from engine.receivables.charging import transfer
from engine.refusals import Refused

CANADA = LegalEntity(code="NC", name="Northwind Canada", currency="CAD", prefix="CAN", country="CA")


@pytest.fixture
def debtors() -> Ledger:
    debtors = Ledger()
    debtors.book.company = replace(debtors.book.company, other_entities=(CANADA,))
    return debtors


def test_what_names_no_entity_belongs_to_the_customers_or_the_first(debtors):
    book = debtors.book
    assert selling_entity(book, "Globex", "").code == "NW"
    assert selling_entity(book, "Globex", "Northwind Canada") == selling_entity(book, "Globex", "NC") == CANADA
    book.customers["Globex"] = replace(book.customers["Globex"], entity="NC")
    assert selling_entity(book, "Globex", "") == CANADA
    with pytest.raises(Refused, match="has no legal entity 'Brazil'; it has: Northwind Inc, Northwind Canada"):
        selling_entity(book, "Globex", "Brazil")


def test_a_transfer_reaches_the_entity_whose_invoice_it_names(debtors):
    book = debtors.book
    assert receiving_entity(book, "Globex", "CAN-000001") == CANADA
    assert receiving_entity(book, "Globex", "XX-1").code == receiving_entity(book, "Globex", None).code == "NW"


def test_each_entity_counts_for_itself(debtors):
    debtors.invoice("10")
    assert next_number(debtors.book, Invoice, "NW") == "NW-000002"
    assert next_number(debtors.book, Invoice, "NC") == "CAN-000001"
    assert next_number(debtors.book, CreditMemo, "NC", "CM-") == "CAN-CM-000001"
    assert own_number(debtors.book, "CLOSE", "NC", "2026-01") == "CLOSE-NC-2026-01"


def test_money_of_one_entity_pays_nothing_of_another(debtors):
    invoice = debtors.invoice("100")
    theirs = debtors.book.add(
        transfer(debtors.book, "Globex", Money.parse("50 USD"), "CAN-000001", "", 1, debtors.today)
    )
    receipt = applying.receive(debtors.book, theirs, debtors.today)
    assert receipt.application is not None
    debtors.book.add(receipt.application)
    assert (theirs.entity, str(receipt.application.unapplied), debtors.open(invoice)) == (
        "NC",
        "50.00 USD",
        "110.00 USD",
    )
    assert not unapplied_cash(debtors.book, "Globex", "USD", entity="NW")
    with pytest.raises(Refused, match="payment BT-1 belongs to the legal entity NC, invoice NW-000001 to NW"):
        applying.apply_unapplied(debtors.book, "BT-1", invoice.number, None, debtors.today)
    refund = refunding.refund(debtors.book, "Globex", Money.parse("50 USD"), "unapplied cash", "", debtors.today)
    assert refund.entity == "NC"
    with pytest.raises(Refused, match=r"Globex has 50\.00 USD of unapplied cash"):
        refunding.refund(debtors.book, "Globex", Money.parse("51 USD"), "unapplied cash", "", debtors.today)
