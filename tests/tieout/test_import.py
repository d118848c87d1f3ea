"""An export from production: anonymized, made into stories, and billed again."""

from __future__ import annotations

import shutil
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from scenarios.mistakes import WorldError
from scenarios.production.export import load_export
from scenarios.production.pseudonyms import pseudonyms
from scenarios.production.secrets import secrets
from scenarios.production.stories import write
from tieout.billing_again import differences
from tieout.cli import app

SHIPPED = Path(__file__).parents[2] / "scenarios" / "exports" / "northwind"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SHIPPED, tmp_path / "export"))


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def found_in(folder: Path) -> list[str]:
    return [str(one) for one in differences(load_export(folder, folder / "mapping.yaml"))[0]]


def test_every_difference_is_found_with_its_cause(folder: Path) -> None:
    assert found_in(folder) == [
        "R-2, Platform seat, 2026-02-01: production 210.00, reference 200.00 USD; quantity: production billed 21, the contract has 20",
        "R-2, Platform seat, 2026-02-01: production 210.00, reference 200.00 USD; tax: 21.00 against 20.00, as the net does",
        "R-3, Platform seat, 2026-03-01: production 200.00, reference 200.00 USD; date: production billed on 2026-03-03, 2 days late",
        "R-4, Platform seat, 2026-04-01: production 200.00, reference 200.00 USD; tax: production charged 8.00%, the tax code says 10%; that is the rate of digital services",
        "R-6, Analytics, 2026-04-01: production 1,500.01, reference 1,500.00 USD; rounding",
        "R-7, Analytics, 2026-04-01: production 1,500.01, reference nothing USD; duplicate: billed twice, on R-6 already",
    ]


def test_a_line_never_billed_is_found(folder: Path) -> None:
    lines = (folder / "invoices.csv").read_text(encoding="utf-8").splitlines()
    (folder / "invoices.csv").write_text("\n".join([*lines[:2], *lines[3:]]) + "\n", encoding="utf-8")
    assert (
        "Platform seat, 2026-02-01 to 2026-02-28: production nothing, reference 200.00 USD; missing invoice: never billed by production, due on 2026-02-01"
        in found_in(folder)
    )


def test_another_convention_of_proration_is_named(folder: Path) -> None:
    # Billed by the calendar, 15 January is a stub of 17 days; production's own stub is 30/360: 20 x 10.00 x 16/30 = 106.67.
    change(folder / "contracts.csv", "01/01/2026,12/31/2026,M", "01/15/2026,07/14/2026,M")
    change(
        folder / "invoices.csv",
        "01/01/2026,01/31/2026,01/01/2026,01/31/2026,20,200.00,20.00",
        "01/15/2026,02/14/2026,01/15/2026,01/31/2026,20,109.68,10.97",
    )
    said = found_in(folder)[0]
    assert "proration: production billed 17 days of service, the contract has 31" in said


def seats(folder: Path, *lines: tuple[int, str]) -> list[str]:
    """The seats of contract 40001 month by month: quantity and net; and what differs."""
    head = (folder / "invoices.csv").read_text(encoding="utf-8").splitlines()[0]
    ends = (31, 28, 31, 30, 31)
    rows = [
        f"R-{n},40001,P-SEAT,0{n}/01/2026,,0{n}/01/2026,0{n}/{ends[n - 1]}/2026,{quantity},{net},"
        for n, (quantity, net) in enumerate(lines, 1)
    ]
    (folder / "invoices.csv").write_text("\n".join([head, *rows]) + "\n", encoding="utf-8")
    return [said.partition("; ")[2] for said in found_in(folder) if "40001" in said or "R-" in said]


def test_a_row_of_differences_is_read_as_the_change_behind_it(folder: Path) -> None:
    # The contract: 20 seats at 10.00. 25 from March on; 5% more from March on; 10% less from February on; 10% less once.
    more = "amendment: production bills 25 from 2026-03-01 on, the contract has 20"
    assert seats(folder, (20, "200.00"), (20, "200.00"), (25, "250.00"), (25, "250.00")) == [more, more]
    raised = "price: 5% higher from 2026-03-01 on, like a raised price that the export does not hold"
    assert seats(folder, (20, "200.00"), (20, "200.00"), (20, "210.00"), (20, "210.00")) == [raised, raised]
    less = "discount: 10% less from 2026-02-01 on, which the export does not hold"
    assert seats(folder, (20, "200.00"), (20, "180.00"), (20, "180.00")) == [less, less]
    assert seats(folder, (20, "200.00"), (20, "180.00"), (20, "200.00")) == [
        "quantity: production's amount is that of 18 units, the contract has 20; or a discount of 10%"
    ]
    assert seats(folder, (20, "200.00"), (20, "185.00"), (20, "200.00")) == [
        "discount: 7.5% less than the contract says"
    ]


def test_what_production_gave_back_is_told_as_a_credit(folder: Path) -> None:
    with (folder / "invoices.csv").open("a", encoding="utf-8") as out:
        out.write("R-9,40002,P-ANA,05/15/2026,06/14/2026,05/15/2026,06/30/2026,1,-250.00,-25.00\n")
    credit = "credit: production gave this back; no amendment of the export asks for it"
    assert any(said.endswith(credit) for said in found_in(folder))


def test_names_are_replaced_everywhere_and_alike(folder: Path, tmp_path: Path) -> None:
    done = CliRunner().invoke(
        app, ["import", str(folder), "--mapping", str(folder / "mapping.yaml"), "--out", str(tmp_path / "out")]
    )
    assert done.exit_code == 0, done.output
    written = "".join(path.read_text(encoding="utf-8") for path in (tmp_path / "out").rglob("*.*") if path.is_file())
    for secret in ("Fabrikam", "Adventure", "40001", "R-1", "R-7"):
        assert secret not in written
    again = CliRunner().invoke(
        app, ["import", str(folder), "--mapping", str(folder / "mapping.yaml"), "--out", str(tmp_path / "out")]
    )
    assert again.exit_code == 1
    assert "is there already" in again.output


def test_the_stories_of_a_clean_export_pass(folder: Path, tmp_path: Path) -> None:
    lines = (folder / "invoices.csv").read_text(encoding="utf-8").splitlines()
    clean = [lines[0], lines[1], lines[5]]
    (folder / "invoices.csv").write_text("\n".join(clean) + "\n", encoding="utf-8")
    change(folder / "contracts.csv", "01/01/2026,12/31/2026,M", "01/01/2026,01/31/2026,M")
    out = tmp_path / "out"
    export = load_export(folder, folder / "mapping.yaml")
    found, refused, compared = differences(export)
    assert (found, refused, compared) == ([], [], 2)
    write(out, export, secrets("x", export), {})
    feature = (out / "imported_contracts.feature").read_text(encoding="utf-8")
    assert "| 1 January 2026 | Platform seat | 200.00 | 20.00 |" in feature
    assert 'billed quarterly in advance, net 30, tax code "standard":' in feature
    run = [sys.executable, "-m", "tieout.cli", "run", str(out), "--out", str(tmp_path / "runs")]
    done = subprocess.run(run, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "scenarios: 2 passed" in done.stdout


WRONG = [
    (
        "mapping.yaml",
        "company: Northwind SaaS",
        "company: Northwind SaS",
        "mapping.yaml:2: there is no company 'Northwind SaS'; did you mean 'Northwind SaaS'?",
    ),
    ("mapping.yaml", "seed:", "sed:", "unknown key 'sed'; did you mean 'seed'?"),
    (
        "mapping.yaml",
        "Unit Price",
        "Unit Prize",
        "contracts.csv has no column 'Unit Prize'; did you mean 'Unit Price'?",
    ),
    (
        "mapping.yaml",
        "quantity: Seats, price:",
        "quanttiy: Seats, price:",
        "contracts have no column 'quanttiy'; did you mean 'quantity'?",
    ),
    (
        "mapping.yaml",
        "file: invoices.csv",
        "file: invoice.csv",
        "has no file 'invoice.csv'; did you mean 'invoices.csv'?",
    ),
    ("mapping.yaml", "day format: mm/dd/yyyy", "day format: m/d/y", "day format: 'm/d/y' says no day; write it like"),
    ("mapping.yaml", "seed: change me and keep it secret", "seed: [", "this cannot be read as YAML"),
    ("mapping.yaml", "day format: mm/dd/yyyy\n", "", "can be read in two ways"),
    (
        "contracts.csv",
        "P-ANA",
        "P-ANNA",
        "contracts.csv:3: SKU: contracts 40002 P-ANNA 2026-01-01: Northwind SaaS sells no product 'P-ANNA'",
    ),
    (
        "contracts.csv",
        "01/01/2026,06/30/2026",
        "01/01/2026,06/30/2025",
        "the end 2025-06-30 is before the start 2026-01-01",
    ),
    ("invoices.csv", "R-5,40002", "R-5,49999", "there is no contract '49999'"),
    ("invoices.csv", "02/01/2026", "31/31/2026", "is no day of the calendar"),
    ("invoices.csv", "210.00", "two hundred", "'two hundred' is not a number"),
    ("invoices.csv", "R-7", "R-6", "duplicate: R-6 Analytics 2026-04-01 stands in"),
    ("invoices.csv", "200.00,16.00", "200.00,-16.00", "the tax -16.00 has another sign than the net 200.00"),
    (
        "invoices.csv",
        "04/01/2026,04/30/2026",
        "04/30/2026,04/01/2026",
        "its service ends on 2026-04-01, before it begins",
    ),
    (
        "invoices.csv",
        "R-4,40001,P-SEAT,04/01/2026,05/01/2026",
        "R-4,40001,P-SEAT,04/01/2026,03/01/2026",
        "it is due on 2026-03-01, before it was issued on 2026-04-01",
    ),
    (
        "invoices.csv",
        "05/01/2026,04/01/2026,04/30/2026",
        "05/01/2026,04/01/2027,04/30/2027",
        "its service begins on 2027-04-01, after the contract ends on 2026-12-31",
    ),
    ("contracts.csv", "P-SEAT,20,10.00", "P-SEAT,20,-10.00", "the price -10.00 is negative"),
    ("contracts.csv", "P-SEAT,20,10.00", "P-SEAT,-20,10.00", "the quantity -20 is not above zero"),
    ("contracts.csv", "M,30", "M,-30", "-30 are no days to pay in"),
    (
        "contracts.csv",
        "40002,Adventure Works",
        "40001,Adventure Works",
        "one contract, two of customer: Adventure Works here, Fabrikam Fiber Ltd in",
    ),
    (
        "contracts.csv",
        "Contract No.,Account Name",
        "Contract Nr,Account Name",
        "contracts.csv has no column 'Contract No.'",
    ),
    ("contracts.csv", "40001,Fabrikam Fiber Ltd", '40001,"Fabrikam Fiber Ltd', "a quote is opened and never closed"),
    ("contracts.csv", "01/01/2026,12/31/2026", "46023,12/31/2026", "looks like a spreadsheet's serial number of a day"),
]


@pytest.mark.parametrize(("file", "old", "new", "said"), WRONG)
def test_bad_input_is_refused_at_its_place_and_nothing_is_written(
    folder: Path, tmp_path: Path, file: str, old: str, new: str, said: str
) -> None:
    change(folder / file, old, new)
    done = CliRunner().invoke(
        app, ["import", str(folder), "--mapping", str(folder / "mapping.yaml"), "--out", str(tmp_path / "out")]
    )
    assert done.exit_code == 1
    assert said in done.output
    assert not (tmp_path / "out").exists()


def test_mixed_encodings_are_refused(folder: Path) -> None:
    with (folder / "contracts.csv").open("ab") as out:
        out.write("40003,Müller\n".encode() + "40004,Köhler\n".encode("cp1252"))
    with pytest.raises(WorldError, match="two encodings in one file: line 4 is UTF-8, line 5 is not"):
        load_export(folder, folder / "mapping.yaml")


@settings(max_examples=8, deadline=None, derandomize=True)
@given(nets=st.lists(st.decimals("0.01", "99999.99", places=2), min_size=1, max_size=6))
def test_import_keeps_every_amount(tmp_path_factory: pytest.TempPathFactory, nets: list[Decimal]) -> None:
    folder = tmp_path_factory.mktemp("export")
    shutil.copytree(SHIPPED, folder, dirs_exist_ok=True)
    head = (folder / "invoices.csv").read_text(encoding="utf-8").splitlines()[0]
    rows = [
        f"R-{n},40001,P-SEAT,0{n}/01/2026,0{n}/28/2026,0{n}/01/2026,0{n}/28/2026,20,{net},0.00"
        for n, net in enumerate(nets, 1)
    ]
    (folder / "invoices.csv").write_text("\n".join([head, *rows]) + "\n", encoding="utf-8")
    export = load_export(folder, folder / "mapping.yaml")
    write(folder / "out", export, secrets("x", export), {})
    feature = (folder / "out" / "imported_contracts.feature").read_text(encoding="utf-8")
    assert [
        line.split("|")[3].strip().replace(",", "")
        for line in feature.splitlines()
        if " 2026 " in line and line.strip().startswith("|")
    ] == [str(net) for net in nets]


@settings(max_examples=10, deadline=None, derandomize=True)
@given(names=st.lists(st.text(min_size=1, max_size=20), max_size=12), seed=st.text(max_size=5))
def test_pseudonyms_are_consistent_and_different(names: list[str], seed: str) -> None:
    made = pseudonyms(seed, names)
    assert made == pseudonyms(seed, names)
    assert len(set(made.values())) == len(set(names))
    assert not {name for name, other in made.items() if name == other}
