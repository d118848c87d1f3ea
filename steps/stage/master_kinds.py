"""The kinds of value of sentences about master data."""

from __future__ import annotations

import re
from typing import get_args

from engine.model.cadence import in_words
from engine.model.catalog import Recognition
from engine.model.governance import Compared, DuplicateAct, RuleObject, Survival
from engine.model.masters import CUSTOMER_FIELDS
from steps.language.parameters import DECLARED
from steps.language.phrases import parameter_type
from steps.stage.billing_kinds import read_billing


def _choice(name: str, words: tuple[str, ...], noun: str) -> None:
    parameter_type(name, "|".join(words), str, noun=noun, hint=" or ".join(words))


_choice("compared", get_args(Compared), "a value to compare")
_choice("duplicate act", get_args(DuplicateAct), "what follows from a duplicate")
_choice("customer field", tuple(CUSTOMER_FIELDS), "a field of a customer")
_choice("survival", get_args(Survival), "a rule of survival")
_choice("rule object", get_args(RuleObject), "what a rule is of")
_choice("expected loss of", ("invoices", "unbilled"), "what a loss is expected of")
_choice("asked on", ("entry", "closed-won"), "when a rule is asked")
_TREATMENTS: dict[str, Recognition] = {
    "over time": "over time",
    "at once": "point in time",
    "over the term": "over the term",
    "as delivered": "as delivered",
}
parameter_type(
    "revenue treatment",
    "|".join(_TREATMENTS),
    _TREATMENTS.__getitem__,
    noun="a way of recognizing revenue",
    hint=" or ".join(_TREATMENTS),
)


def read_list(text: str) -> tuple[str, ...]:
    """Read "DE, AT": several values, separated by commas."""
    return tuple(part.strip() for part in text.split(","))


def read_ways(text: str) -> tuple[str, ...]:
    """Read "monthly in advance, yearly in advance": ways of billing, as they are compared."""
    return tuple(in_words(read_billing(part)) for part in read_list(text))


def read_counts(text: str) -> tuple[int, ...]:
    """Read "12, 24 or 36"."""
    return tuple(int(part) for part in re.findall(r"\d+", text))


_WAY = DECLARED["billing"].regexp
parameter_type("list", r"[^|]+", read_list, noun="a list", hint="DE, AT")
parameter_type(
    "ways of billing",
    rf"(?:{_WAY})(?:, (?:{_WAY}))*",
    read_ways,
    noun="ways of billing",
    hint="monthly in advance, yearly in advance",
)
parameter_type("list of counts", r"\d+(?:(?:, | or )\d+)*", read_counts, noun="a list of counts", hint="12, 24, 36")
