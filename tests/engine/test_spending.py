"""Thresholds, minimums of a whole contract, and credits that are worth another amount than they cost."""

from dataclasses import replace
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st
from sellers import FLAT, Seller, sold
from test_drawing import credit, prepaid_seller, stands
from test_metering import metered, use

from engine.billing.releasing import usage_pieces
from engine.model.contracts import Contract
from engine.model.money import Money
from engine.model.usage import Usage


def worth(line, amount: str, rank: int = 0, covers: tuple[str, ...] = ()):
    return replace(line, charge=replace(line.charge, worth=Decimal(amount), rank=rank, covers=covers))


def pieces(seller: Seller, day: str = "") -> int:
    found = usage_pieces(seller.book, seller.book.get(Contract, "C-1"), [])
    return sum(p.amount.minor for own in found.values() for p in own if str(p.service.end).startswith(day))


@settings(deadline=None, derandomize=True, max_examples=15, database=None)
@given(st.lists(st.tuples(st.integers(1, 28), st.integers(1, 900)), max_size=6), st.sampled_from(["3", "9.99"]))
def test_whatever_is_used_nothing_is_billed_twice_and_less_than_the_threshold_waits(uses, threshold):
    seller = Seller()
    seller.signs(metered(threshold=Decimal(threshold)), months=1)
    for day, quantity in sorted(uses):
        seller.until(f"2026-01-{day:02}")
        use(seller, quantity, f"01-{day:02}")
        used = 2 * sum(int(one.quantity) for one in seller.book.all(Usage))
        assert 0 <= used - seller.billed().minor < Money.parse(threshold, "USD").minor
        assert seller.live() == 0
        assert seller.billed() == seller.due()
    assert seller.until("2026-02-01").billed() == seller.due() == Money(2 * sum(q for _, q in uses), "USD")


def test_a_late_reading_counts_from_its_own_day():
    seller = Seller()
    seller.signs(metered(threshold=Decimal(10)), months=3)
    seller.until("2026-02-10")
    use(seller, 600, "01-20")
    use(seller, 600, "02-10")
    assert [(day, net) for day, *_, net in seller.figures()] == [("2026-02-10", "12.00")]
    assert ("2026-03-01", "12.00") in [(day, net) for day, *_, net in seller.until("2026-03-01").figures()]


def test_all_that_a_contract_is_charged_counts_towards_its_minimum():
    seller = Seller()
    plan = metered(minimum="50", minimum_of="contract")
    seller.signs(plan, sold("Access", 1, "30", charge=FLAT, tax_code="none"), fee(), months=2)
    use(seller, 500, "01-01")
    assert [net for day, *_, net in seller.until("2026-03-05").figures() if day >= "2026-02"] == [
        *("10.00", "10.00", "30.00"),
        "20.00",
    ]


def fee():
    return replace(sold("Set-up", 1, "7"), charge=replace(sold().charge, kind="one-time", name="Set-up"), per_months=0)


def test_credit_that_was_given_is_no_revenue_and_none_of_it_is_drawn_by_what_it_is_not_for():
    given_away = worth(credit("0", months=0), "5", rank=1)
    other = worth(credit("50", months=0), "60", covers=("Reads",))
    seller = prepaid_seller(metered(), given_away, other)
    seller.until("2026-01-10")
    use(seller, 400, "01-10")
    assert stands(seller, "01-31") == [("65.00 USD", "5.00 USD", "0.00 USD", "60.00 USD")]
    seller.until("2026-03-01")
    assert pieces(seller, "2026-01") == 300  # 8.00 used, of which 5.00 were given
    assert pieces(seller) == seller.billed().minor
