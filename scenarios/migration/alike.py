"""Which names are nearly the same, among any number of them: no name is held against all others."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

_ALIKE = 0.9
_SHORT = 6
_RARE = 30
"""A word that so many names hold says nothing about any of them."""


def alike(names: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The places of each name and of an earlier one that it is nearly the same as; names that differ in a number are not."""
    matcher = SequenceMatcher(autojunk=False)
    for later, earlier in sorted(_candidates(names)):
        one, two = names[later], names[earlier]
        if abs(len(one) - len(two)) <= 2 and not _numbered(one, two):
            matcher.set_seqs(two, one)
            if one != two and matcher.quick_ratio() >= _ALIKE and matcher.ratio() >= _ALIKE:
                yield later, earlier


def _candidates(names: Sequence[str]) -> set[tuple[int, int]]:
    """Pairs of which one comes from the other by a letter more, less or changed, or that share a word few others have."""
    near, words = defaultdict[str, list[int]](list), defaultdict[str, list[int]](list)
    for place, name in enumerate(names):
        if len(name) < _SHORT:
            continue
        for key in spellings(name):
            near[key].append(place)
        for word in {word for word in name.split() if len(word) >= _SHORT - 2}:
            words[word].append(place)
    groups = [*near.values(), *(group for group in words.values() if len(group) <= _RARE)]
    return {(later, earlier) for group in groups for at, earlier in enumerate(group) for later in group[at + 1 :]}


def spellings(name: str) -> set[str]:
    """A name, and the name without each of its letters: two that are a letter apart have one of them in common."""
    return {name, *(name[:at] + name[at + 1 :] for at in range(len(name)))}


def _numbered(one: str, two: str) -> bool:
    return re.sub(r"\d+", "", one) == re.sub(r"\d+", "", two)
