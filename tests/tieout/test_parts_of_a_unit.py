"""A part of a unit in a cutover set: noted at its place, and loaded as it is; what is measured is none."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from scenarios.migration.checking import SHIPPED, check

NORTHWIND = SHIPPED / "northwind_pilot"


@pytest.mark.parametrize(
    ("product", "quantity", "told"),
    [("Platform seat", "1.5", True), ("Platform seat", "2", False), ("Platform seat", "2.0", False), ("Analytics", "0.5", True)],
)  # fmt: skip
def test_an_open_order_of_a_part_of_a_unit_is_named(tmp_path: Path, product: str, quantity: str, told: bool) -> None:
    folder = Path(shutil.copytree(NORTHWIND, tmp_path / "set"))
    order = f"number,customer,product,quantity,start\nO-1,L-001,{product},{quantity},2026-08-01\n"
    (folder / "orders.csv").write_text(order, encoding="utf-8")
    with (folder / "control_totals.csv").open("a", encoding="utf-8") as out:
        out.write("orders,1,,,\n")
    checked = check(folder)
    assert checked.ready
    said = [f"{one.verdict}: {one.record}: {one.sentence}" for one in checked.findings if "orders.csv:2" in one.place]
    whole = (
        f"noted: orders O-1 {product}: {quantity} units of {product}, which is sold by the unit:"
        " a part of one is seldom meant; it is loaded as it is"
    )
    assert said == ([whole] if told else [])
    assert len(checked.findings) == len(said)
