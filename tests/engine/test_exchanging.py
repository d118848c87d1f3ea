"""Exchange rates, and what foreign documents are worth in the books."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from controllers import Story, day, month
from debtors import Ledger
from hypothesis import given, settings
from hypothesis import strategies as some

from engine.book import run
from engine.exchanging import at, fee_in, is_translated, rate_on
from engine.ledger.closing import close
from engine.ledger.general_ledger import balances
from engine.ledger.posting import post
from engine.ledger.revaluing import revalue, take_back
from engine.model.currency import ExchangeRate, RateKind
from engine.model.invoices import Settlement
from engine.model.journal import JournalEntry, LedgerAccount
from engine.model.money import Money
from engine.model.payments import PaymentApplication
from engine.refusals import Refused


def rate(figure: str, kind: RateKind = "spot", on: date = date.min, currency: str = "EUR") -> ExchangeRate:
    return ExchangeRate(currency=currency, into="USD", rate=Decimal(figure), kind=kind, on=on)


def abroad(*rates: ExchangeRate, **policies: str) -> Story:
    story = Story(**policies)
    accounts = (
        LedgerAccount(code="4900", name="Realized", type="income", role="realized exchange difference"),
        LedgerAccount(code="4910", name="Unrealized", type="income", role="unrealized exchange difference"),
    )
    company = story.book.company
    story.book.company = replace(company, exchange_rates=rates, accounts=(*company.accounts, *accounts))
    return story


def test_a_rate_is_found_by_day_and_use_either_way_round():
    book = abroad(rate("1.10"), rate("1.20", on=day("02-01")), rate("1.15", "closing", day("01-31"))).book
    assert rate_on(book, "EUR", "USD", day("01-15")) == Fraction(11, 10)
    assert rate_on(book, "USD", "EUR", day("02-15")) == Fraction(5, 6)
    assert rate_on(book, "EUR", "USD", day("01-31"), "closing") == Fraction(23, 20)
    assert rate_on(book, "EUR", "USD", day("02-28"), "closing") == Fraction(6, 5)
    assert rate_on(book, "USD", "USD", day("01-01")) == 1
    with pytest.raises(Refused, match="no exchange rate of GBP into USD on 1 January 2026"):
        rate_on(book, "GBP", "USD", day("01-01"))


def test_a_currency_is_translated_once_a_rate_is_stated():
    book = abroad(rate("1.10")).book
    assert is_translated(book, "EUR", "USD")
    assert is_translated(book, "USD", "EUR")
    assert not is_translated(book, "GBP", "USD")
    assert not is_translated(book, "USD", "USD")


@pytest.mark.parametrize(
    ("minor", "currency", "figure", "cents"),
    [
        (150_000, "JPY", "0.00655", 98_250),
        (100_125, "KWD", "3.2537", 32_578),
        (1, "EUR", "0.5", 1),
        (-1, "EUR", "0.5", -1),
    ],
)
def test_currencies_have_their_own_decimals(minor, currency, figure, cents):
    assert at(minor, currency, "USD", Fraction(Decimal(figure))) == cents


def paid(story: Story, number: int, amount: int, on: date) -> None:
    cash = Money(amount, "EUR")
    application = PaymentApplication(
        number=f"AP-{number}",
        event_date=on,
        effective_date=on,
        posting_date=on,
        entity="NW",
        customer="Globex",
        currency="EUR",
        payment=f"BT-{number}",
        amount=cash,
        settlements=(Settlement(invoice="NW-000001", amount=cash),),
        unapplied=Money.zero("EUR"),
        method="bank transfer",
    )
    post(story.book, application)


def worth(story: Story, account: str) -> int:
    return sum(found.booked.minor for found in balances(story.book, date(2030, 1, 1)) if found.account == account)


FIGURES = some.integers(5_000, 20_000).map(
    lambda number: f"0.{number:05}" if number < 10_000 else f"1.{number - 10_000:04}"
)


@settings(max_examples=40, derandomize=True, deadline=None)
@given(
    some.lists(FIGURES, min_size=6, max_size=6),
    some.integers(1, 100_000),
    some.lists(some.integers(1, 40_000), max_size=4),
    some.sampled_from(["reversed on day one", "by difference"]),
)
def test_once_all_is_paid_only_what_the_money_brought_is_left(figures, cents, parts, convention):
    months = [date(2026, number, 1) for number in range(1, 7)]
    rates = [rate(figure, on=on) for figure, on in zip(figures, months, strict=True)]
    story = abroad(*rates, revaluation=convention)
    invoice = Ledger().invoice("1.00", issued=months[0], percent=0, currency="EUR")
    lines = (replace(invoice.lines[0], net=Money(cents, "EUR")),)
    post(story.book, replace(invoice, lines=lines))
    left, number = cents, 0
    for on in months[1:]:
        lived(story, on)
        part = min(left, parts.pop()) if parts else left if on == months[-1] else 0
        part = left if on == months[-1] else part
        if part:
            number, left = number + 1, left - part
            paid(story, number, part, on)
    lived(story, date(2026, 7, 31))
    assert worth(story, "Receivables") == 0
    assert worth(story, "Unrealized") == 0
    assert worth(story, "Realized") == -(worth(story, "Cash") + worth(story, "Contract liability"))
    assert len({entry.number for entry in story.book.all(JournalEntry)}) == story.book.count(JournalEntry)


def lived(story: Story, until: date) -> None:
    """Every day up to that one, each lived twice."""
    while story.today < until:
        for _ in range(2):
            list(run((take_back, revalue), story.book, story.today))
        story.today += timedelta(days=1)
    list(run((take_back, revalue), story.book, until))


def test_revaluation_waits_for_an_open_month_and_is_taken_back_once():
    story = abroad(rate("1.10"), rate("1.20", "closing", day("02-28")), rate("1.30", "closing", day("01-31")))
    invoice = Ledger().invoice("100", issued=day("01-10"), percent=0, currency="EUR")
    post(story.book, invoice)
    story.today = day("01-31")
    for made in close(story.book, month("01"), story.today):
        story.book.add(made)
    lived(story, day("03-01"))
    found = [
        (entry.number, str(entry.posting_date))
        for entry in story.book.all(JournalEntry)
        if entry.label == "revaluation"
    ]
    assert found == [
        ("JE-revaluation-EUR-2026-02", "2026-02-28"),
        ("JE-revaluation-EUR-2026-02-reversal", "2026-03-01"),
    ]


def test_a_realized_difference_needs_an_account():
    story = abroad(rate("1.10"), rate("1.20", on=day("02-01")))
    story.book.company = replace(
        story.book.company,
        accounts=tuple(a for a in story.book.company.accounts if a.role != "realized exchange difference"),
    )
    post(story.book, Ledger().invoice("100", issued=day("01-10"), percent=0, currency="EUR"))
    with pytest.raises(Refused, match="no account for realized exchange difference"):
        paid(story, 1, 10_000, day("02-10"))


def test_money_that_comes_before_its_invoice_ends_in_the_same_balances():
    rates = rate("1.10"), rate("1.20", on=day("02-01"))
    invoice = Ledger().invoice("100", issued=day("01-10"), percent=10, currency="EUR")
    ends = []
    for early in (True, False):
        story = abroad(*rates)
        acts = [lambda s=story: post(s.book, invoice), lambda s=story: paid(s, 1, 11_000, day("02-10"))]
        for act in reversed(acts) if early else acts:
            act()
        ends.append([worth(story, name) for name in ("Receivables", "Cash", "Contract liability", "Realized")])
    assert ends[0] == ends[1] == [0, 13_200, -11_000, -1_100]


@pytest.mark.parametrize(("answer", "realizes"), [("of the original invoice", False), ("of the day", True)])
def test_a_credit_memo_takes_back_what_the_invoice_was_booked_at(answer, realizes):
    story = abroad(rate("1.10"), rate("1.20", on=day("03-20")), credit_rate=answer)
    debtors = Ledger()
    invoice = debtors.invoice("100", percent=10, currency="EUR")
    post(story.book, invoice)
    debtors.today = day("03-20")
    for part in ("40", "60"):
        post(story.book, debtors.credit(invoice, part))
    assert worth(story, "Receivables") == 0
    assert bool(worth(story, "Realized")) is realizes


def test_where_nothing_is_worth_more_or_less_nothing_is_revalued():
    story = abroad(rate("1.10"))
    post(story.book, Ledger().invoice("100", issued=day("01-10"), percent=0, currency="EUR"))
    lived(story, day("02-01"))
    assert {entry.label for entry in story.book.all(JournalEntry)} == {"regular"}


def test_a_fee_is_a_bare_figure_or_an_amount_at_the_rate_of_the_day():
    book = abroad(rate("1.25"), rate("1.20", on=day("02-10"))).book
    assert fee_in(book, Decimal("0.30"), "EUR", day("02-10")) == Fraction(3, 10)
    assert fee_in(book, Money(1_500, "USD"), "USD", day("02-10")) == 15
    assert fee_in(book, Money(1_500, "USD"), "EUR", day("02-09")) == 12
    assert fee_in(book, Money(1_500, "USD"), "EUR", day("02-10")) == Fraction(25, 2)
    with pytest.raises(
        Refused, match=r"a fee of 15\.00 USD cannot be taken of a payment in CHF: there is no exchange rate"
    ):
        fee_in(book, Money(1_500, "USD"), "CHF", day("02-10"))
