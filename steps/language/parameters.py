"""The kinds of value a sentence can hold: {money}, {date}, {count} ... Each says what it reads and what to write."""

from __future__ import annotations

import re
from calendar import month_name
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from engine.model.calendar import AccountingPeriod
from engine.model.money import Money, plain_number

# From a steps.language.story.Story, the names that may stand in it, or None where they cannot be told beforehand.
Known = Callable[..., Collection[str] | None]


@dataclass(frozen=True)
class Parameter:
    """One kind of value.

    `regexp` is what it looks like inside a sentence, `transform` turns the text into a noun (ValueError if it only looks
    right), `noun` and `hint` name it to people ("an amount", "1,000.00 USD"), `known` lists the names that may stand here
    in a given story, or None where that cannot be told before the story runs. `ways` are all that can be written, where
    that is no pattern but a list.
    """

    name: str
    regexp: str
    transform: Callable[[str], object]
    noun: str
    hint: str
    known: Known | None = None
    ways: tuple[str, ...] = ()

    def read(self, text: str) -> object:
        """The value, or ValueError with one sentence for the author."""
        if not re.fullmatch(self.regexp, text):
            raise ValueError(self.complaint(text))
        try:
            return self.transform(text)
        except ValueError as wrong:
            said = str(wrong)
            raise ValueError(said if said.startswith("not ") else f"{self.complaint(text)} ({said})") from None

    def complaint(self, text: str) -> str:
        """What to tell the author of a value that is not of this kind."""
        return f"not {self.noun}: {text}; write it like {self.hint}"


_FIRST_YEAR, _LAST_YEAR = 1900, 2199
MONTHS = {name: number for number, name in enumerate(month_name) if number}
_SMALL_NUMBERS = "zero one two three four five six seven eight nine ten eleven twelve".split()
COUNT = rf"\d+(?:,\d+)*|{'|'.join(_SMALL_NUMBERS)}"
_NUMBER = r"[-+]?\d[\d.,]*\d|[-+]?\d"
_CAPITALIZED = r"[A-Z][\w&.'-]*(?: (?:[A-Z][\w&.'-]*|&))*"


def read_date(text: str) -> date:
    """Read "16 March 2026" or "2026-03-16"."""
    if "-" in text:
        year, month, day = (int(part) for part in text.split("-"))
    else:
        written_day, name, written_year = text.split()
        day, month, year = int(written_day), _month(name), int(written_year)
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        raise ValueError(f"not a date: {text}; stories happen between {_FIRST_YEAR} and {_LAST_YEAR}")
    try:
        return date(year, month, day)
    except ValueError:
        raise ValueError(f"not a date: {text}; the calendar has no such day") from None


ANY_CALENDAR = "?"
"""Whichever fiscal calendar the story's company counts in."""


def read_period(text: str) -> AccountingPeriod:
    """Read "March 2026" or "2026-03": a month in the ledger; or "P3 FY2026": a period of a fiscal calendar, whichever it is."""
    if text.startswith("P") and " FY" in text:
        number, year_of_it = text[1:].split(" FY")
        return AccountingPeriod(int(year_of_it), int(number), ANY_CALENDAR)
    if "-" in text:
        year, month = (int(part) for part in text.split("-"))
    else:
        name, written_year = text.split()
        month, year = _month(name), int(written_year)
    if not (1 <= month <= 12 and _FIRST_YEAR <= year <= _LAST_YEAR):
        raise ValueError(f"not a month: {text}; write it like March 2026")
    return AccountingPeriod(year, month)


def read_count(text: str) -> int:
    """Read "20", "1,000" or a small number word ("two")."""
    if text in _SMALL_NUMBERS:
        return _SMALL_NUMBERS.index(text)
    if not re.fullmatch(r"\d+|\d{1,3}(?:,\d{3})+", text):
        raise ValueError(f"not a count: {text}; write it like 20 or 1,000")
    return int(text.replace(",", ""))


def read_percent(text: str) -> Decimal:
    """Read "10%" as the fraction it means: 0.10."""
    return plain_number(text.removesuffix("%").rstrip()) / 100


def read_quantity(text: str) -> int | Decimal:
    """Read "20", "1,000", "-5" or "10.5"."""
    number = plain_number(text)
    return int(number) if number == number.to_integral_value() else number


def read_days(text: str) -> int:
    """Read "30 days" or "one day"."""
    return read_count(text.split()[0])


def unquoted(text: str) -> str:
    """The name without the quotes around it."""
    return text[1:-1] if text[:1] == text[-1:] == '"' else text


def _month(name: str) -> int:
    if name not in MONTHS:
        raise ValueError(f"not a month: {name}; write it in full, like March")
    return MONTHS[name]


STANDARD: tuple[Parameter, ...] = (
    Parameter(
        "money", rf"[A-Z]{{3}} ?(?:{_NUMBER})|(?:{_NUMBER}) ?[A-Z]{{3}}", Money.parse, "an amount", "1,000.00 USD"
    ),
    Parameter("number", _NUMBER, plain_number, "a number", "1,000.00"),
    Parameter("date", r"\d{1,2} [A-Z][a-z]+ \d{4}|\d{4}-\d{2}-\d{2}", read_date, "a date", "16 March 2026"),
    Parameter("period", r"[A-Z][a-z]+ \d{4}|\d{4}-\d{2}|P\d{1,2} FY\d{4}", read_period, "a month", "March 2026"),
    Parameter("percent", rf"(?:{_NUMBER}) ?%", read_percent, "a percentage", "10%"),
    Parameter("count", COUNT, read_count, "a count", "20"),
    Parameter("quantity", _NUMBER, read_quantity, "a quantity", "12.5"),
    Parameter("days", rf"(?:{COUNT}) days?", read_days, "a number of days", "30 days"),
    Parameter("customer", rf'"[^"]+"|{_CAPITALIZED}', unquoted, "a customer", "Globex"),
    Parameter("entity", rf'"[^"]+"|{_CAPITALIZED}', unquoted, "a legal entity", "Northwind Inc"),
    Parameter("product", r'"[^"]+"', unquoted, "a product in quotes", '"Platform seat"'),
    Parameter("company", r'"[^"]+"', unquoted, "a company in quotes", '"Northwind SaaS"'),
    Parameter("string", r'"[^"]*"', unquoted, "words in quotes", '"some words"'),
    Parameter("word", r"[^\s]+", str, "a word", "word"),
    Parameter("int", r"-?\d+", int, "a whole number", "20"),
)

# What every sentence and every table column in this process can name; `steps.language.phrases.parameter_type` adds to it.
DECLARED: dict[str, Parameter] = {parameter.name: parameter for parameter in STANDARD}
