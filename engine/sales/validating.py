"""The company's own rules for customers, products and quotes, and everything a quote lacks before it can be closed-won."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from difflib import get_close_matches

from engine.book import Book
from engine.model.cadence import TermLength, in_words, is_among
from engine.model.calendar import long_date
from engine.model.company import Customer
from engine.model.document import dated
from engine.model.governance import RuleObject, ValidationRule
from engine.model.masters import CUSTOMER_FIELDS, GrantedException, RuleFinding
from engine.model.orders import AgreeRenewal, Order, OrderLine
from engine.model.quotes import Quote, QuoteDecision
from engine.refusals import Refused
from engine.sales.approving import known_quote, missing_approvals
from engine.sales.offering import hindrances, order_of
from engine.terms.mapping import unmapped

Fields = Mapping[str, str]


def customer_fields(customer: Customer) -> Fields:
    """A customer as rules see it: each field as text, "" where nothing is known."""
    own = {field: str(getattr(customer, attribute)) for field, attribute in CUSTOMER_FIELDS.items()}
    return {"name": customer.name, **own, "legal entity": customer.entity, "tax status": customer.tax_status}


def product_fields(book: Book, line: OrderLine) -> Fields:
    """A sold charge as rules see it."""
    code = next((product.code for product in book.company.products if product.name == line.product), "")
    charge = line.charge
    return {
        "name": line.product,
        "code": code,
        "plan": line.plan,
        "charge": charge.name,
        "kind": charge.kind,
        "model": charge.model,
        "recognition": charge.recognition,
        "tax code": line.tax_code,
    }


def _renewal(agreed: AgreeRenewal | None) -> str:
    """Months as a number; weeks and days with their name."""
    length = agreed.length if agreed else TermLength()
    return length.in_words if length.days else str(length.months) if agreed else ""


def quote_fields(offer: Quote) -> Fields:
    """A quote as rules see it: its terms, and the largest discount of its lines in percent."""
    terms = offer.terms
    return {
        "currency": terms.currency,
        "term": terms.length.in_words if terms.days else str(terms.months),
        "billing": in_words(terms.billing),
        "net days": str(terms.net_days),
        "payment terms": "installments" if terms.due.shares else terms.due.rule,
        "tax code": terms.tax_code,
        "template": terms.template,
        "legal entity": terms.entity,
        "renewal": _renewal(terms.renewal),
        "discount": f"{max((line.discount for line in offer.lines), default=Decimal(0)).normalize():f}",
    }


def check_entry(book: Book, customer: Customer) -> None:
    """Refused if a new customer does not meet every rule that is asked on entry; all findings in one sentence."""
    rules = [rule for rule in book.company.governance.validation if rule.on == "entry"]
    _refuse(
        f"customer {customer.name!r} cannot be entered",
        list(_broken(rules, "customer", customer.name, customer_fields(customer))),
    )


def close_won(book: Book, quote: str, today: date) -> Order:
    """The customer signs. Refused after a rejection, when already signed, or while anything is lacking: all of it at once."""
    offer = known_quote(book, quote)
    for made in book.about(QuoteDecision, "quote", quote):
        if made.decision == "rejected":
            raise Refused("quote-rejected", f"quote {quote} was rejected by the {made.role}")
    if book.about(Order, "quote", quote):
        raise Refused("already-signed", f"quote {quote} is already signed")
    _refuse(f"quote {quote} cannot be closed-won", readiness(book, quote, today))
    number = f"O-{book.count(Order) + 1}"
    if offer.contract:
        return order_of(offer, number, today)
    return Order(
        number=number,
        **dated(today, effective=offer.terms.start),
        kind="new",
        customer=offer.customer,
        quote=quote,
        terms=offer.terms,
        lines=offer.lines,
        excepted=tuple(_used(book, offer, today)),
    )


def _used(book: Book, offer: Quote, today: date) -> Iterator[str]:
    """The exceptions that lift what the rules find today, each once: of several from one rule, the one that stands longest."""
    standing = ([one for one in _grants(book, offer, found) if one.until >= today] for found in _rules(book, offer))
    yield from dict.fromkeys(max(grants, key=lambda one: one.until).number for grants in standing if grants)


def readiness(book: Book, quote: str, today: date) -> list[RuleFinding]:
    """Everything that keeps a quote from being closed-won today; what is excepted today is left out."""
    offer = known_quote(book, quote)
    found = [*_superseded(book, offer), *missing_approvals(book, offer, today), *_hindered(book, offer)]
    for finding in _rules(book, offer):
        grants = _grants(book, offer, finding)
        if not any(one.until >= today for one in grants):
            found.append(_told(finding, grants))
    return found


def _superseded(book: Book, offer: Quote) -> Iterator[RuleFinding]:
    for newer in book.about(Quote, "supersedes", offer.number):
        said = f"quote {offer.number} is superseded by {newer.number}"
        yield RuleFinding(
            of="quote", name=offer.number, field="version", rule="the newest version", sentence=said, code="superseded"
        )


def _hindered(book: Book, offer: Quote) -> Iterator[RuleFinding]:
    """What keeps a change of a running contract from being won: no preview, or something signed meanwhile."""
    for field, code, said in hindrances(book, offer) if offer.contract else ():
        yield RuleFinding(of="quote", name=offer.number, field=field, rule=_DEMANDED[field], sentence=said, code=code)


_DEMANDED = {"preview": "previewed by billing", "version": "of the contract as it stands"}


def _rules(book: Book, offer: Quote) -> Iterator[RuleFinding]:
    """What the rules find about the customer, each product and the quote itself; each sentence once."""
    rules = [rule for rule in book.company.governance.validation if rule.on == "closed-won"]
    yield from _broken(rules, "customer", offer.customer, customer_fields(book.customers[offer.customer]))
    seen: set[str] = set()
    for line in offer.lines:
        for finding in (*_broken(rules, "product", line.product, product_fields(book, line)), *_unmapped(book, line)):
            if finding.sentence not in seen:
                seen.add(finding.sentence)
                yield finding
    yield from _broken(rules, "quote", offer.number, quote_fields(offer))
    yield from _billing(book, offer)


def _unmapped(book: Book, line: OrderLine) -> Iterator[RuleFinding]:
    """What is not mapped to a revenue treatment, where the company refuses it at once instead of holding its bills."""
    if book.company.policies.unbillable == "refused at once":
        for said in unmapped(book.company, line.product, line.charge):
            yield RuleFinding(
                of="product",
                name=line.product,
                field="mapping",
                rule="mapped once",
                sentence=said,
                code="unmapped-product",
            )


def _billing(book: Book, offer: Quote) -> Iterator[RuleFinding]:
    options, said = book.company.governance.billing_options, in_words(offer.terms.billing)
    if options and not is_among(offer.terms.billing, options):
        yield _finding(
            "quote", offer.number, "billing", "a standard billing option", f"{said!r} is none{_near(said, options)}"
        )


def _broken(rules: list[ValidationRule], of: RuleObject, name: str, fields: Fields) -> Iterator[RuleFinding]:
    for rule in rules:
        if rule.of == of and (not rule.when or fields[rule.when] in rule.has):
            for demanded, said in _wrong(rule, fields[rule.field]):
                where = f" where {rule.when} is {fields[rule.when]}" if rule.when else ""
                yield _finding(of, name, rule.field, f"{demanded}{where}", said)


def _wrong(rule: ValidationRule, value: str) -> Iterator[tuple[str, str]]:
    """What is demanded and not met, and how it is not; an empty value only misses being required."""
    if not value:
        if rule.required:
            yield "required", "nothing is filled in"
        return
    if rule.pattern and not re.fullmatch(rule.pattern, value):
        yield f"written like {rule.example or rule.pattern}", f"{value!r} is not"
    if rule.values and value not in rule.values:
        yield f"one of {', '.join(rule.values)}", f"{value!r} is none{_near(value, rule.values)}"
    if rule.at_least is not None and Decimal(value) < rule.at_least:
        yield f"at least {rule.at_least}", f"{value} is less"
    if rule.at_most is not None and Decimal(value) > rule.at_most:
        yield f"at most {rule.at_most}", f"{value} is more"


def _near(value: str, values: tuple[str, ...]) -> str:
    plain = {text.casefold(): text for text in values}
    close = get_close_matches(value.casefold(), plain, n=1)
    return f"; did you mean {plain[close[0]]!r}?" if close else ""


def _finding(of: str, name: str, field: str, rule: str, said: str) -> RuleFinding:
    return RuleFinding(
        of=of, name=name, field=field, rule=rule, sentence=f"{of} {name}: {field} must be {rule}; {said}"
    )


def _grants(book: Book, offer: Quote, finding: RuleFinding) -> list[GrantedException]:
    subjects = (offer.customer, offer.number, finding.name)
    return [one for one in book.all(GrantedException) if one.field == finding.field and one.subject in subjects]


def _told(finding: RuleFinding, grants: list[GrantedException]) -> RuleFinding:
    """The finding, with the exception that once lifted it."""
    if not grants:
        return finding
    over = f" (the exception that the {grants[-1].role} allowed ended on {long_date(grants[-1].until)})"
    return RuleFinding(
        of=finding.of,
        name=finding.name,
        field=finding.field,
        rule=finding.rule,
        sentence=f"{finding.sentence}{over}",
        code="exception-expired",
    )


def grant(book: Book, subject: str, field: str, role: str, until: date, reason: str, today: date) -> GrantedException:
    """Somebody allows an exception. Refused if it ends before it begins."""
    if until < today:
        raise Refused("exception-over", f"an exception for {subject} cannot end on {long_date(until)}, before today")
    return GrantedException(
        number=f"EXC-{book.count(GrantedException) + 1}",
        **dated(today),
        subject=subject,
        field=field,
        role=role,
        until=until,
        reason=reason,
    )


def _refuse(what: str, findings: list[RuleFinding]) -> None:
    if len(findings) == 1:
        raise Refused(findings[0].code, findings[0].sentence)
    if findings:
        raise Refused("not-ready", f"{what}: {'; '.join(finding.sentence for finding in findings)}")
