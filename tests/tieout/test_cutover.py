"""Cutover sets with planted errors: each is found and named at its place, and nothing else is."""

from __future__ import annotations

import shutil
from decimal import Decimal
from pathlib import Path

import pytest

from scenarios.migration import going_live
from scenarios.migration.change_words import KINDS
from scenarios.migration.checking import SHIPPED, Checked, check
from scenarios.migration.loading import CLEARING, journals

PILOT = SHIPPED / "northwind_pilot"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    copy = tmp_path / "set"
    shutil.copytree(PILOT, copy)
    return copy


def change(folder: Path, file: str, old: str, new: str) -> None:
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
    path.write_text(text.replace(old, new), encoding="utf-8")


def add(folder: Path, file: str, line: str) -> None:
    with (folder / file).open("a", encoding="utf-8") as out:
        out.write(line + "\n")


def rejected(checked: Checked) -> list[str]:
    """What is rejected for its own sake, without the control totals that the change itself moves."""
    return [
        f"{f.record}: {f.sentence}"
        for f in checked.findings
        if f.verdict == "rejected" and not f.follows and f.dimension != "control total"
    ]


def test_the_shipped_set_is_ready_and_ties_out() -> None:
    checked = check(PILOT)
    assert checked.ready
    assert checked.rest_ties_out
    assert not checked.findings
    loaded = {tie.role: tie.loaded for tie in checked.ties}
    # D receivables 330 + 1,650; C unapplied 30; C contract liability 500 + 1,200 + 1,000 + 720.
    assert loaded == {
        "receivables": Decimal("1980.00"),
        "unapplied cash": Decimal("-30.00"),
        "contract liability": Decimal("-3420.00"),
    }


PLANTED = [
    ("customers.csv", "L-005,Stark", "L-004,Stark", "duplicate: L-004 stands in"),
    (
        "customers.csv",
        "L-005,Stark Industries",
        "L-005,ACME Inc.",
        "duplicate customer: the name 'ACME Inc.' is that of L-004",
    ),
    ("customers.csv", "91-1000005", "911000004", "the tax number '911000004' is that of L-004"),
    ("customers.csv", "billing@stark.example", "billing", "'billing' is no mail address"),
    ("customers.csv", "L-003,Umbrella", "L-003,", "customers L-003: name is missing"),
    (
        "subscriptions.csv",
        "Premium support",
        "Premium suport",
        "sells no product 'Premium suport'; did you mean 'Premium support'?",
    ),
    ("subscriptions.csv", "Platform seat,50", "Platform seat,-50", "the quantity -50 is negative"),
    ("subscriptions.csv", "K-1002,1,L-002", "K-1002,1,L-099", "there is no customer 'L-099'"),
    (
        "subscriptions.csv",
        "2026-03-01,2027-02-28",
        "2026-03-01,2026-02-28",
        "the end 2026-02-28 is before the start 2026-03-01",
    ),
    (
        "subscriptions.csv",
        "K-1004,1,L-004,Analytics,1,500.00,month,0,USD",
        "K-1004,1,L-004,Analytics,1,500.00,month,0,EUR",
        "currency mismatch: in EUR, but customer L-004 buys in USD",
    ),
    ("subscriptions.csv", "2026-07-01,30", "2026-06-01,30", "the next bill date 2026-06-01 is before the cutover"),
    (
        "subscriptions.csv",
        "2026-01-01,2026-12-31",
        "01/02/2026,2026-12-31",
        "start: '01/02/2026' can be read in two ways",
    ),
    ("invoices.csv", "1500.00,150.00,1650.00", "1500.00,,1650.00", "invoices LEG-2004: tax is missing"),
    (
        "invoices.csv",
        "1500.00,150.00,1650.00,0.00,1650.00",
        "1500.00,0.00,1500.00,0.00,1500.00",
        "tax is missing: 10% of 1500.00 is 150.00, not 0.00",
    ),
    (
        "invoices.csv",
        "1500.00,150.00,1650.00,0.00,1650.00",
        "1500.00,150.00,1660.00,0.00,1660.00",
        "wrong total: net 1500.00 and tax 150.00 are 1650.00, not 1660.00",
    ),
    ("invoices.csv", "1650.00,0.00,1650.00", "1650.00,1700.00,-50.00", "paid 1700.00 is 50.00 above the total 1650.00"),
    ("invoices.csv", "990.00,330.00", "980.00,340.00", "paid 980.00, but its payments add up to 990.00"),
    ("invoices.csv", "L-004,K-1004", "L-003,K-1004", "contract K-1004 is of customer L-004, not L-003"),
    ("invoices.csv", "2026-06-01,2026-07-01", "2026-06-01,2026-05-01", "it is due on 2026-05-01, before it was issued"),
    ("invoices.csv", "LEG-2004", "NW-000004", "NW-000004 is a number that the new system will give itself"),
    ("payments.csv", "P-502,LEG-2001", "P-502,LEG-9999", "there is no open invoice 'LEG-9999'"),
    ("unapplied_cash.csv", "P-503,L-001", "P-503,", "unapplied cash P-503: customer is missing"),
    ("unapplied_cash.csv", "P-503,L-001", "P-503,L-077", "there is no customer 'L-077'"),
    ("unapplied_cash.csv", "USD", "EUR", "currency mismatch: in EUR, but customer L-001 is in USD"),
    (
        "deferred_revenue.csv",
        "1200.00,1200.00,700.00,500.00,500.00",
        "1200.00,1200.00,700.00,500.00,400.00",
        "recognized 700.00 + remaining 400.00 = 1100.00, not the transaction price 1200.00",
    ),
    (
        "deferred_revenue.csv",
        "1200.00,1200.00,700.00,500.00,500.00",
        "1200.00,1200.00,800.00,400.00,400.00",
        "deferred 400.00, but the remaining service, 2026-07-01 to 2026-11-30, is 500.00, by month",
    ),
    ("deferred_revenue.csv", "K-1003,L-003", "K-1033,L-003", "there is no contract 'K-1033'; did you mean 'K-1003'?"),
    (
        "waterfall.csv",
        "K-1004,2026-08,USD,500.00",
        "K-1004,2026-08,USD,600.00",
        "2026-08: legacy 600.00, new schedule 500.00",
    ),
    ("waterfall.csv", "K-1004,2026-08", "K-1004,2026-06", "2026-06 is before the cutover"),
    ("waterfall.csv", "K-1005,2026-09", "K-1005,2026-11", "2026-11 is after the contract's end on 2026-09-30"),
]


@pytest.mark.parametrize(("file", "old", "new", "said"), PLANTED)
def test_a_planted_error_is_found_and_named(folder: Path, file: str, old: str, new: str, said: str) -> None:
    change(folder, file, old, new)
    checked = check(folder)
    assert not checked.ready
    found = rejected(checked)
    assert any(said in sentence for sentence in found), "\n".join(found)
    places = [f.place for f in checked.findings if said in f"{f.record}: {f.sentence}"]
    assert any(file in place for place in places), places


def test_equal_keys_are_named_with_the_first_and_what_differs(folder: Path) -> None:
    add(
        folder,
        "invoices.csv",
        "LEG-2001,L-001,K-1001,2025-12-01,2025-12-31,USD,1200.00,120.00,1320.00,0.00,1320.00,standard",
    )
    found = rejected(check(folder))
    assert any("duplicate: LEG-2001 stands in" in said and "with another paid, another open" in said for said in found)


def test_control_totals_are_compared_by_count_and_amount(folder: Path) -> None:
    change(folder, "control_totals.csv", "invoices,2,total,2970.00,USD", "invoices,3,total,4290.00,USD")
    said = [f.sentence for f in check(folder).findings]
    assert said == [
        "wrong control total: 3 invoices were sent, 2 arrived",
        "wrong control total: total of invoices should add up to 4290.00, what arrived adds up to 2970.00, -1320.00",
    ]


def test_the_trial_balance_must_agree_with_the_records(folder: Path) -> None:
    change(folder, "trial_balance.csv", "1980.00", "1990.00")
    change(folder, "trial_balance.csv", "1470.00", "1460.00")
    checked = check(folder)
    (finding,) = checked.findings
    assert finding.sentence == (
        "receivables of NW in USD: the records add up to 1980.00, the trial balance says 1990.00;"
        " -10.00 would stay on migration clearing"
    )
    assert not checked.ready
    assert not checked.rest_ties_out


def test_terms_that_are_not_supported_go_to_the_exceptions_list(folder: Path) -> None:
    path = folder / "subscriptions.csv"
    rows = path.read_text(encoding="utf-8").splitlines()
    path.write_text(
        "\n".join([rows[0] + ",special terms", *(f"{row}," for row in rows[1:-1]), rows[-1] + ",most favored customer"])
        + "\n",
        encoding="utf-8",
    )
    checked = check(folder)
    assert checked.ready
    aside = [f.record for f in checked.findings if f.verdict == "exception"]
    assert "subscriptions K-1005 2 Storage 2025-10-01" in aside
    assert "deferred revenue K-1005" in aside
    deferred = next(total for total in checked.totals if total.table == "deferred revenue")
    assert deferred.records == (5, 4, 0, 1)
    assert checked.rest_ties_out


def test_other_spellings_are_put_right_and_said(folder: Path) -> None:
    change(folder, "invoices.csv", "2026-06-01,2026-07-01", "31.05.2026,07/31/2026")
    change(folder, "invoices.csv", "LEG-2004,L-004", "LEG-2004,acme")
    change(folder, "customers.csv", "Globex", " Globex ")
    checked = check(folder)
    assert checked.ready
    assert [f.sentence for f in checked.findings if f.verdict == "remediated"] == [
        "name: spaces were trimmed: ' Globex ' is read as 'Globex'",
        "date: the day '31.05.2026' is read as 2026-05-31",
        "due date: the day '07/31/2026' is read as 2026-07-31",
        "customer: 'acme' is read as customer L-004",
    ]


def test_a_load_clears_migration_clearing_and_releases_what_is_deferred() -> None:
    drafts = list(journals(check(PILOT), 1))
    clearing = [line.amount.minor for draft in drafts for line in draft.lines if line.account == CLEARING]
    assert clearing == [147000, -147000]
    released = [-line.amount.minor for draft in drafts for line in draft.lines if line.account == "Revenue"]
    # 100 x 5 months, 200 x 6, 500 x 2, 240 x 3.
    assert sum(released) == 50000 + 120000 + 100000 + 72000
    assert not any(sum(line.amount.minor for line in draft.lines) for draft in drafts)
    assert len({draft.name for draft in drafts}) == len(drafts)


def test_what_is_in_flight_is_checked_and_what_cannot_be_signed_again_is_set_aside(folder: Path) -> None:
    rows = "A-1,K-1001,add 5,2026-08-01\nA-2,K-9999,add 5,2026-08-01\nA-3,K-1001,add 5,2027-08-01\nA-4,K-1001,add 5,2026-05-01\n"
    (folder / "amendments.csv").write_text(
        "number,contract,change,effective date\n" + rows + "A-5,K-1001,new invoice layout,2026-08-01\n",
        encoding="utf-8",
    )
    (folder / "orders.csv").write_text(
        "number,customer,product,quantity,start\nO-1,L-001,Analytics,1,2026-08-01\n", encoding="utf-8"
    )
    add(folder, "control_totals.csv", "amendments,5,,,\norders,1,,,")
    checked = check(folder)
    assert [
        f"{f.verdict}: {f.record}: {f.sentence}"
        for f in checked.findings
        if f.table in ("amendments", "orders") and f.verdict != "refused"
    ] == [
        "rejected: amendments A-2: there is no contract 'K-9999'",
        "rejected: amendments A-3: it takes effect on 2027-08-01, after contract K-1001 ends on 2026-11-30",
        "rejected: amendments A-4: it took effect on 2026-05-01, before the cutover: it belongs into the subscription, not in flight",
        "exception: amendments A-5: the change 'new invoice layout' is none that can be signed again by itself: sign it in the new CRM"
        "; what can: " + ", ".join(KINDS),
    ]
    changes = [(made.contract, one.kind) for made in going_live.changes(checked.case) for one in made.changes]
    assert changes == [("K-1001", "change quantity")]


@pytest.mark.parametrize("bill", ["2026-07-01", "2026-07-31"])
def test_what_is_earned_ahead_of_its_invoice_is_an_unbilled_receivable(folder: Path, bill: str) -> None:
    # Monthly in arrears. On 1 July the invoice of June is still to come: 50 x 10.00 earned and not billed. If July is billed
    # next, on its last day, June is billed.
    ahead = 500 if bill == "2026-07-01" else 0
    figures = f"6000.00,{1500 - ahead}.00,1500.00,-{ahead}.00,4500.00"
    change(folder, "subscriptions.csv", "quarterly in advance,2026-07-01", f"monthly in arrears,{bill}")
    change(folder, "deferred_revenue.csv", "6000.00,1500.00,1500.00,0.00,4500.00", figures)
    change(folder, "control_totals.csv", "deferred,3420.00", f"deferred,{3420 - ahead}.00")
    change(
        folder,
        "trial_balance.csv",
        "NW,USD,Cash,1470.00,",
        f"NW,USD,Cash,{1470 - ahead}.00,\nNW,USD,Unbilled receivable,{ahead}.00,",
    )
    checked = check(folder)
    assert checked.ready, [str(f) for f in checked.findings]
    assert {tie.role: tie.loaded for tie in checked.ties}.get("unbilled receivable", 0) == ahead
