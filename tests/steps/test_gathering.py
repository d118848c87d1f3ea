"""Rows of the journal that several entries of one day make."""

from datetime import date

from engine.model.money import Money
from steps.language.source import Source
from steps.ledger.gathering import gathered

DAY, REVENUE = date(2026, 1, 31), Source(frozenset({"revenue"}), "revenue")


def row(debit: int = 0, credit: int = 0, document: str = "USD") -> dict[str, object]:
    """A found row on an account."""
    sides = {"debit": debit, "credit": credit}
    told = {name: Money(minor, "USD") if minor else None for name, minor in sides.items()}
    own = {f"document {name}": Money(minor, document) if minor and document else None for name, minor in sides.items()}
    names = ("entity", "customer", "product", "region", "channel")
    return {"date": DAY, "source": REVENUE, "account": "Revenue", **dict.fromkeys(names), **told, **own}


WRITTEN = {"date": DAY, "source": REVENUE, "account": "Revenue"}


def test_one_written_row_takes_what_several_come_to() -> None:
    assert gathered([row(credit=900), row(credit=100), row(debit=50)], [WRITTEN]) == [row(credit=950)]
    assert gathered([row(debit=900), row(credit=100)], [WRITTEN]) == [row(debit=800)]
    assert gathered([row(debit=9, document=""), row(debit=1, document="")], [WRITTEN]) == [row(debit=10, document="")]


def test_what_is_written_row_by_row_stays_so() -> None:
    found = [row(credit=900), row(credit=100)]
    assert gathered(found, [WRITTEN, WRITTEN]) == found
    assert gathered(found, []) == found
    assert gathered(found[:1], [WRITTEN]) == found[:1]
    assert gathered(found, [{**WRITTEN, "account": "Receivables"}]) == found


def test_amounts_of_two_currencies_never_add_up() -> None:
    found = [row(credit=900), row(credit=100, document="EUR")]
    assert gathered(found, [WRITTEN]) == found
