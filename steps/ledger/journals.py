"""Manual journals: who prepares, who approves, what repeats, what is taken back, what is spread."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from engine.model.bearing import REVENUE, of
from engine.model.calendar import AccountingPeriod
from engine.model.manual import AllocationTarget, CostAllocation, ManualDraft, ManualLine
from engine.model.money import Money
from steps.company.entities import code_of, currency_of
from steps.language.phrases import given, then, when
from steps.language.tables import Column, Rows, Table
from steps.stage.world import World

BEARS = REVENUE | of("approval missing")

LINES = Table(
    "a manual journal",
    Column("account", required=True),
    Column("debit", "amount"),
    Column("credit", "amount"),
    Column("customer", "customer"),
    Column("contract"),
    Column("product", "product"),
    Column("region"),
    Column("channel"),
)
SHARES = Table(
    "an allocation",
    Column("account", required=True),
    Column("share", "number", required=True),
    Column("customer", "customer"),
    Column("product", "product"),
    Column("region"),
    Column("channel"),
)
JOURNALS = Table(
    "manual journals",
    Column("journal", required=True, key=True),
    Column("date", "date"),
    Column("prepared by"),
    Column("approved by"),
    Column("amount", "amount"),
)
ACCOUNTANT, CONTROLLER = "Accountant", "Controller"


@given("these balances are brought forward on {date}:", table=LINES)
def brought_forward(world: World, day: date, table: Rows) -> None:
    """The opening balances of the ledger, from books kept elsewhere; they are posted on that day."""
    world.on(day)
    draft = ManualDraft(
        name="opening balances", preparer=ACCOUNTANT, on=day, lines=lines_of(world, table), opening=True
    )
    _post(world, draft)


@when("finance posts the journal {string} on {date}:", table=LINES)
def finance_posts(world: World, name: str, day: date, table: Rows) -> None:
    """A manual journal that the accountant prepares and the controller approves on the same day."""
    world.on(day)
    _post(world, ManualDraft(name=name, preparer=ACCOUNTANT, on=day, lines=lines_of(world, table)))


@when("finance of {entity} posts the journal {string} on {date}:", table=LINES)
def finance_of_entity_posts(world: World, entity: str, name: str, day: date, table: Rows) -> None:
    """A manual journal in the books of one legal entity, in its currency; prepared and approved on the same day."""
    world.on(day)
    lines = lines_of(world, table, currency_of(world, entity))
    _post(world, ManualDraft(name=name, preparer=ACCOUNTANT, on=day, lines=lines, entity=code_of(world, entity)))


@when("{string} prepares the journal {string} on {date}:", table=LINES)
def prepares(world: World, preparer: str, name: str, day: date, table: Rows) -> None:
    """A manual journal of that day waits for somebody else's approval; a day that has gone by is posted back."""
    world.on(day)
    _prepare(world, ManualDraft(name=name, preparer=preparer, on=day, lines=lines_of(world, table)))


@when("{string} prepares the journal {string} on {date}, reversed on {date}:", table=LINES)
def prepares_reversing(world: World, preparer: str, name: str, day: date, back: date, table: Rows) -> None:
    """A manual journal whose mirror image is posted by itself on a later day: an accrual."""
    world.on(day)
    lines = lines_of(world, table)
    _prepare(world, ManualDraft(name=name, preparer=preparer, on=day, lines=lines, reversed_on=back))


@when("{string} prepares the journal {string} on {date}, repeated every month until {date}:", table=LINES)
def prepares_repeating(world: World, preparer: str, name: str, day: date, until: date, table: Rows) -> None:
    """A manual journal that is posted again on that day of every month, the last day of a shorter month instead."""
    world.on(day)
    lines = lines_of(world, table)
    _prepare(world, ManualDraft(name=name, preparer=preparer, on=day, lines=lines, repeated_until=until))


@when("{string} prepares the journal {string} on {date}, repeated every {count} months until {date}:", table=LINES)
def prepares_repeating_every(
    world: World, preparer: str, name: str, day: date, months: int, until: date, table: Rows
) -> None:
    """A manual journal that is posted again on that day of every so many months: 3 for a quarter, 12 for a year."""
    world.on(day)
    drafted = ManualDraft(name=name, preparer=preparer, on=day, lines=lines_of(world, table))
    _prepare(world, replace(drafted, repeated_until=until, every_months=months))


@when("{string} prepares the correction {string} of {period} on {date}:", table=LINES)
def prepares_correction(
    world: World, preparer: str, name: str, period: AccountingPeriod, day: date, table: Rows
) -> None:
    """A manual journal of an open month for an error of an earlier one, which the close report names."""
    world.on(day)
    _prepare(world, ManualDraft(name=name, preparer=preparer, on=day, lines=lines_of(world, table), corrects=period))


@when("{string} prepares the reversal of the journal {string} on {date}")
def prepares_reversal(world: World, preparer: str, name: str, day: date) -> None:
    """The mirror image of a manual journal; it is called "reversal of ..." and waits for approval like any other."""
    world.on(day)
    _prepare(world, ManualDraft(name=f"reversal of {name}", preparer=preparer, on=day, reverses=name))


@when("{string} prepares the allocation {string} of {money} from {string} on {date}:", table=SHARES)
def prepares_allocation(
    world: World, preparer: str, name: str, amount: Money, account: str, day: date, table: Rows
) -> None:
    """A debit balance is taken off an account and spread over others by shares, to the last cent."""
    world.on(day)
    spread = CostAllocation(account=account, amount=amount, targets=tuple(_target(row) for row in table.records()))
    _prepare(world, ManualDraft(name=name, preparer=preparer, on=day, allocation=spread))


@when(
    "{string} prepares the allocation {string} of {money} from {string} on {date}, repeated every month until {date}:",
    table=SHARES,
)
def prepares_allocation_repeating(
    world: World, preparer: str, name: str, amount: Money, account: str, day: date, until: date, table: Rows
) -> None:
    """An allocation that is posted again on that day of every month, approved once with all of them."""
    world.on(day)
    spread = CostAllocation(account=account, amount=amount, targets=tuple(_target(row) for row in table.records()))
    _prepare(world, ManualDraft(name=name, preparer=preparer, on=day, allocation=spread, repeated_until=until))


@when("{string} approves the journal {string} on {date}")
def approves(world: World, approver: str, name: str, day: date) -> None:
    """What was prepared is posted, on its own day; refused to whoever prepared it."""
    world.on(day)
    world.attempt(lambda: world.erp.approve_journal(name, approver))


@then("these journals were written by hand:", table=JOURNALS)
def journals_were(world: World, table: Rows) -> None:
    """Every manual journal, who prepared and who approved it (`-`: nobody yet), and the sum of its debits."""
    world.check(table, manual_journals(world), "manual journals")


def manual_journals(world: World) -> list[dict[str, object]]:
    """The manual journals as a table of a story names their parts."""
    approvers = {approval.journal: approval.approver for approval in world.erp.journal_approvals()}
    return [
        {
            "journal": journal.name,
            "date": journal.posting_date,
            "prepared by": journal.preparer,
            "approved by": approvers.get(journal.number),
            "amount": Money(sum(max(line.amount.minor, 0) for line in journal.lines), journal.currency),
        }
        for journal in world.erp.manual_journals()
    ]


def _prepare(world: World, draft: ManualDraft) -> None:
    world.attempt(lambda: world.erp.prepare_journal(draft))


def _post(world: World, draft: ManualDraft) -> None:
    if world.attempt(lambda: world.erp.prepare_journal(draft)):
        world.attempt(lambda: world.erp.approve_journal(draft.name, CONTROLLER))


def lines_of(world: World, table: Rows, currency: str = "") -> tuple[ManualLine, ...]:
    """The lines of a journal as a table has them; a row with neither debit nor credit is no line."""
    return tuple(_line(row) for row in table.records(currency or world.currency) if _amounts(row))


def _line(row: dict[str, object]) -> ManualLine:
    debit, credit = row["debit"], row["credit"]
    amounts = [debit] if isinstance(debit, Money) else []
    amounts += [-credit] if isinstance(credit, Money) else []
    return ManualLine(
        account=str(row["account"]),
        amount=sum(amounts[1:], amounts[0]),
        customer=_text(row["customer"]) or "",
        contract=_text(row["contract"]),
        product=_text(row["product"]),
        region=_text(row["region"]) or "",
        channel=_text(row["channel"]) or "",
    )


def _amounts(row: dict[str, object]) -> list[Money]:
    return [value for value in (row["debit"], row["credit"]) if isinstance(value, Money) and value]


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _target(row: dict[str, object]) -> AllocationTarget:
    share = row["share"]
    assert isinstance(share, Decimal)
    customer, product = _text(row["customer"]) or "", _text(row["product"])
    region, channel = _text(row["region"]) or "", _text(row["channel"]) or ""
    return AllocationTarget(
        account=str(row["account"]), share=share, customer=customer, product=product, region=region, channel=channel
    )
