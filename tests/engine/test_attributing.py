"""What a system holds of the masters, who owns a field, and what happens when somebody writes it."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from controllers import company
from sellers import Seller

from engine.book import Book
from engine.model.catalog import Charge, PriceBook, PriceBookEntry, Product, RatePlan
from engine.model.company import Customer, TaxRate
from engine.model.governance import Governance, Ownership, owner_of
from engine.model.masters import MASTER_FIELDS
from engine.model.orders import Order, Terms
from engine.refusals import Refused
from engine.sales import attributing, correcting

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
    terms = Terms(start=date(2026, 1, 1), months=3, currency="USD", tax_code=from_contract[contract]["tax code"])
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
    own = made.add(written(made, "crm", "customer", "Globex", "email", "b@x"))
    foreign = written(made, "erp", "customer", "Globex", "email", "c@x")
    assert (own.owned, foreign.owned) == (True, False)
    correcting.write(made, own)
    assert made.customers["Globex"].email == "b@x"
    correcting.write(made, replace(own, customer="Nobody"))
    assert list(made.customers) == ["Globex"]


def written(made: Book, system, of, name: str, field: str, value: str):
    return correcting.correct(made, tuple(MASTER_FIELDS), system, of, name, field, value, DAY)


@pytest.mark.parametrize(
    ("of", "name", "field", "value", "reads"),
    [
        ("product", "Seat", "code", "X", {"Seat": {"code": "X", "charges": "Seat (over time)"}}),
        ("product", "Seat", "charges", "none", {"Seat": {"code": "S", "charges": "none"}}),
        ("price", "Seat, P, Seat, USD from 1 March 2026", "price", "1,100.0", {"Seat, P, Seat, USD from 1 March 2026": {"price": "1100"}}),
        ("tax", "a", "percent", "7.50%", {"a": {"percent": "7.5"}}),
    ],
)  # fmt: skip
def test_what_another_system_writes_is_what_it_holds(of, name, field, value, reads):
    made = book()
    change = written(made, "erp", of, name, field, value)
    assert not change.owned
    correcting.write(made, change)
    assert held(made, of).items() >= reads.items()


def test_prices_and_rates_are_new_entries_of_their_lists():
    made = book()
    price = written(made, "billing", "price", "Seat, P, Seat, USD from 1 March 2026", "price", "9")
    rate = written(made, "billing", "tax", "a", "percent", "8")
    entry, new = correcting.new_price(made, price), correcting.new_rate(made, rate)
    assert entry is not None
    assert new is not None
    assert (entry.price, entry.start) == (Decimal(9), DAY)
    assert (new.percent, new.start) == (Decimal(8), date.min)
    assert correcting.new_price(made, rate) is None
    assert correcting.new_rate(made, price) is None
    assert correcting.new_price(made, replace(price, name="Table")) is None
    assert correcting.new_rate(made, replace(rate, name="b")) is None


@pytest.mark.parametrize(
    ("of", "name", "field", "value", "said"),
    [
        ("customer", "Nobody", "email", "x", "there is no customer 'Nobody' here"),
        ("customer", "Globax", "email", "x", "there is no customer 'Globax' here; did you mean 'Globex'?"),
        ("customer", "Globex", "color", "x", "a customer has no field 'color'; it has number, email, address, tax number, domain, region, channel"),
        ("price", "Seat", "price", "1", "there are several price records of 'Seat' here: Seat, P, Seat, USD; Seat, P, Seat, USD from 1 March 2026"),
        ("tax", "a", "percent", "ten", "the percent of tax a must be a number, not 'ten'"),
        ("tax", "a", "percent", "-1", "the percent of tax a must be a number from 0 on, not '-1'"),
        ("tax", "a", "percent", "NaN", "the percent of tax a must be a number from 0 on, not 'NaN'"),
        ("product", "Seat", "charges", "x", "charges of product Seat cannot be written over, only changed by selling another charge"),
    ],
)  # fmt: skip
def test_what_cannot_be_written_is_refused_in_one_sentence(of, name, field, value, said):
    with pytest.raises(Refused) as refused:
        written(book(), "billing", of, name, field, value)
    assert refused.value.sentence == said


def test_what_is_signed_changes_by_amendment_alone():
    seller = Seller()
    seller.signs(months=3)
    with pytest.raises(Refused, match="net days of contract C-1 cannot be written over, only changed by amendment"):
        written(seller.book, "billing", "contract", "C-1", "net days", "60")
    assert not written(seller.book, "erp", "contract", "C-1", "net days", "60").owned
