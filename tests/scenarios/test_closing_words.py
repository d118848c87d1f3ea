"""What a company file says about closing: what is material, and how its fiscal year lies."""

from decimal import Decimal
from pathlib import Path

import pytest

from engine.model.findings import Materiality
from engine.model.money import Money
from scenarios.world import WorldError, find, load


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("2,500.00", Materiality(amount=Money(250_000, "USD"))),
        ("0.5% of revenue", Materiality(percent=Decimal("0.5"))),
        ("5% of profit", Materiality(percent=Decimal(5), of="profit")),
    ],
)
def test_a_company_says_from_what_on_errors_are_material(tmp_path: Path, said: str, kept: Materiality) -> None:
    text = find("Northwind SaaS").read_text() + f"\nmateriality: '{said}'\n"
    (tmp_path / "nw.yaml").write_text(text)
    assert load(tmp_path / "nw.yaml").materiality == kept


def test_materiality_is_an_amount_or_a_share(tmp_path: Path) -> None:
    (tmp_path / "nw.yaml").write_text(find("Northwind SaaS").read_text() + "\nmateriality: much\n")
    with pytest.raises(
        WorldError, match=r"not from what on errors are material: much; write it like 500.00 or 1% of revenue"
    ):
        load(tmp_path / "nw.yaml")


@pytest.mark.parametrize(
    ("begins", "kept"),
    [
        ("begins: 2025-12-28", "4-4-5 2026 2025-12-28"),
        ("ends: the last Saturday of September 2026", "4-4-5 2026 last/Saturday/2026-09-30"),
    ],
)
def test_a_fiscal_year_of_weeks_begins_on_a_day_or_ends_by_a_rule(tmp_path: Path, begins: str, kept: str) -> None:
    text = f"{find('Northwind SaaS').read_text()}\nfiscal calendar:\n  weeks: 4-4-5\n  fiscal year: 2026\n  {begins}\n"
    (tmp_path / "nw.yaml").write_text(text)
    assert load(tmp_path / "nw.yaml").fiscal_calendar == kept
    (tmp_path / "nw.yaml").write_text(text.replace(begins, "ends: the last Someday of May 2026"))
    with pytest.raises(WorldError, match="not the end of a fiscal year: the last Someday of May 2026"):
        load(tmp_path / "nw.yaml")
    (tmp_path / "nw.yaml").write_text(text.replace(f"  {begins}\n", ""))
    with pytest.raises(WorldError, match="says when its year begins, or how it ends: one of the two"):
        load(tmp_path / "nw.yaml")
