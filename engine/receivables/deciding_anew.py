"""Conventions that decide at the moment of an event, answered otherwise from a day on (IAS 8.14 and 8.19: a change has a day)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from engine.book import Book
from engine.model.calendar import long_date
from engine.model.document import dated
from engine.model.policies import Policies, Question, question_named
from engine.model.policy_changes import NewAnswer, PolicyChange
from engine.refusals import Refused


def change_policies(
    book: Book, answers: Iterable[NewAnswer], since: date, approver: str, today: date
) -> list[PolicyChange]:
    """All of the answers decide from today on, or none. Refused for a day gone by, and for what decided about what is billed."""
    if since != today:
        raise Refused(
            "not-today",
            f"conventions cannot change from {long_date(since)}: it is {long_date(today)}, and what was decided since stays",
        )
    policies, made = book.company.policies, list[PolicyChange]()
    for place, new in enumerate(answers, book.count(PolicyChange) + 1):
        asked, before = _changeable(new.question), policies
        policies = _answered(policies, new)
        made.append(
            PolicyChange(
                number=f"PC-{place}",
                **dated(today),
                question=asked.question,
                before=getattr(before, asked.field),
                after=getattr(policies, asked.field),
                approver=approver,
            )
        )
    book.company = replace(book.company, policies=policies)
    return made


def _changeable(name: str) -> Question:
    try:
        asked = question_named(name)
    except KeyError:
        raise Refused("unknown-convention", f"there is no convention {name!r}") from None
    if asked.changes == "for the whole story":
        raise Refused(
            "not-from-a-day",
            f"{asked.question!r} cannot change from a day: what was billed under it would be billed anew; "
            "make it a convention of the company",
        )
    return asked


def _answered(policies: Policies, new: NewAnswer) -> Policies:
    try:
        return policies.with_answer(new.question, new.answer)
    except KeyError:
        raise Refused("unknown-answer", f"the convention {new.question!r} has no answer {new.answer!r}") from None
