"""From what on errors are material, as a company's file says it."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated, Literal, NamedTuple

from pydantic import WithJsonSchema

from engine.model import findings
from engine.model.money import Money
from scenarios.words import reading, wrong

_SHARE = re.compile(r"(\d+(?:\.\d+)?)% of (revenue|profit)")


class Stated(NamedTuple):
    """An amount in the company's currency, or a percentage of a year's revenue or profit before tax."""

    amount: Decimal | None = None
    percent: Decimal = Decimal(0)
    of: Literal["revenue", "profit"] = "revenue"


def read_materiality(text: str) -> Stated:
    """ "500.00", "1% of revenue", "5% of profit"; anything else is a mistake."""
    if told := _SHARE.fullmatch(text):
        return Stated(percent=Decimal(told[1]), of="profit" if told[2] == "profit" else "revenue")
    if re.fullmatch(r"\d+(\.\d+)?", text.replace(",", "")):
        return Stated(amount=Decimal(text.replace(",", "")))
    raise wrong(f"not from what on errors are material: {text}; write it like 500.00 or 1% of revenue")


Materiality = Annotated[Stated, reading(read_materiality), WithJsonSchema({"type": ["string", "number"]})]


def materiality_of(stated: Stated | None, currency: str) -> findings.Materiality | None:
    """The same in the engine's nouns."""
    if stated is None or stated.amount is None:
        return stated and findings.Materiality(percent=stated.percent, of=stated.of)
    return findings.Materiality(amount=Money.of(stated.amount, currency))
