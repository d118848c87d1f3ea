"""The ERP as the others meet it: it takes documents in once, tells what it did, and answers questions."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from engine.model.calendar import AccountingPeriod, ServicePeriod
from engine.model.catalog import Charge, PriceBook
from engine.model.company import AccountingBook, Company, Customer, LegalEntity, Onboarding
from engine.model.contracts import Contract
from engine.model.invoices import Invoice, InvoiceLine
from engine.model.journal import LedgerAccount, PostingRule
from engine.model.money import Money
from engine.model.orders import Billing, OrderLine
from engine.model.policies import Policies
from engine.refusals import Refused
from fakes.systems.erp import Erp

START, END = date(2026, 1, 1), date(2026, 1, 31)
DATES = {"event_date": START, "effective_date": START, "posting_date": START}
JANUARY = AccountingPeriod(2026, 1)
ACCOUNTS = (("Receivables", "receivables"), ("Contract liability", "contract liability"), ("Revenue", "revenue"))


def posting(event: str, amount: str, debit: str, credit: str) -> PostingRule:
    return PostingRule(event=event, amount=amount, debit=debit, credit=credit)


@pytest.fixture
def erp() -> Erp:
    return fresh()


def fresh() -> Erp:
    company = Company(
        name="Northwind SaaS",
        entity=LegalEntity(code="NW", name="Northwind Inc", currency="USD", prefix="NW"),
        customers=(),
        products=(),
        price_book=PriceBook(name="list"),
        tax_rates=(),
        policies=Policies(),
        accounts=tuple(
            LedgerAccount(code=name, name=name, type="asset", role=role)  # type of no consequence here
            for name, role in ACCOUNTS
        ),
        postings=(
            posting("invoice posted", "deferred", "Receivables", "Contract liability"),
            posting("revenue posted", "released", "Contract liability", "Revenue"),
        ),
    )
    return Erp(company, START)


def contract() -> Contract:
    seat = OrderLine(
        id="1", product="Seat", plan="plan", charge=Charge(name="seat"), quantity=1, price=Decimal(100), per_months=1
    )
    return Contract(
        number="C-1",
        **DATES,
        customer="Globex",
        entity="NW",
        currency="USD",
        order="O-1",
        start=START,
        end=END,
        billing=Billing(),
        net_days=30,
        tax_code="none",
        lines=(seat,),
    )


def invoice(tax: int = 0) -> Invoice:
    month = ServicePeriod(START, END)
    seat = InvoiceLine(
        id=1,
        line="1",
        product="Seat",
        charge="seat",
        service=month,
        billing_period=month,
        quantity=1,
        price=Decimal(100),
        per_months=1,
        discount=Decimal(0),
        net=Money(100_00, "USD"),
        tax_code="none",
        tax_rate=Decimal(0),
        tax=Money(tax, "USD"),
    )
    return Invoice(
        number="NW-000001",
        **DATES,
        entity="NW",
        customer="Globex",
        contract="C-1",
        currency="USD",
        due_date=END,
        cause="regular",
        lines=(seat,),
    )


def test_a_month_in_the_life_of_the_erp(erp):
    assert erp.take("contract activated:C-1", contract()) is None
    entry = erp.take("invoice posted:NW-000001", invoice())
    assert entry.number == "JE-NW-000001"
    assert erp.next_due(START) == END
    erp.live(END)
    erp.live(END)
    close = erp.close(JANUARY)

    assert erp.closes() == (close,)
    told = [(event.number, event.customer, event.label, str(event.on)) for event in erp.take_outbox()]
    assert told == [
        ("revenue posted:JE-revenue-C-1-2026-01", "Globex", "revenue", "2026-01-31"),
        ("period closed:CLOSE-2026-01", "", "", "2026-01-31"),
    ]
    assert [entry.label for entry in erp.journal(START, END)] == ["regular", "revenue"]
    assert [(b.account, b.amount.minor) for b in erp.balances(END)] == [("Receivables", 100_00), ("Revenue", -100_00)]
    assert [(r.account, r.closing.minor) for r in erp.trial_balance(JANUARY)] == [
        ("Receivables", 100_00),
        ("Contract liability", 0),
        ("Revenue", -100_00),
    ]
    assert [schedule.number for schedule in erp.schedules()] == ["RS-C-1/1-1"]
    assert [(m.scheduled.minor, m.posted.minor) for m in erp.revenue(None)] == [(100_00, 100_00)]
    assert [account.name for account in erp.accounts()] == [name for name, _ in ACCOUNTS]


def test_the_same_invoice_again_answers_with_its_first_entry(erp):
    first = erp.take("invoice posted:NW-000001", invoice())
    assert erp.take("invoice posted:NW-000001", invoice()) is first
    assert len(erp.journal(START, END)) == 1


def test_what_cannot_be_posted_is_kept_as_a_rejection_and_taken_once_the_rule_is_there(erp):
    with pytest.raises(Refused):
        erp.take("invoice posted:NW-000001", invoice(tax=10_00))
    (rejection,) = erp.exceptions()
    assert (rejection.event, rejection.subject, rejection.customer) == (
        "invoice posted:NW-000001",
        "NW-000001",
        "Globex",
    )
    assert rejection.sentence.startswith('no account is determined for "tax" of "invoice posted"')
    assert erp.journal(START, END) == ()

    rule = posting("invoice posted", "tax", "Receivables", "Contract liability")
    erp.book.company = replace(erp.book.company, postings=(*erp.book.company.postings, rule))
    assert erp.take("invoice posted:NW-000001", invoice(tax=10_00)) is not None


def test_a_customer_becomes_known(erp):
    record = Customer(name="Acme", number="2", email="", address="", tax_number="")
    assert (
        erp.take("customer created:ON-Acme", Onboarding(number="ON-Acme", **DATES, customer="Acme", record=record))
        is None
    )
    assert erp.book.customers["Acme"] == record


def test_a_period_that_is_not_over_is_not_closed(erp):
    with pytest.raises(Refused):
        erp.close(JANUARY)
    assert erp.closes() == ()
    assert erp.take_outbox() == []


def kept_twice() -> Erp:
    company = fresh().book.company
    return Erp(replace(company, books=(AccountingBook(name="US GAAP", policies=Policies(spread="by month")),)), START)


def test_further_books_take_the_same_documents_and_answer_for_themselves():
    twice = kept_twice()
    twice.take("contract activated:C-1", contract())
    twice.take("invoice posted:NW-000001", invoice())
    other = twice.in_book("US GAAP")
    assert [entry.number for entry in other.journal(START, END)] == ["JE-NW-000001"]
    assert twice.next_due(START) == other.next_due(START) == END
    for one in twice.books:
        one.today = END
    twice.live(END)
    assert other.revenue(None) == twice.revenue(None)
    assert other.outbox == []
    other.close(JANUARY)
    twice.close(JANUARY)
    assert len(other.closes()) == len(twice.closes()) == 1
    twice.reopen(JANUARY, "Controller", "CFO", "an accrual was missing")
    assert len(other.reopenings()) == 1
    twice.close(JANUARY)
    other.reopen(JANUARY, "Controller", "CFO", "an accrual was missing")
    twice.reopen(JANUARY, "Controller", "CFO", "another one")
    assert (len(twice.reopenings()), len(other.reopenings())) == (2, 2)


def test_books_that_nobody_keeps_are_refused():
    with pytest.raises(Refused, match="no books are kept under 'IFRS'"):
        kept_twice().in_book("IFRS")
