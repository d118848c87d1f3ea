"""What a story leaves behind: policies, calls, checks, reconciliations, documents and events, written as evidence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from datetime import date
from typing import Any

from engine.model.calendar import AccountingPeriod
from engine.model.close import CloseReport, Reconciliation
from engine.model.company import AccountingBook, Company
from engine.model.events import Delivery
from engine.model.money import COUNT, Money
from engine.model.policies import Policies, Question, question_named
from ports.erp import ErpPort
from ports.recorded import Call
from ports.stack import Stack
from reports.close.tables import tables
from reports.papers.papers import papers, parallel
from reports.papers.posted import follow_up, statements
from reports.systems.snapshot import Snapshot, collect
from reports.tie_outs.tie_out import reconciliations as compared
from steps.language.failures import NotMet, first_stage, together
from steps.language.story import Stage, Writer


def policies(writer: Writer, company: Company, answers: Sequence[Mapping[str, str]], asked: Sequence[Question]) -> None:
    """Which convention answers which question, and who said so."""
    said = {question_named(answer["question"]).field for answer in answers}
    applied = []
    for question in asked:
        answer = getattr(company.policies, question.field)
        source = "default" if answer == getattr(Policies(), question.field) else "company"
        applied.append(
            {
                "question": question.question,
                "answer": answer,
                "source": "story" if question.field in said else source,
            }
        )
    signs = [{"role": sign.role, "meaning": sign.meaning} for sign in company.signs]
    writer.write("policies", applied=applied, company=company.name, signs=signs)


def call(stage: Stage, told: Call, stack: Stack, started: bool) -> None:
    """An act of the story on a system. What only looks is not written down."""
    if told.asks or told.verb == "reset":
        return
    ended: dict[str, Any] = {"answer": told.answer}
    if told.refused is not None:
        ended = {
            "refused": {"code": getattr(told.refused, "code", "no-answer"), "sentence": str(told.refused)},
            "answer": None,
        }
    on = stack.clock.today() if started else None
    stage.evidence.write(
        "call", step=stage.step, system=told.system, verb=told.verb, on=on, arguments=dict(told.arguments), **ended
    )


def value(stage: Stage, title: str, expected: object, found: object) -> None:
    """The check of one value."""
    cell = {"expected": str(expected), "found": str(found), "equal": expected == found}
    sign = "=" if expected == found else "!"
    _check(stage, title, expected == found, ["value"], [{"sign": sign, "cells": [cell]}])


def note(stage: Stage, title: str, held: bool, listed: str) -> None:
    """The check that nothing else was found."""
    more = [{"sign": "+", "cells": [{"expected": None, "found": line, "equal": False}]} for line in listed.splitlines()]
    none = {"sign": "=", "cells": [{"expected": "nothing", "found": "nothing", "equal": True}]}
    rows = more or [none]
    _check(stage, title, held, ["found beside"], rows)


def _check(stage: Stage, title: str, held: bool, columns: Sequence[str], rows: Sequence[Mapping[str, Any]]) -> None:
    verdict = "passed" if held else "failed"
    more: dict[str, Any] = {"money_difference": [], "likely_cause": None}
    stage.evidence.write(
        "check", step=stage.step, title=title, verdict=verdict, columns=list(columns), rows=list(rows), **more
    )


def reconciliations(stage: Stage, found: Sequence[Reconciliation], announced: Sequence[Reconciliation]) -> None:
    """What each comparison of two systems showed."""
    for one in found:
        stage.evidence.write(
            "reconciliation", step=stage.step, period=None, **_fields(one, is_announced(one, announced))
        )


def _fields(found: Reconciliation, announced: bool) -> dict[str, Any]:
    return {
        "title": found.title,
        "left": found.left,
        "right": found.right,
        "left_amount": found.left_amount,
        "right_amount": found.right_amount,
        "difference": found.difference,
        "currency": found.left_amount.currency,
        "entity": found.entity,
        "as_of": found.as_of,
        "items": [asdict(item) | {"amount": item.amount} for item in found.items],
        "announced": announced,
    }


def is_announced(found: Reconciliation, announced: Sequence[Reconciliation]) -> bool:
    """Whether the story said of this difference, of that amount, that it would be there."""
    return any((found.title, found.difference) == (said.title, said.difference) for said in announced)


def close_reports(stage: Stage, reports: Sequence[CloseReport]) -> None:
    """The close reports of a month."""
    for report in reports:
        stage.evidence.write(
            "close_report",
            step=stage.step,
            entity=report.entity,
            period=f"{report.period.year}-{report.period.month:02}",
            currency=report.currency,
            status=report.status if not report.differences else f"{report.status}, with differences",
            run=report.run,
            header=[list(pair) for pair in report.header],
            sections=[table for section in report.sections for table in tables(section)],
            reconciliations=[_fields(one, False) for one in report.reconciliations],
            kpis=[],
        )


def finish(stage: Stage, seen: Snapshot, announced: Sequence[Reconciliation]) -> None:
    """Tie out all systems as they stand, write everything down, and fail on what nobody announced."""
    found = compared(seen)
    reconciliations(stage, found, announced)
    events(stage, seen.deliveries)
    for paper in papers(seen):
        stage.evidence.write("document", **paper)
    for sent in statements(seen):
        stage.evidence.write("statement", **sent)
    if work := follow_up(seen):
        stage.evidence.write("work_list", **work)
    _no_surprise(found, announced)


def collected(stack: Stack, as_of: date, company: Company, book: str = "") -> Snapshot:
    """The systems as they stood at the end of a day, with what decides how far a cent may lie."""
    seen = collect(stack, as_of, company.policies.rounding, company.policies.rounded_at)
    return as_counted(seen, company, book)


def as_counted(seen: Snapshot, company: Company, book: str = "") -> Snapshot:
    """With the days that a month counts in the company's key figures, and whether its books (or further ones) take gains."""
    kept = next((one.policies for one in company.books if one.name == book), company.policies)
    days = 30 if company.policies.figure_month == "30 days" else 0
    return replace(seen, month_days=days, prudent=kept.unrealized_gains == "not recognized")


def book(stage: Stage, stack: Stack, kept: AccountingBook, announced: Sequence[Reconciliation]) -> None:
    """Write down further books and tie them out too: every entry and comparison bears their name."""
    seen = collect(stack, stack.clock.today(), kept.policies.rounding, kept.policies.rounded_at)
    seen = replace(seen, prudent=kept.policies.unrealized_gains == "not recognized")
    ledger(stage, stack.erp, seen, kept.name)
    for paper in parallel(seen, kept.name):
        stage.evidence.write("document", **paper)
    found = [replace(one, title=f"{one.title}, {kept.name}") for one in compared(seen)]
    reconciliations(stage, found, announced)
    _no_surprise(found, announced)


def _no_surprise(found: Sequence[Reconciliation], announced: Sequence[Reconciliation]) -> None:
    surprises = [one for one in found if one.difference and not is_announced(one, announced)]
    if surprises:
        listed = "\n".join(
            f"{one.title}: {one.left} {one.left_amount}, {one.right} {one.right_amount}, difference {one.difference}: "
            + ", ".join(item.explanation for item in one.items)
            for one in surprises
        )
        risk = [abs(one.difference) for one in surprises if one.difference.currency != COUNT]
        shows, bears = first_stage(one.stage for one in surprises), together(one.bears for one in surprises)
        raise NotMet(
            "the systems do not tie out at the end",
            listed,
            money_at_risk=risk,
            kind="tie-out",
            stage=shows,
            bears=bears,
        )


def ledger(stage: Stage, erp: ErpPort, seen: Snapshot, book: str = "") -> None:
    """The chart, and what the ledger says stands at each month's end: what an exported journal is held against. `book`: of
    books beside the company's own, their name."""
    months = sorted({AccountingPeriod.of(entry.posting_date) for entry in seen.erp.journal})
    stage.evidence.write(
        "ledger",
        **({"book": book} if book else {}),
        accounts=[
            {"code": one.code, "name": one.name, "type": one.type, "role": one.role} for one in seen.erp.accounts
        ],
        months=[{"on": month.end, "balances": _standing(erp, month.end)} for month in months],
    )


def _standing(erp: ErpPort, day: date) -> list[tuple[str, str, str, Money]]:
    return [(one.entity, one.account, one.customer or "", one.booked) for one in erp.balances(day)]


def events(stage: Stage, deliveries: Sequence[Delivery]) -> None:
    """Every business event with what became of it, in the order it happened."""
    by_number: dict[str, list[Delivery]] = defaultdict(list)
    for delivery in deliveries:
        by_number[delivery.event].append(delivery)
    for number, told in by_number.items():
        first = told[0]
        stage.evidence.write(
            "event",
            number=number,
            type=first.type,
            source=first.source,
            on=first.on,
            subject=first.subject,
            customer=first.customer or None,
            payload={"label": first.label} if first.label else {},
            deliveries=[{"to": d.to, "on": d.on, "outcome": d.outcome, "answer": d.answer} for d in told],
        )


def invoiced(seen: Snapshot) -> tuple[Money, ...]:
    """What was invoiced, by currency."""
    sums: dict[str, Money] = {}
    for invoice in seen.billing.invoices:
        sums[invoice.currency] = sums.get(invoice.currency, Money.zero(invoice.currency)) + invoice.total
    return tuple(sums[currency] for currency in sorted(sums))


def out_of_balance(seen: Snapshot) -> tuple[Money, ...]:
    """Debits less credits of the ledger, by currency, where that is not zero."""
    sums: dict[str, int] = defaultdict(int)
    for entry in seen.erp.journal:
        for line in entry.lines:
            sums[line.amount.currency] += line.amount.minor
    return tuple(Money(minor, currency) for currency, minor in sorted(sums.items()) if minor)
