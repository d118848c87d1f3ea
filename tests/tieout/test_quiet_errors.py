"""Errors in a cutover set that leave every total as it is: days to pay in, a reading's day, a country; each is told at its cell."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from scenarios.migration.case import Case
from scenarios.migration.checking import SHIPPED, check, check_totals
from scenarios.migration.findings import Finding
from scenarios.migration.going_live import openings

WAVE_ONE = SHIPPED / "meridian_wave_one"
NOBODYS = (
    "MC-10,1,M-100,Workspace,40,12.00,month,0,USD,none,2025-06-01,2026-05-31,quarterly in advance,2026-03-01,30,MI"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(WAVE_ONE, tmp_path / "set"))


def change(folder: Path, file: str, old: str, new: str) -> None:
    text = (folder / file).read_text(encoding="utf-8")
    assert text.count(old) == 1, text.count(old)
    (folder / file).write_text(text.replace(old, new), encoding="utf-8")


def told(findings: tuple[Finding, ...]) -> list[tuple[str, str, str]]:
    return [(one.verdict, one.place.rpartition("/")[2], one.sentence) for one in findings]


def usual(folder: Path, net_days: int) -> None:
    """The set's company with usual terms, beside the set."""
    text = (SHIPPED.parent / "companies" / "meridian_group.yaml").read_text(encoding="utf-8")
    (folder / "company.yaml").write_text(f"{text}\nusual terms: {{net days: {net_days}}}\n", encoding="utf-8")
    change(folder, "cutover.yaml", "company: Meridian Group", "company: company.yaml")


def test_days_to_pay_in_that_no_invoice_shows_are_held_against_the_usual_ones(folder: Path) -> None:
    usual(folder, 30)
    change(folder, "subscriptions.csv", NOBODYS, NOBODYS.replace(",30,MI", ",45,MI"))
    said = "45 days to pay in, and 30 are usual at Meridian Group; no open invoice of MC-10 shows which"
    checked = check(folder)
    assert checked.ready
    assert told(checked.findings) == [("noted", "subscriptions.csv:2, net days", said)]


@pytest.mark.parametrize(("others", "told_of"), [(9, 1), (8, 0)])
def test_nine_in_ten_contracts_make_a_habit(folder: Path, others: int, told_of: int) -> None:
    # Nine or eight with 30 days beside one or two with 45: 90% are usual, 80% are not.
    rows = [
        NOBODYS.replace("MC-10", f"MC-{n}").replace(",30,MI", ",30,MI" if n < 50 + others else ",45,MI")
        for n in range(50, 60)
    ]
    head = (folder / "subscriptions.csv").read_text(encoding="utf-8").splitlines()[0]
    (folder / "subscriptions.csv").write_text("\n".join([head, *rows]) + "\n", encoding="utf-8")
    own = "MC-10,M-100,USD,5760.00,4320.00,4320.00,0.00,1440.00,MI\n"
    change(folder, "deferred_revenue.csv", own, "".join(own.replace("MC-10", f"MC-{n}") for n in range(50, 60)))
    found = [one for one in check(folder).findings if "are usual" in one.sentence]
    assert [one.sentence.partition(";")[0] for one in found] == [
        "45 days to pay in, and 30 are usual (9 of 10 contracts of the set)"
    ][:told_of]


def test_one_contract_has_one_time_to_pay(folder: Path) -> None:
    change(folder, "subscriptions.csv", "EUR,austrian,2025-11-01,2026-10-31,monthly in arrears,2026-03-01,30,MA\nMC-40,2", "EUR,austrian,2025-11-01,2026-10-31,monthly in arrears,2026-03-01,60,MA\nMC-40,2")  # fmt: skip
    assert "one contract, two of net days: 30 here, 60 in" in str(told(check(folder).findings))


@pytest.mark.parametrize(("stated", "days"), [("30,MI", 30), (",MI", 14)])
def test_what_says_no_days_is_paid_in_the_usual_ones(folder: Path, stated: str, days: int) -> None:
    usual(folder, 14)
    change(folder, "subscriptions.csv", NOBODYS, NOBODYS.replace("30,MI", stated))
    assert next(one for one in openings(check(folder).case) if one.number == "MC-10").terms.net_days == days


USED = "usage,2,quantity,3000,,,\n"
COUNTED = [
    "usage,1,quantity,1800,,,2026-02-10",
    "usage,1,quantity,1200,,,2026-02-24",
    "usage,2,quantity,3000,,2026-02,",
]


def by_day(folder: Path, old: str = "", new: str = "") -> Case:
    """The readings counted by day and by month, beside the set's own totals; one of them moved."""
    totals = folder / "control_totals.csv"
    head, *rows = totals.read_text(encoding="utf-8").splitlines()
    totals.write_text("\n".join([f"{head},month,day", *COUNTED, *(f"{row},," for row in rows), ""]), encoding="utf-8")
    if old:
        change(folder, "usage.csv", old, new)
    return check(folder).case


def test_totals_of_a_day_and_a_month_tie_out(folder: Path) -> None:
    assert by_day(folder).findings == []


def test_a_reading_moved_to_another_day_of_its_period_is_named(folder: Path) -> None:
    case = by_day(folder, "2026-02-24", "2026-02-10")
    assert told(tuple(case.findings)) == [
        ("rejected", "control_totals.csv:2, records", "wrong control total: 1 usage of 2026-02-10 were sent, 2 arrived"),
        ("rejected", "control_totals.csv:2, amount", "wrong control total: quantity of usage of 2026-02-10 should add up to 1800, what arrived adds up to 3000, +1200"),
        ("rejected", "control_totals.csv:3, records", "wrong control total: 1 usage of 2026-02-24 were sent, 0 arrived"),
        ("rejected", "control_totals.csv:3, amount", "wrong control total: quantity of usage of 2026-02-24 should add up to 1200, what arrived adds up to 0, -1200"),
    ]  # fmt: skip


def test_totals_by_day_do_not_stand_for_a_table_and_need_a_day(folder: Path) -> None:
    by_day(folder)
    change(folder, "control_totals.csv", USED, "")
    change(folder, "control_totals.csv", "customers,4,,,,,", "customers,4,,,,,2026-02-10\ncustomers,4,,,,,")
    assert [said for _, _, said in told(check(folder).findings)] == [
        "customers have no day that is counted by day or month",
        f"usage have no control total in {folder}/control_totals.csv",
    ]


@pytest.mark.parametrize(
    ("number", "country", "said"), [("DE300000001", "FR", "DE"), ("DE300000001", "DE", ""), ("EL300000001", "GR", ""), ("DERBY-1", "FR", "")]
)  # fmt: skip
def test_a_tax_number_of_another_country_is_looked_at(folder: Path, number: str, country: str, said: str) -> None:
    change(
        folder,
        "customers.csv",
        "DE300000001,rechnung@nibelungen.example,DE",
        f"{number},rechnung@nibelungen.example,{country}",
    )
    sentence = f"the tax number '{number}' begins like one of {said}, and the country is {country}"
    assert told(check(folder).findings) == ([("noted", "customers.csv:4, country", sentence)] if said else [])


def test_what_is_wrong_in_two_lines_of_a_check_is_said_once(folder: Path) -> None:
    case = check(folder).case
    check_totals(case)
    record = case.all("customers")[0]
    for _ in range(2):
        case.reject(record, "validity", "it is wrong", "name")
    assert [one.sentence for one in case.findings] == ["it is wrong"]
