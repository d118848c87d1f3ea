"""The key figures of the finance side, by the formulas of the accounting handbook, section 7, each with its documents."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from fractions import Fraction

from engine.model.checklist import business_days
from engine.model.close import Cell, ReportSection, ReportTable
from engine.model.holds import BillingHold
from engine.model.journal import PeriodClose
from engine.model.money import COUNT, Money
from reports.close import leakage as close_leakage
from reports.close.checklist import worked
from reports.close.key_figure import KeyFigure, business, formula, percent
from reports.close.kpis import Kpi, receivables_kpis
from reports.close.manual import written_by_hand
from reports.close.recurring import recurring_of
from reports.tie_outs.month import Month

# Credits for what went wrong on our side; the others are commercial (handbook, section 7: exclude by reason).
OUR_ERRORS = ("void", "unserved", "tax correction")
# What a figure is measured in where it is no amount.
UNITS = ("%", "days", "times")
# So many documents of a figure of receivables stand beside it; all of them are a question away.
SHOWN = 12
CORRECTED_WITHIN = timedelta(days=90)


def key_figures(month: Month) -> ReportSection:
    """Every figure with part, whole and documents, so that a reader can follow it down."""
    rows: list[tuple[Cell, ...]] = [
        (one.name, one.value, one.part, one.whole, ", ".join(one.documents) or None, formula(one.name))
        for one in figures(month)
    ]
    columns = ("key figure", "value", "part", "whole", "documents", "how it is worked out")
    return ReportSection(number="18", title="Key figures", table=ReportTable(columns=columns, rows=tuple(rows)))


def figures(month: Month) -> Iterator[KeyFigure]:
    """The finance figures of the month."""
    yield _accuracy(month)
    yield _accuracy_by_amount(month)
    yield _exceptions(month)
    yield from _schedules(month)
    yield from written_by_hand(month)
    yield from _duration(month)
    yield from (KeyFigure(*figure) for figure in worked(month))
    yield from close_leakage.figures(month)
    yield _unreconciled(month)
    yield from _data_quality(month)
    yield from map(_of_kpi, receivables_kpis(month.snapshot, month.currency, month.entity))
    yield from map(_of_kpi, recurring_of(month))


def _accuracy(month: Month) -> KeyFigure:
    """1 less invoices corrected for our error within 90 days over invoices issued."""
    issued = {
        invoice.number: invoice.posting_date
        for invoice in month.snapshot.billing.invoices
        if invoice.entity == month.entity and invoice.currency == month.currency and month.within(invoice.posting_date)
    }
    wrong = sorted(
        {
            line.invoice
            for memo in month.snapshot.billing.credit_memos
            if memo.reason in OUR_ERRORS
            for line in memo.lines
            if line.invoice in issued and memo.posting_date - issued[line.invoice] <= CORRECTED_WITHIN
        }
    )
    right = len(issued) - len(wrong)
    return KeyFigure("Invoice accuracy", percent(right, len(issued)), str(right), str(len(issued)), wrong)


def _accuracy_by_amount(month: Month) -> KeyFigure:
    """1 less the credits for our errors over what was billed in the month, both without tax."""
    ours = (month.entity, month.currency)
    billing = month.snapshot.billing
    billed = [i for i in billing.invoices if (i.entity, i.currency) == ours and month.within(i.posting_date)]
    wrong = [
        memo
        for memo in billing.credit_memos
        if memo.reason in OUR_ERRORS and (memo.entity, memo.currency) == ours and month.within(memo.posting_date)
    ]
    whole = sum(invoice.net.minor for invoice in billed)
    right = whole - sum(memo.net.minor for memo in wrong)
    amounts = _shown(month, right, whole)
    return KeyFigure("Invoice accuracy by amount", percent(right, whole), *amounts, [memo.number for memo in wrong])


def _exceptions(month: Month) -> KeyFigure:
    """Billing items of the month that failed or are held over items attempted; one that was tried again counts once."""
    billing, ours = month.snapshot.billing, (month.entity, month.currency)
    elsewhere = {one.customer for one in billing.contracts} - {
        one.customer for one in billing.contracts if (one.entity, one.currency) == ours
    }
    failed = [
        found.subject for found in billing.exceptions if month.within(found.on) and found.customer not in elsewhere
    ]
    held = [one.contract for one in _held(month)]
    off = list(dict.fromkeys([*failed, *held]))
    made = [i for i in billing.invoices if (i.entity, i.currency) == ours and month.within(i.posting_date)]
    whole = len(made) + len(off)
    return KeyFigure("Billing exception rate", percent(len(off), whole), str(len(off)), str(whole), off)


def _held(month: Month) -> list[BillingHold]:
    """What the bill run holds at the month's end of the entity's contracts in this currency."""
    ours = {
        one.number
        for one in month.snapshot.billing.contracts
        if (one.entity, one.currency) == (month.entity, month.currency)
    }
    return [one for one in month.snapshot.billing.holds if one.contract in ours]


def _schedules(month: Month) -> Iterator[KeyFigure]:
    """1 less the absolute differences of posted and scheduled revenue over scheduled, of each contract's product from its
    beginning to the month's end: what a closed month lacks is posted in the next, and then all is right. Differences never net.
    And how many of the products are posted to the cent. Of a contract that was taken over, all products are one, because the old
    system hands over what it has recognized of the contract; that counts as posted.
    """
    before = {made.contract: made.recognized.minor for made in month.snapshot.billing.takeovers if made.contract}
    taken_over = frozenset(before)
    sums: dict[tuple[str, str, str, bool], tuple[int, int]] = {}
    for row in month.revenue():
        if row.period <= month.period:
            key = (row.contract, row.customer, "" if row.contract in taken_over else row.product, row.refunds)
            scheduled, posted = sums.get(key, (0, before.pop(row.contract, 0)))
            sums[key] = scheduled + row.scheduled.minor, posted + row.posted.minor
    whole = sum(abs(scheduled) for scheduled, _ in sums.values())
    right = max(whole - sum(abs(posted - scheduled) for scheduled, posted in sums.values()), 0)
    off = sorted({contract for (contract, *_), (scheduled, posted) in sums.items() if scheduled != posted})
    yield KeyFigure("Revenue schedule accuracy", percent(right, whole), *_shown(month, right, whole), off)
    exact, count = sum(scheduled == posted for scheduled, posted in sums.values()), len(sums)
    yield KeyFigure("Revenue lines exact", percent(exact, count), str(exact), str(count), off)


def _duration(month: Month) -> Iterator[KeyFigure]:
    """Business days from the month's last day to its close."""
    closes: list[PeriodClose] = [
        close for close in month.snapshot.erp.closes if close.entity == month.entity and close.period == month.period
    ]
    for close in closes:
        days = business_days(month.period.end, close.event_date)
        yield KeyFigure("Close duration", business(days), str(days), f"run {close.run}", [close.number])
    again = [one for one in month.snapshot.erp.reopenings if one.entity == month.entity and one.period <= month.period]
    if closes or again:
        yield KeyFigure("Reopenings", str(len(again)), str(len(again)), "", [one.number for one in again])


def _unreconciled(month: Month) -> KeyFigure:
    """What reconciliations differ by, never netted, and the age of the oldest document behind it."""
    ties = [tie for tie in month.ties if tie.difference and tie.left_amount.currency != COUNT]
    documents = list(dict.fromkeys(item.document for tie in ties for item in tie.items if item.document))
    posted = {document.number: document.posting_date for _, document in month.snapshot.documents()} if ties else {}
    ages = [(month.period.end - posted[number]).days for number in documents if number in posted]
    amount = str(month.line("", sum(abs(tie.difference.minor) for tie in ties)).amount)
    return KeyFigure("Unreconciled", amount, str(len(ties)), f"oldest {max(ages, default=0)} days", documents)


def _data_quality(month: Month) -> Iterator[KeyFigure]:
    """All that is good of everything the rules of data quality check, and the rules whose threshold is missed."""
    if month.quality:
        good, checked = (sum(getattr(one, name) for one in month.quality) for name in ("good", "checked"))
        missed = [one.named for one in month.quality if not one.holds]
        yield KeyFigure("Data quality", percent(good, checked), str(good), str(checked), missed)


def _of_kpi(kpi: Kpi) -> KeyFigure:
    """A key figure of receivables or of recurring revenue, to two decimals, with what each kind of document behind it comes to."""
    sums: dict[str, Money] = {}
    for part in kpi.parts:
        sums[part.counts_as] = sums[part.counts_as] + part.amount if part.counts_as in sums else part.amount
    told = [f"{counts_as} {amount}" for counts_as, amount in sums.items()]
    documents = list(dict.fromkeys(part.document for part in kpi.parts))
    more = len(documents) - SHOWN
    listed = [*documents[:SHOWN], f"and {more} more"] if more > 0 else documents
    name = kpi.name[0].upper() + kpi.name[1:]
    return KeyFigure(name, _to_hundredths(kpi), ", ".join(told[:1]), ", ".join(told[1:]), listed)


def _to_hundredths(kpi: Kpi) -> str:
    if kpi.value is None:
        return kpi.why or "none"
    if kpi.unit not in UNITS:
        return str(Money.of(kpi.value, kpi.unit))
    hundredths = (kpi.value * 100 + Fraction(1, 2)).__floor__()
    shown = f"{'-' if hundredths < 0 else ''}{abs(hundredths) // 100}.{abs(hundredths) % 100:02}"
    return f"{shown}%" if kpi.unit == "%" else f"{shown} {kpi.unit}"


def _shown(month: Month, part: int, whole: int) -> tuple[str, str]:
    return str(month.line("", part).amount), str(month.line("", whole).amount)
