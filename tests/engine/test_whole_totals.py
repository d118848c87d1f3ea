"""What an invoice of several lines is worth in the books."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

from debtors import Ledger
from hypothesis import given, settings
from hypothesis import strategies as some
from test_exchanging import abroad, rate, worth

from engine.exchanging import at
from engine.ledger.posting import post
from engine.model.journal import JournalEntry
from engine.model.money import Money

LINES = some.lists(some.tuples(some.integers(1, 90_000), some.integers(0, 9_000)), min_size=1, max_size=6)


@settings(max_examples=40, derandomize=True, deadline=None)
@given(LINES, some.integers(3_000, 19_999))
def test_the_receivable_is_the_total_at_the_rate_and_nothing_is_realized(lines, figure):
    """Each tax is worth itself at the rate, the entry balances, and the other lines take the rest."""
    story = abroad(rate(f"{figure / Decimal(10_000)}"))
    invoice = Ledger().invoice("1.00", issued=date(2026, 1, 1), percent=10, currency="EUR")
    first = invoice.lines[0]
    made = tuple(
        replace(first, line=str(place), net=Money(net, "EUR"), tax=Money(tax, "EUR"))
        for place, (net, tax) in enumerate(lines, 1)
    )
    post(story.book, replace(invoice, lines=made))
    total = sum(net + tax for net, tax in lines)
    exact = Fraction(figure, 10_000)
    assert worth(story, "Receivables") == at(total, "EUR", "USD", exact)
    assert worth(story, "Realized") == 0
    assert -worth(story, "Sales tax payable") == sum(at(tax, "EUR", "USD", exact) for _, tax in lines)
    assert all(sum(line.booked.minor for line in entry.lines) == 0 for entry in story.book.all(JournalEntry))
