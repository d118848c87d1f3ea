"""A small export of another shape, in which errors are planted that leave every amount as it is, or nearly: each is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from scenarios.production.export import load_export, mistake_of
from tieout.billing_again import compare

MAPPING = """
company: Northwind SaaS
seed: strangers
day format: mm/dd/yyyy
contracts: {file: subs.csv, columns: {contract: Sub, customer: Acct, product: Item, quantity: Units, price: Rate, start: From, end: Thru}}
invoices: {file: docs.csv, columns: {number: Doc, contract: Sub, product: Item, date: Posted, from: Svc from, to: Svc to, quantity: Units}}
"""
SUBS = "Sub|Acct|Item|Units|Rate|From|Thru\nS1|A1|Platform seat|7|9.90|01/01/2026|12/31/2026\n"
# 7 * 9.90 = 69.30 a month, and 10% of tax.
MONTHS = ((31, 1), (28, 2), (31, 3), (30, 4))
DOCS = "Doc|Sub|Item|Posted|Svc from|Svc to|Units|Net|Tax\n" + "".join(
    f"F10{month}|S1|Platform seat|{month:02}/01/2026|{month:02}/01/2026|{month:02}/{days}/2026|7|69.30|6.93\n"
    for days, month in MONTHS
)


def said_of(folder: Path, docs: str) -> list[str]:
    """Everything that is said of the export with these invoices: rejections, notes, differences."""
    (folder / "mapping.yaml").write_text(MAPPING, encoding="utf-8")
    (folder / "subs.csv").write_text(SUBS, encoding="utf-8")
    (folder / "docs.csv").write_text(docs, encoding="utf-8")
    export = load_export(folder, folder / "mapping.yaml")
    noted = [str(one) for one in export.remediated if one.verdict == "noted"]
    return [*(str(mistake_of(one)) for one in export.rejected), *noted, *map(str, compare(export).differences)]


def test_the_export_itself_agrees(tmp_path: Path) -> None:
    assert said_of(tmp_path, DOCS) == []


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("02/28/2026|7|", "02/27/2026|7|", "service: production bills the same for 2026-02-01 to 2026-02-27, by the contract it is"),
        ("03/01/2026|03/31", "03/02/2026|03/31", "service: production bills the same for 2026-03-02 to 2026-03-31"),
        ("02/28/2026|7|", "02/28/2026|-7|", "the quantity -7 is negative, and the net 69.30 is not"),
        ("F104", "F106", "a gap in the numbers: after F103, F104 to F105 are missing"),
        ("F103", "F113", "a gap in the numbers: after F104, F105 to F112 are missing"),
    ],
)  # fmt: skip
def test_what_leaves_the_amount_as_it_is_is_named(tmp_path: Path, old: str, new: str, told: str) -> None:
    assert DOCS.count(old) == 1
    assert any(told in one for one in said_of(tmp_path, DOCS.replace(old, new)))


def test_a_raised_price_is_told_though_the_cents_are_rounded(tmp_path: Path) -> None:
    # 69.30 * 1.03 = 71.379, billed 71.38; 10% of it is 7.14.
    head, first, second, *raised = DOCS.splitlines(keepends=True)
    lines = [line.replace("69.30|6.93", "71.38|7.14") for line in raised]
    told = said_of(tmp_path, "".join([head, first, second, *lines]))
    assert any("price: 3% higher from 2026-03-01 on, like a raised price" in one for one in told)


def test_a_sample_of_invoices_has_no_gaps_worth_telling(tmp_path: Path) -> None:
    thinned = DOCS
    for month, number in ((1, "F110"), (2, "F120"), (3, "F130"), (4, "F140")):
        thinned = thinned.replace(f"F10{month}", number)
    more = "".join(line.replace("F1", "F2") for line in thinned.splitlines(keepends=True)[1:])
    assert not [one for one in said_of(tmp_path, thinned + more) if "gap" in one]
