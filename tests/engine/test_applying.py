"""What a payment pays, cash that stood unapplied, and credit on the customer's account."""

import pytest
from debtors import Ledger, day, usd

from engine.billing.open_items import customer_credit, unapplied
from engine.model.invoices import CreditUse
from engine.model.payments import PaymentApplication
from engine.receivables import applying, setting_off
from engine.refusals import Refused


def paid(receipt):
    return [(part.invoice, str(part.amount)) for part in receipt.application.settlements]


def test_the_invoice_the_payer_names_comes_first_and_the_rest_stays_unapplied():
    ledger = Ledger()
    ledger.invoice("50.00")
    named = ledger.invoice("100.00")
    receipt = ledger.pay("200.00", named)
    assert paid(receipt) == [("NW-000002", "110.00 USD")]
    assert receipt.application.unapplied == usd("90.00")
    assert (receipt.application.number, receipt.application.amount) == ("AP-BT-1", usd("200.00"))


def test_a_named_invoice_is_paid_even_where_it_is_in_dispute():
    ledger = Ledger()
    invoice = ledger.invoice("100.00")
    ledger.dispute(invoice, "110.00")
    assert paid(ledger.pay("110.00", invoice)) == [("NW-000001", "110.00 USD")]


def test_a_partial_payment_leaves_the_rest_open():
    ledger = Ledger()
    invoice = ledger.invoice("1200.00")
    ledger.pay("500.00", invoice)
    assert ledger.open(invoice) == "820.00 USD"


def test_without_a_name_an_invoice_of_exactly_that_amount_is_paid_before_older_ones():
    ledger = Ledger()
    ledger.invoice("50.00")
    ledger.invoice("100.00")
    assert paid(ledger.pay("110.00")) == [("NW-000002", "110.00 USD")]


def test_the_undisputed_part_of_an_invoice_is_an_exact_match_and_what_is_disputed_is_left_alone():
    ledger = Ledger()
    ledger.invoice("50.00")
    contested = ledger.invoice("100.00")
    ledger.dispute(contested, "33.00")
    assert paid(ledger.pay("77.00")) == [("NW-000002", "77.00 USD")]
    receipt = ledger.pay("100.00")
    assert paid(receipt) == [("NW-000001", "55.00 USD")]
    assert receipt.application.unapplied == usd("45.00")


def test_else_the_oldest_due_is_paid_first_and_of_two_due_that_day_the_first_posted():
    ledger = Ledger()
    ledger.invoice("10.00", days=60)
    ledger.invoice("100.00", days=30)
    ledger.invoice("200.00", days=30)
    assert paid(ledger.pay("150.00")) == [("NW-000002", "110.00 USD"), ("NW-000003", "40.00 USD")]


def test_under_oldest_due_an_exact_match_does_not_matter():
    ledger = Ledger(application="oldest due")
    ledger.invoice("50.00")
    ledger.invoice("100.00")
    assert paid(ledger.pay("110.00")) == [("NW-000001", "55.00 USD"), ("NW-000002", "55.00 USD")]


@pytest.mark.parametrize("name", ["NW-000002", "NW-000003", "NW-000004", "NW-000099", "", None])
def test_the_convention_decides_where_the_named_invoice_is_anothers_foreign_settled_or_unknown(name):
    ledger = Ledger()
    ledger.invoice("100.00")
    ledger.invoice("30.00", customer="Acme")
    ledger.invoice("30.00", currency="EUR")
    ledger.pay("33.00", ledger.invoice("30.00"))
    assert paid(ledger.take(ledger.transfer("33.00", name))) == [("NW-000001", "33.00 USD")]


def test_money_in_a_currency_without_an_open_invoice_stays_unapplied():
    ledger = Ledger()
    ledger.invoice("100.00")
    receipt = ledger.pay("110.00", currency="EUR")
    assert (paid(receipt), str(receipt.application.unapplied)) == ([], "110.00 EUR")


@pytest.mark.parametrize("amount", ["0.00", "-5.00"])
def test_a_payment_without_an_amount_is_refused(amount):
    ledger = Ledger()
    with pytest.raises(Refused, match=f"{amount} USD cannot be applied; an amount has to be above zero"):
        ledger.pay(amount)


def test_a_payment_of_an_unknown_customer_is_refused():
    with pytest.raises(Refused, match="no customer 'Initech'"):
        Ledger().pay("5.00", customer="Initech")


def test_a_payment_applied_later_is_posted_then_and_keeps_its_day_of_receipt():
    ledger = Ledger()
    payment = ledger.transfer("5.00")
    ledger.today = day("04-02")
    application = ledger.take(payment).application
    assert (application.effective_date, application.posting_date) == (day("03-01"), day("04-02"))


def apply(ledger, invoice, amount=None, payment="BT-1"):
    asked = usd(amount) if amount else None
    return ledger.book.add(applying.apply_unapplied(ledger.book, payment, invoice, asked, ledger.today))


def test_unapplied_cash_pays_an_invoice_as_far_as_both_go():
    ledger = Ledger()
    ledger.pay("150.00")
    first, second = ledger.invoice("100.00"), ledger.invoice("100.00")
    made = apply(ledger, first.number), apply(ledger, second.number)
    assert [(m.number, str(m.amount), m.from_unapplied, m.unapplied) for m in made] == [
        ("AP-BT-1-2", "110.00 USD", True, usd("0.00")),
        ("AP-BT-1-3", "40.00 USD", True, usd("0.00")),
    ]
    assert (ledger.open(first), ledger.open(second)) == ("0.00 USD", "70.00 USD")


def test_unapplied_cash_can_be_applied_in_part():
    ledger = Ledger()
    ledger.pay("150.00")
    invoice = ledger.invoice("100.00")
    apply(ledger, invoice.number, "60.00")
    assert ledger.open(invoice) == "50.00 USD"


@pytest.mark.parametrize(
    ("invoice", "amount", "payment", "sentence"),
    [
        ("NW-000001", "0.01", "BT-9", "there is no payment 'BT-9'"),
        ("NW-000009", "0.01", "BT-1", "there is no invoice 'NW-000009'"),
        ("NW-000002", None, "BT-1", "payment BT-1 came from Globex, invoice NW-000002 is for Acme"),
        ("NW-000003", None, "BT-1", "payment BT-1 is in USD, invoice NW-000003 in EUR"),
        (
            "NW-000001",
            "50.01",
            "BT-1",
            "50.01 USD is too much: 50.00 USD is unapplied of payment BT-1 and 110.00 USD is open of invoice NW-000001",
        ),
        ("NW-000005", "11.01", "BT-1", "11.01 USD is too much: 50.00 USD .* 11.00 USD is open of invoice NW-000005"),
        ("NW-000001", "-1.00", "BT-1", "-1.00 USD cannot pay invoice NW-000001"),
        ("NW-000001", None, "BT-2", "there is nothing to pay: 0.00 USD is unapplied of payment BT-2"),
    ],
)
def test_unapplied_cash_is_refused_beyond_what_is_there_or_owed(invoice, amount, payment, sentence):
    ledger = Ledger()
    ledger.pay("50.00")
    ledger.invoice("100.00")
    ledger.invoice("100.00", customer="Acme")
    ledger.invoice("100.00", currency="EUR")
    ledger.pay("5.50", ledger.invoice("5.00"))
    ledger.invoice("10.00")
    before = ledger.book.count(PaymentApplication)
    with pytest.raises(Refused, match=sentence):
        apply(ledger, invoice, amount, payment)
    assert ledger.book.count(PaymentApplication) == before


def test_an_amount_in_another_currency_than_the_invoice_is_refused():
    ledger = Ledger()
    payment = ledger.transfer("50.00", currency="EUR")
    ledger.take(payment)
    invoice = ledger.invoice("100.00", currency="EUR")
    with pytest.raises(Refused, match=r"5.00 USD is in USD, invoice NW-000001 in EUR"):
        apply(ledger, invoice.number, "5.00", payment.number)
    with pytest.raises(Refused, match=r"5.00 USD is in USD, invoice NW-000001 in EUR"):
        setting_off.use_credit(ledger.book, "Globex", invoice.number, usd("5.00"), ledger.today)
    assert str(unapplied(ledger.book, payment)) == "50.00 EUR"


def with_credit(**policies):
    """Globex has paid 1,320.00 and was given 264.00 of it back."""
    ledger = Ledger(**policies)
    invoice = ledger.invoice("1200.00")
    ledger.pay("1320.00", invoice)
    ledger.credit(invoice, "240.00")
    return ledger


def use(ledger, invoice, amount=None, customer="Globex"):
    asked = usd(amount) if amount else None
    return ledger.book.add(setting_off.use_credit(ledger.book, customer, invoice.number, asked, ledger.today))


def test_credit_pays_an_invoice_as_far_as_it_goes():
    ledger = with_credit()
    invoice = ledger.invoice("1200.00")
    made = use(ledger, invoice)
    assert (made.number, made.amount, made.customer) == ("CU-1", usd("264.00"), "Globex")
    assert ledger.open(invoice) == "1,056.00 USD"
    assert customer_credit(ledger.book, "Globex", "USD") == usd("0.00")


@pytest.mark.parametrize(
    ("customer", "amount", "sentence"),
    [
        ("Initech", None, "no customer 'Initech'"),
        ("Acme", None, "invoice NW-000002 is for Globex, not for Acme"),
        ("Globex", "264.01", "264.01 USD is too much: 264.00 USD is credit of Globex and 1,320.00 USD is open"),
        ("Globex", "-0.01", "-0.01 USD cannot pay invoice NW-000002"),
    ],
)
def test_credit_is_refused_beyond_what_there_is(customer, amount, sentence):
    ledger = with_credit()
    invoice = ledger.invoice("1200.00")
    with pytest.raises(Refused, match=sentence):
        use(ledger, invoice, amount, customer)
    assert ledger.book.count(CreditUse) == 0


def test_credit_is_kept_unless_the_company_applies_it_to_the_next_invoice():
    ledger = with_credit()
    ledger.invoice("100.00", issued=day("03-10"))
    ledger.live("03-20")
    assert ledger.book.count(CreditUse) == 0


def test_credit_is_applied_to_the_next_invoices_on_their_day_until_it_is_used_up():
    ledger = with_credit(customer_credit="applied to the next invoice")
    first, second = ledger.invoice("100.00", issued=day("03-10")), ledger.invoice("200.00", issued=day("03-11"))
    third = ledger.invoice("300.00", issued=day("03-12"))
    ledger.live("03-20")
    assert [(use.number, str(use.amount), use.posting_date) for use in ledger.book.all(CreditUse)] == [
        ("CU-1", "110.00 USD", day("03-10")),
        ("CU-2", "154.00 USD", day("03-11")),
    ]
    assert [ledger.open(invoice) for invoice in (first, second, third)] == ["0.00 USD", "66.00 USD", "330.00 USD"]


def test_credit_is_not_applied_by_itself_to_what_is_in_dispute():
    ledger = with_credit(customer_credit="applied to the next invoice")
    invoice = ledger.invoice("100.00", issued=day("03-10"))
    ledger.dispute(invoice, "33.00")
    ledger.live("03-20")
    assert [str(use.amount) for use in ledger.book.all(CreditUse)] == ["77.00 USD"]
