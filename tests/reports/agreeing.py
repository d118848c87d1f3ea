"""Books that agree on 31 March 2026.

Globex (C-1) was billed for January and March and upsold on 16 March; Initech (C-3) overpaid, was refunded, credited, is in
dispute, was partly written off and paid some of that after all.
"""

from __future__ import annotations

from datetime import date

from engine.model.contracts import Amendment
from engine.model.invoices import CreditUse, Invoice
from engine.model.open_items import OpenItem
from engine.model.payments import (
    DisputeResolution,
    InvoiceDispute,
    Payment,
    PaymentAttempt,
    PaymentRequest,
    Payout,
    Recovery,
    Refund,
    RefundPayment,
    WriteOff,
)
from tests.reports.books import Books
from tests.reports.documents import (
    APRIL,
    JANUARY,
    MARCH,
    application,
    contract,
    credit_memo,
    dated,
    day,
    entry,
    invoice,
    month,
    of,
    order,
    payment,
    revenue_entry,
    settles,
    usd,
)


def agreeing() -> Books:
    """Books in which everything ties out on 31 March 2026."""
    books = Books()
    _globex(books)
    _initech(books)
    _initech_disputes(books)
    _initech_given_up(books)
    payout = Payout(
        number="PO-1",
        entity="NW",
        **dated(day(2, 5)),
        payments=("PAY-NW-000001-1",),
        gross=usd(110000),
        fee=usd(3000),
        net=usd(107000),
    )
    books.payouts.append(payout)
    books.journal.append(
        entry("payout sent", payout, ("Cash", 107000), ("Bank and gateway fees", 3000), ("Gateway clearing", -110000))
    )
    return books


def _bill(books: Books, found: Invoice) -> None:
    books.invoices.append(found)
    net, tax = found.net.minor, found.tax.minor
    lines = ("Receivables", net + tax), ("Contract liability", -net), ("Sales tax payable", -tax)
    books.journal.append(entry("invoice posted", found, *lines, about=found.contract))


def _pay(books: Books, paid: Payment, number: str, settled: int) -> None:
    books.payments.append(paid)
    books.billing_payments.append(paid)
    applied = application(paid, number, settled)
    books.applications.append(applied)
    account = "Gateway clearing" if paid.method == "card" else "Cash"
    lines = [(account, paid.amount.minor), ("Receivables", -settled)]
    if applied.unapplied:
        lines.append(("Unapplied cash", -applied.unapplied.minor))
    books.journal.append(entry("payment applied", applied, *lines))


def _globex(books: Books) -> None:
    books.orders += [order("O-1", "new", "Globex", day(1, 1)), order("O-2", "amend", "Globex", day(3, 16), "C-1")]
    books.contracts.append(contract("C-1", "Globex", "O-1"))
    books.amendments.append(
        Amendment(
            number="A-2",
            contract="C-1",
            customer="Globex",
            order="O-2",
            changes=(),
            cause="upsell",
            **dated(day(3, 16)),
        )
    )
    _bill(books, invoice("NW-000001", "Globex", "C-1", day(1, 1), "regular", 100000, 10000))
    _bill(books, invoice("NW-000003", "Globex", "C-1", day(3, 1), "regular", 100000, 10000))
    _bill(books, invoice("NW-000004", "Globex", "C-1", day(3, 16), "upsell", 10323, 1032))
    for number, on in (("NW-000001", day(1, 31)), ("NW-000003", day(3, 31))):
        asked = {"invoice": number, "amount": usd(110000), **of("Globex", on)}
        books.payment_requests.append(PaymentRequest(number=f"PR-{number}-1", attempt=1, **asked))
        books.gateway_requests.append(books.payment_requests[-1])
        books.attempts.append(
            PaymentAttempt(number=f"PA-{number}-1", request=f"PR-{number}-1", outcome="succeeds", **asked)
        )
        _pay(books, payment(f"PAY-{number}-1", "Globex", on, 110000, "card"), number, 110000)
    books.due["C-1"] = books.whole["C-1"] = 210323
    books.revenue += [month("C-1", "Globex", JANUARY, 100000, 100000), month("C-1", "Globex", MARCH, 110323, 110323)]
    books.journal += [
        revenue_entry("C-1", "Globex", JANUARY, 100000),
        revenue_entry("C-1", "Globex", MARCH, 110323),
    ]
    books.open_items.append(open_item("NW-000004", "Globex", day(3, 16), 11355, 11355, 0))


def open_item(number: str, customer: str, on: date, total: int, still: int, disputed: int) -> OpenItem:
    return OpenItem(
        invoice=number,
        entity="NW",
        customer=customer,
        currency="USD",
        invoice_date=on,
        due_date=date.fromordinal(on.toordinal() + 30),
        total=usd(total),
        open=usd(still),
        disputed=usd(disputed),
    )


def _initech(books: Books) -> None:
    books.orders.append(order("O-3", "new", "Initech", day(1, 1)))
    books.contracts.append(contract("C-3", "Initech", "O-3"))
    _bill(books, invoice("NW-000002", "Initech", "C-3", day(1, 1), "regular", 50000, 5000))
    _bill(books, invoice("NW-000005", "Initech", "C-3", day(3, 16), "regular", 50000, 5000))
    _pay(books, payment("BT-1", "Initech", day(2, 5), 60000, "bank transfer"), "NW-000002", 55000)
    refund = Refund(
        number="RF-1", **of("Initech", day(2, 6)), amount=usd(2000), source="unapplied cash", reason="overpaid"
    )
    paid_out = RefundPayment(number="RP-RF-1", **of("Initech", day(2, 7)), refund="RF-1", amount=usd(2000))
    memo = credit_memo("NW-CM-000001", day(3, 10), 10000, 1000)
    use = CreditUse(number="CU-1", **of("Initech", day(3, 16)), currency="USD", settlements=settles("NW-000005", 6000))
    books.refunds.append(refund)
    books.refund_payments.append(paid_out)
    books.gateway_refunds.append(paid_out)
    books.credit_memos.append(memo)
    books.credit_uses.append(use)
    books.journal += [
        entry("refund approved", refund, ("Unapplied cash", 2000), ("Refund payable", -2000)),
        entry("refund paid", paid_out, ("Refund payable", 2000), ("Gateway clearing", -2000)),
        entry(
            "credit memo posted",
            memo,
            ("Revenue", 10000),
            ("Sales tax payable", 1000),
            ("Customer credits", -11000),
            about="C-3",
        ),
        entry("customer credit used", use, ("Customer credits", 6000), ("Receivables", -6000)),
        revenue_entry("C-3", "Initech", JANUARY, 50000),
        revenue_entry("C-3", "Initech", MARCH, 25000),
    ]
    books.due["C-3"] = books.whole["C-3"] = 90000
    books.revenue += [
        month("C-3", "Initech", JANUARY, 40000, 50000),
        month("C-3", "Initech", MARCH, 25000, 15000),
        month("C-3", "Initech", APRIL, 25000, 0),
    ]
    books.open_items.append(open_item("NW-000005", "Initech", day(3, 16), 55000, 38000, 4400))


def _initech_disputes(books: Books) -> None:
    about = {"invoice": "NW-000005", "invoice_line": None, "reason": "price"}
    for number, reserve in (("D-1", 4000), ("D-2", 3000)):
        dispute = InvoiceDispute(
            number=number, **of("Initech", day(3, 17)), **about, amount=usd(reserve * 11 // 10), reserve=usd(reserve)
        )
        books.disputes.append(dispute)
        lines = ("Revenue", reserve), ("Refund liability", -reserve)
        books.journal.append(entry("dispute opened", dispute, *lines, about="C-3"))
    ended = DisputeResolution(
        number="DR-2",
        **of("Initech", day(3, 18)),
        dispute="D-2",
        invoice="NW-000005",
        outcome="rejected",
        credited=usd(0),
        credit_memo=None,
        released=usd(3000),
    )
    books.resolutions.append(ended)
    books.journal.append(entry("dispute resolved", ended, ("Refund liability", 3000), ("Revenue", -3000), about="C-3"))


def _initech_given_up(books: Books) -> None:
    given_up = WriteOff(
        number="WO-NW-000005",
        **of("Initech", day(3, 20)),
        invoice="NW-000005",
        amount=usd(11000),
        tax_relief=usd(1000),
        method="allowance",
        settlements=settles("NW-000005", 11000),
    )
    came = payment("BT-2", "Initech", day(3, 25), 5500, "bank transfer")
    recovery = Recovery(
        number="RC-BT-2",
        **of("Initech", day(3, 25)),
        write_off="WO-NW-000005",
        invoice="NW-000005",
        payment="BT-2",
        amount=usd(5500),
        tax=usd(500),
        method="bank transfer",
    )
    books.write_offs.append(given_up)
    books.payments.append(came)
    books.billing_payments.append(came)
    books.recoveries.append(recovery)
    books.journal += [
        entry(
            "invoice written off",
            given_up,
            ("Loss allowance", 10000),
            ("Sales tax payable", 1000),
            ("Receivables", -11000),
        ),
        entry(
            "recovery received", recovery, ("Cash", 5500), ("Credit loss expense", -5000), ("Sales tax payable", -500)
        ),
    ]
