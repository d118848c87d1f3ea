"""Bank lines and the entries they are: each used once, the same whenever it is asked."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from debtors import company, day, usd
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.book import Book
from engine.ledger.bearing import bear
from engine.model.bank import StatedLine
from engine.model.journal import JournalEntry, JournalLine, LedgerAccount, PostingRule
from engine.model.money import Money
from engine.receivables import banking
from engine.receivables.banking import bank_items, bring_in, match
from engine.refusals import Refused


def book(**policies):
    made = company(**policies)
    cash = LedgerAccount(code="1000", name="Cash", type="asset", role="cash")
    return Book(replace(made, accounts=(cash,)))


def booked(at, source, amount, on="01-10", customer="Globex", invoice=None):
    lines = (
        JournalLine(account="Cash", amount=usd(amount), customer=customer),
        JournalLine(account="Receivables", amount=-usd(amount), customer=customer, invoice=invoice),
    )
    entry = JournalEntry(
        number=f"JE-{source}",
        event_date=day(on),
        effective_date=day(on),
        posting_date=day(on),
        entity="NW",
        currency="USD",
        source_kind="payment application",
        source=source,
        label="payment",
        customer=customer,
        event="",
        lines=lines,
    )
    return at.add(entry)


def stated(at, amount, on="01-10", today="01-31", **words):
    line = StatedLine(amount=usd(amount), value_date=day(on), **words)
    made = bring_in(at, "", line, day(today))
    return made if at.has(type(made), made.number) else at.add(made)


def seen(at, on="01-31"):
    return [(item.line, item.documents, item.state, item.owner) for item in bank_items(at, day(on))]


def test_nothing_is_said_where_no_statement_came():
    at = book()
    booked(at, "AP-BT-1", "100.00")
    assert bank_items(at, date(2026, 1, 31)) == ()


def test_an_invoice_number_names_its_payment_and_words_beat_amounts():
    at = book()
    booked(at, "AP-BT-1", "100.00", invoice="NW-000001")
    booked(at, "AP-BT-2", "100.00")
    stated(at, "100.00", reference="your NW-000001, thank you")
    assert seen(at, "01-12") == [
        ("BL-1", ("AP-BT-1",), "matched", ""),
        (None, ("AP-BT-2",), "in transit", "Treasury"),
    ]
    assert seen(at)[1][2:] == ("overdue", "Treasury")


def test_a_payer_takes_the_nearest_of_theirs_and_no_ones_else():
    at = book()
    booked(at, "AP-BT-1", "100.00", on="01-08")
    booked(at, "AP-BT-2", "100.00", on="01-10")
    booked(at, "AP-BT-3", "100.00", customer="Acme")
    stated(at, "100.00", on="01-11", payer="Globex")
    stated(at, "100.00", on="01-11", payer="Nobody")
    assert [row[:3] for row in seen(at) if row[0]] == [
        ("BL-1", ("AP-BT-2",), "matched"),
        ("BL-2", (), "not in the ledger"),
    ]


def test_an_entry_from_later_on_is_not_there_yet():
    at = book()
    booked(at, "AP-BT-1", "100.00", on="01-12")
    stated(at, "100.00", on="01-10", reference="BT-1")
    assert seen(at, "01-09") == []
    assert seen(at, "01-11") == [("BL-1", (), "not in the ledger", "Cash application")]
    assert seen(at, "01-12") == [("BL-1", ("AP-BT-1",), "matched", "")]


def test_a_line_is_known_by_the_banks_own_number_and_its_entity():
    at = book()
    booked(at, "no cash", "0.00")
    booked(at, "AP-BT-1", "100.00")
    line = StatedLine(amount=usd("100.00"), value_date=day("01-10"), id="7")
    assert at.add(bring_in(at, "NW", line, day("01-31"))) is bring_in(at, "NW", line, day("01-31"))
    with pytest.raises(Refused, match="Elsewhere"):
        bring_in(at, "Elsewhere", line, day("01-31"))


@pytest.mark.parametrize(
    ("line", "documents", "code"),
    [
        ("BL-9", ("AP-BT-1",), "unknown-bank-line"),
        ("BL-1", ("AP-BT-9",), "unknown-document"),
        ("BL-1", ("AP-BT-1", "AP-BT-2"), "amounts-differ"),
    ],
)
def test_what_cannot_be_matched_by_hand(line, documents, code):
    at = book()
    booked(at, "AP-BT-1", "100.00")
    booked(at, "AP-BT-2", "50.00")
    stated(at, "100.00")
    with pytest.raises(Refused) as refused:
        match(at, line, documents, day("01-31"))
    assert refused.value.code == code


def test_what_cannot_be_brought_in():
    at = book()
    for amount, on, code in (("0.00", "01-10", "says-nothing"), ("1.00", "02-01", "not-yet")):
        with pytest.raises(Refused) as refused:
            stated(at, amount, on=on)
        assert refused.value.code == code


def test_a_line_and_an_entry_are_matched_by_hand_once():
    at = book()
    booked(at, "AP-BT-1", "100.00", on="01-02")
    stated(at, "100.00", id="1", reference="one")
    stated(at, "100.00", id="2", reference="two")
    at.add(match(at, "BL-1", ("AP-BT-1",), day("01-31")))
    for line in ("BL-1", "BL-2"):
        with pytest.raises(Refused, match="matched already"):
            match(at, line, ("AP-BT-1",), day("01-31"))
    assert [(item.state, item.by_hand) for item in bank_items(at, day("01-31"))] == [
        ("matched", True),
        ("not in the ledger", False),
    ]


def test_what_is_in_another_currency_is_on_another_account():
    at = book()
    booked(at, "AP-BT-1", "100.00")
    line = StatedLine(amount=Money.parse("100.00", "EUR"), value_date=day("01-10"), reference="BT-1")
    at.add(bring_in(at, "", line, day("01-31")))
    assert [(item.line, str(item.stated)) for item in bank_items(at, day("01-31"))] == [("BL-1", "100.00 EUR")]


AMOUNTS = st.sampled_from(["10.00", "20.00", "30.00"])


@settings(max_examples=60, deadline=None, derandomize=True)
@given(
    entries=st.lists(st.tuples(AMOUNTS, st.integers(1, 20)), max_size=6),
    lines=st.lists(st.tuples(AMOUNTS, st.integers(1, 20), st.sampled_from(["", "BT-1", "BT-3 BT-4"])), max_size=6),
    policy=st.sampled_from(["reference, else amount", "reference", "by hand"]),
)
def test_every_line_and_entry_stands_once_and_the_sums_are_kept(entries, lines, policy):
    at = book(bank_matching=policy)
    for number, (amount, on) in enumerate(entries, 1):
        booked(at, f"AP-BT-{number}", amount, on=f"01-{on:02}")
    for amount, on, words in lines:
        stated(at, amount, on=f"01-{on:02}", reference=words)
    items = bank_items(at, day("01-31"))
    assert items == bank_items(at, day("01-31"))
    assert sorted(item.line for item in items if item.line) == sorted(f"BL-{n}" for n in range(1, len(lines) + 1))
    if lines:
        documents = [name for item in items for name in item.documents]
        assert sorted(documents) == sorted(f"AP-BT-{n}" for n in range(1, len(entries) + 1))
        assert sum(item.booked.minor for item in items) == sum(usd(amount).minor for amount, _ in entries)
    assert all(item.stated == item.booked for item in items if item.state == "matched")


def bearing(**policies):
    at = book(**policies)
    fees = LedgerAccount(code="6100", name="Bank and gateway fees", type="expense", role="fees")
    rule = PostingRule(event="bank charge booked", amount="charged", debit="Bank and gateway fees", credit="Cash")
    at.company = replace(at.company, accounts=(*at.company.accounts, fees), postings=(rule,), bank_keeps=Decimal(10))
    return at


@pytest.mark.parametrize(
    ("amount", "answer", "charge"),
    [
        ("90.00", "bank charge", ["10.00 USD", "-10.00 USD"]),
        ("89.99", "bank charge", None),
        ("100.01", "bank charge", None),
        ("95.00", "left open", None),
    ],
)
def test_the_bank_keeps_no_more_than_is_tolerated_and_once(amount, answer, charge):
    at = bearing(bank_difference=answer)
    booked(at, "AP-BT-1", "100.00")
    stated(at, amount, reference="BT-1")
    stated(at, "1.00", reference="of nobody")
    made = [at.add(entry) for entry in bear(at, day("01-31"))]
    assert [[str(line.amount) for line in entry.lines] for entry in made] == ([charge] if charge else [])
    assert list(bear(at, day("01-31"))) == []
    assert seen(at)[0][2] == ("matched" if charge else "amounts differ")


def test_what_goes_out_is_never_kept():
    at = bearing()
    booked(at, "RP-1", "-100.00")
    stated(at, "-105.00", reference="RP-1")
    assert list(bear(at, day("01-31"))) == []


def test_a_statement_of_many_lines_reads_each_entry_a_few_times_only(monkeypatch):
    at, read = book(), []
    for number in range(60):
        booked(at, f"AP-BT-{number}", f"{number + 1}.00")
        stated(at, f"{number + 1}.00", id=str(number), reference=f"BT-{number}" if number % 2 else "")
    monkeypatch.setattr("engine.receivables.banking._alike", lambda *found: read.append(found))
    near = banking._near
    monkeypatch.setattr("engine.receivables.banking._near", lambda *found: read.extend(made := near(*found)) or made)
    bank_items(at, day("01-31"))
    assert len(read) <= 60
