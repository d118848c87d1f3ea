"""The reference integration: a business event in, calls to the other systems' APIs out.

This is the part a company replaces with its own. It knows the events and the APIs, nothing of the systems behind them.
Every call carries the event's number as its idempotency key, so delivering an event twice does its work once.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Protocol

from engine.model.events import BusinessEvent, EventType
from engine.model.orders import Order
from fakes.courier import Receipt
from fakes.http.exchange import Answer, Exchange, Outcome
from fakes.http.shapes import closed

ROUTES: dict[EventType, tuple[str, ...]] = {
    "customer created": ("/billing/customers", "/payments/customers", "/erp/customers"),
    "customer changed": (
        "/crm/master-changes",
        "/billing/master-changes",
        "/payments/master-changes",
        "/erp/master-changes",
    ),
    "customers merged": ("/billing/customer-merges", "/payments/customer-merges", "/erp/customer-merges"),
    "master data changed": ("/crm/master-changes", "/billing/master-changes", "/erp/master-changes"),
    "change quoted": ("/billing/change-quotes",),
    "change previewed": ("/crm/change-previews",),
    "contract activated": ("/erp/contracts",),
    "contract amended": ("/erp/amendments",),
    "contract taken over": ("/crm/takeovers", "/erp/takeovers"),
    "usage recorded": ("/erp/usage",),
    "invoice posted": ("/erp/invoices",),
    "credit memo posted": ("/erp/credit-memos",),
    "rebate settled": ("/erp/rebate-settlements",),
    "customer credit used": ("/erp/credit-uses",),
    "delivery recorded": ("/billing/deliveries",),
    "payment requested": ("/payments/requests",),
    "payment received": ("/billing/payments",),
    "payment pending": ("/billing/pending-payments",),
    "payment failed": ("/billing/payment-failures",),
    "payment applied": ("/erp/applications",),
    "payment identified": ("/erp/identifications",),
    "prepayment released": ("/erp/prepayment-releases",),
    "cash exchanged": ("/erp/cash-exchanges",),
    "deduction taken": ("/erp/deductions",),
    "receivable transferred": ("/payments/receivable-transfers", "/erp/receivable-transfers"),
    "balance transferred": ("/erp/balance-transfers",),
    "payment returned": ("/billing/payment-returns", "/erp/payment-returns"),
    "payment reversed": ("/erp/payment-reversals",),
    "chargeback opened": ("/billing/chargebacks", "/erp/chargebacks"),
    "chargeback decided": ("/billing/chargeback-outcomes", "/erp/chargeback-outcomes"),
    "dispute opened": ("/erp/disputes",),
    "dispute resolved": ("/erp/resolutions",),
    "payment plan agreed": ("/erp/payment-plans",),
    "payment plan ended": ("/erp/payment-plan-ends",),
    "refund approved": ("/erp/refunds", "/payments/refunds"),
    "refund paid": ("/billing/refund-payments", "/erp/refund-payments"),
    "refund returned": ("/billing/refund-returns", "/erp/refund-returns"),
    "invoice written off": ("/erp/write-offs",),
    "tax relief claimed": ("/erp/tax-relief-claims",),
    "receivable reinstated": ("/erp/reinstatements",),
    "recovery received": ("/erp/recoveries",),
    "payout sent": ("/erp/payouts",),
}


MOST_CALLS = 5
"""How often a call is made to a system that says it is too busy."""
TOO_MANY = 429
Send = Callable[[Exchange], Outcome]


class HandsOver(Protocol):
    """What stands between the systems: Tieout's own reference, or a company's."""

    def handle(self, event: BusinessEvent, only_to: str | None = None) -> Iterator[Receipt]:
        """Bring an event to every system it concerns (or to the one named), and say what each answered."""
        ...

    def recipients(self, event: BusinessEvent) -> tuple[str, ...]:
        """The systems an event concerns."""
        ...


@dataclass(frozen=True, slots=True)
class Integration:
    """Hands events over through `send`, which carries one HTTP exchange."""

    send: Send

    def handle(self, event: BusinessEvent, only_to: str | None = None) -> Iterator[Receipt]:
        """Call every system the event concerns (or the one named); a call without an answer is made once more, one to a
        system that is too busy a few times."""
        for path in _paths(event):
            system = path.split("/")[1]
            if only_to in (None, system):
                yield self._call(system, path, event)

    def recipients(self, event: BusinessEvent) -> tuple[str, ...]:
        """The systems an event concerns."""
        return tuple(path.split("/")[1] for path in _paths(event))

    def _call(self, system: str, path: str, event: BusinessEvent) -> Receipt:
        exchange = Exchange(
            method="POST",
            host="fakes.invalid",
            path=path,
            headers={
                "content-type": "application/json",
                "idempotency-key": event.number,
                "business-event": event.number,
            },
            body=closed(type(event.document)).dump_json(event.document),
        )
        outcome = self.send(exchange)
        for _ in range(MOST_CALLS - 1):
            if not _is_busy(outcome):
                break
            outcome = self.send(exchange)
        if not _answered(outcome):
            outcome = self.send(exchange)
        return _receipt(system, outcome)


def _paths(event: BusinessEvent) -> tuple[str, ...]:
    if isinstance(event.document, Order):
        return ("/billing/contracts",) if event.document.kind == "new" else ("/billing/amendments",)
    return ROUTES.get(event.type, ())


def _is_busy(outcome: Outcome) -> bool:
    return isinstance(outcome, Answer) and outcome.status == TOO_MANY


def _answered(outcome: Outcome) -> bool:
    return isinstance(outcome, Answer) and outcome.status < 500


def _receipt(system: str, outcome: Outcome) -> Receipt:
    if not isinstance(outcome, Answer) or outcome.status >= 500:
        return Receipt(system, False, "no answer", "no answer; whether the work was done is unknown")
    if outcome.status >= 400:
        return Receipt(system, False, "refused", json.loads(outcome.body)["error"]["message"])
    return Receipt(system, True, "delivered", "taken")
