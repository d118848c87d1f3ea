"""What a contract leaves that ends because its customer does not pay: earned ahead of billing, and never to be billed.

Price doubt is revenue, credit doubt is expense (handbook 4.3 and 4.10; IFRS 15.107 and 108, ASC 606-10-45-3): what was earned stays
revenue, and what nobody will pay of it is a credit loss. A contract that leaves a liability leaves nothing of the kind.
"""

from __future__ import annotations

from dataclasses import dataclass

from engine.model.contracts import Amendment
from engine.model.orders import Cancel
from engine.model.revenue import SchedulePiece
from engine.terms.progressing import Pieces


@dataclass(frozen=True, kw_only=True, slots=True)
class Lost(SchedulePiece):
    """What a line's price lacks of what is earned of it, so it is below nothing, or what it has beyond that where another line
    of the contract lacks more: no revenue, but part of the loss."""


def ends_unpaid(amendment: Amendment) -> bool:
    """Whether it ends the contract because the customer does not or cannot pay."""
    return any(isinstance(change, Cancel) and change.reason != "agreed" for change in amendment.changes)


def without_losses(pieces: Pieces) -> tuple[Pieces, dict[str, int]]:
    """The pieces of each line that are revenue, and what is lost of each, in the smallest unit."""
    kept = {line: [piece for piece in own if not isinstance(piece, Lost)] for line, own in pieces.items()}
    gone = {line: [piece.amount.minor for piece in own if isinstance(piece, Lost)] for line, own in pieces.items()}
    return kept, {line: -sum(minors) for line, minors in gone.items() if minors}
