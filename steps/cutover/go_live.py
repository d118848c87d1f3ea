"""Going live: what an old system hands over arrives in all systems, and the first close is compared with the old figures."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from engine.model.calendar import AccountingPeriod, long_date
from engine.model.cutover import Takeover
from engine.model.money import Money
from ports.refusal import Refused
from scenarios.migration import going_live
from scenarios.migration.checking import Checked
from scenarios.migration.parallel import figures
from steps.cutover.arriving import arrive, would_arrive
from steps.cutover.cutover import checked_set
from steps.language.failures import StoryError
from steps.language.phrases import then, when
from steps.language.tables import Column, Rows, Table
from steps.ledger.journals import CONTROLLER
from steps.stage.world import World

STAGE = "order"
TAKEN_OVER = Table(
    "what was taken over",
    Column("contract", required=True, key=True),
    Column("customer"),
    Column("billed", "amount"),
    Column("recognized", "amount"),
    Column("deferred", "amount"),
    Column("open", "amount"),
)


@when("the cutover {string} goes live")
def goes_live(world: World, name: str) -> None:
    """On the cutover day contracts, open invoices, cash, usage, changes in flight and open orders arrive in the systems, and the
    rest of the trial balance in the ledger. Nothing is billed, numbered or sent for the past; nothing at all of a set that is
    not ready, or of which more is rejected than may stay behind."""
    _go_live(world, checked_set(world, name))


@then("these contracts were taken over:", table=TAKEN_OVER)
def were_taken_over(world: World, table: Rows) -> None:
    """What came over, contract by contract: billed, recognized and deferred to the evening before, and what is open."""
    world.check(table, [_taken(one) for one in world.billing.takeovers() if one.contract], "contracts taken over")


@then("nothing was taken over")
def nothing_was_taken_over(world: World) -> None:
    """No contract and no cash of an old system is in billing."""
    found = ", ".join(one.number for one in world.billing.takeovers())
    world.check_value("what was taken over", "none", found or "none")


@then("the ledger of {period} agrees with the parallel figures of the cutover {string}")
def agrees_with_parallel(world: World, period: AccountingPeriod, name: str) -> None:
    """Account by account, by legal entity and currency, what the new ledger says at the month's end is what the old one says."""
    world.lived(period.end)
    _compare(world, period, checked_set(world, name))


def _go_live(world: World, checked: Checked) -> None:
    """Refused sets load nothing; of a set that is ready each part goes to the system that owns it."""
    case = checked.case
    world.on(case.date)
    if not checked.may_go_live or world.clock.today() > case.date:
        world.attempt(lambda: _not_ready(checked, world.clock.today()))
        return
    if case.spread != world.company.policies.spread:
        own = world.company.policies.spread
        said = f'the set spreads revenue {case.spread}, {case.company.name} {own}; say it with "these conventions:"'
        raise StoryError(said)
    handover = going_live.handover(checked, CONTROLLER)
    if world.attempt(lambda: would_arrive(world.stack, handover)) is not None:
        arrive(world.stack, handover)


def _not_ready(checked: Checked, today: date) -> None:
    named = f"the cutover {checked.case.header.cutover}"
    if today > checked.case.date:
        said = f"{named} is of {long_date(checked.case.date)}, and it is {long_date(today)}: what has fallen due since is not in it"
        raise Refused("not-its-day", said, "cutover")
    many = [f"{one.rejected} of {one.of} {one.table} are rejected" for one in checked.behind if not one.holds]
    told = f" ({', '.join(many)}; {checked.case.header.may_stay_behind.normalize():f}% may stay behind)" if many else ""
    said = f"{named} is not ready{told}; run: tieout cutover {checked.case.path}"
    raise Refused("not-ready", said, "cutover")


def _taken(one: Takeover) -> dict[str, object]:
    return {
        "contract": one.contract,
        "customer": one.customer,
        "billed": one.billed,
        "recognized": one.recognized,
        "deferred": one.deferred,
        "open": one.open,
    }


def _compare(world: World, period: AccountingPeriod, checked: Checked) -> None:
    found = dict(_balances(world, period))
    expected = figures(checked.case, period)
    if not expected:
        raise StoryError(f"the cutover {checked.case.header.cutover} has no parallel figures of {period}")
    places = {(entity, currency) for entity, currency, _ in expected}
    for key in sorted({*expected, *(key for key in found if key[:2] in places)}):
        nothing = Money.zero(key[1])
        title = f"{key[2]} of {key[0]} in {key[1]} at the end of {period}"
        world.check_value(title, expected.get(key, nothing), found.get(key, nothing))


def _balances(world: World, period: AccountingPeriod) -> Iterator[tuple[tuple[str, str, str], Money]]:
    sums: dict[tuple[str, str, str], Money] = {}
    for balance in world.erp.balances(period.end):
        key = balance.entity, balance.currency, balance.account
        sums[key] = sums.get(key, Money.zero(balance.currency)) + balance.amount
    yield from ((key, amount) for key, amount in sums.items() if amount)
