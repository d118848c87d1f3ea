"""What a cutover set is without some of its records: a customer with everything of theirs is a set by itself, anything less is refused."""

from __future__ import annotations

import csv
import shutil
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from scenarios.migration.checking import SHIPPED, Checked, check

PILOT = SHIPPED / "northwind_pilot"
WORTH = {
    "customers": "",
    "subscriptions": "price",
    "invoices": "total",
    "payments": "amount",
    "unapplied_cash": "amount",
    "deferred_revenue": "deferred",
    "waterfall": "amount",
}
CUSTOMERS = ("L-001", "L-002", "L-003", "L-004", "L-005")
Row = dict[str, str]
LAWS = settings(
    max_examples=12,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow],
)


@dataclass(frozen=True)
class Tables:
    """A cutover set's records by table."""

    rows: dict[str, list[Row]]

    def of(self, customers: set[str]) -> Tables:
        """Everything of these customers, in every table."""
        contracts = {row["contract"]: row["customer"] for row in self.rows["subscriptions"]}
        kept = {}
        for table, rows in self.rows.items():
            whose = [row.get("customer") or row["number" if table == "customers" else "contract"] for row in rows]
            kept[table] = [row for row, who in zip(rows, whose, strict=True) if contracts.get(who, who) in customers]
        return Tables(kept)

    def without(self, table: str, place: int) -> Tables:
        """All but one record."""
        return Tables(self.rows | {table: [row for at, row in enumerate(self.rows[table]) if at != place]})

    def closed(self) -> bool:
        """Whether every record has all that it needs: its customer, its contract whole, its invoice with all that paid it."""
        customers = {row["number"] for row in self.rows["customers"]}
        named = {row["customer"] for rows in self.rows.values() for row in rows if "customer" in row}
        contracts = {row["contract"] for rows in self.rows.values() for row in rows if "contract" in row}
        paid = {row["number"] for row in self.rows["invoices"] if Decimal(row["paid"])}
        paid |= {row["invoice"] for row in self.rows["payments"]}
        numbers = {row["number"] for row in self.rows["invoices"]}
        return (
            named <= customers
            and all(
                self._same(table, "contract", contracts) for table in ("subscriptions", "deferred_revenue", "waterfall")
            )
            and paid <= numbers
            and self._same("payments", "invoice", paid)
        )

    def _same(self, table: str, column: str, names: set[str]) -> bool:
        """Whether it has all records of these names that the whole set has."""
        return self.rows[table] == [row for row in WHOLE.rows[table] if row[column] in names]

    def write(self, folder: Path, totals_of: Tables) -> Path:
        """The set in a folder, with the control totals and the trial balance of these or other records."""
        shutil.copytree(PILOT, folder)
        for table, rows in self.rows.items():
            _write(folder / f"{table}.csv", list(WHOLE.rows[table][0]), [list(row.values()) for row in rows])
        totals = [
            [table, len(rows), WORTH[table], _sum(rows, WORTH[table]), "USD"] if WORTH[table] and rows else [table, len(rows), "", "", ""]
            for table, rows in totals_of.rows.items()
        ]  # fmt: skip
        _write(folder / "control_totals.csv", ["file", "records", "column", "amount", "currency"], totals)
        _write(folder / "trial_balance.csv", ["entity", "currency", "account", "debit", "credit"], totals_of.balance())
        return folder

    def balance(self) -> list[list[object]]:
        """Receivables are what is open, liabilities what is deferred or not applied, and cash is the rest."""
        found = {
            "Receivables": _sum(self.rows["invoices"], "open"),
            "Unapplied cash": -_sum(self.rows["unapplied_cash"], "amount"),
            "Contract liability": -_sum(self.rows["deferred_revenue"], "deferred"),
        }
        found["Cash"] = -sum(found.values())
        return [["NW", "USD", account, max(amount, 0), max(-amount, 0)] for account, amount in found.items() if amount]


def _sum(rows: list[Row], column: str) -> Decimal:
    return sum((Decimal(row[column]) for row in rows), Decimal(0))


def _write(path: Path, head: list[str], rows: list[list[object]] | list[list[str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out).writerows([head, *rows])


WHOLE = Tables({t: list(csv.DictReader((PILOT / f"{t}.csv").read_text(encoding="utf-8").splitlines())) for t in WORTH})


def assert_counted(checked: Checked) -> None:
    """Every record is somewhere: loaded, rejected or set aside."""
    for total in checked.totals:
        assert total.records[0] == sum(total.records[1:])
        assert total.amounts[0] == sum(total.amounts[1:])


@LAWS
@given(customers=st.sets(st.sampled_from(CUSTOMERS), min_size=1))
def test_customers_with_everything_of_theirs_tie_out(
    tmp_path_factory: pytest.TempPathFactory, customers: set[str]
) -> None:
    own = WHOLE.of(customers)
    checked = check(own.write(tmp_path_factory.mktemp("some") / "set", own))
    assert checked.ready, [str(one) for one in checked.findings]
    assert checked.rest_ties_out
    assert not checked.findings
    open_now, deferred = _sum(own.rows["invoices"], "open"), _sum(own.rows["deferred_revenue"], "deferred")
    loaded = {tie.role: tie.loaded for tie in checked.ties}
    assert (loaded.get("receivables", 0), loaded.get("contract liability", 0)) == (open_now, -deferred)
    assert_counted(checked)


@LAWS
@given(data=st.data())
def test_what_is_left_ties_out_where_it_is_closed_and_is_refused_where_it_is_not(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    """The totals and the trial balance are those of what came, so that nothing but the records themselves can tell."""
    left = WHOLE.of(data.draw(st.sets(st.sampled_from(CUSTOMERS), min_size=1, max_size=2)))
    for _ in range(data.draw(st.integers(0, 3))):
        places = [(table, at) for table, rows in left.rows.items() for at in range(len(rows))]
        left = left.without(*data.draw(st.sampled_from(places or [("customers", 0)])))
    checked = check(left.write(tmp_path_factory.mktemp("left") / "set", left))
    assert checked.ready == left.closed(), [str(one) for one in checked.findings]
    found = [one for one in checked.findings if one.verdict in ("rejected", "refused")]
    assert all(one.sentence and ".csv" in one.place for one in found)
    assert bool(found) != left.closed()
    assert_counted(checked)


@pytest.mark.parametrize("table", WORTH)
def test_one_record_less_is_refused_unless_nothing_needs_it(tmp_path: Path, table: str) -> None:
    # An unpaid invoice and cash that settles nothing: only the totals of those who sent them know that they are missing.
    silent = {"invoices": [1], "unapplied_cash": [0]}.get(table, [])
    ready = []
    for place in range(len(WHOLE.rows[table])):
        left = WHOLE.without(table, place)
        if check(left.write(tmp_path / f"without {place}", left)).ready:
            ready.append(place)
    assert ready == silent


@LAWS
@given(data=st.data())
def test_any_subset_of_all_tables_is_refused_by_the_totals_of_those_who_sent_it(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    kept = {
        table: [row for row in rows if data.draw(st.booleans())] if data.draw(st.booleans()) else rows
        for table, rows in WHOLE.rows.items()
    }
    checked = check(Tables(kept).write(tmp_path_factory.mktemp("any") / "set", WHOLE))
    assert checked.ready == (kept == WHOLE.rows)
    missing = [table for table, rows in kept.items() if len(rows) < len(WHOLE.rows[table])]
    told = " ".join(one.sentence for one in checked.findings if one.table == "control totals")
    for table in missing:
        assert f"{len(WHOLE.rows[table])} {table.replace('_', ' ')} were sent, {len(kept[table])} arrived" in told
    assert_counted(checked)
