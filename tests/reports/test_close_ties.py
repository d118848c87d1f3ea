"""Each tie-out bites: what it is there to find is broken, and it says so and names what is behind it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from engine.model.areas import AreaClose, area_of
from engine.model.calendar import ServicePeriod
from engine.model.close import ReportLine
from engine.model.company import AllowanceBucket
from engine.model.journal import digest
from engine.model.money import Money
from engine.model.revenue import RevenueSchedule, SchedulePiece
from reports.close.report import close_report
from reports.close.ties import TITLE, with_rerun
from tests.reports.agreeing import agreeing
from tests.reports.books import Books
from tests.reports.documents import MARCH, dated, of


def told(books: Books) -> dict[str, tuple[str, ...]]:
    (only,) = close_report(books.stack(), MARCH)
    tables = [section.table for section in only.sections if section.title == TITLE and section.lines]
    return {str(row[0]): tuple(map(str, (*row[2:5], row[-1]))) for table in tables if table for row in table.rows}


def behind(books: Books) -> list[tuple[str, ...]]:
    (only,) = close_report(books.stack(), MARCH)
    tables = [section.table for section in only.sections if section.title == TITLE and not section.lines]
    return [tuple(map(str, row)) for table in tables if table for row in table.rows]


def test_every_difference_stands_with_its_document() -> None:
    books = agreeing()
    assert behind(books) == []
    books.drop("NW-000004")
    posted = ("2026-03-16", "15")  # to 31 March
    assert ("Receivables of Globex", "NW-000004", "113.55 USD", *posted, "upsell invoice not posted") in behind(books)


def test_two_contracts_of_one_customer_that_cancel_out_do_not_agree() -> None:
    books = agreeing()
    books.change_lines("JE-revenue-C-1-2026-03", lambda line: replace(line, contract="C-9"))
    books.change_lines("NW-000003", lambda line: replace(line, contract="C-9"))
    one, other, difference, result = told(books)["T4"]
    assert (one, other, result) == ("250.00 USD", "250.00 USD", "differs")
    assert difference == "206.46 USD"
    found = [row for row in behind(books) if row[0] == "Contract balances"]
    assert [row[1] for row in found] == ["C-1", "C-9"]


def with_matrix(minor: int) -> Books:
    """10% of the 493.55 open, which is 49.355; the allowance stands at what is given."""
    books = agreeing()
    books.loss_rates = [AllowanceBucket(days=0, percent=Decimal(10))]
    for number, about in (("NW-000004", "NW-000004"), ("NW-000005", "NW-000005"), ("CU-1", "NW-000005")):
        books.change_lines(number, lambda line, about=about: replace(line, invoice=about))
    books.change_lines("WO-NW-000005", lambda line: replace(line, invoice="NW-000005"))
    provided = books.entry("WO-NW-000005")
    lines = tuple(
        replace(line, amount=Money(sign * (10000 + minor), "USD"), account=account, invoice=None)
        for line, sign, account in zip(provided.lines, (-1, 1), ("Loss allowance", "Credit loss expense"), strict=False)
    )
    books.journal.append(replace(provided, number="JE-allowance", source="2026-03", event="x:1", lines=lines))
    return books


def test_the_allowance_is_what_the_matrix_asks_either_way_rounded() -> None:
    for stands in (4935, 4936):
        amount = str(Money(stands, "USD"))
        assert told(with_matrix(stands))["T7"] == (amount, amount, "0.00 USD", "agrees")
    assert told(with_matrix(4937))["T7"] == ("49.36 USD", "49.37 USD", "0.01 USD", "differs")


def test_a_price_that_the_schedules_do_not_hold_is_found() -> None:
    # C-1 recognized 1,000.00 and 1,103.23 of a price of 2,103.23, so nothing is left.
    assert told(scheduled(210323))["T6"] == ("0.00 USD", "0.00 USD", "0.00 USD", "agrees")
    assert told(scheduled(210423))["T6"] == ("1.00 USD", "0.00 USD", "1.00 USD", "differs")


def scheduled(minor: int) -> Books:
    books = agreeing()
    schedule = RevenueSchedule(
        number="RS-C-1",
        **of("Globex", MARCH.start),
        contract="C-1",
        obligation="C-1/1",
        product="Platform seat",
        currency="USD",
        version=1,
        reason="signed",
        spread="by day",
        pieces=(),
        undelivered=Money(0, "USD"),
    )
    piece = SchedulePiece(service=ServicePeriod(MARCH.start, MARCH.end), amount=Money(minor, "USD"), source="C-1")
    books.schedules.append(replace(schedule, pieces=(piece,)))
    return books


def test_an_area_closed_hard_stays_as_it_was_and_its_state_stands_in_the_header() -> None:
    books = agreeing()
    kept = [one for one in sorted(books.journal, key=lambda one: one.posting_date) if one.posting_date >= MARCH.start]
    about = {**dated(MARCH.end), "entity": "NW", "area": "revenue", "period": MARCH, "entries": 0, "admits": ()}
    hash_ = digest(one for one in kept if area_of(one.source_kind) == "revenue")
    books.area_closes.append(AreaClose(number="CLOSE-2026-03-revenue", hash=hash_, kind="hard", **about))
    (report,) = close_report(books.stack(), MARCH)
    assert (report.status, told(books)["T14"][3]) == ("soft closed", "agrees")
    soft = {**about, "area": "cash", "admits": ("Ann", "Bob")}
    books.area_closes.append(AreaClose(number="CLOSE-2026-03-cash", hash="", kind="soft", **soft))
    areas = dict(close_report(books.stack(), MARCH)[0].header)["Areas"]
    assert areas == "receivables open; cash soft (still posting: Ann, Bob); revenue hard; general ledger open"
    books.area_closes[0] = replace(books.area_closes[0], hash="of other entries")
    assert told(books)["T14"][3] == "differs"
    assert behind(books)[0][-1] == "the revenue area of March 2026 is not what it was when it was closed"


def test_a_close_that_comes_out_otherwise_the_second_time_is_found() -> None:
    (report,) = close_report(agreeing().stack(), MARCH)
    first, *rest = report.sections
    moved = replace(first, lines=(ReportLine(line="Debits", amount=Money(1, "USD")), *first.lines[1:]))
    once = with_rerun(report, replace(report, sections=(moved, *rest)))
    rows = [row for section in once.sections if section.title == TITLE and section.table for row in section.table.rows]
    assert [row[4:] for row in rows if row[0] == "T15"] == [(0, 0, None, "agrees"), (1, 0, None, "differs")]


def test_what_is_not_billed_yet_counts_where_the_matrix_says_so_and_never_below_nothing() -> None:
    """10% of the 493.55 open, and of 100.00 that stand unbilled: 59.355. A customer's negative balance makes nothing smaller."""
    books = with_matrix(4936)
    provided = books.entry("JE-allowance")
    for number, whose, minor in (("JE-x-1", "Globex", 10000), ("JE-x-2", "Initech", -70000)):
        lines = tuple(
            replace(line, amount=Money(sign * minor, "USD"), account=account, customer=whose)
            for line, sign, account in zip(provided.lines, (1, -1), ("Unbilled receivable", "Revenue"), strict=False)
        )
        books.journal.append(replace(provided, number=number, source=number, event=f"y:{number}", lines=lines))
    assert told(books)["T7"][3] == "agrees"
    books.loss_rates = [replace(books.loss_rates[0], unbilled=True)]
    assert told(books)["T7"] == ("59.36 USD", "49.36 USD", "10.00 USD", "differs")
    books.loss_rates.append(AllowanceBucket(days=0, percent=Decimal(5), of="unbilled"))
    assert told(books)["T7"] == ("54.36 USD", "49.36 USD", "5.00 USD", "differs")
