"""How alike two names are: what a CRM's duplicate check asks, counted in insertions and deletions, exactly."""

from __future__ import annotations

import re
from fractions import Fraction

from engine.model.policies import Policies

_LEGAL_FORMS = frozenset(
    "inc incorporated corp corporation co company llc llp lp ltd limited plc pty gmbh ag kg ug se sa sas sarl srl spa bv nv"
    " ab as aps oy oyj kk".split()
)


def alike(first: str, second: str, policies: Policies) -> Fraction:
    """The indel ratio of two names, from 0 to 1, read as the company's convention has it: policy "likeness of names".

    1 - (letters to insert and to delete) / (letters of both together); two names without a letter are not alike.
    """
    one, other = (_read(name, policies) for name in (first, second))
    return _ratio(one, other)


def _ratio(one: str, other: str) -> Fraction:
    # Loaded when two names are compared for the first time: most runs compare none.
    from rapidfuzz.distance import Indel

    whole = len(one) + len(other)
    edits: int = Indel.distance(one, other)
    return Fraction(whole - edits, whole) if whole else Fraction(0)


def _read(name: str, policies: Policies) -> str:
    if policies.name_likeness == "as written":
        return name
    words = re.findall(r"\w+", name.casefold())
    kept = [word for word in words if word not in _LEGAL_FORMS] or words
    return " ".join(sorted(kept) if policies.name_likeness == "words in any order" else kept)
