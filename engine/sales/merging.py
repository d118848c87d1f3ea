"""Two customers become one: which values survive, and whose everything is from then on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from engine.book import Book
from engine.ledger.dimensioning import dimensions
from engine.model.company import Onboarding
from engine.model.document import dated, dates_of
from engine.model.governance import Survival
from engine.model.journal import JournalEntry, JournalLine
from engine.model.masters import CUSTOMER_FIELDS, CustomerMerge, MasterChange, SurvivingValue
from engine.model.money import Money
from engine.refusals import Refused

_NOBODYS = ("cash", "gateway clearing", "tax", "allowance", "unidentified cash", "due from group", "due to group")
"""Accounts whose balance is not this or that customer's, whoever its entries name."""


def merge(book: Book, merged: str, survivor: str, today: date) -> CustomerMerge:
    """One customer is merged into another, field by field by the company's survivorship rules.

    Refused if one of them is unknown or was merged away already, or if they are the same.
    """
    for name in (merged, survivor):
        if name in book.survivors:
            raise Refused("merged-away", f"{name!r} was merged into {book.survivors[name]!r} already")
        if name not in book.customers:
            raise Refused("unknown-customer", f"the CRM knows no customer {name!r}")
    if merged == survivor:
        raise Refused("same-customer", f"{merged!r} cannot be merged into itself")
    fields = tuple(_surviving(book, merged, survivor))
    kept: Any = {CUSTOMER_FIELDS[one.field]: one.value for one in fields}
    return CustomerMerge(
        number=f"MERGE-{book.count(CustomerMerge) + 1}",
        **dated(today),
        customer=survivor,
        merged=merged,
        record=replace(book.customers[survivor], **kept),
        fields=fields,
    )


def _surviving(book: Book, merged: str, survivor: str) -> Iterator[SurvivingValue]:
    rules = {rule.field: rule.rule for rule in book.company.governance.survivorship}
    for field, attribute in CUSTOMER_FIELDS.items():
        rule = rules.get(field, "system of record")
        chosen = _chosen(book, attribute, rule, merged, survivor)
        value = getattr(book.customers[chosen], attribute)
        yield SurvivingValue(field=field, value=value, source=chosen, rule=rule)


def _chosen(book: Book, attribute: str, rule: Survival, merged: str, survivor: str) -> str:
    """Whose value it is: an empty one never survives a filled one, and where a rule decides nothing the survivor's stays."""
    filled = [name for name in (survivor, merged) if getattr(book.customers[name], attribute)] or [survivor]
    if rule == "newest":
        return max(filled, key=lambda name: _since(book, name))
    if rule == "most complete":
        return max(filled, key=lambda name: len(getattr(book.customers[name], attribute)))
    return max(filled, key=lambda name: _origin(book, name) == "crm")


def _since(book: Book, name: str) -> tuple[date, int]:
    """When a customer became known: the day, and the how-manieth it was; those of the company's file came first."""
    known = book.about(Onboarding, "customer", name)
    order = list(book.customers).index(name)
    return (known[0].event_date, order) if known else (date.min, order)


def _origin(book: Book, name: str) -> str:
    known = book.about(Onboarding, "customer", name)
    return known[0].origin if known else "crm"


def write(book: Book, change: MasterChange) -> None:
    """One field of a customer is another from now on; of a customer this book does not know, nothing."""
    if known := book.customers.get(change.customer):
        written: Any = {CUSTOMER_FIELDS[change.field]: change.value}
        book.customers[change.customer] = replace(known, **written)


def follow(book: Book, merge: CustomerMerge) -> None:
    """Whatever this book holds about the merged customer is the survivor's from now on; posted entries stay as they are."""
    book.customers.pop(merge.merged, None)
    book.customers[merge.customer] = merge.record
    book.hand_over(merge.merged, merge.customer, frozen=(JournalEntry, CustomerMerge, Onboarding))


def transfer(book: Book, merge: CustomerMerge) -> Iterator[JournalEntry]:
    """What stands on the ledger's accounts for the merged customer, moved to the survivor: one entry an entity and currency."""
    kept = _kept_by_customer(book)
    standing: dict[tuple[str, str], dict[str, int]] = {}
    for (entity, account, currency, customer), minor in book.tallies("balance").items():
        if customer == merge.merged and account in kept:
            standing.setdefault((entity, currency), {})[account] = minor
    for (entity, currency), accounts in sorted(standing.items()):
        yield JournalEntry(
            number=f"JE-{merge.number}-{entity}-{currency}",
            **dates_of(merge),
            entity=entity,
            currency=currency,
            source_kind="merge",
            source=merge.number,
            label="",
            customer=merge.customer,
            event=f"customers merged:{merge.number}",
            lines=tuple(_lines(book, merge, entity, currency, accounts)),
        )


def _kept_by_customer(book: Book) -> set[str]:
    """The accounts on which somebody owns or owes something: what is earned and spent stays with whom it was earned from."""
    accounts = (account for account in book.company.accounts if account.type in ("asset", "liability"))
    return {account.name for account in accounts if account.role not in _NOBODYS}


def _lines(
    book: Book, merge: CustomerMerge, entity: str, currency: str, accounts: dict[str, int]
) -> Iterable[JournalLine]:
    for account, minor in accounts.items():
        amount, base = Money(minor, currency), _worth(book, entity, account, currency, merge.merged)
        given, taken = dimensions(book, merge.customer), dimensions(book, merge.merged)
        yield JournalLine(account=account, amount=amount, customer=merge.customer, base=base, **given)
        yield JournalLine(account=account, amount=-amount, customer=merge.merged, base=-base if base else base, **taken)


def _worth(book: Book, entity: str, account: str, currency: str, customer: str) -> Money | None:
    """What a balance is worth in the books' currency, where it is in another."""
    functional = next(one.currency for one in book.company.entities if one.code == entity)
    if currency == functional:
        return None
    return Money(book.tallied("worth", entity, account, currency, customer), functional)
