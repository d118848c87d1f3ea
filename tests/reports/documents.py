"""Documents for tests in as few words as possible. Amounts are cents of USD."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

from engine.model.calendar import AccountingPeriod, ServicePeriod
from engine.model.contracts import Contract
from engine.model.invoices import CreditMemo, CreditMemoLine, Invoice, InvoiceLine, Settlement
from engine.model.journal import (
    JournalEntry,
    JournalLine,
)
from engine.model.money import Money
from engine.model.orders import Billing, Order
from engine.model.payments import (
    Payment,
    PaymentApplication,
)
from engine.model.revenue import RevenueMonth

JANUARY, FEBRUARY, MARCH, APRIL = (AccountingPeriod(2026, month) for month in (1, 2, 3, 4))


def usd(cents: int) -> Money:
    return Money(cents, "USD")


def day(month: int, number: int) -> date:
    return date(2026, month, number)


def dated(on: date) -> dict[str, date]:
    return {"event_date": on, "effective_date": on, "posting_date": on}


def of(customer: str, on: date) -> dict[str, Any]:
    return {"entity": "NW", "customer": customer, **dated(on)}


def order(number: str, kind: Any, customer: str, on: date, contract: str | None = None) -> Order:
    return Order(number=number, kind=kind, customer=customer, contract=contract, **dated(on))


def contract(number: str, customer: str, order_number: str) -> Contract:
    return Contract(
        number=number,
        **of(customer, day(1, 1)),
        currency="USD",
        order=order_number,
        start=day(1, 1),
        end=day(12, 31),
        billing=Billing(),
        net_days=30,
        tax_code="standard",
        lines=(),
    )


def _charge(service: ServicePeriod, net: int, tax: int) -> dict[str, Any]:
    return {
        "line": "L1",
        "product": "Platform seat",
        "charge": "Seat",
        "service": service,
        "billing_period": service,
        "quantity": 1,
        "price": Decimal(net) / 100,
        "per_months": 1,
        "discount": Decimal(0),
        "net": usd(net),
        "tax_code": "standard",
        "tax_rate": Decimal(10),
        "tax": usd(tax),
    }


def invoice(number: str, customer: str, contract_number: str, on: date, cause: str, net: int, tax: int) -> Invoice:
    service = ServicePeriod(on, AccountingPeriod.of(on).end)
    return Invoice(
        number=number,
        **of(customer, on),
        contract=contract_number,
        currency="USD",
        due_date=date.fromordinal(on.toordinal() + 30),
        cause=cause,
        lines=(InvoiceLine(id=1, **_charge(service, net, tax)),),
    )


def credit_memo(number: str, on: date, net: int, tax: int, concession: bool = False) -> CreditMemo:
    service = ServicePeriod(day(1, 1), day(1, 31))
    credited = _charge(service, net, tax)
    return CreditMemo(
        number=number,
        **of("Initech", on),
        contract="C-3",
        currency="USD",
        reason="amendment",
        cause="downgrade",
        lines=(
            CreditMemoLine(
                invoice="NW-000002", invoice_line=1, revenue_service=service, concession=concession, **credited
            ),
        ),
        settlements=(),
        held=usd(net + tax),
    )


def settles(number: str, cents: int) -> tuple[Settlement, ...]:
    return (Settlement(invoice=number, amount=usd(cents)),)


def payment(number: str, customer: str, on: date, cents: int, method: Any) -> Payment:
    return Payment(number=number, **of(customer, on), amount=usd(cents), method=method)


def application(paid: Payment, number: str, settled: int) -> PaymentApplication:
    return PaymentApplication(
        number=f"AP-{paid.number}",
        **of(paid.customer, paid.posting_date),
        currency="USD",
        payment=paid.number,
        amount=paid.amount,
        settlements=settles(number, settled),
        unapplied=paid.amount - usd(settled),
        method=paid.method,
    )


def entry(event: str, source: Any, *lines: tuple[str, int], label: str = "", about: str | None = None) -> JournalEntry:
    """Lines are account and cents, debit positive; the customer is the document's."""
    customer = getattr(source, "customer", "")
    return JournalEntry(
        number=f"JE-{event}:{source.number}",
        **of(customer, source.posting_date),
        currency="USD",
        source_kind=event.split()[0],
        source=source.number,
        label=label or getattr(source, "cause", ""),
        event=f"{event}:{source.number}",
        lines=tuple(
            JournalLine(
                account=account,
                amount=usd(cents),
                customer=customer,
                contract=about,
                product="Platform seat" if account == "Revenue" else None,
                tax_code="standard" if account == "Sales tax payable" else None,
            )
            for account, cents in lines
        ),
    )


def revenue_entry(contract_number: str, customer: str, period: AccountingPeriod, cents: int) -> JournalEntry:
    about = SimpleNamespace(number=contract_number, customer=customer, posting_date=period.end)
    posted = entry("revenue posted", about, ("Contract liability", cents), ("Revenue", -cents), about=contract_number)
    return replace(posted, number=f"JE-revenue-{contract_number}-{period.year}-{period.month:02}")


def month(contract_number: str, customer: str, period: AccountingPeriod, scheduled: int, posted: int) -> RevenueMonth:
    return RevenueMonth(
        contract=contract_number,
        customer=customer,
        entity="NW",
        product="Platform seat",
        period=period,
        scheduled=usd(scheduled),
        posted=usd(posted),
    )
