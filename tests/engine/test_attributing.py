"""What a system holds of the masters, who owns a field, and what happens when somebody writes it."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from controllers import company
from sellers import Seller

from engine import attributing, merging
from engine.book import Book
from engine.model.catalog import Charge, PriceBook, PriceBookEntry, Product, RatePlan
from engine.model.company import Customer, TaxRate
from engine.model.governance import Governance, Ownership, owner_of
from engine.model.masters import MASTER_FIELDS
from engine.model.orders import Order, Terms
from engine.refusals import Refused

DAY = date(2026, 3, 1)
GLOBEX = Customer(name="Globex", number="1", email="a@x", address="", tax_number="12")
SEAT = Product(name="Seat", code="S", plans=(RatePlan(name="P", charges=(Charge(name="Seat"),)),))


def book(*ownership: Ownership) -> Book:
    entries = tuple(
        PriceBookEntry(product="Seat", plan="P", charge="Seat", currency="USD", price=Decimal(price), start=start)
        for price, start in (("12.50", date.min), ("10", date.min), ("11", DAY))
    )
    return Book(
        replace(
            company(),
            customers=(GLOBEX,),
            products=(SEAT,),
            price_book=PriceBook(name="List", entries=entries),
            tax_rates=(TaxRate(code="a", percent=Decimal("10.0")), TaxRate(code="a", percent=Decimal(9), start=DAY)),
            governance=Governance(ownership=ownership),
        )
    )


def held(made: Book, *kinds) -> dict[str, dict[str, str]]:
    return {record.name: dict(record.fields) for record in attributing.records(made, kinds)}


def test_every_kind_of_object_is_told_with_the_fields_that_rules_can_name():
    found = held(book(), "customer", "product", "price", "tax")
    assert found["Globex"]["email"] == "a@x"
    assert found["Seat"] == {"code": "S", "charges": "Seat (over time)"}
    assert found["Seat, P, Seat, USD"] == {"price": "12.5"}
    assert found["Seat, P, Seat, USD from 1 March 2026"] == {"price": "11"}
    assert (found["a"], found["a from 1 March 2026"]) == ({"percent": "10"}, {"percent": "9"})
    for record in attributing.records(book(), ("customer", "product", "price", "tax")):
        assert tuple(field for field, _ in record.fields) == MASTER_FIELDS[record.of]


def test_a_contract_reads_alike_from_its_order_and_from_itself():
    seller = Seller()
    seller.signs(months=3)
    from_contract = held(seller.book, "contract")
    assert tuple(from_contract["C-1"]) == MASTER_FIELDS["contract"]
    (contract,) = from_contract
    terms = Terms(start=date(2026, 1, 1), months=3, currency="USD")
    crm = book()
    for number, kind, of in (("O-1", "new", terms), ("O-2", "amend", None)):
        crm.add(
            Order(
                number=number,
                event_date=DAY,
                effective_date=DAY,
                posting_date=DAY,
                kind=kind,
                customer="Globex",
                terms=of,
            )
        )
    assert held(crm, "contract") == {contract: from_contract[contract]}


@pytest.mark.parametrize(
    ("rules", "field", "owner"),
    [
        ((), "email", "crm"),
        ((Ownership(of="customer", field="", system="erp"),), "email", "erp"),
        (
            (
                Ownership(of="customer", field="", system="erp"),
                Ownership(of="customer", field="email", system="billing"),
            ),
            "email",
            "billing",
        ),
        ((Ownership(of="price", field="", system="crm"),), "email", "crm"),
    ],
)
def test_a_field_has_one_owner(rules, field, owner):
    assert owner_of(rules, "customer", field) == owner


def test_a_write_is_the_owners_or_it_is_not():
    made = book()
    own = made.add(attributing.correct(made, "crm", "Globex", "email", "b@x", DAY))
    foreign = attributing.correct(made, "erp", "Globex", "email", "c@x", DAY)
    assert (own.owned, foreign.owned) == (True, False)
    merging.write(made, own)
    assert made.customers["Globex"].email == "b@x"
    merging.write(made, replace(own, customer="Nobody"))
    assert list(made.customers) == ["Globex"]
    for customer, field in (("Nobody", "email"), ("Globex", "color")):
        with pytest.raises(Refused):
            attributing.correct(made, "crm", customer, field, "x", DAY)
