"""Who the story is about: the company, its conventions, customers, products and taxes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import cast, get_args

import steps.stage.master_kinds  # noqa: F401 - the kinds of value that the tables below hold
from engine.model.catalog import Bundle
from engine.model.company import AllowanceBucket, ApprovalRule, DunningLevel, TaxRate
from engine.model.money import Money
from engine.model.payments import DunningAct
from steps.company.catalog import PRODUCTS, decimal, priced, products_of
from steps.company.customers import newcomer
from steps.language.failures import StoryError
from steps.language.nearest import did_you_mean
from steps.language.phrases import given, when
from steps.language.tables import Column, Rows, Table
from steps.stage.conventions import CONVENTIONS
from steps.stage.kinds import read_tax
from steps.stage.world import World

APPROVALS = Table(
    "approvals",
    Column("role", required=True),
    Column("discount above", "percent"),
    Column("months above", "count"),
    Column("net days above", "count"),
    Column("months below", "count"),
    Column("billing other than", "ways of billing"),
    Column("other payment terms", "yes or no", default=False),
    Column("nonstandard clauses", "yes or no", default=False),
)
HOLIDAYS = Table("holidays", Column("date", "date", required=True))
LETTERS = Table(
    "letters",
    Column("letter", required=True),
    Column("days after the due date", "count", required=True),
    Column("then", default="nothing more"),
)
BUNDLES = Table("bundles", Column("products", required=True), Column("price", "amount", required=True))
ALLOWANCE = Table(
    "expected losses",
    Column("customer", "customer"),
    Column("of", "expected loss of", default="invoices"),
    Column("days overdue", "count", required=True),
    Column("expected loss", "percent", required=True),
)


@given("the company {company}")
def the_company(world: World, company: str) -> None:
    """The story is about this company: its masters and conventions hold unless the story says otherwise."""
    world.take_company(company)


@given("these conventions:", table=CONVENTIONS)
def these_conventions(world: World, table: Rows) -> None:
    """These conventions hold for this story instead of the company's own."""
    for row in table.records():
        world.answer(str(row["question"]), str(row["answer"]))


@given("today is {date}")
def today_is(world: World, day: date) -> None:
    """The story begins on this day, which masters and conventions may still follow (or time passes to it)."""
    world.begin(day)


@given("the customer {customer}")
def the_customer(world: World, customer: str) -> None:
    """A customer the company's masters do not hold; address and tax number are made up, always the same."""
    world.change_company(customers=(*world.company.customers, newcomer(world.company, customer)))


@given("the time zone of the company is {string}")
def the_time_zone_of_the_company(world: World, zone: str) -> None:
    """Whose calendar the legal entity's days follow: Europe/Berlin, UTC ..."""
    world.change_company(entity=replace(world.company.entity, time_zone=zone))


@given("the time zone of {customer} is {string}")
def the_time_zone_of(world: World, customer: str, zone: str) -> None:
    """Whose calendar a customer's days follow, where the convention asks for it."""
    found = [replace(c, time_zone=zone) if c.name == customer else c for c in world.company.customers]
    world.change_company(customers=tuple(found))


@given("these days are holidays:", table=HOLIDAYS)
def these_days_are_holidays(world: World, table: Rows) -> None:
    """Days that are no business days, beside Saturdays and Sundays."""
    days = [row["date"] for row in table.records()]
    world.change_company(holidays=(*world.company.holidays, *days))


@given("these products are sold:", table=PRODUCTS)
def these_products_are_sold(world: World, table: Rows) -> None:
    """Products beside the company's own, or instead of one of that name; rows of one product are charges sold together."""
    rows = table.as_written()
    for tax in (row["tax"] for row in rows if row["tax"]):
        world.tax_code(tax)  # type: ignore[arg-type]  # by the kind of its column
    book, anew = world.company.price_book, {str(row["product"]) for row in rows}
    products = (*(known for known in world.company.products if known.name not in anew), *products_of(rows))
    kept = (entry for entry in book.entries if entry.product not in anew)
    entries = (*kept, *priced(rows, world.currency))
    world.change_company(products=products, price_book=replace(book, entries=entries))


@given("these bundles are sold regularly:", table=BUNDLES)
def these_bundles_are_sold(world: World, table: Rows) -> None:
    """Products, separated by commas, that are regularly sold together for less than each costs alone, one of each."""
    products = [product.name for product in world.company.products]
    bundles = [_bundle(row, products) for row in table.as_written()]
    world.change_company(bundles=(*world.company.bundles, *bundles))


@given("the tax code {string} is {percent}")
def the_tax_code_is(world: World, code: str, percent: Decimal) -> None:
    """A tax code and its rate."""
    world.set_tax_rate(TaxRate(code=code, percent=_share(percent)))


@given("the tax code {string} is {percent} from {date}")
def the_tax_code_is_from(world: World, code: str, percent: Decimal, day: date) -> None:
    """The rate of a tax code from a day on; invoices before keep theirs."""
    world.set_tax_rate(TaxRate(code=code, percent=_share(percent), start=day))


@when("the tax code {string} becomes {percent} on {date}")
def the_tax_code_becomes(world: World, code: str, percent: Decimal, day: date) -> None:
    """A new rate of a tax code, told today; what is invoiced already keeps the old one."""
    world.set_tax_rate(TaxRate(code=code, percent=_share(percent), start=day))


@given("the tax of {percent} becomes {percent} on {date}")
def the_tax_becomes(world: World, old: Decimal, new: Decimal, day: date) -> None:
    """A tax that a contract names by its percentage changes by law from a day on."""
    code = world.tax_code(read_tax(f"tax {old * 100:f}%"))
    world.set_tax_rate(TaxRate(code=code, percent=_share(new), start=day))


@given("failed payments are retried after {days list}")
def failed_payments_are_retried(world: World, days: tuple[int, ...]) -> None:
    """The days after the first failure on which a soft decline is tried again."""
    world.change_company(retry_days=days)


@given("failed payments are not retried")
def failed_payments_are_not_retried(world: World) -> None:
    """A declined payment is not tried again."""
    world.change_company(retry_days=())


@given("these dunning letters:", table=LETTERS)
def these_dunning_letters(world: World, table: Rows) -> None:
    """The letters that go out about overdue invoices, by days after the due date, and what follows from them: nothing more,
    service suspended, contract terminated or rest written off."""
    world.change_company(dunning=tuple(_level(row) for row in table.records()))


@given("this approval matrix:", table=APPROVALS)
def this_approval_matrix(world: World, table: Rows) -> None:
    """Who must approve a quote above which limits."""
    world.change_company(approvals=tuple(_rule(row) for row in table.records()))


@given("these expected losses:", table=ALLOWANCE)
def these_expected_losses(world: World, table: Rows) -> None:
    """The loss allowance at each month end, as a percentage of what is overdue by at least so many days. The rows of a customer
    hold for them instead of those without one; those of what is `unbilled`, earned and not billed yet, for that alone."""
    world.change_company(allowance=tuple(map(bucket, table.records())))


def bucket(row: Mapping[str, object]) -> AllowanceBucket:
    """A row of expected losses."""
    days = _int(row["days overdue"])
    if row["of"] == "unbilled" and days:
        raise StoryError("what is not billed yet is never overdue: its days overdue are 0")
    return AllowanceBucket(
        days=days,
        percent=_share(row["expected loss"]),
        customer=str(row["customer"]) if row["customer"] else None,
        of="unbilled" if row["of"] == "unbilled" else "invoices",
    )


@given("the gateway keeps {percent} of every payment")
def the_gateway_keeps(world: World, percent: Decimal) -> None:
    """The fee that the payment gateway keeps when it pays out."""
    world.change_company(payouts=replace(world.company.payouts, percent_fee=_share(percent)))


@given("the gateway keeps {percent} and {money} of every payment")
def the_gateway_keeps_both(world: World, percent: Decimal, fixed: Money) -> None:
    """The fee that the gateway keeps of each payment: a percentage and a fixed amount; of a payment in another currency, at
    the rate of the day of the payout."""
    world.change_company(payouts=replace(world.company.payouts, percent_fee=_share(percent), fixed_fee=fixed))


def _bundle(row: dict[str, object], known: Sequence[str]) -> Bundle:
    names = [name.strip() for name in str(row["products"]).split(",")]
    for name in names:
        if name not in known:
            raise StoryError(
                f"a bundle holds {name!r}, which is not sold{did_you_mean(name, known)}; say first what is sold"
            )
    return Bundle(products=tuple(names), price=decimal(row["price"]))


def _level(row: dict[str, object]) -> DunningLevel:
    """A letter and what follows from it. StoryError names the nearest thing that can."""
    then, known = str(row["then"]), get_args(DunningAct)
    if then not in known:
        raise StoryError(f"{then!r} cannot follow from a letter; one of {', '.join(known)}{did_you_mean(then, known)}")
    return DunningLevel(
        days=_int(row["days after the due date"]), letter=str(row["letter"]), then=cast("DunningAct", then)
    )


def _rule(row: dict[str, object]) -> ApprovalRule:
    return ApprovalRule(
        role=str(row["role"]),
        discount_above=_hundred(row["discount above"]),
        months_above=_maybe_int(row["months above"]),
        net_days_above=_maybe_int(row["net days above"]),
        months_below=_maybe_int(row["months below"]),
        billing_other_than=row["billing other than"] or (),  # type: ignore[arg-type]  # by the column's type
        other_payment_terms=bool(row["other payment terms"]),
        nonstandard_clauses=bool(row["nonstandard clauses"]),
    )


def _hundred(value: object) -> Decimal | None:
    return value * 100 if isinstance(value, Decimal) else None


def _share(value: object) -> Decimal:
    """A part of something in hundredths. StoryError below nothing or above all of it."""
    hundredths = _hundred(value) or Decimal(0)
    if not 0 <= hundredths <= 100:
        raise StoryError(f"{hundredths.normalize():f}% is none between 0% and 100%")
    return hundredths


def _maybe_int(value: object) -> int | None:
    return value if isinstance(value, int) else None


def _int(value: object) -> int:
    assert isinstance(value, int)
    return value
