"""Letters about what is overdue: which, when, about how much, and when not."""

from dataclasses import replace

from debtors import Ledger, usd

from engine.model.payments import Letter


def letters(ledger):
    return [(str(sent.event_date)[5:], sent.name, str(sent.open)) for sent in ledger.book.all(Letter)]


def test_each_level_goes_out_once_so_many_days_after_the_due_date():
    ledger = Ledger()
    ledger.invoice("1200.00")
    ledger.live("04-09")
    assert letters(ledger) == []
    ledger.live("06-30")
    assert letters(ledger) == [("04-10", "Reminder", "1,320.00 USD"), ("04-20", "Final notice", "1,320.00 USD")]
    assert [(sent.number, sent.level) for sent in ledger.book.all(Letter)] == [
        ("L-NW-000001-1", 1),
        ("L-NW-000001-2", 2),
    ]


def test_nothing_is_sent_once_the_invoice_is_paid_and_only_the_rest_is_asked_for():
    ledger = Ledger()
    invoice = ledger.invoice("1200.00")
    ledger.live("04-09")
    ledger.pay("1000.00", invoice)
    ledger.live("04-19")
    ledger.pay("320.00", invoice)
    ledger.live("06-30")
    assert letters(ledger) == [("04-10", "Reminder", "320.00 USD")]


def test_a_dispute_stops_the_letters_for_its_part_only():
    ledger = Ledger()
    invoice = ledger.invoice("1200.00")
    ledger.dispute(invoice, "330.00")
    ledger.live("06-30")
    assert letters(ledger) == [("04-10", "Reminder", "990.00 USD"), ("04-20", "Final notice", "990.00 USD")]


def test_an_invoice_all_in_dispute_gets_no_letter_until_the_dispute_is_rejected():
    ledger = Ledger()
    invoice = ledger.invoice("1200.00")
    made = ledger.dispute(invoice, "1320.00")
    ledger.live("04-12")
    assert letters(ledger) == []
    ledger.resolve(made, "0.00")
    ledger.live("06-30")
    assert letters(ledger) == [("04-12", "Reminder", "1,320.00 USD"), ("04-20", "Final notice", "1,320.00 USD")]


def test_a_dispute_that_ends_before_the_due_date_sends_nothing_early():
    ledger = Ledger()
    invoice = ledger.invoice("1200.00")
    made = ledger.dispute(invoice, "1320.00")
    ledger.resolve(made, "0.00")
    ledger.live("03-31")
    assert letters(ledger) == []


def test_a_letter_is_not_sent_when_the_retry_of_that_day_brings_the_money():
    ledger = Ledger()
    invoice = ledger.invoice("1200.00")
    ledger.script = ["declined", "succeeds"]
    made = ledger.dispute(invoice, "1320.00")
    ledger.live("04-09")
    ledger.resolve(made, "0.00")
    ledger.live("06-30")
    assert (letters(ledger), ledger.open(invoice)) == ([], "0.00 USD")


def test_a_letter_goes_out_the_same_day_when_the_retry_of_that_day_fails():
    ledger = Ledger()
    invoice = ledger.invoice("1200.00")
    ledger.script = ["declined"]
    made = ledger.dispute(invoice, "1320.00")
    ledger.live("04-09")
    ledger.resolve(made, "0.00")
    ledger.live("04-10")
    assert letters(ledger) == [("04-10", "Reminder", "1,320.00 USD")]


def test_a_letter_waits_until_tomorrow_for_a_gateway_that_does_not_answer_a_retry():
    ledger = Ledger()
    invoice = ledger.invoice("1200.00")
    ledger.script = ["declined"]
    made = ledger.dispute(invoice, "1320.00")
    ledger.live("04-09")
    ledger.resolve(made, "220.00")
    ledger.live("04-09")
    ledger.script = []
    ledger.live("04-10")
    assert letters(ledger) == []
    ledger.live("04-30")
    assert letters(ledger) == [("04-11", "Reminder", "1,100.00 USD"), ("04-20", "Final notice", "1,100.00 USD")]


def test_letters_of_a_company_without_dunning_do_not_exist():
    ledger = Ledger()
    ledger.book.company = replace(ledger.book.company, dunning=())
    invoice = ledger.invoice("1200.00")
    ledger.live("06-30")
    assert (letters(ledger), invoice.total) == ([], usd("1320.00"))


def test_letters_of_one_customer_level_and_currency_go_on_one_sheet():
    ledger = Ledger(dunning_letters="one a customer and level")
    for customer, currency in (("Globex", "USD"), ("Acme", "USD"), ("Globex", "EUR"), ("Globex", "USD")):
        ledger.invoice("100", customer=customer, currency=currency)
    ledger.live("04-20")
    sheets = [(made.number, made.sheet) for made in ledger.book.all(Letter)]
    own = [
        (f"L-NW-00000{place}-{level}", f"L-NW-00000{place if place < 4 else 1}-{level}")
        for level in (1, 2)
        for place in (1, 2, 3, 4)
    ]
    assert sheets == own


def test_without_the_convention_each_letter_is_a_sheet():
    ledger = Ledger()
    ledger.invoice("100")
    ledger.invoice("200")
    ledger.live("04-10")
    assert [made.sheet for made in ledger.book.all(Letter)] == ["L-NW-000001-1", "L-NW-000002-1"]
