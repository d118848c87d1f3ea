"""Who may approve what: limits by role, and never the role that prepared it."""

from __future__ import annotations

from engine.book import Book
from engine.model.company import ApprovalLimit, LimitedAct
from engine.model.losses import Signatures
from engine.model.money import Money
from engine.refusals import Refused


def authorize(book: Book, act: LimitedAct, amount: Money, signed: Signatures) -> None:
    """Where the company limits the act, a role that may approve the amount has approved it, and another prepared it.

    Refused otherwise, naming who may. Where the company has no limits for the act, nobody needs to sign.
    """
    limits = [limit for limit in book.company.limits if limit.act == act]
    if not limits:
        return
    allowed = [limit.role for limit in limits if _reaches(limit, amount)]
    who = " or ".join(allowed) or "nobody"
    if signed.approved_by not in allowed:
        given = f"{signed.approved_by} may not approve it" if signed.approved_by else "nobody approved it"
        raise Refused("not-approved", f"a {act} of {amount} needs the approval of {who}; {given}")
    if signed.prepared_by == signed.approved_by:
        raise Refused(
            "own-approval", f"a {act} of {amount} was prepared and approved by {who}; another role has to approve"
        )


def _reaches(limit: ApprovalLimit, amount: Money) -> bool:
    return limit.up_to is None or amount <= Money.of(limit.up_to, amount.currency)
