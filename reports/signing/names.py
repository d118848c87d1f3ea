"""Printed names under signatures: when two are one, and when one is written so that it passes for another."""

from __future__ import annotations

import unicodedata

# Alphabets that share the shapes of letters; a name is written in one of them.
_ALIKE = ("LATIN", "GREEK", "CYRILLIC", "ARMENIAN", "CHEROKEE")


def plain_name(name: str) -> str:
    """A name as names are compared: one form of each letter, no capitals, single spaces."""
    return " ".join(unicodedata.normalize("NFKC", name).split()).casefold()


def disguised(name: str) -> str:
    """Why a name may pass for another's; "" if it is written plainly."""
    hidden = next((letter for letter in name if unicodedata.category(letter) in ("Cf", "Cc", "Co", "Cn")), "")
    if hidden:
        return f"holds the invisible sign U+{ord(hidden):04X}"
    if unicodedata.normalize("NFKC", name) != unicodedata.normalize("NFC", name):
        return "holds letters that only look like usual ones"
    alphabets = {unicodedata.name(letter, "").partition(" ")[0] for letter in name if letter.isalpha()}
    mixed = [alphabet.capitalize() for alphabet in _ALIKE if alphabet in alphabets]
    return f"mixes {' and '.join(mixed)} letters" if len(mixed) > 1 else ""
