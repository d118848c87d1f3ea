"""A set of three legal entities and two currencies, in which errors are planted one by one: each is named at its place."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from scenarios.migration.checking import SHIPPED, check
from scenarios.mistakes import WorldError

WAVE_ONE = SHIPPED / "meridian_wave_one"
CUSTOMERS, LINES, INVOICES, PAYMENTS = "customers.csv", "subscriptions.csv", "invoices.csv", "payments.csv"
CASH, REVENUE, MONTHS, USAGE = "unapplied_cash.csv", "deferred_revenue.csv", "waterfall.csv", "usage.csv"
CHANGES, ORDERS, LEDGER, TOTALS = "amendments.csv", "orders.csv", "trial_balance.csv", "control_totals.csv"
MD_30 = "OLD-30,M-300,MC-30,2026-01-01,2026-01-31,EUR,3300.00,627.00,3927.00,0.00,3927.00,german,MD"

# File, what stands there, what is written instead, and what must be said of it.
PLANTED = [
    (CUSTOMERS, "M-200,Virtucon", "M-100,Virtucon", "duplicate: M-100 stands in"),
    (CUSTOMERS, "ATU40000001", "DE 300000001", "the tax number 'DE 300000001' is that of M-300"),
    (CUSTOMERS, "buchhaltung@donauwerke", "buchhaltung.donauwerke", "is no mail address"),
    (CUSTOMERS, "EUR,taxed,MD", "EUR,taxd,MD", "'taxd' is no tax status; did you mean 'taxed'?"),
    (CUSTOMERS, "EUR,taxed,MD", "EUR,taxed,MX", "there is no legal entity 'MX'"),
    (CUSTOMERS, "EUR,taxed,MA", "EURO,taxed,MA", "'EURO' is not a currency of ISO 4217"),
    (CUSTOMERS, "Nibelungen Verlag", "Nibel\ufffdngen Verlag", "was lost in a wrong encoding"),
    (CUSTOMERS, "example,AT,EUR", "example,QQ,EUR", "'QQ' is no country of ISO 3166"),
    (LINES, "MC-20,1,M-200", "MC-20,1,M-999", "there is no customer 'M-999'"),
    (LINES, "MC-20,1,M-200,Archive", "MC-20,1,M-200,Archiv", "sells no product 'Archiv'; did you mean 'Archive'?"),
    (LINES, "MC-30,1,M-300,Workspace,100", "MC-30,1,M-300,Workspace,0", "the quantity 0 is nothing"),
    (LINES, "MC-30,1,M-300,Workspace,100", "MC-30,1,M-300,Workspace,ten", "'ten' is not a number"),
    (LINES, "100,11.00,month,0,EUR", "100,-11.00,month,0,EUR", "the price -11.00 is negative"),
    (LINES, "100,11.00,month,0,EUR", "100,11.00,month,120,EUR", "'120' is not between 0% and 100%"),
    (LINES, "100,11.00,month,0,EUR", "100,11.00,month,0,USD", "currency mismatch: in USD, but customer M-300 buys in EUR"),
    (LINES, "100,11.00,month,0,EUR,german", "100,11.00,month,0,EUR,germn", "no tax code 'germn'; did you mean 'german'?"),
    (LINES, "2026-01-01,2026-12-31", "2026-12-31,2026-01-01", "the end 2026-01-01 is before the start 2026-12-31"),
    (LINES, "2026-01-01,2026-12-31", "2026-02-30,2026-12-31", "is no day of the calendar"),
    (LINES, "2026-01-01,2026-12-31", "01/02/2026,2026-12-31", "can be read in two ways, as day/month or month/day"),
    (LINES, "2026-01-01,2026-12-31", "46023,2026-12-31", "looks like a spreadsheet's serial number of a day"),
    (LINES, "2025-06-01,2026-05-31", "2025-06-01,2026-01-31", "it ended on 2026-01-31, before the cutover"),
    (LINES, "advance,2026-04-01", "advance,2026-02-01", "the next bill date 2026-02-01 is before the cutover"),
    (LINES, "advance,2026-04-01", "advance,2026-05-01", "it is 2026-04-01 or 2026-07-01"),
    (LINES, "advance,2026-09-01", "advance,2027-09-01", "the next bill date 2027-09-01 is after the end 2026-08-31"),
    (LINES, "quarterly in advance,2026-04-01", "fortnightly,2026-04-01", "billing: 'fortnightly' is not known here"),
    (LINES, "2026-04-01,30,MD", "2026-04-01,-30,MD", "-30 are no days to pay in"),
    (LINES, "MC-40,2", "MC-40,1", "line 1 of contract MC-40 is Workspace already"),
    (INVOICES, "OLD-40,M-400", "OLD-30,M-400", "duplicate: OLD-30 stands in"),
    (INVOICES, "OLD-40,M-400", "MA-000007,M-400", "MA-000007 is a number that the new system will give itself"),
    (INVOICES, "MC-40,2026-02-01,2026-03-03", "MC-40,2026-03-01,2026-03-31", "from 2026-03-01 on the new system bills"),
    (INVOICES, "2026-01-01,2026-01-31", "2026-01-31,2026-01-01", "it is due on 2026-01-01, before it was issued"),
    (INVOICES, "EUR,275.00,55.00,330.00", "EUR,275.00,55.00,303.00", "net 275.00 and tax 55.00 are 330.00, not 303.00"),
    (INVOICES, "3300.00,627.00,3927.00,0.00,3927.00", "3300.00,528.00,3828.00,0.00,3828.00", "19% of 3300.00 is 627.00, not 528.00"),
    (INVOICES, "0.00,330.00,austrian", "0.00,-330.00,austrian", "open -330.00 is not the total 330.00 less paid 0.00"),
    (INVOICES, "1400.00,1000.00", "2500.00,-100.00", "paid 2500.00 is 100.00 above the total 2400.00"),
    (INVOICES, "1400.00,1000.00", "2400.00,1000.00", "open 1000.00 is not the total 2400.00 less paid 2400.00"),
    (INVOICES, "0.00,330.00,austrian", "0.00,330.00,german", "19% of 275.00 is 52.25, not 55.00"),
    (INVOICES, "german,MD", "german,MA", "contract MC-30 is of legal entity MD, not MA"),
    (INVOICES, "MC-30,2026-01-01,2026-01-31,EUR", "MC-30,2026-01-01,2026-01-31,USD", "currency mismatch: in USD, but contract MC-30"),
    (INVOICES, "OLD-30,M-300,MC-30", "OLD-30,M-400,MC-30", "contract MC-30 is of customer M-300, not M-400"),
    (INVOICES, "275.00,55.00,330.00,0.00,330.00", "275.00,55.04,330.04,0.00,330.04", "20% of 275.00 is 55.00, not 55.04"),
    (INVOICES, "0.00,330.00,austrian", "0.00,330.00,german", "tax code 'german', but contract MC-40 is taxed as austrian"),
    (INVOICES, "2025-09-01,2025-10-01", "2024-09-01,2024-10-01", "it is of 2024-09-01, and contract MC-20 begins on 2025-09-01"),
    (USAGE, "DT-9001,MC-40,Data transfer", "DT-9001,MC-40,Workspace", "Workspace is not charged by usage"),
    (PAYMENTS, "OP-1,OLD-20", "OP-1,OLD-21", "there is no open invoice 'OLD-21'"),
    (PAYMENTS, "USD,1400.00", "USD,-1400.00", "the amount -1400.00 is not above zero"),
    (PAYMENTS, "USD,1400.00", "EUR,1400.00", "currency mismatch: in EUR, but invoice OLD-20 is in USD"),
    (PAYMENTS, "2025-11-15", "2026-03-15", "from 2026-03-01 on the new system takes payments"),
    (CASH, "EUR,500.00", "USD,500.00", "currency mismatch: in USD, but customer M-300 is in EUR"),
    (CASH, "EUR,500.00", "EUR,500.0005", "has more decimals than EUR"),
    (CASH, "unclear,MD", "unclear,MA", "legal entity MA, but customer M-300 buys of MD"),
    (CASH, "OP-2", "OP-1", "payment OP-1 pays OLD-20 of customer M-200"),
    (REVENUE, "3300.00,2200.00,1100.00,11000.00", "3300.00,2100.00,1200.00,11100.00", "the remaining service, 2026-03-01 to 2026-03-31, is 1100.00"),
    (REVENUE, "13200.00,3300.00", "12200.00,3300.00", "the subscription is worth 13200.00 to 2026-12-31"),
    (REVENUE, "4320.00,4320.00,0.00,1440.00", "4320.00,4320.00,0.00,1540.00", "not the transaction price 5760.00"),
    (REVENUE, "825.00,1220.00,-395.00", "825.00,1100.00,-275.00", "the service to 2026-02-28 is 1220.00"),
    (REVENUE, "2400.00,2400.00,1200.00,1200.00,1200.00", "2400.00,2300.00,1200.00,1100.00,1200.00", "open invoices OLD-20 alone are 2400.00"),
    (MONTHS, "MC-20,2026-05,USD,200.00", "MC-20,2026-05,USD,300.00", "2026-05: legacy 300.00, new schedule 200.00"),
    (MONTHS, "MC-20,2026-05", "MC-20,2026-04", "duplicate: MC-20 2026-04 stands in"),
    (USAGE, "DT-9002", "DT-9001", "duplicate: DT-9001 stands in"),
    (USAGE, "2026-02-24", "2026-03-02", "from 2026-03-01 on the new system takes usage, and would bill it twice"),
    (USAGE, "MC-40,Data transfer,2026-02-24", "MC-10,Data transfer,2026-02-24", "contract MC-10 holds no Data transfer"),
    (USAGE, "1200", "-1200", "the quantity -1200 is negative"),
    (USAGE, "2026-02-24", "2025-10-24", "outside the service of 2025-11-01 to 2026-10-31"),
    (CHANGES, "add units,2026-04-01", "add units,2026-02-01", "it took effect on 2026-02-01, before the cutover"),
    (CHANGES, "add units,2026-04-01,Workspace,20", "remove units,2026-04-01,Workspace,120", "it takes 120 of Workspace"),
    (CHANGES, "Workspace,20", "Workspace,-20", "-20 units are none to add; write them above zero"),
    (CHANGES, "Workspace", "Archive", "contract MC-30 holds no Archive"),
    (ORDERS, "2026-04-01,USD", "2026-04-01,EUR", "currency mismatch: in EUR, but customer M-100 is in USD"),
    (ORDERS, "2026-04-01,USD", "2026-01-01,USD", "it starts on 2026-01-01, before the cutover"),
    (LEDGER, "MI,USD,Cash,200.00,", "MI,USD,Csh,200.00,", "there is no account 'Csh'; did you mean 'Cash'?"),
    (LEDGER, "MI,USD,Cash,200.00,", "MI,USD,Cash,200.00,200.00", "it has a debit and a credit"),
    (LEDGER, "3927.00", "3972.00", "receivables of MD in EUR: the records add up to 3927.00, the trial balance says 3972.00"),
    (TOTALS, "customers,4", "customers,5", "wrong control total: 5 customers were sent, 4 arrived"),
    (TOTALS, "invoices,2,total,4257.00", "invoices,2,total,4275.00", "total of invoices should add up to 4275.00"),
    (TOTALS, "payments,1,amount,1400.00,USD\n", "", "payments have no control total"),
    (TOTALS, "invoices,2,total,4257.00,EUR\n", "", "invoices in EUR have no control total"),
]  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(WAVE_ONE, tmp_path / "set"))


def plant(folder: Path, file: str, old: str, new: str) -> list[int]:
    """Write something else; the lines of the file that are not as they were."""
    path = folder / file
    before = path.read_text(encoding="utf-8")
    assert before.count(old) == 1, f"{old!r} stands {before.count(old)} times in {file}"
    after = before.replace(old, new)
    path.write_text(after, encoding="utf-8")
    pairs = zip(before.splitlines(), after.splitlines(), strict=False)
    return [number for number, (one, two) in enumerate(pairs, 1) if one != two]


def test_the_set_itself_is_ready_and_ties_out() -> None:
    checked = check(WAVE_ONE)
    assert not checked.findings, [str(finding) for finding in checked.findings]
    assert checked.ready
    assert checked.rest_ties_out
    assert {(tie.entity, tie.currency) for tie in checked.ties} == {("MI", "USD"), ("MD", "EUR"), ("MA", "EUR")}


@pytest.mark.parametrize(("file", "old", "new", "said"), PLANTED)
def test_a_planted_error_is_named_at_its_line(folder: Path, file: str, old: str, new: str, said: str) -> None:
    lines = plant(folder, file, old, new)
    checked = check(folder)
    assert not checked.ready
    found = [
        f for f in checked.findings if said in f"{f.record}: {f.sentence}" and f.verdict in ("rejected", "refused")
    ]
    assert found, "\n".join(map(str, checked.findings))
    places = {finding.place.partition(", ")[0].rpartition("/")[2] for finding in found}
    # A month that is missing, or what is worth less than its invoices, is told at the contract it belongs to.
    elsewhere = said.startswith(("duplicate", "open invoices")) or file in (LEDGER, TOTALS)
    assert elsewhere or places & {f"{file}:{number}" for number in lines}, places


def test_a_cent_of_tax_is_loaded_and_told(folder: Path) -> None:
    plant(folder, INVOICES, "275.00,55.00,330.00,0.00,330.00", "275.00,55.01,330.01,0.00,330.01")
    noted = [f for f in check(folder).findings if f.verdict == "noted"]
    assert [f.place.rpartition("/")[2] for f in noted] == ["invoices.csv:4, tax"]
    assert "wrong rounding" in noted[0].sentence


def test_what_is_left_of_a_set_with_one_error_ties_out(folder: Path) -> None:
    plant(folder, INVOICES, MD_30, MD_30.replace("0.00,3927.00,german", "0.00,3900.00,german"))
    checked = check(folder)
    assert not checked.ready
    assert checked.rest_ties_out
    assert [tie.out for tie in checked.ties if tie.left_out] == [("OLD-30",)]


def test_a_missing_column_is_named_with_those_that_are_there(folder: Path) -> None:
    plant(folder, INVOICES, "due date", "payable")
    with pytest.raises(WorldError) as refused:
        check(folder)
    assert next(str(one) for one in refused.value.mistakes).endswith(
        "invoices.csv:1: invoices need a column 'due date'; is it one of these: 'payable'?"
    )


def test_five_errors_at_once_are_all_named(folder: Path) -> None:
    chosen = [one for one in PLANTED if one[0] in (CUSTOMERS, CASH, USAGE, MONTHS, ORDERS)]
    each = {file: one for file, *_ in chosen for one in chosen if one[0] == file}
    for file, old, new, _ in each.values():
        plant(folder, file, old, new)
    found = "\n".join(map(str, check(folder).findings))
    assert len(each) == 5
    assert all(said in found for *_, said in each.values()), found


def test_a_status_that_contradicts_what_is_open_is_named(folder: Path) -> None:
    rows = (folder / INVOICES).read_text(encoding="utf-8").splitlines()
    (folder / INVOICES).write_text(
        "\n".join([f"{rows[0]},status", f"{rows[1]},open", f"{rows[2]},closed", f"{rows[3]},open"]) + "\n",
        encoding="utf-8",
    )
    found = [str(f) for f in check(folder).findings if f.verdict == "rejected"]
    assert [said.partition("invoices.csv")[2] for said in found] == [
        ":3, status: rejected: invoices OLD-30: its status is 'closed', but 3927.00 is open of it (consistency)"
    ]


def test_a_tax_rate_that_the_company_does_not_know_is_named(folder: Path) -> None:
    rows = (folder / INVOICES).read_text(encoding="utf-8").splitlines()
    (folder / INVOICES).write_text(
        "\n".join([f"{rows[0]},tax rate", f"{rows[1]},0", f"{rows[2]},17", f"{rows[3]},20"]) + "\n", encoding="utf-8"
    )
    found = [f.sentence for f in check(folder).findings if f.verdict == "rejected"]
    assert "the tax rate 17% is none of german 19%" in found


NOTED = [
    (LINES, "2026-09-01,30,MI", "2026-09-01,300,MI", "it is due 30 days after 2025-09-01, and contract MC-20 gives 300"),
    (INVOICES, "2026-02-01,2026-03-03", "2026-01-02,2026-03-03", "it is due 60 days after 2026-01-02, and contract MC-40 gives 30"),
    (INVOICES, "2026-01-01,2026-01-31,EUR", "2026-01-01,2027-01-31,EUR", "due 395 days after 2026-01-01"),
]  # fmt: skip


@pytest.mark.parametrize(("file", "old", "new", "said"), NOTED)
def test_what_may_be_mistyped_is_looked_at(tmp_path: Path, file: str, old: str, new: str, said: str) -> None:
    folder = Path(shutil.copytree(WAVE_ONE, tmp_path / "set"))
    text = (folder / file).read_text(encoding="utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    found = check(folder)
    assert found.ready
    assert [said in one.sentence for one in found.findings if one.verdict == "noted"] == [True]


def test_where_nothing_is_billed_ahead_no_service_is_called_left(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(WAVE_ONE, tmp_path / "set"))
    plant(folder, LINES, "yearly in advance,2026-09-01", "yearly in arrears,2026-09-01")
    said = (
        "deferred 1200.00, but what is billed through 2025-08-31 less the service to 2026-02-28 is -1200.00, by month"
    )
    assert said in [one.sentence for one in check(folder).findings]
