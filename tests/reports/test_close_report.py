from __future__ import annotations

from dataclasses import replace
from datetime import date

from engine.model.calendar import AccountingPeriod
from engine.model.close import CloseReport
from engine.model.journal import PeriodClose, digest
from engine.model.money import COUNT
from engine.model.orders import Billing
from engine.model.payments import PaymentAttempt, PendingAttempt
from reports.close.report import close_report
from tests.reports.agreeing import agreeing, open_item
from tests.reports.books import Books
from tests.reports.documents import FEBRUARY, JANUARY, MARCH, dated, day


def report(books: Books, period: AccountingPeriod = MARCH) -> CloseReport:
    (only,) = close_report(books.stack(), period)
    return only


def amounts(books: Books, section: str, period: AccountingPeriod = MARCH) -> dict[str, str]:
    found = next(one for one in report(books, period).sections if one.title == section)
    return {line.line: str(line.amount).removesuffix(" USD") for line in found.lines}


def test_receivables_roll_forward_from_opening_to_closing() -> None:
    assert amounts(agreeing(), "Receivables") == {
        "Receivables, opening": "0.00",
        "Invoiced": "1,763.55",
        "Credited": "0.00",
        "Cash applied": "1,100.00",
        "Payments reversed": "0.00",
        "Customer credit used": "60.00",
        "Written off": "110.00",
        "Reinstated": "0.00",
        "Deductions taken": "0.00",
        "Receivables, closing": "493.55",
    }


def test_contract_liability_counts_up_and_rolls_forward() -> None:
    found = amounts(agreeing(), "Contract liability")
    assert list(found.items())[:10] == [
        ("Contract liability, opening", "0.00"),
        ("Billed ahead", "1,603.23"),
        ("Released", "1,353.23"),
        ("Contract liability credited", "0.00"),
        ("Paid ahead", "0.00"),
        ("Interest", "0.00"),
        ("Paid out of the price", "0.00"),
        ("Given instead of cash", "0.00"),
        ("Taxes borne", "0.00"),
        ("Contract liability, closing", "250.00"),
    ]


def test_revenue_stands_by_product_and_in_all() -> None:
    assert amounts(agreeing(), "Revenue") == {"Revenue from Platform seat": "1,213.23", "Revenue": "1,213.23"}


def test_tax_rolls_forward_by_cause() -> None:
    assert amounts(agreeing(), "Sales tax") == {
        "Sales tax payable, opening": "150.00",
        "Tax invoiced": "160.32",
        "Tax credited": "10.00",
        "Tax relief": "10.00",
        "Tax relief claimed": "0.00",
        "Tax on recoveries": "5.00",
        "Tax on reinstatements": "0.00",
        "Tax on deductions": "0.00",
        "Sales tax payable, closing": "295.32",
    }


def test_funds_show_what_stood_and_what_stands() -> None:
    found = amounts(agreeing(), "Unapplied cash, credits, refunds and allowance")
    assert {name: amount for name, amount in found.items() if name.startswith(("Unapplied", "Customer", "Refund"))} == {
        "Unapplied cash, opening": "30.00",
        # What moved in the month before stands beside nothing now.
        "Unapplied cash, payment": "0.00",
        "Unapplied cash, refund": "0.00",
        "Unapplied cash, closing": "30.00",
        "Customer credits, opening": "0.00",
        "Customer credits, credit memo": "110.00",
        "Customer credits, customer credit": "-60.00",
        "Customer credits, closing": "50.00",
        "Refund payable, opening": "0.00",
        "Refund payable, refund": "0.00",
        "Refund payable, refund payment": "0.00",
        "Refund payable, closing": "0.00",
        "Refund liability, opening": "0.00",
        "Refund liability, dispute": "70.00",
        "Refund liability, dispute resolution": "-30.00",
        "Refund liability, closing": "40.00",
    }


def test_ageing_counts_days_past_due_and_keeps_disputes_beside() -> None:
    books = agreeing()
    # Due 30 days after the invoice: 31 March less 0, 1, 30, 31, 60, 61, 90 and 91 days.
    for number, due in enumerate((0, 1, 30, 31, 60, 61, 90, 91), 6):
        issued = MARCH.end.fromordinal(MARCH.end.toordinal() - due - 30)
        books.open_items.append(open_item(f"NW-{number:06}", "Initech", issued, 100, 100, 0))
    assert amounts(books, "Ageing") == {
        "Current": "494.55",
        "1-30 days": "2.00",
        "31-60 days": "2.00",
        "61-90 days": "2.00",
        "Over 90 days": "1.00",
        "Open invoices": "501.55",
        "In dispute": "44.00",
        "Unapplied cash and credits, not taken off": "80.00",
    }


def test_the_trial_balance_is_the_ledgers_and_debits_equal_credits() -> None:
    found = amounts(agreeing(), "Trial balance")
    assert found["1100 Receivables, closing"] == "493.55"
    assert found["2000 Contract liability, closing"] == "-250.00"
    assert found["Debits"] == found["Credits"] == "4,651.78"


def test_no_line_has_the_name_of_another() -> None:
    names = [line.line for section in report(agreeing()).sections for line in section.lines]
    assert len(names) == len(set(names))


def test_what_came_too_late_for_a_closed_month_is_listed_where_it_was_posted() -> None:
    books = agreeing()
    books.change("CU-1", origin_period=FEBRUARY)
    assert amounts(books, "Late events") == {"customer credit CU-1 of February 2026": "60.00"}
    assert not amounts(agreeing(), "Late events")


def _closed_on(books: Books, on: date) -> Books:
    books.closes.append(
        PeriodClose(number="CLOSE", **dated(on), entity="NW", period=JANUARY, run=1, entries=0, hash="")
    )
    return books


def test_a_credit_for_service_of_a_closed_month_is_listed_with_its_tax_where_it_was_posted() -> None:
    books = _closed_on(agreeing(), day(2, 10))
    (memo,) = books.credit_memos
    (line,) = memo.lines
    assert (str(line.service.start), memo.event_date.month) == ("2026-01-01", 3)
    name = f"downgrade credit memo {memo.number} of January 2026"
    assert amounts(books, "Late events") == {name: str(memo.total).removesuffix(" USD")}


def test_a_credit_dated_before_the_close_was_in_time() -> None:
    books = _closed_on(agreeing(), day(3, 31))
    assert not amounts(books, "Late events")


def test_goodwill_for_service_of_a_closed_month_is_a_new_fact_and_not_late() -> None:
    books = _closed_on(agreeing(), day(2, 10))
    books.credit_memos[:] = [replace(memo, reason="goodwill") for memo in books.credit_memos]
    assert not amounts(books, "Late events")


def test_a_month_billed_in_arrears_is_late_only_after_its_regular_bill_date() -> None:
    books = _closed_on(agreeing(), day(2, 1))
    contracts = [replace(found, billing=Billing(timing="in arrears")) for found in books.contracts]
    books.contracts[:] = contracts
    books.credit_memos.clear()
    (january,) = [found for found in books.invoices if found.number == "NW-000001"]
    books.invoices[0] = replace(january, event_date=day(2, 1))
    assert not amounts(books, "Late events", FEBRUARY)
    books.invoices[0] = replace(january, event_date=day(2, 2))
    books.change("NW-000001", posting_date=day(2, 2))
    assert amounts(books, "Late events", FEBRUARY) == {"February invoice NW-000001 of January 2026": "1,100.00"}


def test_a_month_is_closed_once_the_ledger_closed_it_or_a_later_one() -> None:
    books = agreeing()
    assert report(books).status == "open"
    books.closes.append(
        PeriodClose(number="CLOSE", **dated(day(3, 31)), entity="NW", period=MARCH, run=1, entries=0, hash="")
    )
    assert (report(books).status, report(books, FEBRUARY).status) == ("closed", "closed")
    assert report(books, MARCH.next).status == "open"


def test_differences_block_the_close_and_counts_stand_beside_amounts() -> None:
    books = agreeing()
    assert report(books).differences == ()
    books.drop("NW-000004")
    assert [found.title for found in report(books).differences] == [
        "Receivables of Globex",
        "Sales tax payable",
        "Contract liability of Globex",
        "Documents",
    ]


def test_an_entry_of_an_unknown_kind_stands_by_its_own_name_so_that_the_roll_forward_adds_up() -> None:
    books = agreeing()
    books.change("WO-NW-000005", event="manual entry:M-1", source_kind="manual entry")
    found = amounts(books, "Receivables")
    assert (found["Written off"], found["Receivables, manual entry"], found["Receivables, closing"]) == (
        "0.00",
        "-110.00",
        "493.55",
    )


def test_each_currency_has_a_report_of_its_own() -> None:
    books = agreeing()
    entry = books.entry("PO-1")
    euros = tuple(replace(line, amount=replace(line.amount, currency="EUR")) for line in entry.lines)
    books.journal.append(replace(entry, number="JE-EUR", source="PO-2", currency="EUR", lines=euros))
    found = close_report(books.stack(), MARCH)
    assert [one.currency for one in found] == ["EUR", "USD"]
    counted = [[r.title for r in one.reconciliations if r.left_amount.currency == COUNT] for one in found]
    assert counted[0]
    assert not counted[1]
    assert {r.left_amount.currency for r in found[1].reconciliations} == {"USD"}


def listed(books: Books, title: str) -> list[tuple[object, ...]]:
    found = [one.table for one in report(books).sections if one.title == title]
    return [tuple(map(str, row)) for table in found if table for row in table.rows]


def test_the_sections_are_numbered_as_the_handbook_counts_them() -> None:
    numbers = [section.number for section in report(agreeing()).sections if section.number]
    assert numbers == "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19".split()


def test_every_tie_out_is_told_with_both_sides() -> None:
    told = {row[0]: (row[2], row[3], row[-1]) for row in listed(agreeing(), "Tie-outs")}
    assert told["T2"] == ("493.55 USD", "493.55 USD", "agrees")
    assert list(told) == [f"T{number}" for number in range(1, 17)]
    assert told["T4"] == ("250.00 USD", "250.00 USD", "agrees")
    assert told["T12"] == ("0.00 USD", "0.00 USD", "agrees")
    assert told["T15"][0] == told["T15"][1]
    assert told["T15"][2] == "agrees"
    books = agreeing()
    books.drop("NW-000004")
    assert {row[0] for row in listed(books, "Tie-outs") if row[-1] == "differs"} >= {"T2", "T8"}


def test_a_difference_names_its_document_with_owner_and_age() -> None:
    books = agreeing()
    books.drop("NW-000004")
    rows = [row for row in listed(books, "Subledgers to general ledger") if row[1] == "NW-000004"]
    about = ("Receivables of Globex", "NW-000004", "113.55 USD", "upsell invoice not posted")
    assert rows[0] == (*about, "Billing operations", "15")


def test_customers_of_a_control_are_added_up_and_those_with_nothing_left_out() -> None:
    # Globex 113.55 and Initech 380.00 are open; Umbrella has nothing on either side.
    rows = {row[0]: row[1:] for row in listed(agreeing(), "Subledgers to general ledger")}
    assert rows["Receivables, all customers"] == ("493.55 USD", "493.55 USD", "0.00 USD")
    assert all(row[:2] != ("0.00 USD", "0.00 USD") for name, row in rows.items() if name.startswith("Receivables of"))


def test_a_changed_closed_month_is_found() -> None:
    books = agreeing()
    posted = sorted(books.journal, key=lambda entry: entry.posting_date)
    february = digest(entry for entry in posted if AccountingPeriod.of(entry.posting_date) == FEBRUARY)
    close = {**dated(day(2, 28)), "entity": "NW", "period": FEBRUARY, "run": 1, "entries": 0}
    books.closes.append(PeriodClose(number="CLOSE-2026-02", hash=february, **close))
    assert not report(books).differences
    books.closes[0] = replace(books.closes[0], hash="of other entries")
    (found,) = report(books).differences
    assert [item.explanation for item in found.items] == ["February 2026 is not what it was when it was closed"]


def test_an_attempt_without_an_answer_is_an_exception_of_the_month_until_it_is_answered() -> None:
    books, asked = agreeing(), agreeing().attempts[0]
    more = {name: getattr(asked, name) for name in ("request", "entity", "customer", "invoice", "amount")}
    books.pending += [PendingAttempt(number=number, **dated(day(3, 30)), **more) for number in ("PA-1", "PA-2", "PA-3")]
    for number, answered in (("PA-2", date(2026, 3, 31)), ("PA-3", date(2026, 4, 1))):
        books.attempts.append(PaymentAttempt(number=number, outcome="succeeds", **dated(answered), **more))
    table = next(one for one in report(books).sections if one.title == "Exceptions").table
    assert table
    assert [(row[0], row[1], row[3], row[4]) for row in table.rows] == [
        ("payment requested", "PA-1", "Treasury", 1),
        ("payment requested", "PA-3", "Treasury", 1),
    ]


def test_what_an_account_stood_at_in_its_last_month_is_its_closing() -> None:
    found, months = amounts(agreeing(), "Trial balance"), amounts(agreeing(), "Trial balance by month")
    ends = {name.removesuffix(", March 2026"): at for name, at in months.items() if name.endswith(", March 2026")}
    closing = {name.removesuffix(", closing"): at for name, at in found.items() if name.endswith(", closing")}
    assert {name: at for name, at in ends.items() if at != "0.00"} == {
        name: at for name, at in closing.items() if at != "0.00"
    }
    assert found["Opening"] == found["Closing"] == "0.00"
