"""The kinds of value of sentences about master data."""

from __future__ import annotations

from typing import get_args

from engine.model.governance import Compared, DuplicateAct, Survival
from engine.model.masters import CUSTOMER_FIELDS
from steps.phrases import parameter_type


def _choice(name: str, words: tuple[str, ...], noun: str) -> None:
    parameter_type(name, "|".join(words), str, noun=noun, hint=" or ".join(words))


_choice("compared", get_args(Compared), "a value to compare")
_choice("duplicate act", get_args(DuplicateAct), "what follows from a duplicate")
_choice("customer field", tuple(CUSTOMER_FIELDS), "a field of a customer")
_choice("survival", get_args(Survival), "a rule of survival")
