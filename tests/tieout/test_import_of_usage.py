"""Contracts charged by their use are billed again from the readings, and prices that hold the tax as they are: each error is named."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from scenarios.production.export import Export, load_export, mistake_of
from tieout.billing_again import Compared, compare
from tieout.cli import app

MAPPING = """
company: Meridian Group
seed: use
contracts: {file: contracts.csv}
invoices: {file: invoices.csv}
usage: {file: usage.csv}
"""
CONTRACT = "{0},{1},Data transfer,,0.05,2026-01-01,2026-12-31,monthly in advance,30,none\n"
SUITE = "{0},{1},Workspace suite,10,,2026-01-01,2026-12-31,monthly in advance,30,none\n"
# Of each contract's gigabytes: 1,000 and 500 in January, 800 in February, 1,200 in March, at 0.05: 75.00, 40.00, 60.00.
READINGS = (("2026-01-10", 1000), ("2026-01-31", 500), ("2026-02-11", 800), ("2026-03-12", 1200))
BILLED = (("2026-02-01", "2026-01-01", "2026-01-31", 1500, "75.00"), ("2026-03-01", "2026-02-01", "2026-02-28", 800, "40.00"),
          ("2026-04-01", "2026-03-01", "2026-03-31", 1200, "60.00"))  # fmt: skip
# The suite's set-up 600.00 once, ten seats of 14.00 a month, and its traffic by steps: 1,000 at 0.05 and 500 at 0.02 in January.
SUITE_BILLED = (
    ("2026-01-01", "2026-01-01", "2026-01-01", 1, "600.00"),
    *((f"2026-{month:02}-01", f"2026-{month:02}-01", f"2026-{month:02}-{days}", 10, "140.00") for month, days in ((1, 31), (2, 28), (3, 31), (4, 30))),
    ("2026-02-01", "2026-01-01", "2026-01-31", 1500, "60.00"),
    ("2026-03-01", "2026-02-01", "2026-02-28", 800, "40.00"),
    ("2026-04-01", "2026-03-01", "2026-03-31", 1200, "54.00"),
)  # fmt: skip


def rows_of(contract: str, product: str, billed: tuple[tuple[str, str, str, int, str], ...]) -> list[str]:
    return [
        f"{contract}-{place},{contract},{product},{day},{first},{last},{quantity},{net},0.00\n"
        for place, (day, first, last, quantity, net) in enumerate(billed, 1)
    ]


PLANTED: dict[str, tuple[str, str, str]] = {
    "twice": ("twice-2,", ",800,40.00", ",1600,80.00"),
    "left": ("left-1,", ",1500,75.00", ",1000,50.00"),
    "other": ("other-2,", ",800,40.00", ",1300,65.00"),
    "swap": ("swap-3,", ",1200,60.00", ",800,40.00"),
    "guess": ("guess-1,", ",1500,75.00", ",1501,75.05"),
    "rate": ("rate-2,", ",800,40.00", ",800,44.00"),
    "flat": ("flat-6,", ",1500,60.00", ",1500,75.00"),
    "unbilled": ("unbilled-2,", "", ""),
}
SAID = {
    "twice": "usage: production billed 1600, the readings come to 800; reading twice-r3 of 2026-02-11 is counted twice",
    "left": "usage: production billed 1000, the readings come to 1500; reading left-r2 of 2026-01-31 is not billed",
    "other": "usage: production billed 1300, the readings come to 800; reading other-r2 of 2026-01-31 is of another billing period",
    "swap": "usage: production billed 800, the readings come to 1200; that is what was used from 2026-02-01 to 2026-02-28",
    "guess": "usage: production billed 1501, the readings come to 1500",
    "rate": "exchange rate: production's figure is the contract's times 1.1000 USD per EUR (from 2026-01-15); or its price is 10% higher",
    "flat": "price: production bills every unit at 0.05, the contract by steps",
    "unbilled": "missing invoice: never billed by production, due on 2026-03-01",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Each planted error in a contract of its own, beside two that are right; two of them are one customer's."""
    made = tmp_path_factory.mktemp("use")
    (made / "mapping.yaml").write_text(MAPPING, encoding="utf-8")
    contracts, invoices = "contract,customer,product,quantity,price,start,end,billing,net days,tax code\n", []
    usage = "id,contract,product,date,quantity\n"
    for place, number in enumerate(("right", "suite", *PLANTED)):
        suite = number in ("suite", "flat")
        product, billed = ("Workspace suite", SUITE_BILLED) if suite else ("Data transfer", BILLED)
        contracts += (SUITE if suite else CONTRACT).format(number, f"Customer {place // 2}")
        usage += "".join(f"{number}-r{n},{number},{product},{day},{q}\n" for n, (day, q) in enumerate(READINGS, 1))
        invoices += rows_of(number, product, billed)
    for start, old, new in PLANTED.values():
        place = next(at for at, line in enumerate(invoices) if line.startswith(start))
        invoices[place] = invoices[place].replace(old, new) if old else ""
    head = "number,contract,product,date,from,to,quantity,net,tax\n"
    for name, text in (("contracts", contracts), ("invoices", head + "".join(invoices)), ("usage", usage)):
        (made / f"{name}.csv").write_text(text, encoding="utf-8")
    return made


@pytest.fixture(scope="module")
def export(folder: Path) -> Export:
    return load_export(folder, folder / "mapping.yaml")


@pytest.fixture(scope="module")
def compared(export: Export) -> Compared:
    return compare(export)


def test_each_error_in_what_was_used_is_named_and_the_rest_agrees(export: Export, compared: Compared) -> None:
    assert not export.rejected
    assert compared.refused == {}
    assert {one.contract: one.cause for one in compared.differences} == SAID
    assert compared.agree == 2


WRONG = [
    ("right-r1,right,Data transfer", "right-r1,wrong,Data transfer", "there is no contract 'wrong'"),
    ("right-r1,right,Data transfer", "right-r2,right,Data transfer", "duplicate: right-r2"),
    ("right-r1,right,Data transfer", "right-r1,right,Workspace", "contract right holds no Workspace"),
    ("right,Data transfer,2026-01-10,1000", "right,Data transfer,2026-01-10,-1000", "the quantity -1000 is negative"),
    ("right,Data transfer,2026-01-10,1000", "right,Data transfer,2025-01-10,1000", "before the contract starts on 2026-01-01"),
    ("right,Data transfer,2026-01-10,1000", "right,Data transfer,2027-01-10,1000", "after the contract ends on 2026-12-31"),
    ("right,Data transfer,2026-01-10,1000", "right,Data transfer,10 January,1000", "date: "),
    ("right-r2,right,Data transfer,2026-01-31,500", "right-r2,right,Data transfer,2026-01-10,1000", "is it one reading?"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "said"), WRONG)
def test_a_wrong_reading_is_named_at_its_place(folder: Path, tmp_path: Path, old: str, new: str, said: str) -> None:
    for path in folder.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    text = (tmp_path / "usage.csv").read_text()
    assert old in text
    (tmp_path / "usage.csv").write_text(text.replace(old, new, 1))
    found = load_export(tmp_path, tmp_path / "mapping.yaml")
    told = [str(mistake_of(one)) for one in (*found.rejected, *found.remediated)]
    assert [one for one in told if said in one and "usage.csv:" in one], told


def test_without_readings_a_contract_charged_by_its_use_is_named_and_not_billed_again(
    folder: Path, tmp_path: Path
) -> None:
    for path in folder.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    (tmp_path / "mapping.yaml").write_text(MAPPING.replace("usage: {file: usage.csv}\n", ""))
    refused = compare(load_export(tmp_path, tmp_path / "mapping.yaml")).refused
    assert (
        refused["right"]
        == "Data transfer is charged by its use, and the export has no readings; name their file under 'usage'"
    )


def test_what_is_written_is_imported_again_and_its_stories_say_what_was_used(folder: Path, tmp_path: Path) -> None:
    command = ["import", str(folder), "--mapping", str(folder / "mapping.yaml"), "--out", str(tmp_path / "out")]
    done = CliRunner().invoke(app, command)
    assert done.exit_code == 0, done.output
    told = (tmp_path / "out" / "imported_contracts.feature").read_text(encoding="utf-8")
    assert "| 10 January 2026 | Data transfer | 1000     |" in told
    assert "right-r1" not in told
    again = load_export(tmp_path / "out" / "export", tmp_path / "out" / "export" / "mapping.yaml")
    assert sorted(one.cause.partition(";")[0] for one in compare(again).differences) == sorted(
        said.partition(";")[0] for said in SAID.values()
    )
    run = [sys.executable, "-m", "tieout.cli", "run", str(tmp_path / "out"), "--out", str(tmp_path / "runs")]
    ran = subprocess.run(run, capture_output=True, text=True, env={**os.environ, "COLUMNS": "200"}, check=False)
    assert "scenarios: 2 passed, 8 failed" in ran.stdout, ran.stdout[-2000:]


HELD = MAPPING.replace("Meridian Group", "Northwind SaaS").replace(
    "usage: {file: usage.csv}\n", "conventions: {prices and tax: inclusive}\n"
)
# 110.00 with 10% of tax are 100.00 and 10.00.
GROSS = "contract,customer,product,quantity,price,start,end,tax code\n" + "".join(
    f"{number},C{number},Platform seat,10,11.00,2026-01-01,2026-12-31,standard\n" for number in ("G1", "G2", "G3", "G4")
)
NET = "number,contract,product,date,from,to,quantity,net,tax\n" + "".join(
    f"{number}-{month},{number},Platform seat,2026-{month:02}-01,2026-{month:02}-01,2026-{month:02}-{days},10,100.00,10.00\n"
    for number in ("G1", "G2", "G3", "G4")
    for month, days in ((1, 31), (2, 28), (3, 31))
)


def held(folder: Path, net: str, mapping: str = HELD) -> Compared:
    (folder / "mapping.yaml").write_text(mapping)
    (folder / "contracts.csv").write_text(GROSS)
    (folder / "invoices.csv").write_text(net)
    return compare(load_export(folder, folder / "mapping.yaml"))


def test_prices_that_hold_the_tax_are_billed_again(tmp_path: Path) -> None:
    found = held(tmp_path, NET)
    assert (found.refused, found.differences, found.agree) == ({}, [], 4)


def test_each_error_in_prices_that_hold_the_tax_is_named(tmp_path: Path) -> None:
    wrong = NET
    for start, old, new in (
        ("G1-2,", "100.00,10.00", "110.00,11.00"),
        ("G2-2,", "100.00,10.00", "100.00,5.00"),
        ("G3-2,", "10,100.00,10.00", "11,110.00,11.00"),
        ("G4-2,", "100.00,10.00", "100.01,10.00"),
    ):
        head, _, rest = wrong.partition(start)
        wrong = head + start + rest.replace(old, new, 1)
    causes = {
        one.contract: one.cause for one in held(tmp_path, wrong).differences if "as the net does" not in one.cause
    }
    assert causes == {
        "G1": "tax: production takes a price that holds the tax for one without it",
        "G2": "tax: production charged 5.00%, the tax code says 10%; that is the rate of reduced",
        "G3": "quantity: production billed 11, the contract has 10",
        "G4": "rounding",
    }


def test_a_convention_that_does_not_exist_is_named_in_the_mapping(tmp_path: Path) -> None:
    for key, said in (
        ("prices and taxes: inclusive", "there is no convention 'prices and taxes'"),
        ("prices and tax: gross", "'gross' is no answer"),
    ):
        (tmp_path / "mapping.yaml").write_text(HELD.replace("prices and tax: inclusive", key))
        done = CliRunner().invoke(
            app, ["import", str(tmp_path), "--mapping", str(tmp_path / "mapping.yaml"), "--out", str(tmp_path / "o")]
        )
        assert "mapping.yaml:6: " in done.output
        assert said in done.output


def test_the_stories_of_prices_that_hold_the_tax_say_so(tmp_path: Path) -> None:
    held(tmp_path, NET)
    command = ["import", str(tmp_path), "--mapping", str(tmp_path / "mapping.yaml"), "--out", str(tmp_path / "out")]
    assert CliRunner().invoke(app, command).exit_code == 0
    assert "| prices and tax | inclusive |" in (tmp_path / "out" / "imported_contracts.feature").read_text()
    again = load_export(tmp_path / "out" / "export", tmp_path / "out" / "export" / "mapping.yaml")
    assert compare(again).agree == 4


ENTITIES = "contract,customer,product,quantity,price,currency,start,end,tax code,entity\nE1,C,Workspace,10,11.00,EUR,2026-01-01,2026-12-31,german,MD\n"
ISSUED = "number,contract,product,date,from,to,quantity,net,tax,currency,entity\n" + "".join(
    f"E1-{month},E1,Workspace,2026-{month:02}-01,2026-{month:02}-01,2026-{month:02}-{days},10,110.00,20.90,EUR,MD\n"
    for month, days in ((1, 31), (2, 28))
)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("", "", ""),
        (
            "EUR,MD\nE1-2",
            "EUR,MI\nE1-2",
            "contract E1 is of legal entity MD, not MI",
        ),
        ("EUR,MD\nE1-2", "EUR,MX\nE1-2", "there is no legal entity 'MX'"),
    ],
)
def test_an_invoice_of_another_legal_entity_is_named(tmp_path: Path, old: str, new: str, said: str) -> None:
    """19% of 110.00 is 20.90: German tax, which only the German entity charges."""
    (tmp_path / "mapping.yaml").write_text(MAPPING.replace("usage: {file: usage.csv}\n", ""))
    (tmp_path / "contracts.csv").write_text(ENTITIES)
    (tmp_path / "invoices.csv").write_text(ISSUED.replace(old, new, 1))
    export = load_export(tmp_path, tmp_path / "mapping.yaml")
    told = [str(mistake_of(one)) for one in export.rejected]
    assert bool(told) == bool(said), told
    assert all(said in one and "invoices.csv:2: entity: " in one for one in told), told
    assert compare(export).differences == []
