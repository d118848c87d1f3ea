"""Billing's cash desk: payments as they come in, what is kept back of them, and who sent them."""

from __future__ import annotations

from collections.abc import Sequence

from engine.billing.open_items import open_disputes
from engine.model.cash import CashExchange, Deduction, DeductionKind, Identification, PrepaymentRelease
from engine.model.currency import ExchangeRate
from engine.model.invoices import Invoice
from engine.model.money import Money
from engine.model.payments import Payment, PaymentApplication
from engine.model.reversals import PaymentReversal
from engine.model.transfers import BalanceTransfer, ReceivableTransfer
from engine.receivables import applying, converting, deducting, disputing, freeing, penalizing, reversing
from fakes.systems.system import SystemOfRecord


class CashDesk(SystemOfRecord):
    """What billing does with money."""

    def take_payment(self, payment: Payment) -> Payment:
        """Dispose of a payment; the same payment again changes nothing."""
        if not self.book.has(Payment, payment.number):
            receipt = applying.receive(self.book, payment, self.today)
            self.book.add(payment)
            self._keep_receipt(receipt)
        return self.book.get(Payment, payment.number)

    def _keep_receipt(self, receipt: applying.Receipt) -> None:
        self.keep(receipt.documents())
        for made in receipt.applications():
            penalizing.paid(self.book, made, self.today)
        for invoice, amount, reason, part in receipt.claims:
            self.keep([disputing.dispute(self.book, invoice, None, amount, reason, self.today, part=part)])

    def apply(
        self,
        payment: str,
        invoice: str,
        amount: Money | None,
        settles: Money | None = None,
        rate: ExchangeRate | None = None,
    ) -> PaymentApplication:
        """Apply cash that stands unapplied, to an invoice in another currency at the rate of the day or as agreed."""
        made = converting.apply(self.book, payment, invoice, amount, settles, self.today, rate)
        self.keep_paid(made)
        return made.application

    def keep_paid(self, made: converting.Paid) -> None:
        """Take down that cash which stood unapplied pays something."""
        self.keep((*made.exchanges, made.application))
        penalizing.paid(self.book, made.application, self.today)

    def take_off(self, payment: str, invoice: str) -> PaymentReversal:
        """Un-apply: a payment pays an invoice no longer, and nothing of what was kept back of it is borne any more."""
        made = self.written(reversing.take_off(self.book, payment, invoice, self.today))
        self.keep(converting.undone(self.book, payment, invoice, self.today))
        self.keep(deducting.undone(self.book, payment, invoice, self.today))
        return made

    def deduct(self, invoice: str, kind: DeductionKind, amount: Money, note: str) -> Deduction:
        """Accept a deduction; a dispute about exactly that ends with it, nothing being credited."""
        made = deducting.deduct(self.book, invoice, kind, amount, note, self.today)
        for dispute in open_disputes(self.book, self.book.get(Invoice, invoice)):
            if dispute.amount == amount:
                self.keep(
                    document
                    for document in disputing.resolve(
                        self.book, dispute.number, Money.zero(amount.currency), self.today
                    )
                    if document
                )
                break
        return self.written(made)

    def identify(self, payment: str, customer: str, invoice: str | None) -> Identification:
        """Finance finds out who sent money."""
        found, receipt = applying.identify(self.book, payment, customer, invoice, self.today)
        self.keep([found])
        self._keep_receipt(receipt)
        return found

    def free(self, contract: str, amount: Money | None) -> tuple[PrepaymentRelease, ...]:
        """What was paid ahead of a contract stands unapplied."""
        made = tuple(freeing.free(self.book, contract, amount, self.today))
        self.keep(made)
        return made

    def prepayment_releases(self) -> Sequence[PrepaymentRelease]:
        """What was paid ahead of contracts and is no longer."""
        return self.book.all(PrepaymentRelease)

    def cash_exchanges(self) -> Sequence[CashExchange]:
        """What of unapplied cash became another currency."""
        return self.book.all(CashExchange)

    def receivable_transfers(self) -> Sequence[ReceivableTransfer]:
        """Which open invoices passed to another legal entity."""
        return self.book.all(ReceivableTransfer)

    def balance_transfers(self) -> Sequence[BalanceTransfer]:
        """What customers have to their credit that passed to another legal entity."""
        return self.book.all(BalanceTransfer)

    def deductions(self) -> Sequence[Deduction]:
        """What payers kept back and the company bears."""
        return self.book.all(Deduction)

    def identifications(self) -> Sequence[Identification]:
        """Whose money turned out to be whose."""
        return self.book.all(Identification)
