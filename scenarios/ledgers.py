"""The shape of a ledger: its chart of accounts, and which event debits what."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Literal

from pydantic import Field, create_model, model_validator

from engine.model.journal import LedgerAccount, PostingRule
from scenarios.words import Closed, Text, wrong

# The amounts of each event that the ledger posts, by the names that posting rules use.
AMOUNTS: dict[str, tuple[str, ...]] = {
    "invoice posted": ("deferred", "unbilled", "conditional", "tax", "rounding", "not yet due"),
    "credit memo posted": (
        "deferred",
        "unbilled",
        "conditional",
        "earned",
        "reserved",
        "expected",
        "tax",
        "rounding",
        "held",
        "not yet due",
    ),
    "customer credit used": ("used", "not yet due"),
    "payment applied": (
        "applied by card",
        "applied by direct debit",
        "applied by bank transfer",
        "unapplied by card",
        "unapplied by direct debit",
        "unapplied by bank transfer",
        "prepaid",
        "credited",
        "unidentified",
        "from unapplied",
        "from prepayment",
        "not yet due",
    ),
    "payment identified": ("identified",),
    "prepayment released": ("released",),
    "cash exchanged": ("given", "taken", "taken back"),
    "contract taken over": (
        "receivable",
        "liability",
        "unbilled",
        "conditional",
        "unapplied",
        "credited",
        "prepaid",
        "not yet due",
    ),
    "receivable transferred": ("receivable",),
    "balance transferred": ("unapplied cash", "customer credit"),
    "deduction taken": (
        "discount",
        "withholding tax",
        "bank charge",
        "small difference",
        "credit loss",
        "concession",
        "tax",
        "not yet due",
    ),
    "payment returned": ("fee",),
    "payment reversed": (
        "to unapplied cash",
        "to gateway clearing",
        "to disputed funds",
        "unapplied to gateway clearing",
        "unapplied to disputed funds",
        "not yet due",
    ),
    "chargeback opened": ("disputed", "conceded", "fee"),
    "chargeback decided": ("won", "won back to revenue", "fee returned"),
    "dispute opened": ("reserved", "doubted"),
    "dispute resolved": ("released", "doubt ended"),
    "refund approved": ("from customer credit", "from unapplied cash"),
    "refund paid": ("paid", "paid by bank"),
    "refund returned": ("returned", "returned to bank"),
    "invoice written off": ("allowance", "direct", "small difference", "tax relief", "not yet due"),
    "tax relief claimed": ("claimed", "not yet due"),
    "receivable reinstated": (
        "reinstated allowance",
        "reinstated direct",
        "reinstated small difference",
        "tax",
        "not yet due",
    ),
    "recovery received": (
        "recovered by card",
        "recovered by direct debit",
        "recovered by bank transfer",
        "tax by card",
        "tax by direct debit",
        "tax by bank transfer",
        "not yet due",
    ),
    "payout sent": ("net", "fee"),
    "revenue posted": ("released", "accrued", "conditional", "expected refunds", "passed on"),
    "contract left unpaid": tuple(
        f"{name}{ahead}" for name in ("lost", "provided") for ahead in ("", " unbilled", " conditional")
    ),
    "contract cost incurred": ("capitalized", "expensed"),
    "contract cost amortized": ("amortized",),
    "contract cost impaired": ("impaired", "written off"),
    "goods transferred": ("sold", "expected back"),
    "goods returned": ("returned",),
    "interest accrued": (
        "expense",
        "expense unbilled",
        "expense conditional",
        "income",
        "income unbilled",
        "income conditional",
    ),
    "contract transferred": ("liability", "unbilled", "conditional", "costs", "refunds", "goods", "held off"),
    "price paid out": ("paid", "paid unbilled", "paid conditional"),
    "noncash consideration received": ("received", "received unbilled", "received conditional"),
    "sales tax borne": ("borne", "borne unbilled", "borne conditional"),
    "provision made": ("provided", "onerous"),
    "provision used": ("used",),
    "bank charge booked": ("charged",),
    "intercompany charged": ("charged", "borne"),
    "intercompany settled": ("paid", "received"),
    "allowance adjusted": ("provided",),
    "advance held off": ("held off",),
}

# The amounts that only some companies post, whose ledgers alone need rules for them: tax that is due when paid, and what rounds an
# invoice's total.
SELDOM = ("not yet due", "rounding")

Role = Literal[
    "receivables",
    "contract liability",
    "unbilled receivable",
    "contract asset",
    "revenue",
    "tax",
    "tax on hold",
    "gateway clearing",
    "disputed funds",
    "cash",
    "unapplied cash",
    "unidentified cash",
    "customer credits",
    "refund payable",
    "refund liability",
    "allowance",
    "concessions",
    "credit loss",
    "fees",
    "small differences",
    "rounding differences",
    "withholding tax",
    "due from group",
    "due to group",
    "intercompany revenue",
    "intercompany expense",
    "retained earnings",
    "translation difference",
    "migration clearing",
    "exchange clearing",
    "realized exchange difference",
    "unrealized exchange difference",
    "contract costs",
    "inventory",
    "recoverable goods",
    "held off",
    "monetary",
    "investment in group",
    "group equity",
    "other",
]
# What stands on accounts of these is only rolled forward, or (payables, loans, foreign bank accounts) revalued, or eliminated in the
# group; a chart may do without.
COSTS = (
    *("contract costs", "inventory", "recoverable goods", "held off", "monetary"),
    *("investment in group", "group equity"),
)
# The events that only companies with several legal entities post.
AMONG_ENTITIES = ("intercompany charged", "intercompany settled")
# What only companies with several currencies, or several entities that deal with each other, need.
NEEDED_AMONG_ENTITIES = (
    "due from group",
    "due to group",
    "intercompany revenue",
    "intercompany expense",
    "translation difference",
)
NEEDED_ABROAD = ("realized exchange difference", "unrealized exchange difference")
_ALL_ROLES: tuple[str, ...] = Role.__args__  # type: ignore[attr-defined]  # a Literal's own values
ROLES: tuple[str, ...] = tuple(
    role
    for role in _ALL_ROLES
    if role
    not in (
        *(*NEEDED_ABROAD, *NEEDED_AMONG_ENTITIES, *COSTS),
        *("retained earnings", "migration clearing", "exchange clearing", "tax on hold"),
        *("rounding differences", "other"),
    )
)


class Account(Closed):
    """A line of the chart of accounts. `role`: what it stands for in the reconciliations."""

    code: Text
    name: Text
    type: Literal["asset", "liability", "equity", "income", "expense"]
    role: Role = "other"

    def noun(self) -> LedgerAccount:
        """The account in the engine's noun."""
        return LedgerAccount(code=self.code, name=self.name, type=self.type, role=self.role)


class HandedOver(Closed):
    """The account that one customer or legal entity hands over and the account on which it stands with the other."""

    debit: Text
    credit: Text


class Pair(HandedOver):
    """The account debited and the account credited; a negative amount posts the other way round."""

    @model_validator(mode="after")
    def _two_accounts(self) -> Pair:
        if self.debit == self.credit:
            raise wrong(f"debits and credits the same account {self.debit!r}")
        return self


class Amounts(Closed):
    """The amounts of one event, each with its pair of accounts."""

    keys_are: ClassVar[str] = "amount"


class Events(Closed):
    """The events that the ledger posts."""

    keys_are: ClassVar[str] = "event"


_HANDING_OVER = frozenset({"contract transferred", "receivable transferred", "balance transferred"})


def _amounts(event: str) -> type[Amounts]:
    pair: Any = HandedOver if event in _HANDING_OVER else Pair
    fields: dict[str, Any] = {_field(name): (pair | None, None) for name in AMOUNTS[event]}
    return create_model(event.title().replace(" ", ""), __base__=Amounts, __doc__=f"{event}: its amounts.", **fields)


def _field(name: str) -> str:
    return name.replace(" ", "_")


_fields: dict[str, Any] = {_field(event): (_amounts(event) | None, None) for event in AMOUNTS}
if TYPE_CHECKING:
    PostingRules = Events
else:
    PostingRules = create_model("PostingRules", __base__=Events, __doc__=Events.__doc__, **_fields)


def rules(events: Events | None) -> dict[tuple[str, str], PostingRule]:
    """The posting rules by event and amount, in the order of `AMOUNTS`."""
    found: dict[tuple[str, str], PostingRule] = {}
    for event, amounts in AMOUNTS.items():
        for amount in amounts:
            pair = getattr(getattr(events, _field(event), None), _field(amount), None)
            if pair is not None:
                found[event, amount] = PostingRule(event=event, amount=amount, debit=pair.debit, credit=pair.credit)
    return found


class LedgerFile(Closed):
    """A ledger that several companies keep their books by."""

    ledger: Text = Field(description="The name by which a company asks for it.")
    accounts: tuple[Account, ...] = Field(description="The chart of accounts.")
    posting_rules: PostingRules = Field(description="Event by event, which amount debits and credits which account.")
