"""Programs that know nothing of Tieout judge the exported journal; each seeded fault must turn them red."""

from __future__ import annotations

import csv
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from io import StringIO
from pathlib import Path
from shutil import which

import pytest

from engine.model.money import Money
from reports.papers.journal import Exported, as_csv, beancount, hledger
from tests.reports.agreeing import agreeing
from tests.reports.books import Books
from tests.reports.documents import MARCH

needs_hledger = pytest.mark.skipif(which("hledger") is None, reason="hledger (a Debian package) is not installed")
BEAN_CHECK = which("bean-check", path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
needs_beancount = pytest.mark.skipif(BEAN_CHECK is None, reason="beancount is not installed")
UPSELL = "NW-000004"
AS_OF = MARCH.previous.end


def exported(books: Books, broken: Callable[[Books], None] | None = None) -> Exported:
    """The books with the balances they had before they were broken."""
    balances = books.balances(MARCH.end)
    if broken:
        broken(books)
    return Exported(entries=books.journal, accounts=books.accounts(), balances=balances, as_of=MARCH.end)


def hledger_says(journal: str, folder: Path) -> int:
    (folder / "books.journal").write_text(journal, encoding="utf-8")
    command = ["hledger", "-f", str(folder / "books.journal"), "check", "-s", "ordereddates"]
    return subprocess.run(command, capture_output=True, check=False).returncode


def missing(books: Books) -> None:
    books.drop(UPSELL)


def doubled(books: Books) -> None:
    books.journal.append(books.entry(UPSELL))


def other_customer(books: Books) -> None:
    books.change_lines(UPSELL, lambda line: replace(line, customer="Initech"))


def sign_turned(books: Books) -> None:
    books.change_lines(UPSELL, lambda line: replace(line, amount=-line.amount))


def unknown_account(books: Books) -> None:
    books.change_lines(UPSELL, lambda line: replace(line, account=line.account.replace("Receivables", "Debtors")))


def unbalanced(books: Books) -> None:
    entry = books.entry(UPSELL)
    object.__setattr__(entry, "lines", entry.lines[:2])


FAULTS = (missing, doubled, other_customer, sign_turned, unknown_account, unbalanced)


@needs_hledger
def test_hledger_agrees_with_agreeing_books(tmp_path: Path) -> None:
    assert hledger_says(hledger(exported(agreeing())), tmp_path) == 0


@needs_hledger
@pytest.mark.parametrize("fault", FAULTS)
def test_hledger_refuses_broken_books(fault: Callable[[Books], None], tmp_path: Path) -> None:
    assert hledger_says(hledger(exported(agreeing(), fault)), tmp_path) != 0


@needs_hledger
def test_hledger_refuses_less_than_a_cent(tmp_path: Path) -> None:
    text = hledger(exported(agreeing()))
    assert "113.55 USD" in text
    assert hledger_says(text.replace("  113.55 USD", "  113.554 USD", 1), tmp_path) != 0


@needs_hledger
def test_hledger_refuses_a_balance_the_ledger_leaves_out(tmp_path: Path) -> None:
    journal = exported(agreeing())
    without = [balance for balance in journal.balances if balance.account != "Cash"]
    assert hledger_says(hledger(replace(journal, balances=without)), tmp_path) != 0


@needs_beancount
@pytest.mark.parametrize("fault", [None, *FAULTS])
def test_beancount_agrees_with_hledger(fault: Callable[[Books], None] | None, tmp_path: Path) -> None:
    (tmp_path / "books.beancount").write_text(beancount(exported(agreeing(), fault)), encoding="utf-8")
    command = [str(BEAN_CHECK), "--no-cache", str(tmp_path / "books.beancount")]
    assert (subprocess.run(command, capture_output=True, check=False).returncode == 0) == (fault is None)


def test_both_forms_write_an_entry_as_people_know_it() -> None:
    journal = exported(agreeing())
    assert (
        "2026-03-16 (JE-invoice posted NW-000004) upsell invoice of Globex  ; event: 2026-03-16, effective: 2026-03-16\n"
        "    Assets:Receivables:Globex  113.55 USD  ; contract: C-1\n"
        "    Liabilities:Contract liability:Globex  -103.23 USD  ; contract: C-1\n"
        "    Liabilities:Sales tax payable:Globex  -10.32 USD  ; contract: C-1, tax: standard\n"
    ) in hledger(journal)
    assert (
        '2026-03-16 * "upsell invoice of Globex"\n'
        '    entry: "JE-invoice posted NW-000004"\n'
        "    event: 2026-03-16\n"
        "    effective: 2026-03-16\n"
        "    Assets:Receivables:Globex  113.55 USD\n"
        '      contract: "C-1"\n'
        "    Liabilities:Contract-liability:Globex  -103.23 USD\n"
    ) in beancount(journal)
    assert "2026-04-01 balance Assets:Receivables:Globex  113.55 USD\n" in beancount(journal)


def test_all_forms_say_when_an_entry_was_recorded() -> None:
    journal, recorded = exported(agreeing()), date(2026, 4, 3)
    late = replace(journal, entries=[replace(entry, recorded=recorded) for entry in journal.entries])
    assert "effective: 2026-03-16, recorded: 2026-04-03\n" in hledger(late)
    assert "    effective: 2026-03-16\n    recorded: 2026-04-03\n" in beancount(late)
    days = {(row["date"], row["event_date"], row["recorded"]) for row in csv.DictReader(StringIO(as_csv(late.entries)))}
    assert ("2026-03-16", "2026-03-16", "2026-04-03") in days


@needs_hledger
def test_names_that_would_break_the_file_or_run_into_each_other_stay_apart(tmp_path: Path) -> None:
    books = agreeing()
    for source, name in ((UPSELL, "A: b;  (c)"), ("CU-1", "A b c")):
        books.change(source, customer=name)
        books.change_lines(source, lambda line, name=name: replace(line, customer=name))  # type: ignore[misc]
    text = hledger(exported(books))
    assert "Assets:Receivables:A b c  -60.00 USD" in text
    assert "Assets:Receivables:A b c-2  113.55 USD" in text
    assert hledger_says(text, tmp_path) == 0


def test_entries_after_the_day_are_left_out_and_dates_are_in_order() -> None:
    books = agreeing()
    books.journal.reverse()
    journal = replace(exported(books), as_of=AS_OF)
    dates = [line[:10] for line in hledger(journal).splitlines() if line.startswith("2026")]
    assert dates == sorted(dates)
    assert dates[-1] == str(AS_OF)
    assert "upsell" not in hledger(journal)


def test_amounts_have_the_decimals_of_their_currency() -> None:
    books = agreeing()
    entry = books.entry(UPSELL)
    yen = tuple(replace(line, amount=Money(line.amount.minor, "JPY")) for line in entry.lines)
    books.journal = [replace(entry, currency="JPY", lines=yen)]
    text = hledger(Exported(entries=books.journal, accounts=books.accounts(), balances=[], as_of=MARCH.end))
    assert "commodity 1000.00 JPY" in text
    assert "  11355 JPY" in text


def test_csv_has_a_row_for_each_line_and_adds_up_to_nothing() -> None:
    books = agreeing()
    rows = list(csv.DictReader(StringIO(as_csv(books.journal))))
    assert len(rows) == sum(len(entry.lines) for entry in books.journal)
    assert sum(Decimal(row["amount"]) for row in rows) == 0
    upsell = next(row for row in rows if row["source"] == UPSELL)
    assert (upsell["name"], upsell["account"], upsell["customer"], upsell["amount"], upsell["currency"]) == (
        "upsell invoice",
        "Receivables",
        "Globex",
        "113.55",
        "USD",
    )


def test_what_a_document_said_in_another_currency_stands_beside_the_books() -> None:
    books = agreeing()
    entry = books.entry(UPSELL)
    lines = tuple(replace(line, amount=Money(line.amount.minor * 2, "EUR"), base=line.amount) for line in entry.lines)
    gain = replace(lines[0], amount=Money.zero("EUR"), base=Money(0, "USD"))
    books.journal = [replace(entry, currency="EUR", lines=(*lines, gain))]
    first, *_, last = csv.DictReader(StringIO(as_csv(books.journal)))
    assert (first["amount"], first["currency"]) == ("113.55", "USD")
    assert (first["document_amount"], first["document_currency"], first["rate"]) == ("227.10", "EUR", "0.500000")
    assert (last["document_amount"], last["document_currency"], last["rate"]) == ("", "", "")
    journal = Exported(entries=books.journal, accounts=books.accounts(), balances=[], as_of=MARCH.end)
    assert "    Assets:Receivables:Globex  113.55 USD" in hledger(journal)
    assert "document: 227.10 EUR" in hledger(journal)
    assert '      document: "227.10 EUR"' in beancount(journal)
