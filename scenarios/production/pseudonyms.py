"""Names that stand for the real ones: made up from a seed, the same for the same name, never two names the same."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256


def pseudonyms(seed: str, names: Iterable[str]) -> dict[str, str]:
    """A company's name for each name. The seed is a secret of whoever runs it: without it, nothing leads back."""
    from faker import Faker  # a tenth of a second, which only an import should wait for

    faker, found, taken = Faker("en_US"), dict[str, str](), set[str]()
    for name in dict.fromkeys(names):
        faker.seed_instance(int(sha256(f"{seed}\n{name}".encode()).hexdigest(), 16))
        made = _plain(faker.company())
        while made in taken or made.casefold() == name.casefold():
            made = _plain(f"{faker.last_name()} {faker.company_suffix()}")
        found[name] = made
        taken.add(made)
    return found


def _plain(name: str) -> str:
    """As a story can say it: words that begin with a capital letter."""
    words = name.replace(",", "").replace("-", " ").replace("'", "").split()
    return " ".join(word for word in words if word != "and")
