"""The shipped worlds, what is made up in them, and how they are found."""

import os
import random
import re
import subprocess
import sys
from datetime import date
from decimal import Decimal
from pathlib import Path

import faker.generator
import pytest

from engine.ledger import deriving, providing
from engine.ledger.deriving import KINDS
from engine.model.catalog import AloneRange, Bundle, PriceBookEntry, Tier, Tiered
from engine.model.company import ApprovalRule, DunningLevel
from engine.model.policies import Policies
from engine.revenue import holding_off, recognizing
from scenarios import world
from scenarios.ledgers import AMONG_ENTITIES, AMOUNTS, ROLES
from scenarios.world import WorldError, check_all, companies, customer, find, load

NAMES = ["Contoso Europe", "Meridian Group", "Northwind SaaS", "Sakura Cloud"]
HERE = Path(__file__).parents[2]


def test_three_companies_are_shipped_without_a_mistake() -> None:
    assert companies() == NAMES
    assert check_all() == []


@pytest.mark.parametrize("name", NAMES)
def test_a_shipped_company_posts_every_amount_to_accounts_it_has(name: str) -> None:
    company = load(find(name))
    assert company.name == name
    assert [(rule.event, rule.amount) for rule in company.postings] == [(e, a) for e in AMOUNTS for a in AMOUNTS[e]]
    accounts = {account.name for account in company.accounts}
    assert {side for rule in company.postings for side in (rule.debit, rule.credit)} <= accounts
    assert {account.role for account in company.accounts} >= set(ROLES)


BESIDE = (
    "contract left unpaid",
    "contract cost incurred",
    "contract cost amortized",
    "contract cost impaired",
    "goods transferred",
    "goods returned",
    "interest accrued",
    "price paid out",
    "noncash consideration received",
    "sales tax borne",
    "provision made",
    "provision used",
)


@pytest.mark.parametrize("name", NAMES)
def test_every_charge_of_a_shipped_company_has_a_price(name: str) -> None:
    company = load(find(name))
    for product in company.products:
        for plan in product.plans:
            for charge in plan.charges:
                place = (product.name, plan.name, charge.name, company.entity.currency)
                assert company.price_book.price(*place, date(2026, 1, 1)), place


def test_every_event_that_the_ledger_posts_has_its_amounts_in_worlds() -> None:
    at_month_end = {"revenue posted", "allowance adjusted", "advance held off", *BESIDE}
    nothing = "customer", "contract", "amendment", "usage", "rebate settlement", "payment plan", "payment plan end"
    posted = {kind.event for kind in KINDS.values() if kind.noun not in nothing}
    assert set(AMOUNTS) == posted | at_month_end | {"contract transferred", "bank charge booked"} | set(AMONG_ENTITIES)
    written = [Path(module.__file__ or "").read_text() for module in (deriving, providing, recognizing, holding_off)]
    names = {name for text in written for name in re.findall(r'draft\.add\("([^"]+)"', text)}
    assert names
    assert names <= {amount for amounts in AMOUNTS.values() for amount in amounts}


def test_northwind_reads_as_written() -> None:
    northwind = load(find("Northwind SaaS"))
    entity = northwind.entity
    assert (entity.name, entity.currency, entity.prefix) == ("Northwind Software Inc", "USD", "NW")
    assert northwind.policies == Policies()
    assert northwind.retry_days == (1, 3, 5, 7)
    assert northwind.dunning[0] == DunningLevel(days=7, letter="Payment reminder")
    assert [level.days for level in northwind.dunning] == [7, 14, 30]
    assert northwind.approvals[1] == ApprovalRule(role="Finance director", discount_above=Decimal(25))
    assert [rule.months_above for rule in northwind.approvals] == [None, None, 36, None]
    assert [rule.net_days_above for rule in northwind.approvals] == [None, None, None, 60]
    assert [(rate.code, rate.percent, rate.start) for rate in northwind.tax_rates][-2:] == [
        ("digital services", Decimal(8), date.min),
        ("digital services", Decimal(9), date(2026, 7, 1)),
    ]
    assert [role.role for role in northwind.signs] == ["Process owner", "Controller", "Operations lead"]
    assert northwind.payouts.percent_fee == 0


def test_prices_and_charges_read_as_written() -> None:
    northwind = load(find("Northwind SaaS"))
    charges = {product.name: product.plans[0].charges for product in northwind.products}
    assert [(c.name, c.kind, c.model, c.per_months) for c in charges["Platform package"]] == [
        ("Set-up fee", "one-time", "flat", 0),
        ("Package seats", "recurring", "per unit", 1),
    ]
    assert [charges[name][0].per_months for name in ("Platform seat", "Storage", "Annual license")] == [1, 3, 12]
    assert charges["Set-up"][0].recognition == "point in time"
    assert charges["Streaming"][0].tax_code == "digital services"
    assert northwind.price_book.price("Set-up", "Standard", "Set-up", "USD", date(2026, 1, 1)) == PriceBookEntry(
        product="Set-up",
        plan="Standard",
        charge="Set-up",
        currency="USD",
        price=Decimal(300),
        stand_alone_price=Decimal(300),
    )
    storage = [
        northwind.price_book.price("Storage", "Standard", "Storage", "USD", date(y, 12, 31)) for y in (2026, 2027)
    ]
    assert [entry and entry.price for entry in storage] == [Decimal(30), Decimal(33)]
    license_ = northwind.price_book.price("Annual license", "Standard", "Annual license", "USD", date(2026, 1, 1))
    assert license_
    assert license_.price == Decimal(1200)


def test_usage_and_what_is_prepaid_read_as_written() -> None:
    northwind = load(find("Northwind SaaS"))
    access, credit = (next(p for p in northwind.products if p.name == name) for name in ("API access", "API credit"))
    fee, calls = access.plans[0].charges
    assert (fee.kind, calls.kind, calls.model, calls.per_months, calls.limit) == (
        "recurring",
        "usage",
        "tiered",
        0,
        1_000_000,
    )
    paid = credit.plans[0].charges[0]
    assert (paid.kind, paid.prepaid, paid.prepaid_months, paid.breakage) == ("one-time", True, 12, 10)
    entry = next(e for e in northwind.price_book.entries if e.charge == "API calls")
    assert entry.rate == Tiered(
        tiers=(Tier(up_to=Decimal(10_000), price=Decimal("0.002")), Tier(price=Decimal("0.001")))
    )


def test_other_conventions_and_other_ways_to_write_amounts() -> None:
    contoso, sakura = load(find("Contoso Europe")), load(find("Sakura Cloud"))
    assert (contoso.policies.proration, contoso.policies.spread) == ("30/360", "by month")
    assert contoso.policies.change_day == Policies().change_day
    assert [entry.price for entry in contoso.price_book.entries][:3] == [Decimal("9.90"), Decimal(108), Decimal(1200)]
    assert (sakura.entity.currency, sakura.policies.rounding) == ("JPY", "half even")


def test_a_company_puts_single_posting_rules_on_top_of_the_shared_ledger() -> None:
    rules = {(rule.event, rule.amount): rule for rule in load(find("Contoso Europe")).postings}
    assert rules["invoice posted", "tax"].credit == "Value added tax"
    assert rules["invoice posted", "deferred"].credit == "Contract liability"


def test_two_loads_are_equal_and_the_second_costs_no_reading() -> None:
    path = find("Northwind SaaS")
    first = load(path)
    assert load(path) is first
    world._loaded.cache_clear()
    again = load(path)
    assert again is not first
    assert again == first


def test_an_edited_file_is_read_anew(tmp_path: Path) -> None:
    path = tmp_path / "copy.yaml"
    text = find("Northwind SaaS").read_text()
    path.write_text(text)
    assert load(path).retry_days == (1, 3, 5, 7)
    path.write_text(text.replace("[1, 3, 5, 7]", "[2]"))
    assert load(path).retry_days == (2,)


def test_what_is_made_up_is_alike_in_every_run() -> None:
    code = "from scenarios.world import find, load; print(load(find('Northwind SaaS')).customers)"
    runs = [
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONPATH": str(HERE), "PYTHONHASHSEED": seed},
            cwd=HERE,
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert runs[0] == runs[1]
    assert "Globex" in runs[0]


def test_what_is_made_up_depends_on_company_and_customer_only() -> None:
    globex = customer("Northwind SaaS", "USD", "Globex")
    assert globex in load(find("Northwind SaaS")).customers
    assert globex.number == "CUS-GLOBEX"
    assert customer("Northwind SaaS", "USD", "Globex", email="ap@globex.example").address == globex.address
    assert customer("Contoso Europe", "USD", "Globex").address != globex.address
    assert customer("Northwind SaaS", "USD", "Initech").address != globex.address


def test_mail_to_a_made_up_customer_reaches_nobody() -> None:
    reserved = ("@example.com", "@example.net", "@example.org")
    assert all(known.email.endswith(reserved) for name in NAMES for known in load(find(name)).customers)


def test_making_up_a_customer_leaves_chance_alone() -> None:
    random.seed(7)
    before = random.getstate(), faker.generator.random.getstate()
    customer("Northwind SaaS", "USD", "Somebody new")
    assert (random.getstate(), faker.generator.random.getstate()) == before


def test_what_the_world_says_of_a_customer_is_kept() -> None:
    monsters = load(find("Contoso Europe")).customers[-1]
    assert (monsters.address, monsters.tax_number) == ("Lindenallee 12, 50667 Köln", "DE123456788")


def test_nothing_is_made_up_and_nothing_waited_for_until_a_customer_needs_it() -> None:
    code = "import sys, scenarios.world as w; w.check_all(); sys.exit('faker' in sys.modules)"
    environment = {**os.environ, "PYTHONPATH": str(HERE)}
    assert subprocess.run([sys.executable, "-c", code], env=environment, cwd=HERE, check=False).returncode == 0


def test_a_company_is_found_by_name_in_further_folders(tmp_path: Path) -> None:
    text = find("Sakura Cloud").read_text().replace("company: Sakura Cloud", "company: Ume Cloud")
    (tmp_path / "ume.yaml").write_text(text)
    assert find("Ume Cloud", [tmp_path]) == tmp_path / "ume.yaml"
    assert companies([tmp_path]) == [*NAMES, "Ume Cloud"]
    assert load(find("Ume Cloud", [tmp_path])).name == "Ume Cloud"


def test_a_shipped_name_cannot_be_taken_by_another_file(tmp_path: Path) -> None:
    (tmp_path / "sakura.yaml").write_text(find("Sakura Cloud").read_text())
    assert find("Sakura Cloud", [tmp_path]).parent == world.SHIPPED


def test_a_price_is_for_a_month_a_quarter_a_half_year_or_a_year(tmp_path: Path) -> None:
    text = find("Sakura Cloud").read_text()
    for words, months in (("month", 1), ("quarter", 3), ("half-year", 6), ("year", 12)):
        (tmp_path / "sakura.yaml").write_text(text.replace("{price per: year}", f"{{price per: {words}}}"))
        assert load(tmp_path / "sakura.yaml").products[1].plans[0].charges[0].per_months == months


def test_what_revenue_asks_of_the_catalog_reads_as_written(tmp_path: Path) -> None:
    text = find("Northwind SaaS").read_text()
    text = text.replace("    code: SEAT\n", "    code: SEAT\n    distinct: no\n")
    text = text.replace(
        "{product: Analytics, price: 500.00}",
        "{product: Analytics, price: 500.00, lowest stand-alone price: 80.00, residual: yes}",
    ).replace("{product: Storage, price: 30.00}", "{product: Storage, price: 30.00, highest stand-alone price: 40.00}")
    path = tmp_path / "northwind.yaml"
    path.write_text(text + "bundles:\n  - {products: [Set-up, Training day], price: 900.00}\n")
    found = load(path)
    assert [product.distinct for product in found.products[:2]] == [False, True]
    ranges = {entry.product: entry.alone_range for entry in found.price_book.entries if entry.alone_range}
    assert ranges == {
        "Analytics": AloneRange(low=Decimal("80.00"), high=None, varies=True),
        "Storage": AloneRange(low=Decimal(0), high=Decimal("40.00")),
    }
    assert found.bundles == (Bundle(products=("Set-up", "Training day"), price=Decimal("900.00")),)
    path.write_text(text + "bundles:\n  - {products: [Set-up, Training], price: 900.00}\n")
    with pytest.raises(WorldError, match="there is no product 'Training'; did you mean 'Training day'"):
        load(path)
    path.write_text(text.replace("distinct: no", "distinct: maybe"))
    with pytest.raises(WorldError, match="'maybe' is neither yes nor no"):
        load(path)


def test_a_company_that_nobody_wrote_is_told_with_the_nearest_name() -> None:
    with pytest.raises(LookupError) as unknown:
        find("Northwind SaS")
    assert unknown.value.args == ("there is no company 'Northwind SaS'; did you mean 'Northwind SaaS'?",)


def test_a_company_that_may_be_in_an_unreadable_file_is_told_with_that_file(tmp_path: Path) -> None:
    (tmp_path / "ume.yaml").write_text("company: [Ume")
    with pytest.raises(WorldError, match=r"ume\.yaml:"):
        find("Ume Cloud", [tmp_path])
