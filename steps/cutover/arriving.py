"""A handover arrives in the systems: each is asked first, so that it arrives whole or not at all."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from engine.model.cutover import Handover
from ports.refusal import Refused, Unreachable
from ports.stack import Stack

Part = tuple[str, Callable[[], object]]
"""Something that arrives: its name, and the call that brings it."""


def would_arrive(stack: Stack, handover: Handover) -> Sequence[str]:
    """What every system would make of it. Refused, with every reason of each, if any of them would not take its part."""
    made, refused = list[str](), list[Refused]()
    for system in (stack.crm, stack.billing, stack.erp):
        try:
            made += system.would_take_over(handover)
        except Refused as no:
            refused.append(no)
    if refused:
        raise Refused(refused[0].code, "; ".join(no.sentence for no in refused), refused[0].system)
    return made


def arrive(stack: Stack, handover: Handover) -> None:
    """Each part goes to the system that owns it. Should a system fall silent in the middle, after all of them agreed to take
    their part, it is said what has arrived and what has not, for somebody to bring the rest or to take back what is there."""
    parts = list(_parts(stack, handover))
    for place, (name, bring) in enumerate(parts):
        try:
            bring()
        except Unreachable as silence:
            there, missing = (", ".join(one for one, _ in some) or "nothing" for some in (parts[:place], parts[place:]))
            said = f"{silence}; the cutover stopped at {name}: {there} arrived, and not {missing}"
            raise Unreachable(said) from silence


def _parts(stack: Stack, handover: Handover) -> Iterator[Part]:
    known = {customer.name for customer in stack.crm.customers()}
    for customer in handover.customers:
        if customer.name not in known:
            yield f"customer {customer.name}", partial(stack.crm.create_customer, customer)
    for opening in handover.openings:
        yield f"contract {opening.number}", partial(stack.billing.take_over, opening)
    for cash in handover.cash:
        yield f"cash {cash.number}", partial(stack.billing.take_over_cash, cash)
    for draft in handover.journals:
        yield f"journal {draft.name!r}", partial(stack.erp.prepare_journal, draft)
        yield f"its approval by {handover.approver}", partial(stack.erp.approve_journal, draft.name, handover.approver)
    for order in handover.orders:
        yield f"open order of {order.customer}", partial(stack.crm.quote, order.customer, order.terms, order.lines)
    for change in handover.changes:
        signed = partial(stack.crm.amend, change.contract, change.changes, change.effective)
        yield f"change of {change.contract}", signed
