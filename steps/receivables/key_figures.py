"""Views of receivables: key figures, statements of account, the work list, and the gateway's own report."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from fractions import Fraction

from engine.model.bearing import CASH, CUSTOMER, REVENUE, Bearing
from engine.model.calendar import AccountingPeriod, long_date
from engine.model.money import Money, rounded
from reports.close import recurring
from reports.close.kpis import NAMES, Kpi, receivables_kpis
from reports.close.recurring import recurring_kpis
from reports.papers.statement import statement
from reports.papers.work_list import work_list
from reports.systems.naming import document_kind, document_name
from reports.systems.snapshot import Snapshot, collect
from reports.tie_outs import movements
from reports.tie_outs.movements import Movement
from steps.language.arithmetic import exact
from steps.language.phrases import parameter_type, then
from steps.language.tables import Column, Rows, Table
from steps.stage.witness import collected
from steps.stage.world import World

RECURRING = REVENUE | Bearing(natures=("wrong class",), published=True)
BEARS = CASH | Bearing(natures=("wrong class",), published=True)

FIGURES = Table("key figures", Column("figure", required=True, key=True), Column("value", "figure", required=True))
PARTS = Table(
    "documents behind a figure",
    Column("document", required=True, key=True),
    Column("counts as", key=True),
    Column("amount", "amount", required=True),
)
STATEMENT = Table(
    "statement of account",
    Column("date", "date", key=True),
    Column("document", required=True, key=True),
    Column("reference"),
    Column("amount", "amount"),
    Column("balance", "amount"),
)
WORK = Table(
    "work list",
    Column("role", required=True, key=True),
    Column("customer", key=True),
    Column("invoice", key=True),
    Column("why"),
    Column("amount", "amount"),
    Column("next step"),
)
GATEWAY = Table(
    "gateway's report",
    Column("date", "date", key=True),
    Column("document", required=True, key=True),
    Column("customer", "customer"),
    Column("amount", "amount", required=True),
)


def read_figure(text: str) -> Decimal:
    """Read "31.50 days", "87.5%" or arithmetic "330.00 / 1,100.00 * 31": exact, then rounded half up to hundredths."""
    return _hundredths(exact(text.removesuffix("%").removesuffix("days").removesuffix("day").strip()))


def _hundredths(value: Fraction) -> Decimal:
    return Decimal(rounded(value * 100)).scaleb(-2)


parameter_type("figure", r"[-\d(][^|]*", read_figure, noun="a figure", hint="31.50 days")
parameter_type(
    "key figure",
    "|".join(sorted((*NAMES, *recurring.NAMES), key=len, reverse=True)),
    str,
    noun="a key figure",
    hint="DSO",
)


def _month(world: World, period: AccountingPeriod, first: AccountingPeriod | None = None) -> tuple[Kpi, ...]:
    world.lived(period.end)
    found = receivables_kpis(collected(world.stack, period.end, world.company), world.currency, first=first)
    return (*found, *_recurring(world, period, first))


def _recurring(world: World, period: AccountingPeriod, first: AccountingPeriod | None = None) -> tuple[Kpi, ...]:
    subscriptions, contracts = world.billing.subscriptions(), world.billing.contracts()
    return recurring_kpis(subscriptions, contracts, world.currency, period, first)


@then("the {key figure} of {period} is {figure}")
def key_figure_is(world: World, name: str, period: AccountingPeriod, expected: Decimal) -> None:
    """A key figure of a month in the company's currency, to two decimals; in days, in percent or (MRR, ARR) an amount."""
    found = {kpi.name: _shown(kpi) for kpi in _month(world, period)}
    world.check_value(f"{name} of {period}", expected, found[name])


@then("the {key figure} from {period} to {period} is {figure}")
def key_figure_of_months_is(
    world: World, name: str, first: AccountingPeriod, last: AccountingPeriod, expected: Decimal
) -> None:
    """A key figure of several months; what is billed counts for all of them, in the CEI as their average."""
    found = {kpi.name: _shown(kpi) for kpi in _month(world, last, first)}
    world.check_value(f"{name} from {first} to {last}", expected, found[name])


@then("the {key figure} of {period} does not exist")
def key_figure_is_none(world: World, name: str, period: AccountingPeriod) -> None:
    """The figure would divide by nothing, or receivables are larger than all that was ever billed."""
    found = {kpi.name: _shown(kpi) for kpi in _month(world, period)}
    world.check_value(f"{name} of {period}", None, found[name])


@then("the key figures of receivables in {period} are:", table=FIGURES)
def key_figures_are(world: World, period: AccountingPeriod, table: Rows) -> None:
    """Some key figures of a month in the company's currency, to two decimals."""
    found = [{"figure": kpi.name, "value": _shown(kpi)} for kpi in _month(world, period)]
    world.check(table, found, f"key figures of receivables in {period}", exactly=False)


@then(
    "the key figures of recurring revenue in {period} are:",
    table=FIGURES,
    bears=RECURRING,
)
def recurring_figures_are(world: World, period: AccountingPeriod, table: Rows) -> None:
    """MRR, ARR, NRR and GRR at the month's end, and what was won and lost in it, in the company's currency or in percent."""
    world.lived(period.end)
    found = [{"figure": kpi.name, "value": _shown(kpi)} for kpi in _recurring(world, period)]
    world.check(table, found, f"key figures of recurring revenue in {period}", exactly=False)


@then(
    "the key figures of recurring revenue from {period} to {period} are:",
    table=FIGURES,
    bears=RECURRING,
)
def recurring_figures_of_months_are(world: World, first: AccountingPeriod, last: AccountingPeriod, table: Rows) -> None:
    """The same of several months: customers as they were before the first and are at the end of the last."""
    world.lived(last.end)
    found = [{"figure": kpi.name, "value": _shown(kpi)} for kpi in _recurring(world, last, first)]
    world.check(table, found, f"key figures of recurring revenue from {first} to {last}", exactly=False)


@then("the {key figure} of {period} comes from:", table=PARTS)
def key_figure_comes_from(world: World, name: str, period: AccountingPeriod, table: Rows) -> None:
    """Every document behind a key figure, what it counts as, and how much."""
    names = {invoice.number: document_name(invoice) for invoice in world.billing.invoices()}
    [kpi] = [kpi for kpi in _month(world, period) if kpi.name == name]
    found = [
        {"document": names.get(p.document, p.document), "counts as": p.counts_as, "amount": p.amount} for p in kpi.parts
    ]
    world.check(table, found, f"documents behind the {name} of {period}")


def _shown(kpi: Kpi) -> Decimal | None:
    return None if kpi.value is None else _hundredths(kpi.value)


@then("the statement of {customer} from {date} to {date} is:", table=STATEMENT, bears=CUSTOMER)
def statement_is(world: World, customer: str, start: date, end: date, table: Rows) -> None:
    """What the customer owed, every document since, and what they owe then; below zero it is theirs."""
    world.lived(end)
    found = statement(collect(world.stack, end), customer, world.currency, start, end)
    rows: list[dict[str, object]] = [{"date": start, "document": "opening", "balance": found.opening}]
    rows += [
        {
            "date": line.day,
            "document": line.document,
            "reference": line.reference,
            "amount": line.amount,
            "balance": line.balance,
        }
        for line in found.lines
    ]
    rows.append({"date": end, "document": "closing", "balance": found.closing})
    world.check(table, rows, f"statement of {customer} to {long_date(end)}")


@then("the collections work list on {date} is:", table=WORK, bears=CASH)
def work_list_is(world: World, day: date, table: Rows) -> None:
    """What is to do at the end of that day, as it stood: by which role, with whom, why, about how much, and what next."""
    world.lived(day)
    names = {invoice.number: document_name(invoice) for invoice in world.billing.invoices()}
    found = [
        {
            "role": task.role,
            "customer": task.customer or None,
            "invoice": names.get(task.invoice),
            "why": task.why,
            "amount": task.amount,
            "next step": task.next_step,
        }
        for task in work_list(collect(world.stack, day))
    ]
    world.check(table, found, f"work list on {long_date(day)}")


@then("the gateway's report of {period} is:", table=GATEWAY, bears=CASH)
def gateway_report_is(world: World, period: AccountingPeriod, table: Rows) -> None:
    """Everything that moved the money the gateway holds in a month, as the gateway itself says, fees included."""
    seen = collect(world.stack, world.clock.today())
    kinds = {document.number: document_kind(document) for system, document in seen.documents() if system == "payments"}
    found = [
        {"date": m.day, "document": kinds[m.document], "customer": m.customer or None, "amount": m.amount}
        for m in _gateway(seen)
        if period.start <= m.day <= period.end
    ]
    world.check(table, found, f"the gateway's report of {period}")


@then("the gateway held {money} on {date}", bears=CASH)
def gateway_held(world: World, expected: Money, day: date) -> None:
    """What the gateway had collected and neither paid back nor paid out at the end of that day."""
    moved: Iterable[Movement] = _gateway(collect(world.stack, day))
    minor = sum(m.amount.minor for m in moved if m.day <= day and m.amount.currency == expected.currency)
    world.check_value(f"the gateway held on {long_date(day)}", expected, Money(minor, expected.currency))


def _gateway(seen: Snapshot) -> list[Movement]:
    return sorted(movements.gateway_funds(seen), key=lambda moved: moved.day)
