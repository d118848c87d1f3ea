"""What disputes and their resolutions debit and credit: the handbook's own journals."""

from itertools import permutations

import pytest
from controllers import FIRST, Story, make, usd

from engine.model.payments import DisputeResolution, InvoiceDispute

MONTHLY = {"spread": "by month", "proration": "months"}


@pytest.fixture
def story() -> Story:
    """A year for 1,200 and 120 tax, billed on 1 January, unpaid; it is 30 April."""
    story = Story(**MONTHLY)
    story.signs()
    return story.until("04-30")


def dispute(reserve: str, number: str = "D-1") -> InvoiceDispute:
    return make(
        InvoiceDispute,
        number,
        "04-30",
        invoice=FIRST,
        invoice_line=None,
        amount=usd("330"),
        reserve=usd(reserve),
        reason="outage",
    )


def resolution(released: str, number: str = "DR-1") -> DisputeResolution:
    return make(
        DisputeResolution,
        number,
        "04-30",
        dispute="D-1",
        invoice=FIRST,
        outcome="partly accepted",
        credited=usd("220"),
        credit_memo=None,
        released=usd(released),
    )


def test_a_dispute_is_only_a_flag_without_a_reserve(story):
    assert story.send(dispute("0")) is None


@pytest.fixture
def served() -> Story:
    """The same year on 31 December, all of it served."""
    story = Story(dispute="reserve", **MONTHLY)
    story.signs()
    return story.until("12-31")


def test_a_dispute_settled_at_200_of_300_gives_100_back_to_revenue(served):
    """Handbook 4.3, `D REFL 300, D TAX 20 / C AR 220, C REV 100` in two entries."""
    served.send(dispute("300"))
    assert served.entry("JE-D-1") == {"Revenue": "300.00", "Refund liability": "-300.00"}
    served.concedes(FIRST, "200", "dispute")
    assert served.entry("JE-NW-CM-000001") == {
        "Refund liability": "200.00",
        "Sales tax payable": "20.00",
        "Receivables": "-220.00",
    }
    served.send(resolution("100"))
    assert served.entry("JE-DR-1") == {"Refund liability": "100.00", "Revenue": "-100.00"}
    assert served.balances()["Revenue"] == "-1,000.00"
    assert "Refund liability" not in served.balances()


def test_a_rejected_dispute_returns_the_whole_reserve_to_revenue(served):
    served.send(dispute("300"))
    served.send(resolution("300"))
    assert served.balances()["Revenue"] == "-1,200.00"


def test_a_reserve_on_service_to_come_returns_to_revenue_with_the_credit(story):
    """At the end of April a third of a credit of 300 is earned; the reserve took all 300 from revenue."""
    story.send(dispute("300"))
    story.concedes(FIRST, "300", "dispute")
    assert story.entry("JE-NW-CM-000001") == {
        "Contract liability": "200.00",
        "Refund liability": "300.00",
        "Revenue": "-200.00",
        "Sales tax payable": "30.00",
        "Receivables": "-330.00",
    }
    assert story.balances()["Revenue"] == "-300.00"


@pytest.mark.parametrize("order", ["".join(order) for order in permutations("DMR")])
def test_a_credit_above_what_was_reserved_ends_with_nothing_reserved_whatever_comes_first(story, order):
    """At the end of April a third of 300 was given and reserved; the whole 300 is credited."""
    acts = {
        "D": lambda: story.send(dispute("100")),
        "M": lambda: story.concedes(FIRST, "300", "dispute"),
        "R": lambda: story.send(resolution("-200")),
    }
    for letter in order:
        acts[letter]()
    balances = story.balances()
    assert "Refund liability" not in balances
    assert (balances["Revenue"], balances["Contract liability"]) == ("-300.00", "-600.00")
