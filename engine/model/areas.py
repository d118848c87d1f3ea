"""The areas of a ledger, which close one by one, and how far: softly, for all but named roles, or hard, for everybody."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from engine.model.calendar import AccountingPeriod
from engine.model.document import Document

Area = Literal["receivables", "cash", "revenue", "general ledger"]
CloseKind = Literal["soft", "hard"]
AREAS: tuple[Area, ...] = ("receivables", "cash", "revenue", "general ledger")
# The kinds of documents that entries come from, by area.
_CASH = (
    "chargeback",
    "chargeback outcome",
    "payment return",
    "refund payment",
    "refund return",
    "payout",
    "bank charge",
)
_COSTS = ("contract-cost-incurred", "contract-cost-amortized", "contract-cost-impaired")
_REVENUE = ("revenue", "advance", *_COSTS, "goods-transferred", "goods-returned", "interest-accrued")
_BILLED = ("invoice", "credit memo", "credit use", "dispute", "dispute resolution", "write-off", "reinstatement")
_RECEIVED = ("payment application", "payment reversal", "identification", "deduction", "recovery", "refund")
_RECEIVABLES = (*_BILLED, *_RECEIVED, "tax relief claim")
_AREA_OF: dict[str, Area] = {
    **dict.fromkeys(_CASH, "cash"),
    **dict.fromkeys(_REVENUE, "revenue"),
    **dict.fromkeys(_RECEIVABLES, "receivables"),
}


def area_of(source_kind: str) -> Area:
    """The area that entries of such a document belong to; whatever no other area keeps is the general ledger's."""
    return _AREA_OF.get(source_kind, "general ledger")


@dataclass(frozen=True, kw_only=True, slots=True)
class AreaClose(Document):
    """An area of one legal entity's ledger is closed for a period and all before it.

    A soft close still `admits` the roles and kinds of documents it names ("Controller", "credit memo"); a hard one nobody.
    `hash`: of the area's entries in the period, in order, when it was closed; `entries`: how many they were.
    """

    entity: str
    area: Area
    period: AccountingPeriod
    kind: CloseKind
    admits: tuple[str, ...]
    entries: int
    hash: str

    def lets_in(self, *names: str) -> bool:
        """Whether somebody or something of one of those names may still post."""
        return self.kind == "soft" and bool({name.lower() for name in names} & {one.lower() for one in self.admits})


def strictest(closes: Iterable[AreaClose], period: AccountingPeriod) -> AreaClose | None:
    """What counts for a period: a hard close that covers it, else the latest soft one, else None."""
    covering = [close for close in closes if close.period >= period]
    hard = [close for close in covering if close.kind == "hard"]
    return next(reversed(hard or covering), None)
