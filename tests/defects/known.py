"""Defects that integrations and billing engines really have, one line each, and the features that must go red.

Whoever changes one of these lines puts the defect into the new one.
"""

from __future__ import annotations

from tests.defects.seeding import Defect

_STANDARD = "scenarios/ledgers/standard.yaml"
_AMENDED = ("features/amendments/midterm_upsell.feature", "features/amendments/downgrade.feature")
_CANCELLED = ("features/cancellation/cancellation_with_refund.feature",)
_NEW = ("features/new-business/annual_subscription.feature",)
_TAX = ("features/tax/tax_change.feature",)
_REVENUE = ("features/revenue/modifications.feature",)
_CLOSED = ("features/close/closed_periods.feature",)
_PAID = ("features/receivables/payments_and_refunds.feature",)
_FAILED = ("features/receivables/failed_payment.feature",)
_DISPUTED = ("features/receivables/disputed_invoice.feature",)
_GIVEN_UP = ("features/receivables/write_off.feature",)
_CHARGED_BACK = ("features/receivables/chargebacks.feature",)
_CONTESTED = ("features/receivables/disputed_money.feature",)
_PARTS = ("features/receivables/part_by_part.feature",)
_RETURNED = ("features/receivables/returned_payments.feature",)
_LOST = ("features/integration/lost_events.feature",)
_REPEATED = ("features/integration/repeated_events.feature",)
_SMALL = ("features/receivables/small_rests.feature",)
_ENDED = ("features/revenue/ended_unpaid.feature",)
_DISCOUNTED = ("features/discounts/retroactive_discount.feature",)

KNOWN: dict[str, tuple[Defect, ...]] = {
    "integration": (
        Defect("invoices never reach the ledger", "fakes/integration.py",
               "for path in _paths(event):\n            system", 'for path in _paths(event)[event.type == "invoice posted":]:\n            system', _NEW),
        Defect("amendments never reach billing", "fakes/integration.py",
               'else ("/billing/amendments",)', "else ()", _AMENDED),
        Defect("a lost answer is not asked for again", "fakes/integration.py",
               "if not _answered(outcome):", "if not outcome:", ("features/integration/lost_answers.feature",)),
        Defect("what was lost is never sent again", "fakes/courier.py",
               "for missing in waiting:", "for missing in waiting[1:]:", _LOST),
        Defect("late events arrive a day later still", "fakes/courier.py",
               "timedelta(days=struck[0].days)", "timedelta(days=struck[0].days + 1)", ("features/integration/late_events.feature",)),
    ),
    "ledger": (
        Defect("tax is booked as revenue", _STANDARD,
               "credit: Contract asset}\n    tax: {debit: Receivables, credit: Sales tax payable}",
               "credit: Contract asset}\n    tax: {debit: Receivables, credit: Revenue}", _NEW),
        Defect("invoices are revenue at once", _STANDARD,
               "invoice posted:\n    deferred: {debit: Receivables, credit: Contract liability}",
               "invoice posted:\n    deferred: {debit: Receivables, credit: Revenue}", _NEW),
        Defect("the sign of a payment is turned", _STANDARD,
               "applied by card: {debit: Gateway clearing, credit: Receivables}\n    applied by direct",
               "applied by card: {debit: Receivables, credit: Gateway clearing}\n    applied by direct", _NEW),
        Defect("a write-off takes the expense a second time", _STANDARD,
               "allowance: {debit: Loss allowance, credit: Receivables}",
               "allowance: {debit: Credit loss expense, credit: Receivables}", _GIVEN_UP),
        Defect("an entry forgets the tax of an invoice", "engine/ledger/deriving.py",
               'draft.add("tax", tax.amount.minor, contract=contract, invoice=invoice.number,', 'draft.add("tax", 0, contract=contract, invoice=invoice.number,', _TAX),
        Defect("revenue is taken to the end of the term", "engine/revenue/recognizing.py",
               "earned = scheduled_through(book, schedule, last)", "earned = scheduled_through(book, schedule, schedule.pieces[-1].service.end)", _REVENUE),
        Defect("late entries go into the month that is closed", "engine/ledger/closing.py",
               "found = day if closed is None or", "found = day if closed or closed is None or", _CLOSED),
        Defect("revenue by day begins a day late", "engine/terms/spreading.py",
               "Fraction(so_far.days, service.days)", "Fraction(so_far.days - 1, service.days)", _REVENUE),
    ),
    "billing": (
        Defect("the invoice is due a day later", "engine/billing/maturing.py",
               "return invoiced + timedelta(days=contract.net_days)", "return invoiced + timedelta(days=contract.net_days + 1)", _NEW),
        Defect("an arrears period is billed on its last day", "engine/terms/periods.py",
               "return issued_on(contract, service.end + ONE_DAY)", "return issued_on(contract, service.end)", _NEW),
        Defect("a credit takes all tax of its line", "engine/billing/taxing.py",
               "return Money.of(tax.exact * so_far,", "return Money.of(tax.exact,", (*_CANCELLED, *_AMENDED)),
        Defect("a stale tax rate", "engine/billing/levying.py",
               "max(reversed(known), key=lambda rate: rate.start) for known", "known[0] for known", _TAX),
        Defect("a credit exceeds what is left of its line", "engine/billing/comparing.py",
               "min(worth, left[id(of)])", "worth + worth", _DISCOUNTED),
        Defect("an upsell is charged from the beginning of the period", "engine/billing/comparing.py",
               "yield _Difference(stretch, terms_of(new, quantity), None, None)",
               "yield _Difference(self.period.service, terms_of(new, quantity), None, None)", _AMENDED),
    ),
    "receivables": (
        Defect("money pays the newest invoice", "engine/receivables/disposing.py",
               "found.sort(key=lambda debt: (debt.due_date, debt.invoice.number))",
               "found.sort(key=lambda debt: (debt.due_date, debt.invoice.number), reverse=True)", _PAID),
        Defect("a payment pays what is in dispute", "engine/receivables/disposing.py",
               "return [(debt.invoice, debt.collectible) for", "return [(debt.invoice, debt.open) for", _CONTESTED),
        Defect("a write-off takes what is in dispute", "engine/receivables/writing_off.py",
               "if amount > open_ - contested:", "if amount > open_ + contested:", (*_GIVEN_UP, *_DISPUTED)),
        Defect("tax relief on the gross amount", "engine/receivables/writing_off.py",
               "return _share(book, amount, tax, left_of_total(book, invoice))", "return _share(book, amount, tax, invoice.net)", _GIVEN_UP),
        Defect("a recovery forgets the tax that is owed again", "engine/receivables/writing_off.py",
               "return _share(book, taxed, relief, written_off(book, invoice) - untaxed) - returned", "return returned - returned", _GIVEN_UP),
        Defect("a letter of each level every time", "engine/receivables/dunning.py",
               "debt.due_date + timedelta(days=level.days) <= today", "debt.invoice.event_date + timedelta(days=level.days) <= today", _FAILED),
        Defect("a returned debit leaves the invoice paid", "engine/receivables/reversing.py",
               'for part in made.settlements if book.company.retry_days else ():', 'for part in made.settlements[:0] if book.company.retry_days else ():',
               _RETURNED),
        Defect("of two tolerances the larger counts", "engine/receivables/deducting.py", "short.exact <= min(limits)", "short.exact <= max(limits)", _PARTS),
        Defect("what was paid ahead of a contract pays more each time the day is lived", "engine/receivables/setting_off.py",
               "share.total - _paid_ahead(book, share)", "share.total", _PARTS),
        Defect("each part of a write-off rounds its own relief", "engine/receivables/writing_off.py",
               "return max(nothing, relief_in(book, invoice, so_far) - taken)", "return relief_in(book, invoice, amount)", _PARTS),
        Defect("a lost chargeback is not owed again", "engine/receivables/reversing.py",
               'if outcome.held == "receivable reopened":', 'if outcome.held != "receivable reopened":', _CHARGED_BACK),
    ),
    "money back, ageing and books": (
        Defect("what went back by a method is forgotten", "engine/receivables/refunding.py",
               "left = paid_by(book, customer, method, amount.currency) - gone", "left = paid_by(book, customer, method, amount.currency)",
               ("features/receivables/refunds.feature",)),
        Defect("money goes back while its chargeback is open", "engine/receivables/refunding.py",
               "for pending in open_chargebacks(book, customer):", "for pending in list(open_chargebacks(book, customer))[:0]:",
               ("features/receivables/refusals.feature",)),
        Defect("the due day is overdue already", "reports/papers/ageing.py",
               "row[age_of((day - item.due_date).days)]", "row[age_of((day - item.due_date).days + 1)]", ("features/receivables/views.feature",)),
        Defect("a price is split by what was agreed, not by what each costs alone", "engine/revenue/splitting.py",
               "return split(minor, [worth[promise.line.id] for promise in found], currency)",
               "return split(minor, [promise.price.minor for promise in found], currency)", ("features/revenue/allocation.feature",)),
        Defect("the close revalues at the rate of the day", "engine/ledger/revaluing.py",
               'rate_on(book, currency, entity.currency, today, "closing")', 'rate_on(book, currency, entity.currency, today, "spot")',
               ("features/entities/foreign_currency.feature",)),
        Defect("a contract that passes on leaves half of its balance", "engine/revenue/handing_over.py",
               'position=Money(book.tallied("billed ahead", held.currency, held.number), held.currency)',
               'position=Money(book.tallied("billed ahead", held.currency, held.number) // 2, held.currency)', ("features/entities/entity_transfer.feature",)),
    ),
    "rests, recoveries and what is never paid": (
        Defect("unapplied cash pays as if none of it were used", "engine/receivables/applying.py",
               'part = part_to_pay(amount, left, f"unapplied', 'part = part_to_pay(amount, paid.amount, f"unapplied', _PAID),
        Defect("what a card brings too much becomes credit", "engine/receivables/applying.py",
               'is_credit = payment.method == "bank transfer" and book', "is_credit = book", _SMALL),
        Defect("a small rest is given up on the due day", "engine/receivables/writing_off.py",
               "max(due_days(book, invoice)) < today", "max(due_days(book, invoice)) <= today", _SMALL),
        Defect("a small rest is given up once the first part is overdue", "engine/receivables/writing_off.py",
               "max(due_days(book, invoice)) < today", "min(due_days(book, invoice)) < today", _SMALL),
        Defect("the tax owed again forgets what came before", "engine/receivables/writing_off.py",
               "taxed = recovered(book, invoice) + part - untaxed", "taxed = part - untaxed", _GIVEN_UP),
        Defect("a second claim takes the relief of the first again", "engine/receivables/relieving.py",
               " - total((claim.amount for claim in claims), owed.currency)", "", ("features/receivables/books_of_losses.feature",)),
        Defect("letters go out while the payment is under way", "engine/receivables/dunning.py",
               "elif not (held and is_under_way(", "elif not (not held and is_under_way(", ("features/receivables/letters_under_way.feature",)),
        Defect("what an insolvent customer leaves is taken out of revenue", "engine/revenue/leaving.py",
               'change.reason != "agreed"', 'change.reason == "non-payment"', _ENDED),
        Defect("an allowance stays for what is lost with the contract", "engine/revenue/giving_up.py",
               "return max(min(expected, stands), 0)", "return 0", _ENDED),
        Defect("a foreign invoice is the sum of its rounded lines", "engine/ledger/whole_totals.py",
               "whole = rounded(sum(exact.values(), Fraction(0)))", "whole = sum(map(rounded, exact.values()))",
               ("features/receivables/converted_totals.feature",)),
    ),
}  # fmt: skip
