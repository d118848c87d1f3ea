"""What a cell says: each kind reads a text, tells what it had to put right, or says in one sentence why it cannot."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Generic, TypeVar

from engine.model.money import exponent, known_currencies, plain_number
from scenarios.mistakes import did_you_mean
from scenarios.tables.encodings import unspoiled

T = TypeVar("T")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]00:00(?::00)?(?:\.0+)?Z?)?")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
_YEAR_FIRST = re.compile(r"(\d{4})[/.](\d{1,2})[/.](\d{1,2})")
_YEAR_LAST = re.compile(r"(\d{1,2})([/.-])(\d{1,2})[/.-](\d{4})")
_WORDS = re.compile(
    r"(?:(?P<d1>\d{1,2})[. -]*(?P<m1>[A-Za-z]{3,9})|(?P<m2>[A-Za-z]{3,9})[. -]*(?P<d2>\d{1,2})),?[. -]*(?P<y>\d{4})"
)
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_SERIAL = re.compile(r"[34]\d{4}|[34]\d{4}\.0")
_AMBIGUOUS = re.compile(r"-?[1-9]\d{0,2}[.]\d{3}")
_SYMBOLS = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY"}
DAY_FORMATS = {"dd/mm/yyyy": True, "mm/dd/yyyy": False}
_TOKENS = {
    "yyyy": r"(?P<y>\d{4})",
    "yy": r"(?P<y>\d{2})",
    "mmm": r"(?P<m>[A-Za-z]{3,9})",
    "mm": r"(?P<m>\d{1,2})",
    "dd": r"(?P<d>\d{1,2})",
}
_PIVOT = 70
"""Two digits from this on are a year of the last century."""
NUMBER_FORMATS = {"1,234.56": ".", "1.234,56": ","}
_THREE_PLACES = 3


class Unreadable(Exception):
    """A cell that does not say what its column asks for; the sentence says why."""


@dataclass(frozen=True, slots=True)
class Said(Generic[T]):
    """A cell's value. `put_right`: what was changed on the way ("" if nothing)."""

    value: T
    put_right: str = ""


def text(written: str) -> Said[str]:
    """Words without spaces at the ends or doubled, and without what a wrong encoding made of them."""
    if "\ufffd" in written:
        raise Unreadable(f"a letter of {written.strip()!r} was lost in a wrong encoding; write it again")
    cured = unspoiled(written)
    tidy = " ".join(cured.replace("\u00a0", " ").replace("\u200b", "").split())
    if cured != written:
        return Said(tidy, f"{written.strip()!r} was saved in a wrong encoding; read as {tidy!r}")
    return Said(tidy, f"spaces were trimmed: {written!r} is read as {tidy!r}" if tidy != written else "")


def day(written: str, day_first: bool | None = None, epoch: date | None = None) -> Said[date]:
    """A day: ISO's way, or another that can be read in one way only. `day_first`: what 03/04/2026 means, if somebody said.

    `epoch`: the day from which a workbook counts; without it, a spreadsheet's number of a day can be read in two ways.
    """
    plain = written.strip()
    if found := _ISO.fullmatch(plain):
        as_it_is = len(plain) == len("2026-07-01") and plain == written
        return _day(written, found[1], found[2], found[3], put_right=not as_it_is)
    if found := _YEAR_FIRST.fullmatch(plain) or _COMPACT.fullmatch(plain):
        return _day(written, found[1], found[2], found[3])
    if found := _WORDS.fullmatch(plain):
        month = (found["m1"] or found["m2"])[:3].casefold()
        if month in _MONTHS:
            return _day(written, found["y"], str(_MONTHS.index(month) + 1), found["d1"] or found["d2"])
    if found := _YEAR_LAST.fullmatch(plain):
        return _year_last(written, found[1], found[3], found[4], True if found[2] == "." else day_first)
    if _SERIAL.fullmatch(plain) and epoch:
        found_day = epoch + timedelta(days=int(plain.partition(".")[0]))
        return Said(found_day, f"the spreadsheet's day {plain} is read as {found_day}")
    if _SERIAL.fullmatch(plain):
        raise Unreadable(f"{plain!r} looks like a spreadsheet's serial number of a day; write it like 2026-07-01")
    raise Unreadable(f"{plain!r} is not a day; write it like 2026-07-01")


def day_form(said: str) -> re.Pattern[str] | None:
    """How days are written, from a form like dd.mm.yy, yyyymmdd or dd-mmm-yyyy: day, month and year, each once; None if it is no form."""
    parts = re.findall(r"yyyy|yy|mmm|mm|dd|[^a-z]+|.", said.strip().casefold())
    tokens = [part[0] for part in parts if part in _TOKENS]
    if sorted(tokens) != ["d", "m", "y"] or any(part.isalpha() and part not in _TOKENS for part in parts):
        return None
    whole = "".join(_TOKENS.get(part) or re.escape(part) for part in parts)
    apart = all(part not in _TOKENS for part in parts[1::2])
    return re.compile(whole if apart else whole.replace("{1,2}", "{2}"))


def day_of_form(written: str, form: re.Pattern[str]) -> Said[date] | None:
    """A day written in the form that somebody declared; None if it is written otherwise."""
    found = form.fullmatch(written.strip())
    if found is None:
        return None
    name, year = found["m"][:3].casefold(), found["y"]
    if name.isalpha() and name not in _MONTHS:
        return None
    month = str(_MONTHS.index(name) + 1) if name.isalpha() else found["m"]
    whole = year if len(year) > len("26") else f"{19 if int(year) >= _PIVOT else 20}{year}"
    return _day(written, whole, month, found["d"])


def _year_last(written: str, one: str, two: str, year: str, first: bool | None) -> Said[date]:
    """31.12.2026 and 12/31/2026 can be read in one way, 03/04/2026 in two; with dots, the day comes first."""
    if first is None:
        if int(one) <= 12 and int(two) <= 12 and one.lstrip("0") != two.lstrip("0"):
            raise Unreadable(
                f"{written.strip()!r} can be read in two ways, as day/month or month/day;"
                " write it like 2026-07-01, or say 'day format' in cutover.yaml"
            )
        first = int(one) > 12
    d, m = (one, two) if first else (two, one)
    return _day(written, year, m, d)


def _day(written: str, year: str, month: str, day_: str, put_right: bool = True) -> Said[date]:
    try:
        found = date(int(year), int(month), int(day_))
    except ValueError:
        raise Unreadable(f"{written.strip()!r} is no day of the calendar; write it like 2026-07-01") from None
    return Said(found, f"the day {written.strip()!r} is read as {found}" if put_right else "")


def month(written: str, day_first: bool | None = None) -> Said[date]:
    """A month, as its first day: 2026-07, July 2026, 07/2026, or any day of it."""
    plain = written.strip()
    if found := re.fullmatch(r"(\d{4})-(\d{2})", plain):
        said = _day(written, found[1], found[2], "1", put_right=plain != written)
    elif found := re.fullmatch(r"(\d{1,2})[/.-](\d{4})", plain):
        said = _day(written, found[2], found[1], "1")
    elif found := re.fullmatch(r"(\d{4})[/.](\d{1,2})", plain):
        said = _day(written, found[1], found[2], "1")
    elif (found := re.fullmatch(r"([A-Za-z]{3,9})[ .-]*(\d{4})", plain)) and found[1][:3].casefold() in _MONTHS:
        said = _day(written, found[2], str(_MONTHS.index(found[1][:3].casefold()) + 1), "1")
    else:
        try:
            said = day(written, day_first)
        except Unreadable:
            raise Unreadable(f"{plain!r} is not a month; write it like 2026-07") from None
        return Said(said.value.replace(day=1), f"the month {plain!r} is read as {said.value:%Y-%m}")
    return Said(said.value, f"the month {plain!r} is read as {said.value:%Y-%m}" if said.put_right else "")


def number(written: str, decimal: str | None = None) -> Said[Decimal]:
    """A number: 1200.5, 1,200.50 or 1.200,50; negative as -5, 5- or (5). `decimal`: what stands before decimals, if somebody said."""
    plain = re.sub(r"[\s\u00a0\u202f'\u2019]", "", written)
    turned = plain
    if found := re.fullmatch(r"\((.*)\)", plain) or re.fullmatch(r"([^-].*)-", plain):
        turned = f"-{found[1]}"
    turned = turned.replace("\u2212", "-")
    if decimal is None and _AMBIGUOUS.fullmatch(turned):
        raise Unreadable(f"{plain!r} can be read in two ways: as thousands, or with three decimals")
    try:
        value = _with_decimals(turned, decimal)
    except ValueError:
        raise Unreadable(f"{written.strip()!r} is not a number; write it like 1200.00") from None
    exact = re.fullmatch(r"-?\d+(\.\d+)?", written)
    return Said(value, "" if exact else f"the number {written.strip()!r} is read as {value}")


def _with_decimals(turned: str, decimal: str | None) -> Decimal:
    """The number by the format that was said; without one, or where it does not fit, in the one way it can be read."""
    if decimal == "," and re.fullmatch(r"[-+]?(?:\d+|\d{1,3}(?:\.\d{3})+)(?:,\d+)?", turned):
        return Decimal(turned.replace(".", "").replace(",", "."))
    if re.fullmatch(r"[-+]?(?:0|[1-9]\d{3,}),\d+", turned):
        return Decimal(turned.replace(",", "."))
    return plain_number(turned)


def money(written: str, currency: str | None, decimal: str | None = None) -> Said[Decimal]:
    """An amount in a currency: a number that has no more decimals than it. The currency may stand beside it, if it is that one."""
    said = price(written, currency, decimal)
    if currency and said.value != round(said.value, exponent(currency)):
        raise Unreadable(f"{written.strip()!r} has more decimals than {currency}, which has {exponent(currency)}")
    if currency:
        return Said(said.value.quantize(Decimal(1).scaleb(-exponent(currency))), said.put_right)
    return said


def price(written: str, currency: str | None, decimal: str | None = None) -> Said[Decimal]:
    """An amount for one unit, which may have more decimals than its currency. The currency may stand beside it, if it is that one."""
    plain = written.strip()
    beside = re.match(r"([A-Z]{3})\b|([$€£¥])", plain) or re.search(r"\b([A-Z]{3})$|([$€£¥])$", plain)
    if beside and (code := beside[1] or _SYMBOLS[beside[2]]) in known_currencies():
        if currency and code != currency:
            raise Unreadable(f"{plain!r} is in {code}, but the record's currency is {currency}")
        plain = (plain[: beside.start()] + plain[beside.end() :]).strip()
    said = number(plain, decimal or _three_places(plain, currency))
    if plain == written:
        return said
    return Said(said.value, f"the amount {written.strip()!r} is read as {said.value}")


def _three_places(plain: str, currency: str | None) -> str | None:
    """In a currency of three decimals, 1.250 is one and a quarter; 1,250 could be that or a thousand and more."""
    if currency is None or exponent(currency) != _THREE_PLACES:
        return None
    if re.fullmatch(r"-?[1-9]\d{0,2},\d{3}", plain):
        raise Unreadable(f"{plain!r} can be read in two ways: as thousands, or with three decimals")
    return "."


def currency(written: str) -> Said[str]:
    """A code of ISO 4217."""
    code = written.strip().upper()
    code = _SYMBOLS.get(code, code)
    if code not in known_currencies():
        near = did_you_mean(code, known_currencies()) if len(code) == 3 else ""
        raise Unreadable(
            f"{written.strip()!r} is not a currency of ISO 4217{near or '; write a code such as USD or EUR'}"
        )
    return Said(code, f"the currency {written!r} is read as {code}" if code != written else "")


def percent(written: str, decimal: str | None = None) -> Said[Decimal]:
    """A percentage from 0 to 100, with or without its sign."""
    said = number(written.strip().removesuffix("%"), decimal)
    if not 0 <= said.value <= 100:
        raise Unreadable(f"{written.strip()!r} is not between 0% and 100%")
    return said


def choice(answers: Sequence[str], also: dict[str, str] | None = None) -> Callable[[str], Said[str]]:
    """One of these answers, in any case, or a word that is known to mean one of them."""
    by_plain = {_plain(answer): answer for answer in answers} | {_plain(a): b for a, b in (also or {}).items()}

    def read(written: str) -> Said[str]:
        found = by_plain.get(_plain(written))
        if found is None:
            raise Unreadable(f"{written.strip()!r} is not known here{did_you_mean(written, answers)}")
        return Said(found, f"{written.strip()!r} is read as {found!r}" if found != written else "")

    return read


def _plain(word: str) -> str:
    return " ".join(word.replace("_", " ").replace("-", " ").split()).casefold()
