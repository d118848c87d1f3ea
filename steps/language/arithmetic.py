"""An amount cell written as arithmetic, `20 * 10.00 * 16/31`: exact until it is rounded to money."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

_LONGEST = 300  # characters: as much as a reader checks by hand, and no more parentheses than can be followed
_TOKEN = re.compile(
    r"\s*(?:(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\d,.])|\d+(?:\.\d+)?(?![\d,.]))|(?P<sign>[-+*/()]))"
)


def exact(text: str) -> Fraction:
    """The exact value of +, -, *, / and parentheses over plain numbers. ValueError with a sentence for the author."""
    if len(text) > _LONGEST:
        raise ValueError(f"not an amount: {text[:40]}...; it is longer than {_LONGEST} characters")
    tokens = list(_tokens(text))
    value, rest = _sum(tokens, text)
    if rest:
        raise _not_arithmetic(text)
    return value


def _not_arithmetic(text: str) -> ValueError:
    return ValueError(f"not an amount: {text}; write it like 1,000.00 or 20 * 10.00 * 16/31")


def _tokens(text: str) -> Iterator[str]:
    at = 0
    while at < len(text.rstrip()):
        found = _TOKEN.match(text, at)
        if not found:
            raise _not_arithmetic(text)
        yield found["number"] or found["sign"]
        at = found.end()


def _sum(tokens: list[str], text: str) -> tuple[Fraction, list[str]]:
    value, rest = _product(tokens, text)
    while rest and rest[0] in "+-":
        sign = 1 if rest[0] == "+" else -1
        term, rest = _product(rest[1:], text)
        value += sign * term
    return value, rest


def _product(tokens: list[str], text: str) -> tuple[Fraction, list[str]]:
    value, rest = _factor(tokens, text)
    while rest and rest[0] in "*/":
        divide = rest[0] == "/"
        factor, rest = _factor(rest[1:], text)
        if divide and not factor:
            raise ValueError(f"not an amount: {text}; it divides by zero")
        value = value / factor if divide else value * factor
    return value, rest


def _factor(tokens: list[str], text: str) -> tuple[Fraction, list[str]]:
    if not tokens or tokens[0] in "*/)":
        raise _not_arithmetic(text)
    first, rest = tokens[0], tokens[1:]
    if first in "+-":
        value, rest = _factor(rest, text)
        return (value if first == "+" else -value), rest
    if first != "(":
        return Fraction(first.replace(",", "")), rest
    value, rest = _sum(rest, text)
    if rest[:1] != [")"]:
        raise _not_arithmetic(text)
    return value, rest[1:]
