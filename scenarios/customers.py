"""What a world leaves open about a customer, made up: always alike for the same company and customer."""

from __future__ import annotations

from functools import lru_cache
from hashlib import sha256
from typing import TYPE_CHECKING

from engine.model.company import Customer

if TYPE_CHECKING:
    from faker import Faker

# Where the made-up addresses lie and what a tax number looks like there, by the company's currency.
_AMERICA = ("en_US", "##-#######")
_HOMES = {"EUR": ("de_DE", "DE#########"), "GBP": ("en_GB", "GB#########"), "JPY": ("ja_JP", "T#############")}


def customer(company: str, currency: str, name: str, **known: str | None) -> Customer:
    """A customer with everything that is known; number, email, address and tax number are made up where it is not.

    Emails end in a domain that RFC 2606 reserves, so nothing is ever sent to anyone.
    """
    number = known.get("number") or f"CUS-{'-'.join(name.upper().split())}"
    parts = ("email", "address", "tax_number")
    made = {} if all(known.get(part) for part in parts) else _made_up(company, currency, name)
    email, address, tax_number = (known.get(part) or made[part] for part in parts)
    return Customer(name=name, number=number, email=email, address=address, tax_number=tax_number)


def _made_up(company: str, currency: str, name: str) -> dict[str, str]:
    locale, tax_number = _HOMES.get(currency, _AMERICA)
    faker = _faker(locale)
    faker.seed_instance(int(sha256(f"{company}\n{name}".encode()).hexdigest(), 16))
    return {
        "email": str(faker.ascii_safe_email()),
        "address": ", ".join(str(faker.address()).split("\n")),
        "tax_number": faker.numerify(tax_number),
    }


@lru_cache
def _faker(locale: str) -> Faker:
    from faker import Faker  # a tenth of a second, which only runs that need a made-up customer should wait for

    return Faker(locale)
