"""What is reserved of an invoice: in whose name it leaves revenue, shared to the cent, whatever comes first."""

from dataclasses import replace

import pytest
from controllers import FIRST, Story, day
from hypothesis import given, settings
from hypothesis import strategies as some

from engine.ledger.drafting import Draft, Owner
from engine.ledger.reserving import Share, payer_of, reserve, shared
from engine.model.calendar import ServicePeriod
from engine.model.contracts import Contract
from engine.model.invoices import Invoice
from engine.model.money import Money

OWN = Owner("Globex", "NW")


def common(*nets: int, customer: str = "Parent") -> Draft:
    """An invoice of a parent with a line of each of so many contracts, which Globex signed."""
    story = Story()
    story.signs()
    book = story.book
    invoice, first = book.get(Invoice, FIRST), book.get(Contract, "C-1")
    for number in range(2, len(nets) + 1):
        book.add(replace(first, number=f"C-{number}"))
    lines = tuple(
        replace(invoice.lines[0], id=at, net=Money(net, "USD"), contract=f"C-{at}") for at, net in enumerate(nets, 1)
    )
    book.add(replace(invoice, number="NW-9", customer=customer, lines=lines))
    return Draft(book, "USD")


@settings(derandomize=True, deadline=None, max_examples=10)
@given(some.lists(some.integers(1, 90_000), min_size=1, max_size=3), some.integers(0, 50_000))
def test_every_cent_is_shared_in_the_name_of_who_signed(nets, minor):
    found = list(shared(common(*nets), "NW-9", None, minor, day("12-31")))
    assert sum(part.minor for part in found) == minor
    assert [(part.contract, part.owner) for part in found] == [(f"C-{at}", OWN) for at, _ in enumerate(nets, 1)]


def test_one_line_is_one_contracts():
    assert [part.minor for part in shared(common(100, 300), "NW-9", 2, 50, day("12-31"))] == [0, 50]


@pytest.mark.parametrize(("on", "parts"), [("01-31", [20, 20]), ("12-31", [10, 30]), ("2025-12-31", [10, 30])])
def test_each_bears_what_it_has_given_by_then(on, parts):
    """100 of January and 300 of a quarter: at the end of January as much of each; of all, or where nothing is given, by what they cost."""
    draft = common(100, 300)
    invoice = draft.book.get(Invoice, "NW-9")
    ends = {1: day("01-31"), 2: day("03-31")}
    lines = tuple(replace(one, service=ServicePeriod(day("01-01"), ends[one.id])) for one in invoice.lines)
    draft.book.add(replace(invoice, number="NW-10", lines=lines))
    draft.book.company = replace(draft.book.company, policies=replace(draft.book.company.policies, spread="by month"))
    assert [part.minor for part in shared(draft, "NW-10", None, 40, day(on))] == parts


@pytest.mark.parametrize(
    ("draft", "invoice", "line"),
    [(common(100, 300, customer="Globex"), "NW-9", None), (common(100), "NW-8", None), (common(100), "NW-9", 7)],
    ids=["its own", "not known yet", "no such line"],
)
def test_else_it_stands_with_the_invoice(draft, invoice, line):
    assert list(shared(draft, invoice, line, 50, day("12-31"))) == [Share(50)]


def test_a_contract_nobody_knows_is_nobodys_child():
    assert payer_of(common(100).book, "C-7", "Parent", "NW") is None


def test_what_is_reserved_is_never_below_nothing():
    draft = common(100)
    assert [reserve(draft, "NW-9", minor) for minor in (-30, 50, -40)] == [0, 20, -20]
