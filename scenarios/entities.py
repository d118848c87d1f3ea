"""The shape of a company's legal entities, and of the exchange rates between their currencies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from pydantic import Field, model_validator

from engine.model.company import LegalEntity
from engine.model.currency import ExchangeRate, RateKind
from scenarios.charging_words import Zone
from scenarios.lines import Value
from scenarios.mistakes import did_you_mean
from scenarios.words import Closed, Currency, Day, Prefix, Price, Text, wrong


class Entity(Closed):
    """Who sells, keeps books and owes tax. `currency`: in which its books are kept; `invoice prefix` begins its invoice
    numbers, and no other entity's; `country`: where it has its seat; `time zone`: whose calendar its days follow;
    `address` and `tax number`: as they stand on its invoices."""

    code: Text
    name: Text
    currency: Currency
    invoice_prefix: Prefix
    country: Text = ""
    time_zone: Zone = "UTC"
    address: Text = ""
    tax_number: Text = ""

    def noun(self) -> LegalEntity:
        """The entity in the engine's noun."""
        return LegalEntity(
            code=self.code,
            name=self.name,
            currency=self.currency,
            prefix=self.invoice_prefix,
            country=self.country,
            time_zone=self.time_zone,
            address=self.address,
            tax_number=self.tax_number,
        )


class ExchangeRateShape(Closed):
    """One unit of `currency` is worth `rate` units of `into`, from a day on; an average or closing rate holds for the month
    that holds its day. `source`: who said so."""

    currency: Currency
    into: Currency
    rate: Price
    kind: RateKind = "spot"
    source: str = ""
    start: Day | None = Field(None, alias="from")

    @model_validator(mode="after")
    def _of_two(self) -> ExchangeRateShape:
        if self.currency == self.into or not self.rate:
            raise wrong(
                f"one {self.currency} is not worth {self.rate} {self.into}; a rate is above zero, between two currencies"
            )
        return self

    def noun(self) -> ExchangeRate:
        """The rate in the engine's noun."""
        on = self.start or date.min
        return ExchangeRate(
            currency=self.currency, into=self.into, rate=self.rate, kind=self.kind, on=on, source=self.source
        )


def entities_of(world: Value) -> tuple[Value, ...]:
    """The legal entities as written, in either form."""
    one = world.child("legal entity")
    return (*((one,) if one else ()), *world.rows("legal entities"))


def unknown_entities(world: Value, rows: Iterable[Value]) -> Iterator[tuple[int, str]]:
    """Rows that name a legal entity which the company does not have, by code or name."""
    known = [text for entity in entities_of(world) for key in ("code", "name") if (text := entity.text(key))]
    for row in rows:
        named = row.text("legal entity")
        if named and known and named not in known:
            yield row.line_of("legal entity"), f"legal entity: there is no {named!r}{did_you_mean(named, known)}"
