"""What a cutover set is read from: encodings, workbooks, and files that cannot be read."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from scenarios.migration.checking import SHIPPED, check, named
from scenarios.mistakes import WorldError

PILOT = SHIPPED / "northwind_pilot"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    copy = tmp_path / "set"
    shutil.copytree(PILOT, copy)
    return copy


UNREADABLE = [
    (
        "customers.csv",
        b"number,name\nL-001,Glob\xc3\xbcx\nL-002,Initech \xfc\n",
        "two encodings in one file: line 2 is UTF-8, line 3 is not",
    ),
    ("customers.csv", b"\xff\xfen\x00u", "the file begins as UTF-16, but is cut off or damaged here"),
    ("customers.csv", b"\xff\xfe\0\0n\0\0\0", "the file is no text: a zero character stands here"),
    (
        "customers.csv",
        "number,name".encode("utf-16-le"),
        "a zero byte stands here (UTF-16 needs its mark; save it as UTF-8)",
    ),
    ("customers.csv", b"", "the file is empty"),
    ("customers.csv", b"number,number,name\n1,2,3\n", "the column 'number' stands 2 times"),
    ("customers.csv", b"number,nam\n1,2\n", "customers need a column 'name'; is it one of these: 'nam'?"),
    ("customers.csv", b"number,name\n1,a,b\n", "3 cells under 2 columns"),
    ("customers.csv", b'number,name\n1,"a\n', "a quote is opened and never closed"),
    ("custommers.csv", b"number,name\n", "there is no table 'custommers'; did you mean 'customers'?"),
    ("cutover.yaml", b"cutover: x\ncompany: [\n", "this cannot be read as YAML"),
    ("cutover.yaml", b"cutover: x\ncompany: Nobody\ndate: 2026-07-01\n", "there is no company 'Nobody'"),
    ("cutover.yaml", b"cutover: x\ncompany: Northwind SaaS\ndate: 1/7/2026\n", "date: '1/7/2026' is not a day"),
    ("invoices.xlsx", b"PK no workbook", "the Excel workbook is damaged"),
]


@pytest.mark.parametrize(("file", "data", "said"), UNREADABLE)
def test_what_cannot_be_read_is_refused_with_its_place(folder: Path, file: str, data: bytes, said: str) -> None:
    (folder / file).write_bytes(data)
    with pytest.raises(WorldError) as refused:
        check(folder)
    assert any(said in str(mistake) and f"{file}:" in str(mistake) for mistake in refused.value.mistakes), str(
        refused.value
    )


def test_windows_files_and_marked_files_are_read(folder: Path) -> None:
    text = (folder / "customers.csv").read_text(encoding="utf-8").replace("Umbrella", "Müller")
    (folder / "customers.csv").write_bytes(text.encode("cp1252"))
    text = (folder / "invoices.csv").read_text(encoding="utf-8").replace(",", ";")
    (folder / "invoices.csv").write_bytes(b"\xef\xbb\xbf" + text.encode())
    checked = check(folder)
    assert checked.ready
    assert checked.case.by("customers", "number", "L-003")[0]["name"] == "Müller"
    assert any("Windows-1252" in told for told in checked.case.ignored)


def test_a_workbook_is_read_with_the_names_of_its_cells(folder: Path) -> None:
    from openpyxl import Workbook  # type: ignore[import-untyped]

    book = Workbook()
    sheet = book.active
    for line in (folder / "unapplied_cash.csv").read_text(encoding="utf-8").splitlines():
        sheet.append(line.split(","))
    sheet["E2"] = -30
    book.save(folder / "unapplied_cash.xlsx")
    (folder / "unapplied_cash.csv").unlink()
    found = [f for f in check(folder).findings if f.verdict == "rejected" and f.table == "unapplied cash"]
    assert [f.sentence for f in found] == ["the amount -30.00 is not above zero"]
    assert found[0].place.endswith("unapplied_cash.xlsx:E2")


def test_a_cutover_is_found_by_its_name() -> None:
    assert named("Northwind pilot") == PILOT
    with pytest.raises(LookupError, match="did you mean 'Northwind pilot'"):
        named("Northwind pilott")
