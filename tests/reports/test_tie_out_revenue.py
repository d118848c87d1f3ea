"""Contracts, schedules and revenue: what is due, billed, scheduled, posted."""

from __future__ import annotations

from dataclasses import replace

from engine.model.calendar import AccountingPeriod
from engine.model.journal import PeriodClose, digest
from engine.model.revenue import RevenueSchedule
from reports.tie_outs.tie_out import tie_out
from tests.reports.agreeing import agreeing
from tests.reports.books import Books
from tests.reports.documents import MARCH, credit_memo, dated, day, of, usd
from tests.reports.faults import (
    MARCH_REVENUE,
    delivery,
    differences,
)


def test_a_credit_memo_that_was_not_posted_leaves_too_much_revenue() -> None:
    books = agreeing()
    books.drop("NW-CM-000001")
    books.revenue = [
        replace(m, posted=usd(25000)) if (m.contract, m.period) == ("C-3", MARCH) else m for m in books.revenue
    ]
    assert differences(books) == {
        "Schedules posted": ["C-3: C-3: 650.00 USD scheduled, 750.00 USD posted"],
        "Customer credits of Initech": ["NW-CM-000001: downgrade credit memo not posted"],
        "Sales tax payable": ["NW-CM-000001: downgrade credit memo not posted"],
        "Contract liability of Initech": ["NW-CM-000001: downgrade credit memo not posted"],
        "Documents": ["NW-CM-000001: downgrade credit memo not posted"],
    }


def test_what_is_due_and_not_billed_is_named_by_contract() -> None:
    books = agreeing()
    books.due["C-1"] += 500
    assert differences(books) == {"Contracted value billed": ["C-1: C-1: 2,108.23 USD due, 2,103.23 USD billed"]}


def test_an_amendment_that_takes_effect_later_is_not_missing_yet() -> None:
    books = agreeing()
    books.due["C-1"] += 500
    books.amendments[0] = replace(books.amendments[0], effective_date=day(4, 1))
    assert differences(books) == {}


def test_rounding_line_by_line_is_no_difference_but_a_cent_more_is() -> None:
    books = agreeing()
    march = books.invoices[1]
    books.invoices[2] = replace(
        books.invoices[2], lines=(replace(books.invoices[2].lines[0], billing_period=march.lines[0].billing_period),)
    )
    books.due["C-1"] += 1
    assert differences(books) == {}
    books.due["C-1"] += 1
    assert list(differences(books)) == ["Contracted value billed"]


def test_a_concession_reduces_what_is_recognized_but_not_what_is_due() -> None:
    books = agreeing()
    books.credit_memos[0] = credit_memo("NW-CM-000001", day(3, 10), 10000, 1000, concession=True)
    books.due["C-3"] = books.whole["C-3"] = 100000
    assert differences(books) == {}


def test_an_amendment_that_never_reached_the_ledger_lacks_on_schedules() -> None:
    books = agreeing()
    books.whole["C-1"] += 10000
    books.deliveries.append(delivery("contract amended", "A-2", "nobody", "lost"))
    assert differences(books) == {"Contract value on schedules": ["C-1: upsell A-2 not in the ledger"]}


def test_revenue_missing_from_the_ledger_is_named_by_contract() -> None:
    books = agreeing()
    books.drop(MARCH_REVENUE)
    told = ["C-1: revenue of C-1: 2,103.23 USD posted on schedules, 1,000.00 USD in the ledger"]
    assert differences(books) == {"Contract liability of Globex": told, "Revenue": told}


def test_revenue_posted_twice_is_named_by_contract() -> None:
    books = agreeing()
    books.journal.append(books.entry(MARCH_REVENUE))
    told = ["C-1: revenue of C-1 posted twice"]
    assert differences(books) == {"Contract liability of Globex": told, "Revenue": told}


def _not_recognized(books: Books) -> None:
    books.drop(MARCH_REVENUE)
    books.revenue = [
        replace(m, posted=usd(0)) if (m.contract, m.period) == ("C-1", MARCH) else m for m in books.revenue
    ]


def test_a_month_scheduled_but_not_posted_is_named_at_its_end() -> None:
    books = agreeing()
    _not_recognized(books)
    assert differences(books) == {"Schedules posted": ["C-1: C-1: 2,103.23 USD scheduled, 1,000.00 USD posted"]}


def hashed(books: Books) -> str:
    found = sorted(books.journal, key=lambda entry: entry.posting_date)
    return digest(entry for entry in found if AccountingPeriod.of(entry.posting_date) == MARCH)


def test_what_waits_for_the_next_open_month_is_not_missing_in_a_closed_one() -> None:
    books = agreeing()
    _not_recognized(books)
    close = PeriodClose(
        number="CLOSE", **dated(day(3, 31)), entity="NW", period=MARCH, run=1, entries=0, hash=hashed(books)
    )
    books.closes.append(close)
    assert differences(books) == {}


def test_what_is_rescheduled_after_the_day_excuses_nothing_that_is_missing_on_it() -> None:
    # The ledger says what was scheduled as it stood on the day.
    books = agreeing()
    _not_recognized(books)
    books.schedules.append(
        RevenueSchedule(
            number="RS-2",
            **of("Globex", day(4, 2)),
            contract="C-1",
            obligation="C-1/L1",
            product="Platform seat",
            currency="USD",
            version=2,
            reason="amendment",
            spread="by day",
            pieces=(),
            undelivered=usd(0),
        )
    )
    assert differences(books) == {"Schedules posted": ["C-1: C-1: 2,103.23 USD scheduled, 1,000.00 USD posted"]}


def test_revenue_posted_after_the_day_is_not_counted_on_it() -> None:
    books = agreeing()
    found = {one.title: one for one in tie_out(books.stack(), day(2, 28))}
    assert str(found["Revenue"].left_amount) == "1,500.00 USD"
    assert not found["Revenue"].difference
    assert not found["Contract liability of Globex"].difference
    assert not found["Contract liability of Initech"].difference
