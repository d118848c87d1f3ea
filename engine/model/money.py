"""Money: a count of the smallest unit of one currency. Everything between a price and money is an exact fraction."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import total_ordering
from typing import Literal

Rounding = Literal["half up", "half even", "half down", "up", "down"]
Remainder = Literal["largest remainder", "last part absorbs", "first part absorbs"]

# ISO 4217 (list of 2024-06-25): currencies whose smallest unit is not a hundredth; codes in use otherwise have two.
_NO_DECIMALS = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF"
_THREE_DECIMALS = "BHD IQD JOD KWD LYD OMR TND"
_FOUR_DECIMALS = "CLF UYW"
# ISO 4217's code for "no currency involved": a reconciliation that counts documents counts in it.
COUNT = "XXX"
_TWO_DECIMALS = """
AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY COP CRC CUP
CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS
KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD
PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP
TRY TTD TWD TZS UAH USD UYU UZS VED VES WST XCD YER ZAR ZMW ZWG
"""
_EXPONENTS = {
    COUNT: 0,
    **dict.fromkeys(_NO_DECIMALS.split(), 0),
    **dict.fromkeys(_TWO_DECIMALS.split(), 2),
    **dict.fromkeys(_THREE_DECIMALS.split(), 3),
    **dict.fromkeys(_FOUR_DECIMALS.split(), 4),
}


def exponent(currency: str) -> int:
    """Decimals of the currency's smallest unit (ISO 4217): 2 for USD, 0 for JPY, 3 for KWD. ValueError if unknown."""
    if currency in _EXPONENTS:
        return _EXPONENTS[currency]
    raise ValueError(f"{currency!r} is not a currency of ISO 4217; write a code such as USD, EUR or JPY")


def known_currencies() -> frozenset[str]:
    """Every currency code that can be used."""
    return frozenset(_EXPONENTS.keys() - {COUNT})


def rounded(exact: Fraction, rounding: Rounding = "half up") -> int:
    """The nearest whole number; a tie goes away from zero (half up), to the even neighbor (half even) or towards zero (half
    down). Or the next whole number away from zero (up) or towards it (down)."""
    return _rounded(exact.numerator, exact.denominator, rounding)


def _rounded(above: int, below: int, rounding: Rounding) -> int:
    """A fraction as a whole number, in whole numbers throughout: this is done for every amount there is."""
    whole = _WHOLE[rounding](abs(above), below)
    return whole if above >= 0 else -whole


def _half_even(above: int, below: int) -> int:
    whole, rest = divmod(above, below)
    return whole + (2 * rest > below or (2 * rest == below and whole % 2))


_WHOLE: dict[str, Callable[[int, int], int]] = {
    "half up": lambda above, below: (2 * above + below) // (2 * below),
    "half even": _half_even,
    "half down": lambda above, below: -((below - 2 * above) // (2 * below)),
    "up": lambda above, below: -(-above // below),
    "down": lambda above, below: above // below,
}


@total_ordering
@dataclass(frozen=True, slots=True)
class Money:
    """An amount of one currency, as a whole count of its smallest unit (`minor`: cents for USD, yen for JPY).

    Adds, subtracts and compares with the same currency only (ValueError otherwise); never multiplies or divides:
    a price times a quantity is a Fraction, and crosses into money once, through `Money.of`.
    """

    minor: int
    currency: str

    def __post_init__(self) -> None:
        exponent(self.currency)

    @classmethod
    def of(cls, exact: Fraction | Decimal | int, currency: str, rounding: Rounding = "half up") -> Money:
        """The one crossing from exact units (10.005 dollars) to money, rounded to the smallest unit."""
        exact = exact if isinstance(exact, Fraction) else Fraction(exact)
        return cls(_rounded(exact.numerator * 10 ** exponent(currency), exact.denominator, rounding), currency)

    @classmethod
    def zero(cls, currency: str) -> Money:
        """Nothing, in that currency."""
        return cls(0, currency)

    @classmethod
    def parse(cls, text: str, currency: str | None = None) -> Money:
        """Read "1,000.00 USD", "USD 1000", "1.000,00 EUR" or, where the currency is known, "1,000.00"; exact or ValueError."""
        found = _AMOUNT.fullmatch(text.strip())
        code = (found and (found["before"] or found["after"])) or currency
        if not found or not code:
            raise ValueError(f"not an amount: {text!r}; write it like 1,000.00 {currency or 'USD'}")
        number = plain_number(found["number"])
        places = exponent(code)
        if number != round(number, places):
            raise ValueError(f"not an amount: {text!r}; {code} has {places} decimals")
        return cls(int(number.scaleb(places)), code)

    @property
    def exact(self) -> Fraction:
        """The amount in whole units of the currency (dollars, not cents), exactly."""
        return Fraction(self.minor, 10 ** exponent(self.currency))

    def __add__(self, other: Money) -> Money:
        return Money(self.minor + self._same(other), self.currency)

    def __sub__(self, other: Money) -> Money:
        return Money(self.minor - self._same(other), self.currency)

    def __neg__(self) -> Money:
        return Money(-self.minor, self.currency)

    def __abs__(self) -> Money:
        return Money(abs(self.minor), self.currency)

    def __lt__(self, other: Money) -> bool:
        return self.minor < self._same(other)

    def __bool__(self) -> bool:
        return self.minor != 0

    def __str__(self) -> str:
        if self.currency == COUNT:
            return f"{self.minor:,}"
        places = exponent(self.currency)
        return f"{Decimal(self.minor).scaleb(-places):,.{places}f} {self.currency}"

    def allocate(
        self, weights: Sequence[Fraction | int], remainder: Remainder = "largest remainder"
    ) -> tuple[Money, ...]:
        """Split by weights, losing nothing; the smallest units that are left over go where `remainder` says (the largest
        remainders, ties to the first, unless said otherwise). Weights are not all zero, and none is below zero."""
        if len(weights) == 1 and weights[0]:
            return (self,)
        whole = sum(weights, Fraction(0))
        if not whole:
            raise ValueError("cannot split an amount by weights that add up to nothing")
        sign = -1 if self.minor < 0 else 1
        exact = [abs(self.minor) * Fraction(weight) / whole for weight in weights]
        parts = _SPLIT[remainder](abs(self.minor), exact)
        return tuple(Money(sign * part, self.currency) for part in parts)

    def _same(self, other: Money) -> int:
        if self.currency != other.currency:
            raise ValueError(f"{self} and {other} are of different currencies")
        return other.minor


def _by_largest_remainder(minor: int, exact: Sequence[Fraction]) -> list[int]:
    parts = [int(share) for share in exact]
    by_remainder = sorted(range(len(exact)), key=lambda i: (parts[i] - exact[i], i))
    for i in by_remainder[: minor - sum(parts)]:
        parts[i] += 1
    return parts


def _last_absorbs(minor: int, exact: Sequence[Fraction]) -> list[int]:
    """Each part to the nearest, while something is left; the last that has a share takes what is left."""
    last = max(i for i, share in enumerate(exact) if share or not minor)
    parts: list[int] = []
    for i, share in enumerate(exact):
        left = minor - sum(parts)
        parts.append(left if i == last else min(rounded(share), left))
    return parts


_SPLIT: dict[str, Callable[[int, Sequence[Fraction]], list[int]]] = {
    "largest remainder": _by_largest_remainder,
    "last part absorbs": _last_absorbs,
    "first part absorbs": lambda minor, exact: _last_absorbs(minor, exact[::-1])[::-1],
}
_AMOUNT = re.compile(r"(?:(?P<before>[A-Z]{3})\s*)?(?P<number>[-+]?[\d.,]*\d)(?:\s*(?P<after>[A-Z]{3}))?")
_MOST_DIGITS = 20  # more than any ledger holds, and few enough for Decimal to stay exact with every currency's decimals
_GROUPED = re.compile(r"[-+]?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?")
_GROUPED_CONTINENTAL = re.compile(r"[-+]?\d{1,3}(?:\.\d{3})*,\d+|[-+]?\d{1,3}(?:\.\d{3}){2,}")


def plain_number(text: str) -> Decimal:
    """The number as people write it: 1,000.00 or 1.000,00 (with a comma before the decimals). ValueError if neither."""
    if _GROUPED.fullmatch(text):
        number = Decimal(text.replace(",", ""))
    elif _GROUPED_CONTINENTAL.fullmatch(text):
        number = Decimal(text.replace(".", "").replace(",", "."))
    else:
        raise ValueError(f"not an amount: {text!r}; write it like 1,000.00")
    if number.adjusted() >= _MOST_DIGITS:
        raise ValueError(f"not an amount: {text!r}; it has more than {_MOST_DIGITS} digits before the point")
    return number


def total(amounts: Iterable[Money], currency: str) -> Money:
    """The sum of the amounts, all of that currency; zero if there are none."""
    nothing = Money.zero(currency)
    return Money(sum(nothing._same(amount) for amount in amounts), currency)
