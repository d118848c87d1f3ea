"""What currencies are worth in each other."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import cast

from engine.model.currency import ExchangeRate, RateKind
from engine.model.money import known_currencies, plain_number
from steps.language.failures import StoryError
from steps.language.phrases import given, parameter_type
from steps.language.tables import Column, Rows, Table
from steps.stage.world import World

parameter_type("currency", "[A-Z]{3}", str, noun="a currency", hint="EUR")
parameter_type(
    "rate kind", "spot|average|closing", str, noun="a kind of exchange rate", hint="spot, average or closing"
)


def read_rate(text: str) -> ExchangeRate:
    """Read "1.13 USD per EUR" or "1.13 USD for 1 EUR"; ValueError for a rate of nothing, or between no two currencies."""
    number, into, *_, currency = text.split()
    made = ExchangeRate(currency=currency, into=into, rate=plain_number(number))
    try:
        return _known(made)
    except StoryError as wrong:
        raise ValueError(str(wrong)) from None


parameter_type(
    "exchange rate",
    r"\d[\d.,]* [A-Z]{3} (?:per|for 1) [A-Z]{3}",
    read_rate,
    noun="an exchange rate",
    hint="1.13 USD per EUR",
)
RATES = Table(
    "exchange rates",
    Column("date", "date", default=date.min),
    Column("from", "currency", required=True),
    Column("to", "currency"),
    Column("rate", "number", required=True),
    Column("kind", "rate kind", default="spot"),
    Column("source"),
)


@given("these exchange rates:", table=RATES)
def these_exchange_rates(world: World, table: Rows) -> None:
    """What one unit of a currency is worth in another (the company's, if none is named). A spot rate holds from its day
    until the next one; an average or closing rate is that of the month of its day."""
    rates = [_rate(world, row) for row in table.records()]
    world.change_company(exchange_rates=(*world.company.exchange_rates, *rates))


def _rate(world: World, row: dict[str, object]) -> ExchangeRate:
    rate, on = row["rate"], row["date"]
    assert isinstance(rate, Decimal)
    assert isinstance(on, date)
    into = str(row["to"] or world.currency)
    kind, source = cast("RateKind", row["kind"]), str(row["source"] or "")
    return _known(ExchangeRate(currency=str(row["from"]), into=into, rate=rate, kind=kind, on=on, source=source))


def _known(rate: ExchangeRate) -> ExchangeRate:
    for code in (rate.currency, rate.into):
        if code not in known_currencies():
            raise StoryError(f"{code} is not a currency of ISO 4217; write a code such as USD, EUR or JPY")
    if rate.rate <= 0 or rate.currency == rate.into:
        raise StoryError(
            f"one {rate.currency} is not worth {rate.rate} {rate.into}; a rate is above zero, between two currencies"
        )
    return rate
