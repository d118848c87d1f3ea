"""Sales tax and the total asked for, as a company's file writes them: rates, notes, and what a total is rounded to."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, WithJsonSchema

from engine.model.company import TaxNote, TaxRate
from engine.model.money import Money
from scenarios.words import Closed, Day, Percent, Price, Text, reading, wrong


def read_step(text: str) -> Money:
    """Read "0.05 CHF": what can be paid in that currency is a multiple of so much."""
    try:
        step = Money.parse(text)
    except ValueError as mistake:
        raise wrong(f"{mistake}; a step is an amount with its currency, like 0.05 CHF") from None
    if step.minor <= 0:
        raise wrong(f"invoice totals cannot be rounded to {step}; a step is above zero, like 0.05 {step.currency}")
    return step


def _one_each(steps: tuple[Money, ...]) -> tuple[Money, ...]:
    currencies = [step.currency for step in steps]
    for currency in currencies:
        if currencies.count(currency) > 1:
            raise wrong(f"invoice totals in {currency} are rounded to one step, and several are written")
    return steps


PayableStep = Annotated[Money, reading(read_step), WithJsonSchema({"type": "string"})]
PayableSteps = Annotated[tuple[PayableStep, ...], AfterValidator(_one_each)]


class TaxRateShape(Closed):
    """The percentage of a tax code, from a day on if `from` is given.

    `tax`: which of the code's taxes (state, county ...), where it has several; `compound`: yes, if it is on the others too;
    `of price with it`: yes, if the percentage is of the price with the tax in it; `each`: so much for each unit.
    """

    code: Text
    percent: Percent
    start: Day | None = Field(None, alias="from")
    tax: Text | None = None
    compound: Literal["yes", "no"] = "no"
    of_price_with_it: Literal["yes", "no"] = "no"
    each: Price = Decimal(0)
    treatment: Literal["taxed", "zero-rated", "exempt", "reverse charge"] = "taxed"

    def noun(self) -> TaxRate:
        """The rate as billing knows it."""
        return TaxRate(
            code=self.code,
            percent=self.percent,
            start=self.start or date.min,
            tax=self.tax or "",
            compound=self.compound == "yes",
            within=self.of_price_with_it == "yes",
            each=self.each,
            treatment=self.treatment,
        )


class TaxNoteShape(Closed):
    """The sentence on an invoice with a line that is treated so: why there is no tax, or what else the law asks for."""

    treatment: Literal["taxed", "zero-rated", "exempt", "reverse charge"]
    text: Text

    def noun(self) -> TaxNote:
        """The note as billing prints it."""
        return TaxNote(treatment=self.treatment, text=self.text)
