"""An export in one workbook, in yen, with every kind of amendment: what production billed by them is what the reference bills."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from scenarios.production.export import Export, load_export
from scenarios.production.secrets import secrets
from scenarios.production.stories import feature
from tieout.billing_again import compare

MAPPING = "company: Sakura Cloud\n" + "".join(
    f"{table}: {{file: all.xlsx, sheet: {table.title()}}}\n" for table in ("contracts", "invoices", "amendments")
)
CONTRACTS = ["contract", "customer", "product", "quantity", "price", "price per", "start", "end", "billing", "tax code"]
INVOICES = ["number", "contract", "product", "date", "from", "to", "quantity", "net", "tax", "total"]
AMENDMENTS = [
    "number",
    "contract",
    "change",
    "effective date",
    "signed",
    "product",
    "quantity",
    "price",
    "discount",
    "end",
    "months",
]


class Written:
    """The rows of the three sheets; days as a workbook counts them, and a row of totals."""

    def __init__(self) -> None:
        self.contracts: list[list[object]] = []
        self.invoices: list[list[object]] = []
        self.amendments: list[list[object]] = []

    def deal(
        self, contract: str, end: date = date(2026, 12, 31), start: date = date(2026, 1, 1), billing: str = "monthly"
    ) -> None:
        days = [(day - date(1899, 12, 30)).days for day in (start, end)]
        words = f"{billing} in advance" if "in" not in billing.split() else billing
        self.contracts.append([contract, f"{contract} KK", "SEAT", 10, 1500, "month", *days, words, "standard"])

    def billed(self, contract: str, *nets: tuple[date, date, int]) -> None:
        for start, end, net in nets:
            number = f"S-{len(self.invoices) + 1}"
            tax = (net + 5) // 10
            self.invoices.append([number, contract, "SEAT", start, start, end, None, net, tax, net + tax])

    def amended(self, contract: str, change: str, effective: date, **cells: object) -> None:
        row = {"number": f"X-{contract}", "contract": contract, "change": change, "effective date": effective, **cells}
        self.amendments.append([row.get(column) for column in AMENDMENTS])

    def save(self, folder: Path, added: int = 0) -> Export:
        from openpyxl import Workbook  # type: ignore[import-untyped]

        book = Workbook()
        book.remove(book.active)
        sums = [sum(row[place] for row in self.invoices) for place in (7, 8, 9)]  # type: ignore[misc]
        total = ["Total", *[None] * 6, sums[0] + added, *sums[1:]]
        for name, rows in (
            ("Contracts", [["Everything that runs"], [], CONTRACTS, *self.contracts]),
            (
                "Invoices",
                [["Document", None, None, "Days", None, None, "Amounts"], INVOICES, *self.invoices, total, []],
            ),
            ("Amendments", [AMENDMENTS, *self.amendments]),
        ):
            sheet = book.create_sheet(name)
            for row in rows:
                sheet.append(row)
        book.save(folder / "all.xlsx")
        (folder / "mapping.yaml").write_text(MAPPING, encoding="utf-8")
        return load_export(folder, folder / "mapping.yaml")


def months(nets: Sequence[int], first: int = 1, year: int = 2026) -> list[tuple[date, date, int]]:
    return [(date(year, m, 1), date(year, m, monthrange(year, m)[1]), net) for m, net in enumerate(nets, first)]


@pytest.fixture(scope="module")
def written() -> Written:
    made = Written()
    # Ten seats at 1,500 a month, billed on the first; what is changed is changed from then on.
    made.deal("PRICE")
    made.amended("PRICE", "price change", date(2026, 4, 1), signed=date(2026, 3, 10), product="SEAT", price=1800)
    made.billed("PRICE", *months([15000, 15000, 15000, 18000, 18000]))
    made.deal("SET")
    made.amended("SET", "set quantity", date(2026, 3, 1), product="SEAT", quantity=12)
    made.billed("SET", *months([15000, 15000, 18000, 18000, 18000]))
    made.deal("OFF")
    made.amended("OFF", "discount", date(2026, 4, 1), discount=10)
    made.billed("OFF", *months([15000, 15000, 15000, 13500, 13500]))
    made.deal("RENEW", end=date(2026, 3, 31))
    made.amended("RENEW", "renewal", date(2026, 4, 1), signed=date(2026, 3, 1), months=12)
    made.billed("RENEW", *months([15000] * 5))
    made.deal("LONGER", end=date(2026, 3, 31))
    made.amended("LONGER", "extension", date(2026, 3, 1), end=date(2026, 8, 31))
    made.billed("LONGER", *months([15000] * 5))
    # The calendar's first bill is for 16 of 31 days: 7,741.9. A last one of 15 of May's 31 days: 7,258.1.
    made.deal("CALENDAR", start=date(2026, 1, 16), end=date(2027, 1, 15), billing="monthly in advance by the calendar")
    made.billed("CALENDAR", (date(2026, 1, 16), date(2026, 1, 31), 7742), *months([15000] * 4, first=2))
    made.deal("ODD", end=date(2026, 5, 15))
    made.billed("ODD", *months([15000] * 4), (date(2026, 5, 1), date(2026, 5, 15), 7258))
    return made


def test_what_each_kind_of_amendment_bills_agrees(written: Written, tmp_path: Path) -> None:
    export = written.save(tmp_path)
    assert not export.rejected
    compared = compare(export)
    assert [str(one) for one in compared.differences] == []
    assert (compared.agree, compared.refused) == (7, {})
    told = feature(export, secrets("x", export), {})
    for said in (
        "| price  | Cloud seat | 1800 JPY per month |",
        "| set quantity | Cloud seat | 12",
        "| renewal | 12 months |",
    ):
        assert said in told
    assert "| extension | 31 August 2026 |" in told
    assert "billed monthly in advance by the calendar" in told
    assert "signs an amendment on 31 March 2026, effective 1 April 2026:" in told


def test_a_row_of_totals_that_is_wrong_is_named_with_its_place(written: Written, tmp_path: Path) -> None:
    # 81,000 + 84,000 + 72,000 + 75,000 + 75,000 + 67,742 + 67,258.
    (wrong,) = written.save(tmp_path, added=1).rejected
    assert wrong.sentence == "wrong total: the row of totals says net 522001, the records add up to 522000, -1"
    assert wrong.place.endswith("all.xlsx:Invoices:38")
