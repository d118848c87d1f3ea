"""Who must approve a quote, who may in whose place, and for how long it counts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Literal

from engine.book import Book
from engine.model.cadence import in_words, is_among
from engine.model.calendar import add_months, add_term, long_date
from engine.model.company import ApprovalRule
from engine.model.document import dated
from engine.model.governance import ContractTemplate
from engine.model.masters import RuleFinding
from engine.model.orders import Order, Terms
from engine.model.quotes import ApprovalStep, Quote, QuoteDecision
from engine.refusals import Refused


def deviations(book: Book, terms: Terms) -> Iterator[str]:
    """What the terms have otherwise than the template they follow: each a nonstandard clause. Refused for an unknown one."""
    if not terms.template:
        yield from terms.clauses
        return
    known = {template.name: template for template in book.company.governance.templates}
    if terms.template not in known:
        listed = ", ".join(known) or "none"
        raise Refused("unknown-template", f"there is no contract template {terms.template!r}; there are: {listed}")
    yield from _otherwise(known[terms.template], terms)


def _otherwise(template: ContractTemplate, terms: Terms) -> Iterator[str]:
    if template.months and (terms.days or terms.months not in template.months):
        yield f"a term of {terms.length.in_words} instead of {_or(template.months)}"
    if template.billing and not is_among(terms.billing, template.billing):
        yield f"billed {in_words(terms.billing)} instead of {_or(template.billing)}"
    if template.net_days is not None and terms.net_days > template.net_days:
        yield f"net {terms.net_days} days instead of {template.net_days}"
    if terms.clauses:
        yield from (f"clause {clause!r}" for clause in terms.clauses if clause not in template.clauses)
        yield from (f"no clause {clause!r}" for clause in template.clauses if clause not in terms.clauses)


def _or(values: Iterable[object]) -> str:
    return " or ".join(map(str, values))


def approvals(
    rules: Iterable[ApprovalRule], terms: Terms | None, discounts: Iterable[Decimal], nonstandard: Sequence[str]
) -> Iterator[ApprovalStep]:
    """A step for each row of the matrix that the quote goes beyond, with every reason: who approves, approves all of them.
    `terms`: None where it offers a change that leaves them as they were approved."""
    discount = max(discounts, default=Decimal(0))
    for rule in rules:
        reasons = [*_too_much_off(rule, discount), *(_beyond(rule, terms, nonstandard) if terms else ())]
        if reasons:
            yield ApprovalStep(role=rule.role, reason="; ".join(reasons))


def _limit(terms: Terms, months: int) -> str:
    """A limit in months; with their name, beside a term in days."""
    return f"{months} months" if terms.days else str(months)


def _too_much_off(rule: ApprovalRule, discount: Decimal) -> Iterator[str]:
    if rule.discount_above is not None and discount > rule.discount_above:
        yield f"a discount of {_plain(discount)}% is above {_plain(rule.discount_above)}%"


def _beyond(rule: ApprovalRule, terms: Terms, nonstandard: Sequence[str]) -> Iterator[str]:
    over = add_term(terms.start, terms.months, terms.days)
    if rule.months_above is not None and over > add_months(terms.start, rule.months_above):
        yield f"a term of {terms.length.in_words} is above {_limit(terms, rule.months_above)}"
    if rule.months_below is not None and over < add_months(terms.start, rule.months_below):
        yield f"a term of {terms.length.in_words} is below {_limit(terms, rule.months_below)}"
    if rule.net_days_above is not None and terms.net_days > rule.net_days_above:
        yield f"net {terms.net_days} days is above {rule.net_days_above}"
    if rule.billing_other_than and not is_among(terms.billing, rule.billing_other_than):
        yield f"billed {in_words(terms.billing)}, not {_or(rule.billing_other_than)}"
    if rule.other_payment_terms and terms.due.shares:
        yield f"due in {len(terms.due.shares)} installments, not all at once"
    elif rule.other_payment_terms and terms.due.rule != "net":
        yield f"due by {terms.due.rule}, not days after the invoice"
    if rule.nonstandard_clauses and nonstandard:
        yield f"nonstandard: {'; '.join(nonstandard)}"


def _plain(percent: Decimal) -> str:
    """A percentage without the zeros that arithmetic leaves behind it."""
    return f"{percent.normalize():f}"


def decide(book: Book, quote: str, role: str, decision: Literal["approved", "rejected"], today: date) -> QuoteDecision:
    """A role, or somebody in its place, says yes or no.

    Refused if the matrix does not ask that role, if it has decided already, or if a delegation does not hold today.
    """
    offer = known_quote(book, quote)
    asked = list(dict.fromkeys(step.role for step in offer.approvals))
    whose = role if role in asked else _delegated(book, asked, role, today)
    if whose is None:
        raise Refused(
            "not-asked", f"quote {quote} does not ask for the {role}; it asks for {', '.join(asked) or 'nobody'}"
        )
    made = [one for one in book.about(QuoteDecision, "quote", quote) if one.role == whose]
    if made and not is_over(book, made[-1], today):
        raise Refused("already-decided", f"the {whose} has already decided on quote {quote}")
    again = f"-{len(made) + 1}" if made else ""
    return QuoteDecision(
        number=f"{quote}-{whose}{again}",
        **dated(today),
        quote=quote,
        role=whose,
        decision=decision,
        by="" if whose == role else role,
    )


def _delegated(book: Book, asked: Sequence[str], to: str, today: date) -> str | None:
    """The role in whose place somebody may decide today, or None. Refused if the delegation holds on other days."""
    found = [one for one in book.company.governance.delegations if one.to == to and one.role in asked]
    standing = next((one for one in found if one.start <= today <= one.end), None)
    if found and standing is None:
        said = f"{long_date(found[-1].start)} to {long_date(found[-1].end)}"
        raise Refused("not-delegated", f"the {to} may decide for the {found[-1].role} from {said}, not today")
    return standing.role if standing else None


def is_over(book: Book, made: QuoteDecision, today: date) -> bool:
    """Whether an approval counts no more, because the company's days for it have passed."""
    days = book.company.governance.approval_days
    return bool(days) and made.decision == "approved" and today > made.event_date + timedelta(days=days)


def missing_approvals(book: Book, offer: Quote, today: date) -> Iterator[RuleFinding]:
    """A finding for each step of the matrix that has no approval which counts today."""
    given = {made.role: made for made in _decisions(book, offer)}
    for step in offer.approvals:
        made = given.get(step.role)
        if made is None or is_over(book, made, today):
            over = f" (that of {long_date(made.event_date)} counts no more)" if made else ""
            yield RuleFinding(
                of="quote",
                name=offer.number,
                field="approval",
                rule=f"approval of the {step.role}",
                sentence=f"quote {offer.number} waits for the {step.role}: {step.reason}{over}",
                code="approval-missing",
            )


def _decisions(book: Book, offer: Quote) -> Iterator[QuoteDecision]:
    """What was decided about this version and, where the convention keeps it, about the same reason in the one before."""
    before = book.find(Quote, offer.supersedes) if offer.supersedes else None
    if before is not None and book.company.policies.changed_quote == "kept where the reason is the same":
        same = {step.role for step in offer.approvals if step in before.approvals}
        yield from (made for made in _decisions(book, before) if made.role in same and made.decision == "approved")
    yield from book.about(QuoteDecision, "quote", offer.number)


def known_quote(book: Book, number: str) -> Quote:
    """The quote of that number. Refused if there is none."""
    offer = book.find(Quote, number)
    if offer is None:
        raise Refused("unknown-quote", f"the CRM has no quote {number!r}")
    return offer


def newest(book: Book, number: str) -> Quote:
    """The newest version of a quote. Refused if there is none of that number, or if one of its versions is signed."""
    offer = known_quote(book, number)
    if book.about(Order, "quote", offer.number):
        raise Refused("already-signed", f"quote {offer.number} is already signed; amend the contract instead")
    newer = book.about(Quote, "supersedes", offer.number)
    return newest(book, newer[0].number) if newer else offer
