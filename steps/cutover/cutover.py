"""Cutovers: what comes over from the old systems, whether it may be loaded, and what it leaves in the ledger."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from engine.model.bearing import COMPLIANCE, REVENUE
from engine.model.manual import ManualDraft, ManualJournal
from engine.model.money import Money, total
from scenarios.migration.checking import Checked, check, named
from scenarios.migration.loading import CLEARING, PREPARER, journals, waterfall
from scenarios.mistakes import WorldError
from steps.language.failures import StoryError
from steps.language.phrases import then, when
from steps.language.tables import Column, Rows, Table
from steps.ledger.journals import CONTROLLER
from steps.stage.world import World

REPORT = Table(
    "a cutover report",
    Column("table", required=True, key=True),
    Column("in", "count"),
    Column("accepted", "count"),
    Column("remediated", "count"),
    Column("rejected", "count"),
    Column("exceptions", "count"),
)
FINDINGS = Table(
    "a cutover's findings",
    Column("record", required=True, key=True),
    Column("finding", required=True, key=True),
    Column("verdict"),
)
WATERFALL = Table(
    "a waterfall",
    Column("month", required=True, key=True),
    Column("legacy", "amount"),
    Column("schedule", "amount"),
)


def checked_set(world: World, name: str) -> Checked:
    """The cutover of that name, checked. StoryError if there is none, or its files cannot be read."""
    try:
        return check(named(name, world.cutovers), world.company.policies.tax_due)
    except (LookupError, WorldError) as wrong:
        raise StoryError(str(wrong)) from None


@when("the cutover {string} is loaded")
def is_loaded(world: World, name: str) -> None:
    """Opening balances and releases go into the ledger on the cutover day; nothing at all of a set with a rejected record."""
    _load(world, checked_set(world, name))


@when("what is accepted of the cutover {string} is loaded")
def rest_is_loaded(world: World, name: str) -> None:
    """A rehearsal without the records that are rejected or set aside: what they leave on migration clearing is theirs."""
    _load_what_is_accepted(world, checked_set(world, name))


@when("the cutover {string} is rolled back")
def is_rolled_back(world: World, name: str) -> None:
    """Every journal of the cutover that is not taken back yet is, on its own day: nothing is left in the ledger."""
    for journal in _to_take_back(world, name):
        _post(world, _reversal(journal))


@then("the cutover report of {string} is:", table=REPORT)
def report_is(world: World, name: str, table: Rows) -> None:
    """How many records of each table came in, and what became of them: in = accepted + rejected + exceptions."""
    world.check(table, list(_counts(checked_set(world, name))), f"the cutover report of {name}")


@then("the cutover {string} finds:", table=FINDINGS)
def finds(world: World, name: str, table: Rows) -> None:
    """These records are among those rejected, put right, set aside or noted, with the reason; or the set is refused for it."""
    found = list(_findings(checked_set(world, name)))
    world.check(table, found, f"the findings of the cutover {name}", exactly=False)


@then("the migration clearing is zero", bears=REVENUE | COMPLIANCE)
def clearing_is_zero(world: World) -> None:
    """Nothing stays on migration clearing, in any legal entity and currency."""
    for where, balance in _clearing(world).items():
        world.check_value(f"migration clearing of {where}", Money.zero(balance.currency), balance)


@then("the waterfall of the cutover {string} is:", table=WATERFALL)
def waterfall_is(world: World, name: str, table: Rows) -> None:
    """Month by month, what legacy would have recognized of the deferred revenue and what the new schedules do."""
    world.check(table, list(_months(checked_set(world, name))), f"the waterfall of the cutover {name}")


def _load(world: World, checked: Checked) -> None:
    world.on(checked.case.date)
    if checked.ready:
        _load_what_is_accepted(world, checked)


def _load_what_is_accepted(world: World, checked: Checked) -> None:
    world.on(checked.case.date)
    for draft in journals(checked, _runs(world, checked) + 1):
        _post(world, draft)


def _runs(world: World, checked: Checked) -> int:
    """How often this cutover was loaded before."""
    begins = f"cutover {checked.case.header.cutover}, run "
    found = [one.name for one in world.erp.manual_journals() if one.name.startswith(begins)]
    return len({name.partition(":")[0] for name in found})


def _post(world: World, draft: ManualDraft) -> None:
    world.attempt(lambda: world.erp.prepare_journal(draft))
    world.attempt(lambda: world.erp.approve_journal(draft.name, CONTROLLER))


def _to_take_back(world: World, name: str) -> list[ManualJournal]:
    known = world.erp.manual_journals()
    undone = {journal.reverses for journal in known}
    return [one for one in known if one.name.startswith(f"cutover {name}, run ") and one.number not in undone]


def _reversal(journal: ManualJournal) -> ManualDraft:
    return ManualDraft(
        name=f"rollback of {journal.name}",
        preparer=PREPARER,
        on=journal.posting_date,
        reverses=journal.name,
        opening=True,
        entity=journal.entity,
    )


def _counts(checked: Checked) -> Iterator[dict[str, object]]:
    found: dict[str, Counter[str]] = {}
    for one in checked.totals:
        found.setdefault(one.table, Counter()).update(dict(zip(_COUNTED, one.records, strict=True)))
        found[one.table]["remediated"] += one.remediated
    for table, counts in found.items():
        yield {"table": table, **{name: counts[name] for name in (*_COUNTED, "remediated")}}


_COUNTED = ("in", "accepted", "rejected", "exceptions")


def _findings(checked: Checked) -> Iterator[dict[str, object]]:
    for one in checked.findings:
        if not one.follows:
            yield {"record": one.record or one.table, "finding": one.sentence, "verdict": one.verdict}


def _clearing(world: World) -> dict[str, Money]:
    """What stands on migration clearing today, by legal entity and currency. StoryError if nothing was ever posted there."""
    found: dict[tuple[str, str], list[Money]] = {}
    for entry in world.erp.journal(date.min, world.clock.today()):
        for line in entry.lines:
            if line.account == CLEARING:
                found.setdefault((entry.entity, entry.currency), []).append(line.amount)
    if not found:
        raise StoryError(f"nothing was posted on {CLEARING} yet; load a cutover first")
    return {f"{entity} in {currency}": total(sums, currency) for (entity, currency), sums in found.items()}


def _months(checked: Checked) -> Iterator[dict[str, object]]:
    for (month, currency), (legacy, new) in waterfall(checked.case).items():
        yield {
            "month": f"{month:%Y-%m}",
            "legacy": Money.of(legacy, currency),
            "schedule": Money.of(new, currency),
        }
