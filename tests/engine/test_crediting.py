"""What is given back though the contract stays as it is: over the days its service was or is to be given."""

import pytest
from controllers import Story

from engine.model.orders import Cancel

BOTH = pytest.mark.parametrize("schedule", ["contract term", "service period of each line"])
MONTHLY = {"spread": "by month", "proration": "months"}


@BOTH
def test_goodwill_reduces_the_price_and_what_was_served_at_once(schedule):
    """120 back on 30 June of a year: 60 falls on the half year served."""
    story = Story(schedule=schedule, **MONTHLY)
    story.signs()
    story.until("06-30").concedes("NW-000001", "120")
    assert story.entry("JE-NW-CM-000001") == {
        "Contract liability": "60.00",
        "Revenue": "60.00",
        "Sales tax payable": "12.00",
        "Receivables": "-132.00",
    }
    assert story.reasons()[-1] == "credited by NW-CM-000001, goodwill"
    story.until("12-31")
    assert story.revenue()["07"] == "90.00"
    assert story.balances()["Revenue"] == "-1,080.00"


@BOTH
def test_goodwill_after_a_cancellation_falls_on_the_days_the_contract_kept(schedule):
    """Cancelled after four months; 100 back afterwards is all earned, and nothing follows to the old end."""
    story = Story(schedule=schedule, **MONTHLY)
    story.signs()
    story.until("05-01").changes(Cancel(), effective="05-01")
    memo = story.until("05-20").concedes("NW-000001", "100")
    assert [str(line.service) for line in memo.lines] == ["1 January 2026 to 30 April 2026"]
    assert story.entry(f"JE-{memo.number}") == {
        "Revenue": "100.00",
        "Sales tax payable": "10.00",
        "Receivables": "-110.00",
    }
    story.until("12-31")
    assert story.balances() == {"Receivables": "330.00", "Sales tax payable": "-30.00", "Revenue": "-300.00"}
