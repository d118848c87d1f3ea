"""Parts of a unit: 1.5 of a product that is sold by the unit is seldom meant, and nobody is stopped from selling it."""

from __future__ import annotations

from engine.model.catalog import Charge
from scenarios.migration.case import Case
from scenarios.migration.findings import Record


def look_at_parts(case: Case, *tables: str) -> None:
    """Every record that asks for a part of a unit is noted at its place; it is loaded as it is."""
    for table in tables:
        for record in case.all(table):
            if is_part(case, record):
                said = (
                    f"{record['quantity']} units of {record['product']}, which is sold by the unit: a part of one is seldom meant;"
                    " it is loaded as it is"
                )
                case.note(record, "validity", said, "quantity")


def is_part(case: Case, record: Record) -> bool:
    """Whether the quantity is no whole number, and no amount or use that is measured."""
    quantity = record["quantity"]
    product = next((p for p in case.company.products if p.name == record["product"]), None)
    if product is None or quantity is None or quantity == int(quantity):
        return False
    plan = product.plan(record["plan"]) or product.plan()
    return any(_by_unit(charge) for charge in (plan.charges if plan else ()))


def _by_unit(charge: Charge) -> bool:
    return charge.kind != "usage" and charge.model != "percentage" and charge.recognition != "as delivered"
