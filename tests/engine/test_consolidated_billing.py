"""One invoice for several contracts bills each of them what an invoice of its own would."""

from collections import Counter
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from sellers import Seller, sold

from engine.billing.addressing import addressee
from engine.billing.bill_run import bill
from engine.billing.crediting import credit_lines
from engine.billing.debiting import debit
from engine.book import run
from engine.model.company import Customer
from engine.model.debits import DebitLine
from engine.model.invoices import CreditMemo, Invoice
from engine.model.money import Money
from engine.model.orders import ChangeQuantity

TOGETHER = "one per customer"
CHANGES = st.lists(
    st.tuples(st.sampled_from(["C-1", "C-2"]), st.integers(1, 80), st.integers(-3, 5).filter(bool)),
    max_size=3,
    unique_by=lambda change: change[:2],
)


def seller_of_two(convention: str) -> Seller:
    seller = Seller(invoices_of_a_day=convention)
    seller.signs(sold(price="10.05"), months=4)
    seller.signs(sold(price="3.335", quantity=7), months=4)
    return seller


def billed(seller: Seller) -> Counter[tuple[object, ...]]:
    """What each contract was billed and credited, line by line and without tax."""
    found: Counter[tuple[object, ...]] = Counter()
    for sign, kind in ((1, Invoice), (-1, CreditMemo)):
        for contract in ("C-1", "C-2"):
            for document in seller.book.about(kind, "contract", contract):
                for line in document.lines:
                    found[contract, document.event_date, line.service, line.quantity] += sign * line.net.minor
    return found


def lived(convention: str, changes: list[tuple[str, int, int]]) -> Seller:
    seller = seller_of_two(convention)
    for contract, days, delta in sorted(changes, key=lambda change: change[1]):
        seller.until(str(date(2026, 1, 1) + timedelta(days=days)))
        seller.changes(ChangeQuantity(product="Seat", delta=delta), on=str(seller.today), contract=contract)
    return seller.until("2026-06-01")


@settings(deadline=None, derandomize=True, max_examples=20, database=None)
@given(CHANGES)
def test_each_contract_is_billed_the_same_alone_or_together(changes):
    alone, both = lived("one per contract", changes), lived(TOGETHER, changes)
    assert billed(alone) == billed(both)
    assert both.book.count(Invoice) < alone.book.count(Invoice)
    assert sum(i.net.minor for i in both.book.all(Invoice)) == sum(i.net.minor for i in alone.book.all(Invoice))
    assert list(run((bill,), both.book, both.today)) == []


def common(seller: Seller) -> Invoice:
    seller.until("2026-02-01")
    return seller.book.all(Invoice)[-1]


def test_every_contract_sees_its_own_lines_of_the_one_document():
    seller = seller_of_two(TOGETHER)
    made = common(seller)
    assert [line.contract for line in made.lines] == ["C-1", "C-2"]
    own = [seller.book.about(Invoice, "contract", contract)[-1] for contract in ("C-1", "C-2")]
    assert [(part.number, part.contract, len(part.lines)) for part in own] == [
        (made.number, "C-1", 1),
        (made.number, "C-2", 1),
    ]
    assert sum(part.total.minor for part in own) == made.total.minor


def test_a_credit_is_seen_by_the_contract_of_its_line_only():
    seller = seller_of_two(TOGETHER)
    made = common(seller)
    seller.book.add(credit_lines(seller.book, made, 2, Money(100, "USD"), "goodwill", seller.today))
    seen = {contract: len(seller.book.about(CreditMemo, "contract", contract)) for contract in ("C-1", "C-2")}
    assert seen == {"C-1": 0, "C-2": 1}


def test_a_memo_over_an_invoice_of_its_own_and_a_common_one_is_all_the_contract_s():
    seller = seller_of_two(TOGETHER)  # January was billed as each was signed, February is common
    common(seller)
    seller.changes(ChangeQuantity(product="Seat", delta=-3), on="2026-01-15", contract="C-2")
    (memo,) = seller.book.about(CreditMemo, "contract", "C-2")
    assert [line.contract for line in memo.lines] == ["", "C-2"]
    assert memo.total == seller.book.all(CreditMemo)[0].total


def test_a_debit_memo_is_of_the_contract_of_the_line_it_names_or_of_the_first():
    seller = seller_of_two(TOGETHER)
    made = common(seller)
    more = [DebitLine(description="More", net=Money(100, "USD"), line=line) for line in (2, None)]
    assert [debit(seller.book, made, [one], seller.today).contract for one in more] == ["C-2", "C-1"]


def test_an_addressee_is_sought_upwards_and_never_in_circles():
    seller = Seller()
    names = {"A": "B", "B": "C", "C": "", "D": "E", "E": "D"}
    for name, payer in names.items():
        seller.book.customers[name] = Customer(
            name=name, number=name, email="", address="", tax_number="", billed_to=payer
        )
    assert [addressee(seller.book, name) for name in ("A", "C", "D", "unknown")] == ["C", "C", "E", "unknown"]
