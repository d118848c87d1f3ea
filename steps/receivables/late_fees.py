"""What an overdue invoice costs beside itself."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from engine.model.company import LateFee
from engine.model.money import plain_number
from steps.language.failures import StoryError
from steps.language.phrases import given
from steps.language.tables import Column, Rows, Table
from steps.stage.world import World

FEES = Table(
    "late fees",
    Column("days overdue", "count", required=True, key=True),
    Column("percent", "percent"),
    Column("amount"),
    Column("interest a year", "percent"),
    Column("tax code"),
    Column("open at least"),
    Column("from", "date"),
    Column("minimum"),
    Column("maximum"),
)


@given("these late fees:", table=FEES)
def these_late_fees(world: World, table: Rows) -> None:
    """What is charged once on an invoice so many days overdue, on what is open and not in dispute: a percentage, an amount,
    and interest for each night since it was due or last bore interest. Without a tax code it bears no tax. Of several rows
    of one day the one holds whose "open at least" is reached, as it is "from" the latest day that has come; the fee is no less than
    its minimum and no more than its maximum."""
    world.change_company(late_fees=tuple(_fee(row) for row in table.records()))


def _fee(row: dict[str, object]) -> LateFee:
    days = row["days overdue"]
    assert isinstance(days, int)
    return LateFee(
        days_overdue=days,
        percent=_hundredths(row["percent"]),
        amount=_amount(row["amount"]),
        interest=_hundredths(row["interest a year"]),
        tax_code=str(row["tax code"] or "none"),
        at_least=_amount(row["open at least"]),
        since=row["from"] if isinstance(row["from"], date) else date.min,
        minimum=_amount(row["minimum"]),
        maximum=_amount(row["maximum"]) if row["maximum"] else None,
    )


def _hundredths(share: object) -> Decimal:
    return share * 100 if isinstance(share, Decimal) else Decimal(0)


def _amount(text: object) -> Decimal:
    """An amount in the currency of the invoice. StoryError for what is no number."""
    try:
        return plain_number(str(text)) if text else Decimal(0)
    except ValueError as wrong:
        raise StoryError(f"not an amount: {text}; write it like 25.00") from wrong
