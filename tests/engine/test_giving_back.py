"""What a credit takes back of revenue: what is posted and not owed any more, and no day that is not posted yet."""

from datetime import date, timedelta

from controllers import Story, day
from hypothesis import example, given, settings
from hypothesis import strategies as st

from engine.ledger.giving_back import posted_through
from engine.model.orders import Cancel, ChangeQuantity
from engine.revenue.recognizing import scheduled_through
from engine.revenue.scheduling import current_schedules

BILLED = st.sampled_from([("in advance", 1), ("in advance", 3), ("in arrears", 1)])
LESS = st.one_of(
    st.just(Cancel(unused="refunded")),
    st.integers(1, 4).map(lambda units: ChangeQuantity(product="Seat", delta=-units)),
)


def posted(story: Story) -> list[tuple[str, int, int]]:
    """By obligation: what is recognized, and what the schedule as it stands says of the days that are posted."""
    through = posted_through(story.book, "C-1")
    return [
        (
            one.obligation,
            story.book.tallied("recognized", "USD", one.obligation),
            scheduled_through(story.book, one, through),
        )
        for one in current_schedules(story.book, "C-1")
    ]


@settings(deadline=None, derandomize=True, max_examples=30, database=None)
@given(BILLED, st.integers(1, 100), LESS, st.integers(0, 60), st.integers(0, 40))
@example(("in advance", 1), 99, Cancel(unused="refunded"), 9, 5)
def test_revenue_posted_on_any_day_is_what_the_schedule_says_of_the_days_posted(billed, signed, less, ago, later):
    timing, months = billed
    story = Story(schedule="service period of each line")
    story.signs(months=12, every=months, timing=timing)
    story.until(str(day("01-01") + timedelta(days=signed))[5:])
    effective = max(story.today - timedelta(days=ago), day("01-01") + timedelta(days=1))
    story.changes(less, effective=str(effective)[5:])
    assert all(abs(found - wanted) <= 1 for _, found, wanted in posted(story)), posted(story)
    story.until(str(date.fromordinal(story.today.toordinal() + later))[5:])
    assert all(abs(found - wanted) <= 1 for _, found, wanted in posted(story)), posted(story)
