"""What follows from letters: one thing a round, nothing twice, nothing without a letter."""

from dataclasses import replace
from datetime import timedelta

from debtors import Ledger, day, usd

from engine.model.cadence import Billing
from engine.model.company import ApprovalLimit, DunningLevel
from engine.model.contracts import Amendment, Contract
from engine.model.payments import Letter, WriteOff
from engine.receivables.enforcing import enforce, plan_enforcement

LEVELS = (
    DunningLevel(days=10, letter="Stopped", then="service suspended"),
    DunningLevel(days=20, letter="Ended", then="contract terminated"),
    DunningLevel(days=30, letter="Closed", then="rest written off"),
)


def suspended(levels=LEVELS, **policies):
    """An invoice of a year's contract, and letters about it; every letter and payment is looked at as billing does."""
    ledger = Ledger(**policies)
    ledger.book.company = replace(ledger.book.company, dunning=levels)
    invoice = ledger.invoice("1200.00")
    first, last = invoice.lines[0].service.start, invoice.lines[0].service.end
    ledger.book.add(
        Contract(
            number="C-1",
            event_date=first,
            effective_date=first,
            posting_date=first,
            customer="Globex",
            entity="NW",
            currency="USD",
            order="O-1",
            start=first,
            end=last,
            billing=Billing(),
            net_days=30,
            tax_code="none",
            lines=(),
        )
    )
    return ledger, invoice


def lived(ledger, until):
    """The changes and losses written by the end of that day."""
    made, end = [], day(until)
    while ledger.today <= end:
        for document in ledger.live(str(ledger.today)[5:]):
            plan_enforcement(ledger.book, document, ledger.today)
        made += round_(ledger, ledger.today)
        ledger.today += timedelta(days=1)
    ledger.today = end
    return made


def round_(ledger, today):
    made = list(enforce(ledger.book, today))
    for document in made:
        ledger.book.add(document)
        plan_enforcement(ledger.book, document, today)
    return made


def kinds(ledger):
    found = [(str(a.event_date)[5:], a.cause, str(a.effective_date)[5:]) for a in ledger.book.all(Amendment)]
    return found, [str(made.amount) for made in ledger.book.all(WriteOff)]


def test_a_letter_a_level_and_each_consequence_once():
    ledger, _ = suspended()
    lived(ledger, "06-30")
    assert kinds(ledger) == (
        [("04-10", "suspension", "04-10"), ("04-20", "cancellation", "04-10")],
        ["1,320.00 USD"],
    )
    for sent in {letter.event_date for letter in ledger.book.all(Letter)}:
        assert round_(ledger, sent) == []


def test_kept_recognizing_serves_to_the_day_of_the_end():
    ledger, _ = suspended(suspension="keep recognizing")
    lived(ledger, "04-25")
    assert kinds(ledger)[0][-1] == ("04-20", "cancellation", "04-20")


def test_a_write_off_that_needs_a_signature_waits_for_it():
    ledger, _ = suspended()
    ledger.book.company = replace(ledger.book.company, limits=(ApprovalLimit(act="write-off", role="Controller"),))
    lived(ledger, "06-30")
    assert kinds(ledger)[1] == []


def test_without_consequences_nothing_is_looked_at():
    ledger, _ = suspended((DunningLevel(days=10, letter="Reminder"),))
    assert lived(ledger, "06-30") == []


def test_a_contract_that_billing_does_not_know_is_left_alone():
    ledger = Ledger()
    ledger.book.company = replace(ledger.book.company, dunning=LEVELS)
    ledger.invoice("1200.00")
    assert lived(ledger, "06-30") == []


def test_paid_in_full_service_resumes_and_longer_only_what_was_not_earned():
    for revenue, longer in (("stop", True), ("keep recognizing", False)):
        ledger, invoice = suspended(suspension=revenue, pause_term="longer by the pause")
        lived(ledger, "04-15")
        paid = ledger.pay("1320.00", invoice).application
        plan_enforcement(ledger.book, paid, ledger.today)
        (resumed,) = round_(ledger, ledger.today)
        assert resumed.changes[0].longer is longer
        assert round_(ledger, ledger.today) == []
        assert ledger.open(invoice) == str(usd("0.00"))


def test_a_pause_at_the_customers_wish_is_not_ended_by_a_payment():
    ledger, invoice = suspended()
    lived(ledger, "04-10")
    stopped = ledger.book.all(Amendment)[0]
    ledger.book = replace_amendment(ledger.book, stopped)
    paid = ledger.pay("1320.00", invoice).application
    plan_enforcement(ledger.book, paid, ledger.today)
    assert round_(ledger, ledger.today) == []


def replace_amendment(book, stopped):
    """The same suspension as the customer would have signed it."""
    book._by_kind[Amendment].clear()
    book._about[Amendment, "contract", "C-1"].clear()
    book.add(replace(stopped, letter=None))
    return book


def test_where_nothing_may_be_overdue_every_invoice_of_the_contract_counts():
    ledger, invoice = suspended(LEVELS[:1], reinstated="nothing is overdue")
    later = ledger.invoice("100.00", issued=day("03-10"))
    lived(ledger, "04-12")
    for number, paid in ((0, invoice), (1, later)):
        application = ledger.pay(f"{paid.total}".split()[0], paid).application
        plan_enforcement(ledger.book, application, ledger.today)
        assert len(round_(ledger, ledger.today)) == number
