"""What governs a quote, asked of the engine itself: matrix, templates, rules, mapping, versions and exceptions."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from types import SimpleNamespace

import pytest
from controllers import company

from engine.book import Book
from engine.model.cadence import Billing, in_words, is_among
from engine.model.catalog import Charge, PriceBook, PriceBookEntry, Product, RatePlan
from engine.model.company import ApprovalRule, Customer
from engine.model.governance import ContractTemplate, Delegation, Governance, ProductMapping, ValidationRule
from engine.model.orders import PaymentShare, PaymentTerms, RequestedLine, Terms
from engine.refusals import Refused
from engine.sales import approving, quoting, validating
from engine.terms.mapping import check_mapped, unmapped, unmapped_planned

DAY = date(2026, 1, 1)
SEAT = Product(name="Seat", code="SEAT", plans=(RatePlan(name="Standard", charges=(Charge(name="Seat"),)),))
PRICE = PriceBookEntry(product="Seat", plan="Standard", charge="Seat", currency="USD", price=Decimal(10))
TERMS = Terms(start=DAY, months=12, currency="USD")
LINES = (RequestedLine(product="Seat", quantity=10),)
GLOBEX = Customer(name="Globex", number="1", email="", address="", tax_number="12")


def crm(approvals: tuple[ApprovalRule, ...] = (), **governance: object) -> Book:
    return Book(
        replace(
            company(),
            customers=(GLOBEX,),
            products=(SEAT,),
            price_book=PriceBook(name="List", entries=(PRICE,)),
            approvals=approvals,
            governance=Governance(**governance),
        )
    )


def quoted(book: Book, terms: Terms = TERMS, before=None, lines=LINES):
    return book.add(quoting.quote(book, "Globex", terms, lines, DAY, before))


def sentences(book: Book, quote: str = "Q-1", today: date = DAY) -> list[str]:
    return [finding.sentence for finding in validating.readiness(book, quote, today)]


@pytest.mark.parametrize(
    ("billing", "words"),
    [
        (Billing(), "monthly in advance"),
        (Billing(every_months=5, timing="in arrears"), "every 5 months in arrears"),
        (Billing(every_days=14), "every 2 weeks in advance"),
        (Billing(every_days=10), "every 10 days in advance"),
        (Billing(every_months=12, anchor="calendar"), "yearly in advance by the calendar"),
        (Billing(every_months=3, bill_day=15), "quarterly in advance on day 15"),
    ],
)
def test_a_way_of_billing_has_words(billing, words):
    assert in_words(billing) == words
    assert is_among(billing, (words,))


def test_a_way_without_a_day_leaves_the_day_open_and_not_the_other_way_round():
    assert is_among(Billing(bill_day=15), ("monthly in advance",))
    assert not is_among(Billing(), ("monthly in advance on day 15",))


def test_without_rules_a_quote_lacks_nothing():
    book = crm()
    quoted(book, replace(TERMS, clauses=("own",)))
    assert sentences(book) == []
    assert validating.close_won(book, "Q-1", DAY).number == "O-1"


def test_a_template_only_asks_for_what_it_says():
    book = crm(templates=(ContractTemplate(name="Open"),))
    assert quoted(book, replace(TERMS, template="Open", clauses=("own",))).nonstandard == ("clause 'own'",)
    with pytest.raises(Refused, match="there are: none"):
        quoted(crm(), replace(TERMS, template="Open"))


def test_every_limit_of_a_row_can_be_the_reason():
    rule = ApprovalRule(role="R", other_payment_terms=True, nonstandard_clauses=True)
    book = crm((rule,))
    assert quoted(book).approvals == ()
    due = replace(TERMS, due=PaymentTerms(rule="end of month"))
    assert [step.reason for step in quoted(book, due).approvals] == ["due by end of month, not days after the invoice"]
    halves = PaymentTerms(shares=(PaymentShare(), PaymentShare(net_days=30)))
    parted = quoted(book, replace(TERMS, due=halves))
    assert [step.reason for step in parted.approvals] == ["due in 2 installments, not all at once"]


def test_a_rejection_grows_no_older_and_a_decision_is_made_once():
    book = crm((ApprovalRule(role="R", months_above=1),), approval_days=1)
    quoted(book)
    made = book.add(approving.decide(book, "Q-1", "R", "rejected", DAY))
    assert not approving.is_over(book, made, date(2030, 1, 1))
    with pytest.raises(Refused, match="already decided"):
        approving.decide(book, "Q-1", "R", "approved", date(2030, 1, 1))
    with pytest.raises(Refused, match="rejected by the R"):
        validating.close_won(book, "Q-1", DAY)


def test_a_deputy_decides_once_in_the_place_of_the_role():
    book = crm(
        (ApprovalRule(role="R", months_above=1),), delegations=(Delegation(role="R", to="D", start=DAY, end=DAY),)
    )
    quoted(book)
    made = book.add(approving.decide(book, "Q-1", "D", "approved", DAY))
    assert (made.role, made.by) == ("R", "D")
    with pytest.raises(Refused, match="the R has already decided"):
        approving.decide(book, "Q-1", "R", "approved", DAY)
    with pytest.raises(Refused, match="asks for R"):
        approving.decide(book, "Q-1", "Nobody", "approved", DAY)


def test_an_approval_is_kept_through_versions_only_for_the_same_reason():
    book = crm((ApprovalRule(role="R", months_above=1), ApprovalRule(role="S", months_above=1)))
    first = quoted(book)
    book.add(approving.decide(book, "Q-1", "R", "approved", DAY))
    quoted(book, before=first)
    assert len(sentences(book, "Q-1-V2")) == 2
    policies = replace(book.company.policies, changed_quote="kept where the reason is the same")
    book.company = replace(book.company, policies=policies)
    assert sentences(book, "Q-1-V2") == ["quote Q-1-V2 waits for the S: a term of 12 months is above 1"]
    assert sentences(book) == [
        "quote Q-1 is superseded by Q-1-V2",
        "quote Q-1 waits for the S: a term of 12 months is above 1",
    ]
    assert approving.newest(book, "Q-1").number == "Q-1-V2"
    quoted(book, replace(TERMS, months=6), approving.newest(book, "Q-1"))
    assert len(sentences(book, "Q-1-V3")) == 2


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        (ValidationRule(of="customer", field="email", pattern="x"), None),
        (ValidationRule(of="customer", field="tax number", pattern="[0-9]{3}"), "written like [0-9]{3}; '12' is not"),
        (ValidationRule(of="customer", field="tax number", values=("12",)), None),
        (ValidationRule(of="quote", field="currency", values=("USX", "EUR")), "'USD' is none; did you mean 'USX'?"),
        (ValidationRule(of="quote", field="currency", values=("jpy",)), "'USD' is none"),
        (ValidationRule(of="quote", field="term", at_least=Decimal(12), at_most=Decimal(12)), None),
        (ValidationRule(of="quote", field="term", at_least=Decimal(13)), "at least 13; 12 is less"),
        (ValidationRule(of="product", field="code", required=True, when="name", has=("Other",)), None),
        (ValidationRule(of="product", field="code", values=("X",), when="name", has=("Seat",)), "where name is Seat"),
    ],
)
def test_a_rule_is_met_or_told(rule, said):
    book = crm(validation=(rule,))
    quoted(book, lines=(*LINES, *LINES))
    found = sentences(book)
    assert len(found) == bool(said)
    assert not said or said in found[0]


def test_what_is_asked_on_entry_is_not_asked_again():
    rule = ValidationRule(of="customer", field="email", required=True, on="entry")
    book = crm(validation=(rule,))
    quoted(book)
    assert sentences(book) == []
    with pytest.raises(Refused, match="email must be required") as refused:
        validating.check_entry(book, GLOBEX)
    assert refused.value.code == "rule-not-met"
    validating.check_entry(book, replace(GLOBEX, email="a@b.example"))


def test_an_exception_lifts_a_rule_of_its_subject_and_field_until_its_day():
    book = crm(billing_options=("yearly in advance",))
    quoted(book)
    (found,) = sentences(book)
    book.add(validating.grant(book, "Globex", "billing", "CFO", DAY, "", DAY))
    assert sentences(book) == []
    later = date(2026, 1, 2)
    assert sentences(book, today=later) == [f"{found} (the exception that the CFO allowed ended on 1 January 2026)"]
    assert validating.readiness(book, "Q-1", later)[0].code == "exception-expired"


CHARGE = Charge(name="Seat")


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ((), []),
        ((ProductMapping(product="Other", charge="", treatment="over time"),), ["'Seat' is not mapped"]),
        ((ProductMapping(product="Seat", charge="", treatment="over time"),), []),
        ((ProductMapping(product="Seat", charge="Seat", treatment="point in time"),), ["mapped to 'point in time'"]),
        (
            (ProductMapping(product="Seat", charge="", treatment="over time"),) * 2,
            ["mapped 2 times: over time, over time"],
        ),
    ],
)
def test_a_charge_is_mapped_once(rows, said):
    book = crm(mapping=rows)
    found = list(unmapped(book.company, "Seat", CHARGE))
    assert len(found) == len(said)
    assert all(part in one for part, one in zip(said, found, strict=True))
    offer = quoted(book)
    assert len(sentences(book)) == len(said)
    if said:
        with pytest.raises(Refused):
            check_mapped(book, offer.lines)
    held = replace(book.company.policies, unbillable="held in the exceptions queue")
    book.company = replace(book.company, policies=held)
    check_mapped(book, offer.lines)
    assert sentences(book) == []


def test_a_charge_has_its_own_name_in_a_package():
    book = crm(mapping=(ProductMapping(product="Seat", charge="Seat", treatment="over time"),))
    assert list(unmapped(book.company, "Seat", Charge(name="Fee"))) == [
        "'Seat' (Fee) is not mapped to a revenue treatment"
    ]


@pytest.mark.parametrize(("product", "charge", "found"), [("Seat", "Seat", 1), ("Seat", "Fee", 0), ("Fee", "Fee", 0)])
def test_what_is_no_charge_of_the_catalog_needs_no_mapping(product, charge, found):
    line = SimpleNamespace(product=product, charge=charge)
    mapped = crm(mapping=(ProductMapping(product="Other", charge="", treatment="over time"),)).company
    assert len(list(unmapped_planned(mapped, line))) == found
    assert list(unmapped_planned(crm().company, line)) == []
