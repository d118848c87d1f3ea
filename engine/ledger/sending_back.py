"""What the way of money means for the ledger: payouts of the gateway, refunds, chargebacks and payments that come back
(handbook 4.5 to 4.7)."""

from __future__ import annotations

from engine.ledger.drafting import Draft
from engine.model.payments import Payout, Refund, RefundPayment
from engine.model.reversals import Chargeback, ChargebackOutcome, PaymentReturn, PaymentReversal, RefundReturn


def refund(draft: Draft, refund: Refund) -> None:
    """It is owed to the customer from where it was held."""
    draft.add(f"from {refund.source}", refund.amount.minor)


def refund_payment(draft: Draft, payment: RefundPayment) -> None:
    """What was owed leaves by the bank, or through what the gateway still holds."""
    draft.add("paid by bank" if payment.method == "bank transfer" else "paid", payment.amount.minor)


def refund_return(draft: Draft, back: RefundReturn) -> None:
    """It is owed again."""
    draft.add("returned to bank" if back.method == "bank transfer" else "returned", back.amount.minor)


def payout(draft: Draft, payout: Payout) -> None:
    """What the gateway held reaches the bank, less its fee."""
    draft.add("net", payout.net.minor)
    draft.add("fee", payout.fee.minor)


def chargeback(draft: Draft, chargeback: Chargeback) -> None:
    """Where the receivable is reopened, what billing takes back of the payment is posted with that (handbook P6, 4.7)."""
    held = {"disputed funds": "disputed", "taken out of revenue": "conceded"}
    if chargeback.held in held:
        draft.add(held[chargeback.held], chargeback.amount.minor, invoice=chargeback.invoice)
    draft.add("fee", chargeback.fee.minor)


def chargeback_outcome(draft: Draft, outcome: ChargebackOutcome) -> None:
    """What was won comes back to where the chargeback put it."""
    held = {"disputed funds": "won", "taken out of revenue": "won back to revenue"}
    if outcome.held in held:
        draft.add(held[outcome.held], outcome.won.minor, invoice=outcome.invoice)
    draft.add("fee returned", outcome.fee_returned.minor)


def payment_return(draft: Draft, back: PaymentReturn) -> None:
    """What the bank takes for it; billing takes the payment back with a document of its own."""
    draft.add("fee", back.fee.minor)


def payment_reversal(draft: Draft, made: PaymentReversal) -> None:
    """What a payment paid is open again, and what was kept of it is gone."""
    for settlement in made.settlements:
        draft.add(f"to {made.to}", settlement.amount.minor, invoice=settlement.invoice)
    if made.to != "unapplied cash":
        draft.add(f"unapplied to {made.to}", made.unapplied.minor)
