"""What a company's file says about when charges are billed, whose calendar holds, days off, late usage and rebates."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from engine.book import Book
from engine.model.cadence import Billing, in_words, is_among
from engine.model.money import Money
from engine.model.orders import RequestedLine, Terms
from engine.model.rebates import AgreedRebate, Rebate, RebateTier
from engine.sales.quoting import quote
from scenarios.world import SHIPPED, WorldError, load

MORE = """
late usage days: 5
holidays: [2026-05-01, 2026-12-25]
rebates:
  - {on: Platform seat, every: calendar quarter, from: 100, rebate: 5%}
  - {on: Platform seat, every: calendar quarter, above: 500, rebate: 0.50 USD each, expected: 600}
  - {customer: Globex, every: 6 months, from: "10,000.00 USD", rebate: 300.00 USD, of: what is above}
  - {on: Storage, every: term, from: 10, rebate: 1.00 EUR each}
"""


def southwind(folder: Path, more: str = MORE, **changes: str) -> Path:
    text = (SHIPPED / "northwind_saas.yaml").read_text().replace("company: Northwind SaaS", "company: Southwind")
    for before, after in changes.values():
        assert before in text
        text = text.replace(before, after)
    path = folder / "southwind.yaml"
    path.write_text(text + more)
    return path


def told(path: Path) -> list[str]:
    with pytest.raises(WorldError) as refused:
        load(path)
    return [str(mistake).partition(": ")[2] for mistake in refused.value.mistakes]


REBATES = (
    AgreedRebate(
        rebate=Rebate(
            tiers=(
                RebateTier(threshold=Decimal(100), percent=Decimal(5)),
                RebateTier(threshold=Decimal(500), beyond=True, each=Money(50, "USD")),
            ),
            product="Platform seat",
            every_months=3,
            calendar=True,
            expected=Decimal(600),
        )
    ),
    AgreedRebate(
        customer="Globex",
        rebate=Rebate(
            tiers=(RebateTier(threshold=Decimal(10_000), lump=Money(30_000, "USD")),),
            counted="amount",
            every_months=6,
            of="what is above",
        ),
    ),
)


def test_everything_about_charging_can_be_said(tmp_path: Path) -> None:
    made = load(
        southwind(
            tmp_path,
            zone=("  invoice prefix: NW\n", "  invoice prefix: NW\n  time zone: America/New_York\n"),
            customer=("  - Initech\n", "  - {name: Initech, time zone: Europe/Berlin}\n"),
            charge=(
                "charges: [{price per: quarter}]",
                "charges: [{price per: quarter, billed: every 2 weeks in arrears}]",
            ),
            other=(
                "{model: flat, price per: month}]",
                "{model: flat, price per: month, billed: quarterly in advance by the calendar}]",
            ),
        )
    )
    assert (made.late_usage_days, made.holidays) == (5, (date(2026, 5, 1), date(2026, 12, 25)))
    assert made.entity.time_zone == "America/New_York"
    assert [one.time_zone for one in made.customers if one.time_zone] == ["Europe/Berlin"]
    billed = {product.name: product.plans[0].charges[0].billing for product in made.products}
    assert billed["Storage"] == Billing(every_days=14, timing="in arrears")
    assert billed["Analytics"] == Billing(every_months=3, anchor="calendar")
    assert billed["Platform seat"] is None
    assert made.rebates[:2] == REBATES


def test_new_contracts_have_the_companys_rebates_on_what_they_hold_unless_others_are_agreed(tmp_path: Path) -> None:
    company = load(southwind(tmp_path))
    book, today = Book(company), date(2026, 1, 1)
    terms = Terms(start=today, months=12, currency="USD", billing=Billing(), net_days=30, tax_code="none")

    def rebates(customer: str, product: str, terms: Terms = terms) -> list[str | None]:
        made = quote(book, customer, terms, [RequestedLine(product=product, quantity=1)], today)
        return [rebate.product for rebate in made.terms.rebates]

    assert rebates("Globex", "Platform seat") == ["Platform seat", None]
    assert rebates("Initech", "Platform seat") == ["Platform seat"]
    assert rebates("Initech", "Storage") == []  # its rebate is in another currency
    own = Rebate(tiers=(RebateTier(threshold=Decimal(1), percent=Decimal(1)),), product="Platform seat")
    assert rebates(
        "Globex",
        "Platform seat",
        Terms(start=today, months=12, currency="USD", billing=Billing(), net_days=30, tax_code="none", rebates=(own,)),
    ) == ["Platform seat"]


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("late usage days: soon", "late usage days: 'soon' is not a number"),
        ("holidays: [1 May]", "holidays: '1 May' is not a day; write it like 2026-07-01"),
        ("rebates: [{customer: Globx, from: 1, rebate: 5%}]", "customer: there is no 'Globx'; did you mean 'Globex'?"),
        ("rebates: [{on: Seat, from: 1, rebate: 5%}]", "on: there is no 'Seat'"),
        ("rebates: [{rebate: 5%}]", "a rebate needs one threshold: either 'from' or 'above'"),
        ("rebates: [{from: 1, above: 2, rebate: 5%}]", "a rebate needs one threshold: either 'from' or 'above'"),
        ("rebates: [{from: 1, rebate: 5}]", "'5' is no rebate; write it like 10%, 0.50 USD each or 500.00 USD"),
        ("rebates: [{every: fortnight, from: 1, rebate: 5%}]", "'fortnight' is no period of a rebate"),
    ],
)
def test_what_is_written_wrong_is_told_at_its_line(tmp_path: Path, row: str, said: str) -> None:
    (mistake,) = told(southwind(tmp_path, row + "\n"))
    assert said in mistake


def test_time_zones_and_ways_to_bill_are_known_ones(tmp_path: Path) -> None:
    found = told(
        southwind(
            tmp_path,
            customer=("  - Initech\n", "  - {name: Initech, time zone: Europe/Berln}\n"),
            charge=("charges: [{price per: quarter}]", "charges: [{price per: quarter, billed: now and then}]"),
        )
    )
    assert ["did you mean 'Europe/Berlin'?" in found[0], "'now and then' is no way to bill" in found[1]] == [True, True]


def test_only_what_is_billed_in_advance_is_billed_days_ahead(tmp_path: Path) -> None:
    seats = "charges: [{price per: quarter}]"
    said = 'charges: [{price per: quarter, billed: "quarterly in %s, 10 days ahead"}]'
    (mistake,) = told(southwind(tmp_path, charge=(seats, said % "arrears")))
    assert "'quarterly in arrears, 10 days ahead' is no way to bill" in mistake
    products = load(southwind(tmp_path, charge=(seats, said % "advance"))).products
    ahead = Billing(every_months=3, days_ahead=10)
    assert ahead in [c.billing for p in products for plan in p.plans for c in plan.charges]
    assert in_words(ahead) == "quarterly in advance, 10 days ahead"
    assert is_among(ahead, ["quarterly in advance"])


@pytest.mark.parametrize(
    ("said", "days", "months", "words"),
    [
        ("weekly in arrears", 7, 1, "weekly in arrears"),
        ("every week in advance", 7, 1, "weekly in advance"),
        ("every 1 week in advance", 7, 1, "weekly in advance"),
        ("daily in advance", 1, 1, "daily in advance"),
        ("every 10 days in advance", 10, 1, "every 10 days in advance"),
        ("every 3 weeks in advance", 21, 1, "every 3 weeks in advance"),
        ("every month in advance", 0, 1, "monthly in advance"),
    ],
)
def test_a_frequency_is_said_as_people_say_it(tmp_path: Path, said: str, days: int, months: int, words: str) -> None:
    path = southwind(tmp_path, f"usual terms: {{months: 0, days: 90, billed: {said}}}\n")
    usual = load(path).usual
    assert usual is not None
    assert (usual.length.in_words, usual.billing.every_days, usual.billing.every_months) == ("90 days", days, months)
    assert in_words(usual.billing) == words


def test_only_what_is_delivered_can_be_billed_when_it_is(tmp_path: Path) -> None:
    seats = "charges: [{price per: quarter}]"
    (mistake,) = told(southwind(tmp_path, charge=(seats, "charges: [{price per: quarter, billed: when delivered}]")))
    assert "billed when delivered is only a one-time charge with the recognition 'as delivered'" in mistake
    pieces = "charges: [{kind: one-time, recognition: as delivered, billed: when delivered}]"
    products = load(southwind(tmp_path, charge=(seats, pieces))).products
    assert Billing(timing="when delivered") in [c.billing for p in products for plan in p.plans for c in plan.charges]


@pytest.mark.parametrize(
    ("said", "periods"),
    [("lost", 0), ("carried over for 1 period", 1), ("carried over for 12 periods", 12), ("carried over", None)],
)
def test_unused_free_units_are_lost_or_carried_over(tmp_path: Path, said: str, periods: int | None) -> None:
    usage = f"charges: [{{kind: usage, model: overage, unused: {said}}}]"
    products = load(southwind(tmp_path, charge=("charges: [{price per: quarter}]", usage))).products
    assert periods in [c.carried_over for p in products for plan in p.plans for c in plan.charges if c.kind == "usage"]


@pytest.mark.parametrize(
    ("said", "complaint"),
    [
        ("kind: usage, model: overage, unused: kept", "'kept' happens to no free units; write lost, carried over"),
        ("kind: usage, model: tiered, unused: carried over", "'unused' is for usage above what is free"),
        ("price per: quarter, unused: carried over", "'unused' is for usage above what is free"),
        ("kind: usage, model: overage, rated per: day, unused: carried over", "priced together for its billing period"),
        ("kind: usage, model: overage, steps over: quarter, unused: carried over", "priced together"),
    ],
)
def test_only_free_units_are_carried_over(tmp_path: Path, said: str, complaint: str) -> None:
    (mistake,) = told(southwind(tmp_path, charge=("charges: [{price per: quarter}]", f"charges: [{{{said}}}]")))
    assert complaint in mistake
