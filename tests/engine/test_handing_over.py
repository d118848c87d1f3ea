"""A contract that passes to another customer or legal entity: everything is earned once, and what two entities owe agrees."""

from controllers import day, line
from groups import Group
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.book import run
from engine.ledger.general_ledger import balances
from engine.ledger.intercompany import position
from engine.ledger.owning import Positions
from engine.model.contracts import Contract
from engine.model.orders import ChangeQuantity
from engine.model.transfers import Assign, ContractTransfer
from engine.revenue.handing_over import hand_over
from engine.revenue.recognizing import recognize, revenue
from engine.terms.belonging import as_held

NET = ("Receivables", "Sales tax payable", "Customer credits")
"""What is billed without tax stands on these, while nobody pays."""
TO = st.sampled_from([Assign(entity="NC"), Assign(customer="Initech"), Assign(customer="Initech", entity="NC")])


@settings(deadline=None, derandomize=True, max_examples=30, database=None)
@given(
    TO,
    st.integers(2, 80),
    st.integers(-40, 15),
    st.integers(-9, 9).filter(bool),
    st.integers(1, 15),
    st.sampled_from(["in advance", "in arrears"]),
    st.sampled_from(["stay as issued", "voided and billed anew", "novated"]),
)
def test_a_transfer_changes_nothing_of_what_is_billed_and_earned(to, days, shift, delta, later, timing, open_ones):
    told = Group(transferred_invoices=open_ones, schedule="service period of each line")
    told.signs(months=4, every=1, timing=timing)
    first = day("01-01").toordinal()
    told.until(str(day("01-01").fromordinal(first + days))[5:])
    told.changes(to, effective=str(max(day("01-01"), told.today.fromordinal(told.today.toordinal() + shift)))[5:])
    told.until(str(told.today.fromordinal(told.today.toordinal() + later))[5:])
    told.changes(ChangeQuantity(product="Seat", delta=delta), effective=str(told.today)[5:])
    told.until("05-31")
    liability = [
        b for b in balances(told.book, told.today) if b.account in ("Contract liability", "Unbilled receivable")
    ]
    assert liability == []
    assert len(told.book.all(ContractTransfer)) == 1
    billed = sum(b.amount.minor for b in balances(told.book, told.today) if b.account in NET)
    assert (
        billed
        == sum(row.posted.minor for row in revenue(told.book))
        == sum(row.scheduled.minor for row in revenue(told.book))
    )
    assert position(told.book, "NW", "NC", "USD") == -position(told.book, "NC", "NW", "USD")
    assert list(run((hand_over, recognize), told.book, told.today)) == []


def test_a_contract_is_held_as_the_last_transfer_has_it():
    told = Group()
    told.signs()
    told.changes(Assign(entity="NC"), effective="03-01")
    held = as_held(told.book, told.book.get(Contract, "C-1"))
    assert (held.entity, told.book.all(ContractTransfer)) == ("NW", ())
    told.until("03-01")
    assert as_held(told.book, told.book.get(Contract, "C-1")).entity == "NC"


def test_a_claim_shrinks_before_a_debt_begins():
    told = Group()
    told.book.tally(100, "intercompany", "NW", "NC", "USD")
    told.book.tally(-100, "intercompany", "NC", "NW", "USD")
    positions = Positions(told.book, "USD")
    assert list(positions.split("NW", "NC", 20)) == [(20, True)]
    assert list(positions.split("NW", "NC", -150)) == [(-120, True), (-30, False)]
    assert list(positions.split("NC", "NW", -10)) == [(-10, True)]


def held_off(told: Group) -> dict[tuple[str, str, str], int]:
    found = (b for b in balances(told.book, told.today) if b.account.endswith("held off"))
    return {(b.entity, b.customer or "", b.account.removesuffix(" held off")): b.amount.minor for b in found}


@settings(deadline=None, derandomize=True, max_examples=12, database=None)
@given(
    TO,
    st.integers(2, 80),
    st.integers(-20, 15),
    st.sampled_from(["stay as issued", "voided and billed anew", "novated"]),
)
def test_what_is_held_off_stands_beside_what_it_is_of(to, days, shift, open_ones):
    told = Group(unpaid_advance="held off until paid or served", transferred_invoices=open_ones, spread="by day")
    told.signs()
    first = day("01-01").toordinal()
    told.until(str(day("01-01").fromordinal(first + days))[5:])
    told.changes(to, effective=str(max(day("01-01"), told.today.fromordinal(told.today.toordinal() + shift)))[5:])
    told.until("04-30")
    found, holder = held_off(told), as_held(told.book, told.book.get(Contract, "C-1"))
    liability = next(b for b in balances(told.book, told.today) if b.account == "Contract liability")
    owing = {
        "stay as issued": ("Globex", "NW"),
        "voided and billed anew": (holder.customer, holder.entity),
        "novated": ("Globex", holder.entity),
    }[open_ones]
    assert found == {
        (holder.entity, holder.customer, "Contract liability"): -liability.amount.minor,
        (owing[1], owing[0], "Receivables"): liability.amount.minor,
    }
    assert position(told.book, "NW", "NC", "USD") == -position(told.book, "NC", "NW", "USD")


def test_what_is_held_off_is_held_off_once_though_customers_are_merged():
    told = Group(unpaid_advance="held off until paid or served", spread="by month")
    told.signs(line(price="1200", quantity=1, per_months=12))
    told.until("01-31")
    assert sorted(held_off(told).values()) == [-110_000, 110_000]
    told.book.hand_over("Globex", "Initech")
    told.until("02-28")
    assert sum(minor for (_, _, beside), minor in held_off(told).items() if beside == "Receivables") == -100_000
