"""Billing documents as a whole: previews, voids, credit on the account, days to pay."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from engine.model.money import Money
from engine.model.orders import PaymentShare, PaymentTerms
from steps.billing.invoices import INVOICE_LINES, invoice_lines_of
from steps.language.phrases import given, parameter_type, then, when
from steps.language.tables import Column, Rows, Table
from steps.stage.names import invoice_named
from steps.stage.world import World


@dataclass(frozen=True)
class ToPay:
    """From when the days to pay count, and how many."""

    terms: PaymentTerms
    days: int


def read_to_pay(text: str) -> ToPay:
    """Read "on receipt", "within 2 weeks", "within 1 month", "within 10 business days", "45 days end of month", "10 days after the
    end of the month", "on the 15th of the month", "on the 10th of the next month" or "on the 10th of the second month after"."""
    number = int(found[0]) if (found := re.search(r"\d+", text)) else 0
    if text.startswith("on the"):
        if not 1 <= number <= 31:
            raise ValueError(f"not a day of a month: {text}")
        months = next((later for words, later in _LATER.items() if text.endswith(words)), 0)
        return ToPay(PaymentTerms(rule="fixed day", day=number, months=months), 0)
    if text.startswith("within") and "month" in text:
        return ToPay(PaymentTerms(rule="months", months=number), 0)
    rule = next((rule for words, rule in _RULES.items() if words in text), "net")
    return ToPay(PaymentTerms(rule=rule), number * 7 if "week" in text else number)  # type: ignore[arg-type]  # of _RULES


_LATER = {"of the next month": 1, "of the second month after": 2}
_RULES = {
    "after the end of the month": "after end of month",
    "end of the month": "end of month",
    "end of month": "end of month",
    "business day": "business days",
}
parameter_type(
    "to pay",
    r"on receipt|at the end of the month|\d{1,3} days? end of month|\d{1,3} days? after the end of the month"
    r"|within \d{1,3} (?:business days?|days?|weeks?|months?)"
    r"|on the \d{1,2}(?:st|nd|rd|th) of the (?:month|next month|second month after)",
    read_to_pay,
    noun="days to pay",
    hint="45 days end of month, within 2 weeks, within 10 business days or on the 10th of the next month",
)


@given("{customer} is to pay {to pay}")
def is_to_pay(world: World, customer: str, due: ToPay) -> None:
    """The days to pay of the customer's next contract, instead of those it is signed with."""
    world.to_pay[customer] = (due.terms, due.days)


SHARES = Table(
    "installments to agree on", Column("due", "to pay", required=True), Column("part", "percent", default=None)
)
PARTS = Table(
    "installments of an invoice", Column("due", "date", required=True, key=True), Column("amount", "amount", key=True)
)


@given("{customer} is to pay in these parts:", table=SHARES)
def is_to_pay_in_parts(world: World, customer: str, table: Rows) -> None:
    """Each invoice of the customer's next contract is due in parts, each rounded and the last of them the rest; a part without a
    percentage is the rest, or an equal share of it where there are several."""
    shares = tuple(_share(row["part"], row["due"]) for row in table.records())  # type: ignore[arg-type]  # by the kind of its column
    world.to_pay[customer] = (PaymentTerms(shares=shares), max((share.net_days for share in shares), default=0))


def _share(part: Decimal | None, due: ToPay) -> PaymentShare:
    terms, percent = due.terms, None if part is None else part * 100
    return PaymentShare(percent=percent, rule=terms.rule, day=terms.day, months=terms.months, net_days=due.days)


@then("{invoice} of {customer} is due in these parts:", table=PARTS)
def is_due_in_parts(world: World, invoice: str, customer: str, table: Rows) -> None:
    """Every part of an invoice as it was issued, tax included, and no other."""
    parts = invoice_named(world.stack, customer, invoice).installments
    found = [{"due": part.due_date, "amount": part.amount} for part in parts]
    world.check(table, found, f"the parts of {invoice} of {customer}")


@when("finance voids {invoice} of {customer}")
def voids(world: World, invoice: str, customer: str) -> None:
    """An unsettled invoice is taken back in full and not billed again."""
    number = invoice_named(world.stack, customer, invoice).number
    world.attempt(lambda: world.billing.void(number, False))


@when("finance voids {invoice} of {customer} and bills it anew")
def voids_and_bills(world: World, invoice: str, customer: str) -> None:
    """An unsettled invoice is taken back in full; what it billed is due again and billed today, as things stand now."""
    number = invoice_named(world.stack, customer, invoice).number
    world.attempt(lambda: world.billing.void(number, True))


@when("finance credits {customer} {money} on the account")
def credits_account(world: World, customer: str, net: Money) -> None:
    """Goodwill over all the customer's invoices, the oldest open ones first: that much without tax, whose tax follows."""
    world.attempt(lambda: world.billing.credit_account(customer, net))


@when("finance credits {customer} {money} on line {count} of {invoice}")
def credits_line(world: World, customer: str, net: Money, line: int, invoice: str) -> None:
    """Goodwill on one line of an invoice: that much without tax; its tax follows."""
    number = invoice_named(world.stack, customer, invoice).number
    world.attempt(lambda: world.billing.credit(number, line, net, "goodwill"))


@then("the preview of {customer} to {date} is:", table=INVOICE_LINES)
def preview_is(world: World, customer: str, through: date, table: Rows) -> None:
    """The invoice lines still to come up to that day, if nothing more happens; and no other. Nothing is written."""
    found = invoice_lines_of(world, world.billing.preview(customer, through))
    world.check(table, found, f"the preview of {customer} to {through}")
