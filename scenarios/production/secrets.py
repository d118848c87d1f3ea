"""Everything in an export that leads back to somebody, and what stands for it: the same wherever it is written.

The seed decides every pseudonym. It is a secret of whoever runs the import: without it, nothing leads back.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from typing import TYPE_CHECKING

from scenarios.migration.masters import bare_name
from scenarios.production.pseudonyms import pseudonyms

if TYPE_CHECKING:
    from faker import Faker

    from scenarios.production.export import Export

_NUMBERED = {
    "contracts": "contract",
    "invoices": "number",
    "amendments": "number",
    "credit memos": "number",
    "payments": "number",
    "usage": "id",
}
_LETTERS = {"contracts": "C", "invoices": "I", "amendments": "A", "credit memos": "CM", "payments": "P", "usage": "R"}
_WORD = re.compile(r"[^\s,;:()\[\]\"|]+")
_EMAIL = re.compile(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")
_LONG_NUMBER = re.compile(r"\+?\d[\d /.-]{5,}\d")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}|\d{1,2}[./-]\d{1,2}[./-]\d{4}|[\d ]*\d\.\d{2}")
_LONG_WORD = 4


@dataclass(slots=True)
class Secrets:
    """`customers`: a company's name for each; `numbers`: by table and number; `told`: every secret in plain spelling."""

    seed: str
    customers: dict[str, str] = field(default_factory=dict)
    numbers: dict[tuple[str, str], str] = field(default_factory=dict)
    told: dict[str, str] = field(default_factory=dict)
    longest: int = 1

    def number(self, table: str, written: str) -> str:
        """The number that stands for a document's."""
        return self.numbers.get((table, written), written)

    def scrub(self, text: str) -> str:
        """A text in which every secret is replaced; mails and long numbers that no table knows, too."""
        made = _EMAIL.sub(lambda found: self.mail(found[0]), self._replaced(text))
        return _LONG_NUMBER.sub(lambda found: self._unknown(found[0]), made)

    def _unknown(self, digits: str) -> str:
        """Other digits for a long number that no table knows; a day or an amount is none, nor what stands for a number already."""
        known = any(digits in number for number in self.told.values())
        return digits if known or _DAY.fullmatch(digits) else self.shaped(digits)

    def _replaced(self, text: str) -> str:
        """The text word by word: the longest secret that begins at a word goes first."""
        words = [found.span() for found in _WORD.finditer(text)]
        made, at, place = list[str](), 0, 0
        while place < len(words):
            count, until, stands = self._secret(text, words, place)
            if stands is not None:
                made += [text[at : words[place][0]], stands]
                at = until
            place += count
        return "".join([*made, text[at:]])

    def _secret(self, text: str, words: list[tuple[int, int]], place: int) -> tuple[int, int, str | None]:
        """How many words from that place on are a secret, where they end, and what stands for them."""
        for many in range(min(self.longest, len(words) - place), 0, -1):
            written = text[words[place][0] : words[place + many - 1][1]]
            bare = written.rstrip(".!?'\u2019")
            of = re.sub(r"['\u2019]s$", "", bare)
            if (stands := self.told.get(_plain(of))) is not None:
                return many, words[place + many - 1][1], stands + written[len(of) :]
        return 1, 0, None

    def mail(self, written: str) -> str:
        """A mail address in a domain that RFC 2606 reserves."""
        return str(self._faker(written.casefold()).ascii_safe_email())

    def address(self, written: str) -> str:
        """An address for an address."""
        return ", ".join(str(self._faker(written).address()).split("\n"))

    def person(self, written: str) -> str:
        """A person's name for a person's name."""
        return str(self._faker(written).name())

    def shaped(self, written: str) -> str:
        """Other digits in the same shape: a tax number keeps its country and its dashes, a phone number its spaces."""
        digits = str(int(sha256(f"{self.seed}\n{written}".encode()).hexdigest(), 16))
        places = iter(digits)
        return "".join(next(places, "0") if letter.isdigit() else letter for letter in written)

    def _faker(self, written: str) -> Faker:
        from faker import Faker  # a tenth of a second, which only an import should wait for

        faker = Faker("en_US")
        faker.seed_instance(int(sha256(f"{self.seed}\n{written}".encode()).hexdigest(), 16))
        return faker


def secrets(seed: str, export: Export) -> Secrets:
    """Every secret of an export: names, numbers, mails, tax numbers, addresses, phones and contacts."""
    made = Secrets(seed)
    names = dict.fromkeys(export.name_of(one) for one in _customers(export))
    made.customers = pseudonyms(seed, names)
    _numbers(made, export)
    for word, pseudonym in (*_masters(made, export), *_names(made.customers)):
        made.told.setdefault(_plain(word), pseudonym)
    made.told |= {_plain(number): said for (_, number), said in made.numbers.items()}
    made.longest = max((len(secret.split()) for secret in made.told), default=1)
    return made


def _customers(export: Export) -> Iterator[str]:
    for table in ("contracts", "invoices", "payments"):
        yield from (record["customer"] for record in export.case.all(table) if record["customer"])
    yield from (record["name"] for record in export.case.all("customers") if record["name"])


def _numbers(made: Secrets, export: Export) -> None:
    for table, column in _NUMBERED.items():
        taken: set[str] = set()
        for record in export.case.all(table):
            written = record[column]
            if written and (table, written) not in made.numbers:
                number = _number(made.seed, _LETTERS[table], written, taken)
                made.numbers[table, written] = number


def _number(seed: str, letters: str, written: str, taken: set[str]) -> str:
    digits = int(sha256(f"{seed}\n{letters}\n{written}".encode()).hexdigest(), 16)
    made = f"{letters}-{digits % 10**7:07d}"
    while made in taken:
        digits += 1
        made = f"{letters}-{digits % 10**7:07d}"
    taken.add(made)
    return made


def _masters(made: Secrets, export: Export) -> Iterator[tuple[str, str]]:
    for record in export.case.all("customers"):
        name = record["name"]
        if record["number"] and name:
            yield record["number"], customer_number(made, record["number"])
        for column, stands in (
            ("tax number", made.shaped),
            ("email", made.mail),
            ("address", made.address),
            ("phone", made.shaped),
            ("contact", made.person),
        ):
            if record[column]:
                yield record[column], stands(record[column])


def customer_number(made: Secrets, written: str) -> str:
    """The number that stands for a customer's."""
    return _number(made.seed, "CUS", written, set())


def _names(customers: dict[str, str]) -> Iterable[tuple[str, str]]:
    """A customer's name, its name without the legal form, and the word it begins with."""
    for name, pseudonym in customers.items():
        bare, other = bare_name(name), pseudonym.split()[0]
        yield name, pseudonym
        yield bare, pseudonym
        first = bare.split()[0] if bare.split() else ""
        if len(first) >= _LONG_WORD:
            yield first, other


def _plain(text: str) -> str:
    return " ".join(text.rstrip(".!?'\u2019").split()).casefold()
