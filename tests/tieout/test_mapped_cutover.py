"""A cutover set in the old system's own words: its encodings, files, columns, values and days."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from scenarios.migration.checking import check
from scenarios.mistakes import WorldError
from scenarios.tables import cells
from tests.tieout.test_cutover import PILOT

MAPPING = """tables:
  invoices:
    file: AR aging.txt
    columns: {number: Doc No., customer: Debtor}
    day format: dd.mm.yy
    number format: 1.234,56
values:
  product: {P-SEAT: Platform seat}
"""
HEAD = "Doc No.\tDebtor\tcontract\tdate\tdue date\tcurrency\tnet\ttax\ttotal\tpaid\topen\ttax code\n"
ROWS = (
    "LEG-2001\tL-001\tK-1001\t01.12.25\t31.12.25\tUSD\t1.200,00\t120,00\t1.320,00\t990,00\t330,00\tstandard\n"
    "LEG-2004\tL-004\tK-1004\t01.06.26\t01.07.26\tUSD\t1.500,00\t150,00\t1.650,00\t0,00\t1.650,00\tstandard\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(PILOT, tmp_path / "set"))


@pytest.fixture
def mapped(folder: Path) -> Path:
    (folder / "invoices.csv").unlink()
    (folder / "AR aging.txt").write_bytes((HEAD + ROWS).encode("utf-16"))
    header = folder / "cutover.yaml"
    header.write_text(header.read_text() + MAPPING)
    sold = folder / "subscriptions.csv"
    sold.write_text(sold.read_text().replace("Platform seat", "p-seat"))
    return folder


def test_it_is_what_the_set_in_our_words_is(mapped: Path) -> None:
    found = check(mapped)
    assert found.ready, [str(one) for one in found.findings]
    theirs, ours = (one.case.by("invoices", "number", "LEG-2001")[0].values for one in (found, check(PILOT)))
    assert theirs == {key: value for key, value in ours.items() if key in theirs}
    assert theirs["date"] == date(2025, 12, 1)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8", "utf-8-sig"])
def test_every_file_of_a_set_may_be_unicode_text(folder: Path, encoding: str) -> None:
    for path in folder.iterdir():
        path.write_bytes(path.read_text(encoding="utf-8").encode(encoding))
    assert check(folder).ready


WRONG = [
    ("invoices:\n", "invoces:\n", "there is no table 'invoces'; did you mean 'invoices'?"),
    ("{number: Doc", "{nummer: Doc", "invoices have no column 'nummer'; did you mean 'number'?"),
    ("Doc No., c", "Dok No., c", "has no column 'Dok No.'; did you mean 'Doc No.'?"),
    ("AR aging.txt", "AR ageing.txt", "invoices: there is no file 'AR ageing.txt'; did you mean 'AR aging.txt'?"),
    ("dd.mm.yy", "dd.dd.yy", "day format: 'dd.dd.yy' says no day; write it like dd/mm/yyyy, dd.mm.yy, yyyymmdd or dd-mmm-yyyy"),
    ("product:", "produkt:", "no table has a column 'produkt'; did you mean 'product'?"),
    ("file:", "fiel:", "unknown key 'fiel'; did you mean 'file'?"),
    ("tables:\n", "tables: x\nmore:\n", "needs lines of 'key: value', further in"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "said"), WRONG)
def test_a_mapping_that_fits_nothing_is_told(mapped: Path, old: str, new: str, said: str) -> None:
    header = mapped / "cutover.yaml"
    header.write_text(header.read_text().replace(old, new))
    with pytest.raises(WorldError) as wrong:
        check(mapped)
    assert any(said in mistake.sentence for mistake in wrong.value.mistakes), str(wrong.value)


FORMS = [
    ("dd.mm.yy", "03.04.26", date(2026, 4, 3)),
    ("mm-dd-yy", "03-04-99", date(1999, 3, 4)),
    ("yyyy-dd-mm", "2026-04-03", date(2026, 3, 4)),
    ("yymmdd", "260403", date(2026, 4, 3)),
    ("ddmmyyyy", "03042026", date(2026, 4, 3)),
    ("dd-mmm-yy", "03-APR-26", date(2026, 4, 3)),
]


@pytest.mark.parametrize(("form", "written", "day"), FORMS)
def test_days_are_read_in_the_form_that_is_declared(form: str, written: str, day: date) -> None:
    pattern = cells.day_form(form)
    assert pattern is not None
    said = cells.day_of_form(written, pattern)
    assert said is not None
    assert said.value == day


@pytest.mark.parametrize("form", ["", "dd.mm", "yyyy-mm", "dd.mm.yyy", "day", "dd mm yy yy"])
def test_what_says_no_day_is_no_form(form: str) -> None:
    assert cells.day_form(form) is None
