"""How values are written in a world: each kind reads a text, or says in one sentence what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Annotated, ClassVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, WithJsonSchema
from pydantic_core import PydanticCustomError

from engine.model.money import Money, known_currencies, plain_number
from scenarios.mistakes import did_you_mean

SAID = "said"
_AMBIGUOUS = re.compile(r"[1-9]\d{0,2}\.\d{3}")


def wrong(sentence: str) -> PydanticCustomError:
    """A mistake in the words that people read."""
    return PydanticCustomError(SAID, "{sentence}", {"sentence": sentence})


class Closed(BaseModel):
    """A shape that takes no keys but its own, written with spaces. `keys_are`: what its keys are called."""

    model_config = ConfigDict(extra="forbid", frozen=True, alias_generator=lambda name: name.replace("_", " "))
    keys_are: ClassVar[str] = "key"


def reading(read: Callable[[str], object]) -> BeforeValidator:
    """Reads one text; a list or a mapping in its place, or nothing, is a mistake of its own."""

    def validate(value: object) -> object:
        if not isinstance(value, str):
            raise wrong(f"takes one value, not a {'list' if isinstance(value, list) else 'group of keys'}")
        if not value.strip():
            raise wrong("nothing is written here; write a value or leave the key out")
        return read(value.strip())

    return BeforeValidator(validate)


def _number(text: str) -> Decimal:
    try:
        return plain_number(text)
    except ValueError:
        raise wrong(f"{text!r} is not a number") from None


def _count(text: str) -> int:
    number = _number(text)
    if number != int(number) or number < 0:
        raise wrong(f"{text!r} is not a whole number from 0 up")
    return int(number)


def read_percent(text: str) -> Decimal:
    """Read "10%" or "10" as ten."""
    number = _number(text.removesuffix("%").strip())
    if not 0 <= number <= 100:
        raise wrong(f"{text!r} is not between 0% and 100%")
    return number


def _price(text: str) -> Decimal:
    if _AMBIGUOUS.fullmatch(text):
        plain = text.replace(".", "")
        raise wrong(f"{text!r} can be read in two ways; write {plain}.00 for thousands or {text}0 for a fraction")
    number = _number(text)
    if number < 0:
        raise wrong(f"{text!r} is below zero; a price is not")
    return number


def read_fee(text: str) -> Decimal | Money:
    """A figure in whatever currency it is taken of, or an amount in one that is named."""
    figure, _, currency = text.partition(" ")
    if not currency:
        return _price(text)
    return Money.of(_price(figure), _currency(currency))


def _money(text: str) -> Money:
    found = read_fee(text)
    if isinstance(found, Decimal):
        raise wrong(f"{text!r} names no currency; write it like 5.00 USD")
    return found


def _day(text: str) -> date:
    try:
        if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
            raise ValueError(text)
        return date.fromisoformat(text)
    except ValueError:
        raise wrong(f"{text!r} is not a day; write it like 2026-07-01") from None


def _currency(text: str) -> str:
    if text not in known_currencies():
        near = did_you_mean(text, known_currencies()) if len(text) == 3 else ""
        raise wrong(f"{text!r} is not a currency of ISO 4217{near or '; write a code such as USD, EUR or JPY'}")
    return text


def _prefix(text: str) -> str:
    if not re.fullmatch(r"[A-Z][A-Z0-9]*", text):
        raise wrong(f"{text!r} cannot begin a number; write capital letters and digits, like NW")
    return text


def _yes_no(text: str) -> bool:
    if text not in ("yes", "no"):
        raise wrong(f"{text!r} is neither yes nor no")
    return text == "yes"


_NUMBER = WithJsonSchema({"type": ["number", "string"]})
Text = Annotated[str, reading(str), WithJsonSchema({"type": ["string", "number"]})]
Count = Annotated[int, reading(_count), WithJsonSchema({"type": "integer", "minimum": 0})]
Percent = Annotated[Decimal, reading(read_percent), _NUMBER]
Price = Annotated[Decimal, reading(_price), _NUMBER]
Fee = Annotated[Decimal | Money, reading(read_fee), WithJsonSchema({"type": ["string", "number"]})]
Amount = Annotated[Money, reading(_money), WithJsonSchema({"type": "string"})]
Day = Annotated[date, reading(_day), WithJsonSchema({"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"})]
Currency = Annotated[str, reading(_currency), WithJsonSchema({"type": "string", "enum": sorted(known_currencies())})]
Prefix = Annotated[str, reading(_prefix), WithJsonSchema({"type": "string", "pattern": "^[A-Z][A-Z0-9]*$"})]
YesNo = Annotated[bool, reading(_yes_no), WithJsonSchema({"enum": ["yes", "no"]})]
