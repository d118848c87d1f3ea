"""Production exports in two currencies, with credits of prices that hold the tax, early payments, usage and a merged customer: each
planted error is named at its row with its cause, and the whole export without one agrees."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from scenarios.production.export import load_export, mistake_of
from tieout.billing_again import compare

MAPPING = """
company: Northwind SaaS
seed: shapes
contracts: {file: contracts.csv}
invoices: {file: invoices.csv}
credit memos: {file: memos.csv}
payments: {file: payments.csv}
customers: {file: customers.csv}
"""
# Usage: 12,000 calls are 10,000 * 0.002 + 2,000 * 0.001 = 22.00 of use beside the fee of 99.00.
TABLES = {
    "customers.csv": """number,name,tax number,currency
A1,Alder,DE100,USD
A2,Birch,DE200,EUR
""",
    "contracts.csv": """contract,customer,product,quantity,price,currency,tax code,start,end,net days
C1,A1,Platform seat,10,10.00,USD,standard,2026-01-01,2026-03-31,30
C2,A2,Platform seat,10,9.00,EUR,standard,2026-01-01,2026-03-31,30
""",
    "invoices.csv": """number,contract,customer,product,date,due date,from,to,quantity,net,tax,total,currency
I1,C1,A1,Platform seat,2026-01-01,2026-01-31,2026-01-01,2026-01-31,10,100.00,10.00,110.00,USD
I2,C1,A1,Platform seat,2026-02-01,2026-03-03,2026-02-01,2026-02-28,10,100.00,10.00,110.00,USD
I3,C2,A2,Platform seat,2026-01-01,2026-01-31,2026-01-01,2026-01-31,10,90.00,9.00,99.00,EUR
I4,C2,A2,Platform seat,2026-02-01,2026-03-03,2026-02-01,2026-02-28,10,90.00,9.00,99.00,EUR
""",
    "memos.csv": """number,invoice,contract,product,date,net,tax,total,currency,reason
M1,I1,C1,Platform seat,2026-01-15,20.00,2.00,22.00,USD,goodwill
M2,I3,C2,Platform seat,2026-01-15,18.00,1.80,19.80,EUR,goodwill
""",
    "payments.csv": """number,invoice,customer,date,amount,currency
P1,I1,A1,2026-01-20,88.00,USD
P2,I3,A2,2026-01-20,79.20,EUR
""",
}


def said_of(folder: Path, tables: dict[str, str]) -> list[str]:
    (folder / "mapping.yaml").write_text(MAPPING, encoding="utf-8")
    for name, text in tables.items():
        (folder / name).write_text(text, encoding="utf-8")
    export = load_export(folder, folder / "mapping.yaml")
    noted = [str(one) for one in export.remediated]
    compared = compare(export)
    return [*(str(mistake_of(one)) for one in export.rejected), *noted, *map(str, compared.differences), *map(str, compared.refused.items())]


def test_the_export_itself_agrees(tmp_path: Path) -> None:
    assert said_of(tmp_path, TABLES) == []


ERRORS = [
    # early payment
    ("payments.csv", "P1,I1,A1,2026-01-20,88.00", "P1,I1,A1,2025-12-20,88.00", "?"),
    ("payments.csv", "P1,I1,A1,2026-01-20,88.00", "P1,I1,A1,2026-01-20,86.24", "?"),
    ("payments.csv", "P1,I1,A1,2026-01-20,88.00", "P1,I1,A1,2026-02-20,86.24", "?"),
    ("payments.csv", "88.00,USD\n", "88.00,USD\nP3,I2,A1,2026-02-10,112.20,USD\n", "?"),
    # currencies
    ("payments.csv", "79.20,EUR", "79.20,USD", "?"),
    ("invoices.csv", "90.00,9.00,99.00,EUR\nI4", "90.00,9.00,99.00,USD\nI4", "?"),
    ("memos.csv", "19.80,EUR", "19.80,USD", "?"),
    ("contracts.csv", "9.00,EUR", "9.00,USD", "?"),
    ("customers.csv", "DE200,EUR", "DE200,USD", "?"),
    ("invoices.csv", "10,90.00,9.00,99.00,EUR\nI4", "10,100.00,10.00,110.00,EUR\nI4", "?"),
    ("invoices.csv", "10,90.00,9.00,99.00,EUR\nI4", "10,98.10,9.81,107.91,EUR\nI4", "?"),
    # inclusive, credits
    ("memos.csv", "20.00,2.00,22.00", "22.00,2.00,24.00", "?"),
    ("memos.csv", "20.00,2.00,22.00", "20.00,0.00,20.00", "?"),
    ("memos.csv", "20.00,2.00,22.00", "20.00,1.60,21.60", "?"),
    ("memos.csv", "20.00,2.00,22.00", "18.18,1.82,20.00", "?"),
    ("invoices.csv", "I2,C1,A1,Platform seat,2026-02-01,2026-03-03,2026-02-01,2026-02-28,10,100.00,10.00,110.00", "I2,C1,A1,Platform seat,2026-02-01,2026-03-03,2026-02-01,2026-02-28,10,90.91,9.09,100.00", "?"),
    # merged customers
    ("invoices.csv", "I2,C1,A1", "I2,C1,A2", "?"),
    ("payments.csv", "P1,I1,A1", "P1,I1,A2", "?"),
    ("customers.csv", "A2,Birch,DE200", "A2,Birch,DE100", "?"),
    ("customers.csv", "A2,Birch,DE200", "A2,Alder Inc,DE200", "?"),
    ("contracts.csv", "C1,A1", "C1,A3", "?"),
    # usage
    ("invoices.csv", "I3,C2", "I5,C1,A1,API access,2026-02-01,2026-03-03,2026-01-01,2026-01-31,12000,22.00,2.20,24.20,USD\nI3,C2", "?"),
    # part unit
    ("contracts.csv", "Platform seat,10,10.00", "Platform seat,1.5,10.00", "?"),
]


if __name__ == "__main__":
    import tempfile
    for file, old, new, said in ERRORS:
        assert TABLES[file].count(old) == 1, (old, TABLES[file].count(old))
        with tempfile.TemporaryDirectory() as d:
            try: got = said_of(Path(d), TABLES | {file: TABLES[file].replace(old, new)})
            except Exception as e: got=[repr(e)[:300]]
            print("==", file, new[-60:]); [print("   ", one) for one in got] or print("   SILENT")
    with tempfile.TemporaryDirectory() as d: print(said_of(Path(d), TABLES))
