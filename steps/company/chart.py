"""The chart of accounts and account determination, as a story changes them for itself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args, get_type_hints

from engine.model.journal import LedgerAccount, PostingRule
from scenarios.ledgers import AMOUNTS, Role
from steps.language.nearest import did_you_mean
from steps.language.phrases import given, parameter_type
from steps.language.story import Mistake, Story, story_check
from steps.language.tables import Column, Rows, Table
from steps.stage.world import World

ACCOUNTS = Table(
    "accounts",
    Column("account", required=True, key=True),
    Column("code"),
    Column("type", "account type", required=True),
    Column("role", "account role", default="other"),
)
RULES = Table(
    "posting rules",
    Column("event", required=True, key=True),
    Column("amount", required=True, key=True),
    Column("debit", required=True),
    Column("credit", required=True),
)


@given("these accounts are in the chart:", table=ACCOUNTS)
def these_accounts(world: World, table: Rows) -> None:
    """Accounts beside the company's own: asset, liability, equity, income or expense; a role is what it stands for."""
    world.change_company(accounts=_with_accounts(world.company.accounts, table))


@given("these posting rules hold:", table=RULES)
def these_posting_rules(world: World, table: Rows) -> None:
    """Account determination: what an amount of a business event debits and credits, instead of the company's rule."""
    world.change_company(postings=_with_rules(world.company.postings, table))


@story_check
def _amounts_exist(story: Story) -> Iterator[Mistake]:
    """Every event and amount of a table of posting rules."""
    for step in story.steps:
        if step.rows is not None and step.rows.table is RULES:
            for row, line in zip(step.rows.records(), step.rows.lines, strict=True):
                if wrong := _complaint(str(row["event"]), str(row["amount"])):
                    yield story.mistake(line, wrong)


def _complaint(event: str, amount: str) -> str | None:
    if event not in AMOUNTS:
        return f"the ledger posts no event {event!r}{did_you_mean(event, list(AMOUNTS))}"
    if amount not in AMOUNTS[event]:
        return f"{event!r} has no amount {amount!r}{did_you_mean(amount, list(AMOUNTS[event]))}"
    return None


def _with_accounts(known: tuple[LedgerAccount, ...], table: Rows) -> tuple[LedgerAccount, ...]:
    made = {account.name: account for account in known}
    for number, row in enumerate(table.records(), 1):
        name = str(row["account"])
        made[name] = LedgerAccount(
            code=str(row["code"] or f"9{number:03}"),
            name=name,
            type=str(row["type"]),  # type: ignore[arg-type]  # checked before the story begins
            role=str(row["role"]),
        )
    return tuple(made.values())


def _with_rules(known: tuple[PostingRule, ...], table: Rows) -> tuple[PostingRule, ...]:
    rules = {(rule.event, rule.amount): rule for rule in known}
    for row in table.records():
        event, amount = str(row["event"]), str(row["amount"])
        rules[event, amount] = PostingRule(
            event=event, amount=amount, debit=str(row["debit"]), credit=str(row["credit"])
        )
    return tuple(rules.values())


TYPES = get_args(get_type_hints(LedgerAccount)["type"])
parameter_type(
    "account type", "|".join(TYPES), str, noun="a type of account", hint="asset, liability, equity, income or expense"
)
parameter_type("account role", "|".join(get_args(Role)), str, noun="what an account stands for", hint="receivables")
