"""Production exports in two currencies, with credits of prices that hold the tax, early payments, usage and a merged customer: each
planted error is named at its row with its cause, and the whole export without one agrees."""

from __future__ import annotations

from pathlib import Path

import pytest

from scenarios.production.export import load_export
from tieout.billing_again import compare
from tieout.importing import lines

MAPPING = """
company: Northwind SaaS
seed: shapes
contracts: {file: contracts.csv}
invoices: {file: invoices.csv}
credit memos: {file: memos.csv}
payments: {file: payments.csv}
customers: {file: customers.csv}
"""
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


# 12,000 calls are 10,000 * 0.002 + 2,000 * 0.001 = 22.00.
USED = "I5,C1,A1,API access,2026-02-01,2026-03-03,2026-01-01,2026-01-31,12000,22.00,2.20,24.20,USD"


def said_of(folder: Path, tables: dict[str, str]) -> list[str]:
    """What the command says of these tables, but how many were compared."""
    (folder / "mapping.yaml").write_text(MAPPING, encoding="utf-8")
    for name, text in tables.items():
        (folder / name).write_text(text, encoding="utf-8")
    export = load_export(folder, folder / "mapping.yaml")
    return [one for one in lines(export, compare(export)) if ".csv:" in one]


def test_the_export_itself_agrees(tmp_path: Path) -> None:
    assert said_of(tmp_path, TABLES) == []


ERRORS = [
    # Paid too early, short by a discount that nobody granted (2% of 88.00 is 1.76), and 2% too much.
    ("payments.csv", "2026-01-20,88.00", "2025-12-20,88.00", "payments.csv:2", "it came on 2025-12-20, before invoice I1 was issued"),
    ("payments.csv", "88.00", "86.24", "payments.csv:2", "early payment: 2% was kept back 19 days after the invoice"),
    ("payments.csv", "2026-01-20,88.00", "2026-02-20,86.24", "payments.csv:2", "early payment: 2% was kept back, though it came 20 days"),
    ("payments.csv", "88.00,USD", "88.00,USD\nP3,I2,A1,2026-02-10,112.20,USD", "payments.csv:3", "overpaid: 2.20 more than is asked"),
    # Two currencies: of a payment, an invoice, a memo, a contract, a customer; and the price of another list.
    ("payments.csv", "79.20,EUR", "79.20,USD", "payments.csv:3", "in USD, but invoice I3 is in EUR"),
    ("invoices.csv", "99.00,EUR\nI4", "99.00,USD\nI4", "invoices.csv:4", "in USD, but contract C2 is in EUR"),
    ("memos.csv", "19.80,EUR", "19.80,USD", "memos.csv:3", "in USD, but contract C2 is in EUR"),
    ("contracts.csv", "9.00,EUR", "9.00,USD", "contracts.csv:3", "in USD, but customer A2 buys in EUR"),
    ("customers.csv", "DE200,EUR", "DE200,USD", "contracts.csv:3", "in EUR, but customer A2 buys in USD"),
    ("invoices.csv", "90.00,9.00,99.00,EUR\nI4", "100.00,10.00,110.00,EUR\nI4", "invoices.csv:4", "the list price 10.00 USD"),
    # The tax that a price holds: given back as if it were net, left out, at another rate, and taken out of a price without.
    ("memos.csv", "20.00,2.00,22.00", "22.00,2.00,24.00", "memos.csv:2", "tax: production gave back 9.09%, the credited invoice was taxed at 10%"),
    ("memos.csv", "20.00,2.00,22.00", "20.00,0.00,20.00", "memos.csv:2", "tax: production gave back 0.00%, the credited"),
    ("memos.csv", "20.00,2.00,22.00", "20.00,1.60,21.60", "memos.csv:2", "tax: production gave back 8.00%, the credited"),
    ("invoices.csv", "100.00,10.00,110.00,USD\nI3", "90.91,9.09,100.00,USD\nI3", "invoices.csv:3", "took the tax out of a price that does not hold it"),
    # Customers that are one, or were: by document, payment, tax number, name and a number that is gone.
    ("invoices.csv", "I2,C1,A1", "I2,C1,A2", "invoices.csv:3", "contract C1 is of customer A1, not A2"),
    ("payments.csv", "P1,I1,A1", "P1,I1,A2", "payments.csv:2", "invoice I1 is of customer A1, not A2"),
    ("customers.csv", "DE200", "DE100", "customers.csv:3", "duplicate customer: the tax number 'DE100' is that of A1"),
    ("customers.csv", "Birch", "Alder Inc", "customers.csv:3", "duplicate customer: the name 'Alder Inc' is that of A1"),
    ("contracts.csv", "C1,A1", "C1,A3", "contracts.csv:2", "there is no customer 'A3'"),
    # Usage of a product that the contract does not hold; a product that needs the readings; a part of a unit.
    ("invoices.csv", "I3,C2", USED + "\nI3,C2", "invoices.csv:4", "the contract does not ask for it; it holds no API access"),
    ("contracts.csv", "C1,A1,Platform seat,10,10.00", "C1,A1,API access,1,99.00", "contracts.csv:2", "not billed again: C1: API access is charged by its use"),
    ("contracts.csv", "C1,A1,Platform seat,10,", "C1,A1,Platform seat,1.5,", "contracts.csv:2", "1.5 units of Platform seat, which is sold"),
]  # fmt: skip


@pytest.mark.parametrize(("file", "old", "new", "place", "said"), ERRORS)
def test_a_planted_error_is_named_at_its_row(
    tmp_path: Path, file: str, old: str, new: str, place: str, said: str
) -> None:
    assert TABLES[file].count(old) == 1
    found = said_of(tmp_path, TABLES | {file: TABLES[file].replace(old, new)})
    assert [one for one in found if place in one and said in one], found


@pytest.mark.parametrize("part", ["44.00", "86.30", "80.00"])
def test_a_payment_in_part_is_no_difference(tmp_path: Path, part: str) -> None:
    # Of 88.00: a half, 1.70 too little (1.93%), and 8.00 (more than 5%).
    tables = TABLES | {"payments.csv": TABLES["payments.csv"].replace("88.00", part)}
    assert said_of(tmp_path, tables) == []


def test_goodwill_that_holds_the_tax_of_its_invoice_is_none(tmp_path: Path) -> None:
    # 20.00 with 10% of tax inside: 18.18 and 1.82.
    tables = TABLES | {"memos.csv": TABLES["memos.csv"].replace("20.00,2.00,22.00", "18.18,1.82,20.00")}
    assert said_of(tmp_path, tables) == []
