"""A German export of six tables with one thing planted in each contract: each is found with its cause, and the rest agrees."""

from __future__ import annotations

import csv
import os
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from scenarios.production.export import Export, load_export
from scenarios.production.secrets import secrets
from tieout.billing_again import Compared, compare
from tieout.cli import app
from tieout.importing import written as files

CONTOSO = Path(__file__).parents[2] / "scenarios" / "exports" / "contoso"

PLANTED = {
    "V-103": "amendment: production bills 15 from 2026-04-01 on, the contract has 10",
    "V-104": "amendment: production bills as if there were no N-3, add units Workspace seat from 2026-03-01; it does from 2026-04-01 on",
    "V-105": "late price change: production bills as if there were no N-4, change price Workspace seat from 2026-03-01;"
    " it does from 2026-04-01 on",
    "V-106": "discount ended: the contract's 10% is given no more from 2026-04-01 on",
    "V-107": "discount: 7.5% less than the contract says",
    "V-108": "duplicate: billed twice, on RE-5039 already",
    "V-109": "missing invoice: never billed by production, due on 2026-03-01",
    "V-110": "quantity: production billed 11, the contract has 10",
    "V-111": "tax: production charged 16.00%, the tax code says 19%; that is the rate of standard from 2020-07-01 until 2020-12-31",
    "V-112": "proration: production's figure is that of 'actual days of the period'",
    "V-113": "rounding",
    "V-114": "price: production bills the list price 9.90, the contract has 10.00, from 2026-03-01 on",
    "V-115": "after the end: the contract is cancelled by N-6, cancel from 2026-04-16",
    "V-116": "missing credit: production never gave this back, for N-7, remove units Workspace seat from 2026-04-16",
    "V-117": "credit: production gave back less than the change of the contract asks for",
    "V-118": "credit: production gave this back, given as 'Preiskorrektur Reuter Medien'; no amendment of the export asks for it",
    "V-120": "duplicate: Z-2 pays it again",
    "V-121": "overpaid: 1.00 more than is asked",
    "V-122": "date: production billed on 2026-02-04, 3 days late",
    "V-123": "tax: production charged 0.00%, the tax code says 19%; no tax is charged",
    "V-124": "tax: the net that production shows holds the tax",
    "V-125": "decimal: 10 times the contract's amount, like a decimal point in the wrong place",
    "V-126": "billing period: production bills it in 3 parts, RE-5127, RE-5128, RE-5129",
    "V-127": "missing invoice: never billed by production, due on 2026-03-01; nothing is from 2026-03-01 on, like a cancellation"
    " that the export does not hold",
    "V-128": "proration: production billed the whole period, the contract 16 of its 31 days",
    "V-129": "overlap: RE-5140 bills 2026-02-01 to 2026-02-28 already",
    "V-130": "price: 5% higher from 2026-04-01 on, like a raised price that the export does not hold",
    "V-131": "amendment: production bills 15 from 2026-04-01 on, the contract has 10; this is its first part",
}
CLEAN = {"V-101", "V-102", "V-119", "V-132"}


@pytest.fixture(scope="module")
def export() -> Export:
    return load_export(CONTOSO, CONTOSO / "mapping.yaml")


@pytest.fixture(scope="module")
def compared(export: Export) -> Compared:
    return compare(export)


def test_every_planted_difference_is_found_with_its_cause(compared: Compared) -> None:
    causes: dict[str, list[str]] = {}
    for one in compared.differences:
        causes.setdefault(one.contract, []).append(one.cause)
    assert {contract: said for contract, said in PLANTED.items() if said not in causes.get(contract, [])} == {}


def test_the_clean_rest_agrees_line_by_line(export: Export, compared: Compared) -> None:
    assert set(export.contracts) - {one.contract for one in compared.differences} == CLEAN
    assert compared.agree == len(CLEAN)
    assert not compared.refused
    assert not export.rejected


def test_nothing_of_a_contract_but_what_is_planted_differs(compared: Compared) -> None:
    follows = "as the net does"
    for contract in ("V-107", "V-110", "V-112", "V-125"):
        own = [one.cause for one in compared.differences if one.contract == contract]
        assert len(own) == 2, own
        assert own[1].endswith(follows)


def only(folder: Path, *contracts: str) -> Path:
    """The export with these contracts alone."""
    folder.mkdir(exist_ok=True)
    for path in CONTOSO.iterdir():
        if not (folder / path.name).exists():
            (folder / path.name).write_bytes(path.read_bytes())
    invoices = set()
    for name, place in (("vertraege", 0), ("rechnungen", 1), ("nachtraege", 1), ("gutschriften", 1), ("zahlungen", 1)):
        rows = list(csv.reader((folder / f"{name}.csv").read_text(encoding="utf-8-sig").splitlines(), delimiter=";"))
        kept = [row for row in rows[1:] if row[place] in contracts or row[place] in invoices]
        invoices |= {row[0] for row in kept if name == "rechnungen"}
        (folder / f"{name}.csv").write_text(
            "\n".join(";".join(row) for row in [rows[0], *kept]) + "\n", encoding="utf-8"
        )
    return folder


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Five contracts, written under other names."""
    folder = only(tmp_path_factory.mktemp("five") / "export", "V-101", "V-102", "V-103", "V-119", "V-132")
    export = load_export(folder, folder / "mapping.yaml")
    out = folder.parent / "out"
    files(out, export, compare(export))
    return out


def test_nothing_that_is_written_leads_back(export: Export, written: Path) -> None:
    text = "\n".join(path.read_text(encoding="utf-8") for path in written.rglob("*.*") if "companies" not in path.parts)
    for record in export.case.all("customers"):
        for column in ("number", "name", "tax number", "email", "address"):
            assert record[column] not in text
        assert record["name"].split()[0] not in text
    for table, column in (("contracts", "contract"), ("invoices", "number"), ("amendments", "number")):
        assert not [one for one in export.case.all(table) if f"{one[column]}," in text]
    assert "+49 30 1234567" not in text


def test_a_name_in_a_free_text_is_the_same_as_everywhere(export: Export) -> None:
    known = secrets("x", export)
    name = known.customers["Adler Maschinenbau GmbH"]
    said = known.scrub("Adler Maschinenbau's order, ask rechnung@adler.example (USt-Id DE301234567), Adler GmbH.")
    assert said.startswith(f"{name}'s order, ask ")
    assert "adler" not in said.casefold()
    assert "DE301234567" not in said
    assert known.scrub("paid 1,500.01 on 2026-04-01") == "paid 1,500.01 on 2026-04-01"


def test_what_is_written_can_be_imported_again_and_says_the_same(compared: Compared, written: Path) -> None:
    again = load_export(written / "export", written / "export" / "mapping.yaml")
    assert not again.rejected
    expected = [one for one in compared.differences if one.contract == "V-103"]
    found = compare(again)
    assert [(one.production, one.reference, one.cause) for one in found.differences] == [
        (one.production, one.reference, one.cause) for one in expected
    ]
    assert (found.contracts, found.agree) == (5, 4)


def test_the_stories_of_contracts_that_agree_pass_and_the_others_fail(written: Path, tmp_path: Path) -> None:
    run = [sys.executable, "-m", "tieout.cli", "run", str(written), "--out", str(tmp_path / "runs")]
    done = subprocess.run(run, capture_output=True, text=True, env={**os.environ, "COLUMNS": "200"})
    assert "scenarios: 4 passed, 1 failed" in done.stdout, done.stdout[-2000:]


WRONG = [
    ("nachtraege.csv", "N-1;V-101;mehr", "N-1;V-991;mehr", "there is no contract 'V-991'; did you mean"),
    ("nachtraege.csv", "N-1;V-101;mehr", "N-1;V-101;meer", "the change 'meer' is not known"),
    (
        "nachtraege.csv",
        "N-2;V-102;Kündigung;16.04.2026",
        "N-2;V-102;Kündigung;16.04.2027",
        "after contract V-102 ends on 2026-12-31",
    ),
    ("nachtraege.csv", "WS;5;;Frau", "WS;;;Frau", "lacks the product, quantity, price"),
    (
        "nachtraege.csv",
        "N-7;V-116;weniger;16.04.2026;16.04.2026;WS;5",
        "N-7;V-116;weniger;16.04.2026;16.04.2026;WS;50",
        "it takes 50 of",
    ),
    ("nachtraege.csv", "N-4;", "N-3;", "the number N-3 is used again"),
    ("nachtraege.csv", "12,00", "-12,00", "the price -12.00 is negative"),
    ("gutschriften.csv", "GS-1;RE-5010", "GS-1;RE-9009", "there is no invoice 'RE-9009'"),
    (
        "gutschriften.csv",
        ";50,00;9,50;59,50;Kündigung B",
        ";50,00;9,50;60,50;Kündigung B",
        "net 50.00 and tax 9.50 are 59.50, not 60.50",
    ),
    (
        "gutschriften.csv",
        ";50,00;9,50;59,50;Kündigung B",
        ";500,00;95,00;595,00;Kündigung B",
        "500.00 is given back of invoice RE-5010",
    ),
    ("zahlungen.csv", "Z-1;RE-5097", "Z-1;RE-509", "there is no invoice 'RE-509'"),
    ("zahlungen.csv", "120,00", "-120,00", "the amount -120.00 is not above zero"),
    (
        "rechnungen.csv",
        "RE-5002;V-101",
        "RE-5001;V-101",
        "the number RE-5001 is used again: date 2026-02-01 here, 2026-01-01 in",
    ),
    ("vertraege.csv", "V-102;D70002", "V-102;D90002", "there is no customer 'D90002'"),
    ("kunden.csv", "DE302469134", "DE301234567", "the tax number 'DE301234567' is that of D70001"),
]


def edited(tmp_path: Path, file: str, old: str, new: str) -> Path:
    folder = tmp_path / "export"
    folder.mkdir()
    for path in CONTOSO.iterdir():
        (folder / path.name).write_bytes(path.read_bytes())
    text = (folder / file).read_text(encoding="utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    return folder


@pytest.mark.parametrize(("file", "old", "new", "said"), WRONG)
def test_a_wrong_record_is_named_at_its_place(tmp_path: Path, file: str, old: str, new: str, said: str) -> None:
    folder = edited(tmp_path, file, old, new)
    found = load_export(folder, folder / "mapping.yaml").rejected
    assert [f for f in found if said in f.sentence and file in f.place], [str(one) for one in found]


def test_contracts_that_nothing_is_wrong_with_are_written_if_asked(tmp_path: Path) -> None:
    folder = edited(tmp_path, "rechnungen.csv", "25,00;4,75;29,75", "25,00;4,75;30,75")
    only(folder, "V-101", "V-132")
    command = ["import", str(folder), "--mapping", str(folder / "mapping.yaml"), "--out", str(tmp_path / "out")]
    refused = CliRunner().invoke(app, command)
    assert refused.exit_code == 1
    assert "net 25.00 and tax 4.75 are 29.75, not 30.75" in refused.output
    assert "2 of 2 contracts that were billed again agree in every line" in refused.output
    assert not (tmp_path / "out").exists()
    assert CliRunner().invoke(app, [*command, "--rest"]).exit_code == 1
    text = (tmp_path / "out" / "imported_contracts.feature").read_text(encoding="utf-8")
    assert text.count("Scenario:") == 1
