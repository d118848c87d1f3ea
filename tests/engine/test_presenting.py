"""What stands on the paper where little is known, and where something is to be said beside the figures."""

from dataclasses import replace
from decimal import Decimal

from engine.model.cash import EarlyPayment
from engine.model.contracts import Contract
from engine.model.invoices import Invoice
from engine.model.orders import Billing, PaymentTerms
from engine.model.printed import Party
from engine.receivables.presenting import printed, printed_invoice, printed_memo
from tests.engine.debtors import ISSUED, Ledger, day, usd


def signed(ledger: Ledger, invoice: Invoice, due: PaymentTerms, net_days: int) -> None:
    contract = Contract(
        number=invoice.contract,
        event_date=ISSUED,
        effective_date=ISSUED,
        posting_date=ISSUED,
        entity="NW",
        customer="Globex",
        order="O-1",
        start=ISSUED,
        end=day("03-31"),
        tax_code="standard",
        currency="USD",
        billing=Billing(),
        net_days=net_days,
        due=due,
        lines=(),
    )
    ledger.book.add(contract)


def test_without_a_contract_only_the_due_day_is_known():
    ledger = Ledger()
    sheet = printed_invoice(ledger.book, ledger.invoice("100.00"))
    assert (sheet.terms, sheet.pay_by) == ("", day("03-31"))
    assert sheet.seller == Party(name="Northwind Inc", address="", tax_number="")


def test_a_customer_nobody_knows_stands_there_by_name():
    ledger = Ledger()
    sheet = printed_invoice(ledger.book, ledger.invoice("100.00", customer="Hooli"))
    assert sheet.buyer == Party(name="Hooli", address="", tax_number="")


def test_the_days_to_pay_in_words():
    words = {}
    for rule, fixed, days in (
        ("net", 0, 30),
        ("net", 0, 0),
        ("end of month", 0, 45),
        ("end of month", 0, 0),
        ("fixed day", 15, 0),
        ("months", 0, 2),
    ):
        ledger = Ledger()
        invoice = ledger.invoice("100.00")
        signed(ledger, invoice, PaymentTerms(rule=rule, day=fixed, months=2), days)
        words[rule, days] = printed_invoice(ledger.book, invoice).terms
    assert words == {
        ("net", 30): "net 30",
        ("net", 0): "on receipt",
        ("end of month", 45): "45 days end of month",
        ("end of month", 0): "at the end of the month",
        ("fixed day", 0): "on day 15 of the month",
        ("months", 2): "2 months after the invoice",
    }


def test_nothing_is_off_an_invoice_over_nothing():
    ledger = Ledger(early_payment_discount="of the net amount, tax stays")
    ledger.book.company = replace(ledger.book.company, early_payment=(EarlyPayment(percent=Decimal(2), days=10),))
    assert printed_invoice(ledger.book, ledger.invoice("0.00")).offers == ()


def test_taxes_of_one_rate_are_one_row_and_the_papers_are_those_of_the_book():
    ledger = Ledger()
    invoice = ledger.invoice("100.00", "50.00", "10.00", percent=(10, 10, 5))
    memo = ledger.credit(invoice, "10.00")
    rows = [(row.percent, row.base, row.amount) for row in printed_invoice(ledger.book, invoice).taxes]
    assert rows == [(10, usd("150.00"), usd("15.00")), (5, usd("10.00"), usd("0.50"))]
    assert list(printed(ledger.book)) == [printed_invoice(ledger.book, invoice), printed_memo(ledger.book, memo)]
