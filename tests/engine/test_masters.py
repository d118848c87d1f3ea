"""Customers held against each other and merged: what is alike, what survives, and whose everything is afterwards."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from controllers import company
from hypothesis import given, settings
from hypothesis import strategies as st
from sellers import Seller

from engine.book import Book
from engine.ledger.general_ledger import record
from engine.ledger.posting import moved
from engine.model.company import Customer, Onboarding
from engine.model.contracts import Contract
from engine.model.governance import Governance, MatchRule, SurvivorshipRule
from engine.model.invoices import Invoice
from engine.model.journal import JournalEntry, JournalLine
from engine.model.masters import CustomerMerge, PossibleDuplicate
from engine.model.money import Money
from engine.refusals import Refused
from engine.sales import deduplicating, merging

BOUNDED = settings(deadline=None, derandomize=True, max_examples=25, database=None)
DAY = date(2026, 2, 10)


def customer(name: str, **values: str) -> Customer:
    return Customer(**({"name": name, "number": f"N-{name}", "email": "", "address": "", "tax_number": ""} | values))


def same(one: str, other: str) -> Fraction:
    return Fraction(one == other)


def book(*customers: Customer, rules: tuple[MatchRule, ...] = (), **governance: object) -> Book:
    return Book(replace(company(), customers=customers, governance=Governance(duplicates=rules, **governance)))


def onboarded(made: Book, name: str, origin: str = "crm", day: date = DAY) -> None:
    made.add(
        Onboarding(
            number=f"ON-{name}",
            event_date=day,
            effective_date=day,
            posting_date=day,
            customer=name,
            record=made.customers[name],
            origin=origin,
        )
    )


def test_without_rules_nobody_is_a_duplicate():
    assert deduplicating.screen(book(customer("A")), customer("A"), same, DAY) is None


@pytest.mark.parametrize(
    ("compare", "new", "old", "found"),
    [
        ("tax number", {"tax_number": "DE 12-3"}, {"tax_number": "de123"}, True),
        ("tax number", {"tax_number": ""}, {"tax_number": ""}, False),
        ("domain", {"domain": "https://www.a.example"}, {"domain": "A.example"}, True),
        ("email", {"email": "x@a.example"}, {"email": "y@a.example"}, False),
        ("address", {"address": "Street 1"}, {"address": "Street 1"}, True),
    ],
)
def test_a_value_is_compared_as_its_kind_is(compare, new, old, found):
    there = book(customer("Old", **old), rules=(MatchRule(compare=compare, act="warn"),))
    assert (deduplicating.screen(there, customer("New", **new), same, DAY) is not None) == found


def test_the_gravest_rule_on_one_value_decides():
    rules = (
        MatchRule(compare="name", act="warn", at_least=Decimal(10)),
        MatchRule(compare="name", act="queue", at_least=Decimal(50)),
    )
    made = deduplicating.screen(book(customer("Old"), rules=rules), customer("New"), lambda *_: Fraction(2, 3), DAY)
    assert (made.act, [match.percent for match in made.matches]) == ("queue", [Decimal("66.7")])


def test_a_steward_decides_once_about_what_waits():
    there = book(customer("Old"), rules=(MatchRule(compare="name", act="queue"),))
    there.add(deduplicating.screen(there, customer("Old"), same, DAY))
    decision = there.add(deduplicating.decide(there, "Old", "steward", "new", DAY))
    assert deduplicating.decided_record(there, decision) == there.all(PossibleDuplicate)[0].record
    with pytest.raises(Refused, match="waits for review"):
        deduplicating.decide(there, "Old", "steward", "new", DAY)


@pytest.mark.parametrize(
    ("rule", "merged", "survivor", "value", "source"),
    [
        ("newest", "old@x", "", "old@x", "M"),
        ("newest", "", "", "", "S"),
        ("newest", "m@x", "s@x", "m@x", "M"),
        ("most complete", "m@longer", "s@x", "m@longer", "M"),
        ("most complete", "m@x", "s@x", "s@x", "S"),
        ("system of record", "m@x", "s@x", "m@x", "M"),
    ],
)
def test_one_value_survives(rule, merged, survivor, value, source):
    there = book(
        customer("S", email=survivor),
        customer("M", email=merged),
        survivorship=(SurvivorshipRule(field="email", rule=rule),),
    )
    onboarded(there, "S", "billing")
    onboarded(there, "M", "crm", date(2026, 2, 11))
    made = merging.merge(there, "M", "S", DAY)
    kept = next(one for one in made.fields if one.field == "email")
    assert (kept.value, kept.source, made.record.email) == (value, source, value)


def test_customers_of_the_company_itself_are_older_than_any_other():
    there = book(
        customer("S", email="s@x"),
        customer("M", email="m@x"),
        survivorship=(SurvivorshipRule(field="email", rule="newest"),),
    )
    assert merging.merge(there, "S", "M", DAY).record.email == "m@x"
    onboarded(there, "S")
    assert merging.merge(there, "M", "S", DAY).record.email == "s@x"


def test_what_was_merged_into_a_merged_customer_follows_on():
    there = book(customer("A"), customer("B"), customer("C"))
    for merged, survivor in (("A", "B"), ("B", "C")):
        merging.follow(there, there.add(merging.merge(there, merged, survivor, DAY)))
    assert there.survivors == {"A": "C", "B": "C"}
    assert list(there.customers) == ["C"]
    for merged, survivor, why in (("A", "C", "already"), ("X", "C", "knows no"), ("C", "C", "into itself")):
        with pytest.raises(Refused, match=why):
            merging.merge(there, merged, survivor, DAY)
    assert there.count(CustomerMerge) == 2


def test_documents_follow_and_are_found_by_everything_they_are_about():
    seller = Seller()
    seller.signs(months=3)
    seller.until("2026-02-01")
    contract = seller.book.get(Contract, "C-1")
    before = [replace(invoice, customer="X") for invoice in seller.book.about(Invoice, "contract", "C-1")]
    seller.book.hand_over(contract.customer, "X")
    assert list(seller.book.about(Invoice, "contract", "C-1")) == before
    assert list(seller.book.about(Invoice, "customer", "X")) == before
    assert seller.book.about(Invoice, "customer", contract.customer) == ()
    assert seller.until("2026-03-01").book.all(Invoice)[-1].customer == "X"


def entry(there: Book, number: str, customer_: str, account: str, minor: int, currency: str = "USD") -> None:
    functional = there.company.entity.currency
    base = None if currency == functional else Money(minor * 2, functional)
    lines = tuple(
        JournalLine(
            account=name,
            amount=Money(sign * minor, currency),
            customer=customer_,
            base=base if base is None or sign > 0 else -base,
        )
        for name, sign in ((account, 1), ("Revenue", -1))
    )
    made = JournalEntry(
        number=number,
        event_date=DAY,
        effective_date=DAY,
        posting_date=DAY,
        entity=there.company.entity.code,
        currency=currency,
        source_kind="invoice",
        source=number,
        label="",
        customer=customer_,
        event=f"invoice posted:{number}",
        lines=lines,
    )
    record(there, there.add(made))


@BOUNDED
@given(
    amounts=st.lists(
        st.tuples(
            st.sampled_from(("M", "S")),
            st.sampled_from(("Receivables", "Contract liability", "Cash")),
            st.integers(-9999, 9999),
            st.sampled_from(("USD", "EUR")),
        ),
        max_size=6,
    )
)
def test_a_transfer_leaves_nothing_with_the_merged_and_the_whole_as_it_was(amounts):
    there = book(customer("S"), customer("M"))
    for number, (whose, account, minor, currency) in enumerate(amounts):
        entry(there, f"JE-{number}", whose, account, minor, currency)
    before = there.tallies("account")
    made = merging.merge(there, "M", "S", DAY)
    for one in list(merging.transfer(there, made)):
        there.add(moved(there, one))
    assert there.tallies("account") == before
    left = {key[1] for name in ("balance", "worth") for key in there.tallies(name) if key[3] == "M"}
    assert left <= {"Cash", "Revenue"}
    assert not list(merging.transfer(there, made))


def test_a_refused_duplicate_names_what_is_alike():
    there = book(customer("Old"), rules=(MatchRule(compare="name", act="refuse", at_least=Decimal(60)),))
    with pytest.raises(Refused, match=r"'New' looks like 'Old' by name \(66.7%\)"):
        deduplicating.screen(there, customer("New"), lambda *_: Fraction(2, 3), DAY)
    assert deduplicating.screen(there, customer("New"), lambda *_: Fraction(1, 2), DAY) is None
