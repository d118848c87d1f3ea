"""What is taken over in a foreign currency opens at the rate the old system booked it at, and a payment realizes the rest."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from engine.model.cadence import Billing
from engine.model.currency import ExchangeRate
from engine.model.cutover import Opening, OpeningCash, OpeningInvoice, OpeningLine
from engine.model.money import Money
from engine.model.orders import RequestedLine, Terms
from fakes.stack import in_process
from ports.stack import Stack
from scenarios.world import find, load

BEGINS, CUTOVER = date(2026, 1, 1), date(2026, 7, 1)
SPOT = {BEGINS: "1.10", CUTOVER: "1.20"}


def eur(text: str) -> Money:
    return Money.parse(text, "EUR")


def company(rates: dict[date, str]) -> object:
    own = tuple(ExchangeRate(currency="EUR", into="USD", rate=Decimal(rate), on=day) for day, rate in rates.items())
    return replace(load(find("Northwind SaaS")), approvals=(), exchange_rates=own)


def a_year(rate: str | None, deferred: str | None = None) -> Opening:
    """A year of support over 1,000.00 euros, billed on 1 January without tax, half of it earned, 400.00 paid."""
    line = RequestedLine(product="Premium support", price=Decimal("1000.00"))
    billed = OpeningInvoice(
        number="OLD-1",
        issued=BEGINS,
        due=date(2026, 1, 31),
        net=eur("1000.00"),
        tax=eur("0.00"),
        paid=eur("400.00"),
        rate=Decimal(rate) if rate else None,
    )
    return Opening(
        number="K-1",
        customer="Globex",
        terms=Terms(start=BEGINS, months=12, currency="EUR", billing=Billing(every_months=12)),
        end=date(2026, 12, 31),
        lines=(OpeningLine(request=line, next_bill=date(2027, 1, 1)),),
        invoices=(billed,),
        billed=eur("1000.00"),
        recognized=eur("500.00"),
        rate=Decimal(deferred) if deferred else None,
    )


def worths(stack: Stack) -> dict[str, str]:
    found: dict[str, int] = {}
    for entry in stack.erp.journal(date.min, stack.clock.today()):
        for line in entry.lines:
            found[line.account] = found.get(line.account, 0) + line.booked.minor
    return {account: str(Money(minor, "USD")) for account, minor in found.items() if minor}


def opened(rates: dict[date, str], opening: Opening) -> Stack:
    stack = in_process()
    stack.clock.reset(company(rates), CUTOVER)  # type: ignore[arg-type]
    stack.billing.take_over(opening)
    return stack


# 600.00 euros are open, 500.00 deferred.
@pytest.mark.parametrize(
    ("rates", "booked", "deferred", "open_", "liability"),
    [
        (SPOT, "1.05", "1.08", "630.00 USD", "-540.00 USD"),
        (SPOT, None, None, "660.00 USD", "-600.00 USD"),
        ({date(2026, 6, 1): "1.20"}, None, None, "720.00 USD", "-600.00 USD"),
    ],
    ids=["as it was booked", "at the rate of the day it was issued", "at the cutover day's where no other is stated"],
)
def test_each_balance_opens_at_its_own_rate(
    rates: dict[date, str], booked: str | None, deferred: str | None, open_: str, liability: str
) -> None:
    found = worths(opened(rates, a_year(booked, deferred)))
    assert (found["Receivables"], found["Contract liability"]) == (open_, liability)


def test_a_payment_realizes_what_the_rate_moved_since_the_old_system_booked() -> None:
    # 600.00 at 1.05 are 630.00; they come at 1.20: 720.00, of which 90.00 are realized.
    stack = opened(SPOT, a_year("1.05", "1.08"))
    stack.payments.receive("Globex", eur("600.00"), "OLD-1", "")
    found = worths(stack)
    assert "Receivables" not in found
    assert (found["Cash"], found["Realized exchange differences"]) == ("720.00 USD", "-90.00 USD")


def test_a_receivable_that_comes_back_comes_back_at_that_rate() -> None:
    stack = opened(SPOT, a_year("1.05", "1.08"))
    paid = stack.payments.receive("Globex", eur("600.00"), "OLD-1", "")
    stack.billing.take_off(paid.number, "OLD-1")
    assert worths(stack)["Receivables"] == "630.00 USD"


def test_cash_opens_at_its_own_rate() -> None:
    for rate, worth in ((Decimal("1.07"), "-107.00 USD"), (None, "-110.00 USD")):
        stack = in_process()
        stack.clock.reset(company(SPOT), CUTOVER)  # type: ignore[arg-type]
        cash = OpeningCash(number="P-1", customer="Globex", received=date(2026, 2, 1), amount=eur("100.00"), rate=rate)
        stack.billing.take_over_cash(cash)
        assert worths(stack)["Unapplied cash"] == worth
