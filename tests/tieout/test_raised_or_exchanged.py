"""An export of two products to an invoice: what one line alone is off by is no exchange rate, and readings alike are all named."""

from __future__ import annotations

from pathlib import Path

import pytest

from scenarios.production.export import load_export
from tieout.billing_again import compare

MAPPING = """
company: Meridian Group
seed: raised
currency: EUR
contracts: {file: subs.csv, columns: {contract: Sub, customer: Acct, product: Item, quantity: Units, price: Rate, start: From, end: Thru, billing: Cycle}}
invoices: {file: docs.csv, columns: {number: Doc, contract: Sub, product: Item, date: Posted, net: Base}}
usage: {file: meter.csv, columns: {id: Ref, contract: Sub, product: Item, date: On, quantity: Count}}
"""
SUBS = """Sub,Acct,Item,Units,Rate,From,Thru,Cycle
S1,A1,Workspace,7,11.00,2026-01-01,2026-12-31,quarterly in advance
S1,A1,Archive,1,2200.00,2026-01-01,2026-12-31,quarterly in advance
S2,A2,Data transfer,,0.05,2026-01-01,2026-12-31,monthly in arrears
"""
# 7 * 11.00 * 3 months = 231.00; 2,200.00 a year is 550.00 a quarter; 600 readings a month at 0.05 are 30.00.
DOCS = """Doc,Sub,Item,Posted,Base
D101,S1,Workspace,2026-01-01,231.00
D101,S1,Archive,2026-01-01,550.00
D102,S2,Data transfer,2026-02-01,30.00
D103,S2,Data transfer,2026-03-01,30.00
D104,S1,Workspace,2026-04-01,231.00
D104,S1,Archive,2026-04-01,550.00
D105,S2,Data transfer,2026-04-01,30.00
"""
METER = "Ref,Sub,Item,On,Count\n" + "".join(
    f"R{month}a,S2,Data transfer,2026-{month:02}-05,200\nR{month}b,S2,Data transfer,2026-{month:02}-20,400\n"
    for month in (1, 2, 3)
)


def causes(folder: Path, docs: str = DOCS, meter: str = METER, mapping: str = MAPPING) -> list[str]:
    """What is said of each net that differs."""
    for name, text in (("mapping.yaml", mapping), ("subs.csv", SUBS), ("docs.csv", docs), ("meter.csv", meter)):
        (folder / name).write_text(text, encoding="utf-8")
    found = compare(load_export(folder, folder / "mapping.yaml"))
    assert not found.refused
    return [one.cause for one in found.differences]


def test_the_export_itself_agrees(tmp_path: Path) -> None:
    assert causes(tmp_path) == []


# The group knows 1.1000 and 1.1100 dollars for a euro. 231.00 * 1.10 = 254.10, * 1.11 = 256.41, * 4/3 = 308.00; 550.00 * 1.10 = 605.00.
OPEN = "price: neither quantity, days nor rounding explains it; it is"
RATE = "exchange rate: production's figure is the contract's times 1.1000 USD per EUR (from 2026-01-15)"
NETS = [
    ({"2026-04-01,231.00": "2026-04-01,254.10"}, ["price: 10% more than the contract says; nothing else differs on this invoice"]),
    ({"2026-04-01,231.00": "2026-04-01,256.41"}, ["price: 11% more than the contract says; nothing else differs on this invoice"]),
    ({"2026-04-01,231.00": "2026-04-01,222.43"}, [f"{OPEN} 0.9629 times the contract's amount, and the other lines are right"]),
    ({"2026-04-01,231.00": "2026-04-01,254.10", "2026-04-01,550.00": "2026-04-01,605.00"}, [RATE, RATE]),
    ({"D104,S1,Archive,2026-04-01,550.00\n": "", "2026-04-01,231.00": "2026-04-01,254.10"}, [f"{RATE}; or its price is 10% higher"]),
    ({"2026-04-01,550.00": "2026-04-01,733.33"}, [f"{OPEN} 1.3333 times the contract's amount, and the other lines are right"]),
    ({"2026-04-01,231.00": "2026-04-01,385.00"}, ["proration: production's amount is that of 5 months, the contract bills 3"]),
]  # fmt: skip


@pytest.mark.parametrize(("changed", "said"), NETS)
def test_one_line_that_is_raised_is_no_exchange_rate(tmp_path: Path, changed: dict[str, str], said: list[str]) -> None:
    docs = DOCS
    for old, new in changed.items():
        assert docs.count(old) == 1, old
        docs = docs.replace(old, new)
    assert [one for one in causes(tmp_path, docs) if not one.startswith("missing invoice")] == said


def test_each_reading_that_may_be_the_moved_one_is_named(tmp_path: Path) -> None:
    # February bills 600, and its readings come to 200 since R2b says March: it, or one of January or of March, was billed with them.
    moved = METER.replace("R2b,S2,Data transfer,2026-02-20", "R2b,S2,Data transfer,2026-03-02")
    assert causes(tmp_path, meter=moved) == [
        (
            "usage: production billed 600, the readings come to 200; reading R2b of 2026-03-02 or R1b of 2026-01-20 or R3b of 2026-03-20"
            " is of another billing period"
        ),
        "usage: production billed 600, the readings come to 1000; reading R2b of 2026-03-02 or R3b of 2026-03-20 is not billed",
    ]
