"""What is still to be billed comes to what its invoices will, wherever they are rounded."""

import pytest
from sellers import FEE, Seller, sold

from engine.billing.bill_run import planned
from engine.model.contracts import Contract
from engine.model.money import total
from engine.model.orders import ChangeQuantity

PRICES = ("24.985", "24.985", "24.985")


@pytest.mark.parametrize(
    "policies",
    [
        {},
        {"rounding_stage": "per document"},
        {"tax_price": "inclusive"},
        {"tax_price": "inclusive", "tax_rounding": "per line"},
        {"tax_price": "inclusive", "tax_rounding": "per line", "tax_mode": "up"},
        {"tax_price": "inclusive", "tax_rounding": "per document", "rounding": "down"},
    ],
)
def test_what_is_to_come_is_rounded_as_it_will_be_billed(policies):
    seller = Seller(**policies)
    products = zip(("Seat", "Extra", "Other"), PRICES, strict=True)
    seller.signs(*(sold(name, 1, price) for name, price in products), sold("Free", 1, "0", charge=FEE), months=4)
    to_come = total((line.net for line in planned(seller.book, seller.book.get(Contract, "C-1"))), "USD")
    promised = seller.billed() + to_come
    assert seller.until("2026-05-01").billed() == promised == seller.due()


def test_what_is_to_be_taken_back_is_left_as_it_is():
    seller = Seller(tax_price="inclusive", amendment_billing="on the next regular invoice")
    seller.signs(sold(price="24.985"), months=4)
    seller.changes(ChangeQuantity(product="Seat", delta=-5), on="2026-01-10")
    taken = [line for line in planned(seller.book, seller.book.get(Contract, "C-1")) if line.invoice]
    assert [str(line.net) for line in taken] == ["-80.60 USD"]


def test_what_costs_nothing_comes_to_nothing():
    seller = Seller(tax_price="inclusive")
    seller.signs(sold(price="0"), sold("Other", 1, "0"), months=2)
    assert {line.net.minor for line in planned(seller.book, seller.book.get(Contract, "C-1"))} == {0}
