"""What a company's file says about its bills: parties, notes, drafts, payers, and what the bill run holds."""

from pathlib import Path

import pytest

from engine.model.company import TaxNote
from engine.model.holds import HoldOwner
from engine.model.money import Money
from scenarios.world import SHIPPED, WorldError, load

MORE = """
grace days: 3
tax notes: [{treatment: reverse charge, text: VAT reverse charge}]
unmapped products: [Storage]
standard billing months: [1, 12]
exception owners: [{reason: missing price, role: Product director}]
payable steps: [0.05 CHF, 10 JPY]
"""


def test_everything_about_bills_can_be_said(tmp_path: Path) -> None:
    text = (SHIPPED / "northwind_saas.yaml").read_text()
    text = text.replace("company: Northwind SaaS", "company: Southwind").replace(
        "  - Initech\n", "  - {name: Initech, billed to: Globex}\n"
    )
    path = tmp_path / "southwind.yaml"
    path.write_text(text + MORE)
    made = load(path)
    assert (made.grace_days, made.unmapped, made.standard_months) == (3, ("Storage",), (1, 12))
    assert made.tax_notes == (TaxNote(treatment="reverse charge", text="VAT reverse charge"),)
    assert made.payable_steps == (Money(5, "CHF"), Money(10, "JPY"))
    assert made.hold_owners == (HoldOwner(code="missing-price", role="Product director"),)
    assert {one.name: one.billed_to for one in made.customers if one.billed_to} == {"Initech": "Globex"}
    assert (made.entity.address, made.entity.tax_number) == ("200 Harbor Street, Boston, MA 02110", "04-5550101")


@pytest.mark.parametrize(
    ("steps", "said"),
    [
        ("0.05", "a step is an amount with its currency, like 0.05 CHF"),
        ("0.005 CHF", "CHF has 2 decimals"),
        ("0.00 CHF", "invoice totals cannot be rounded to 0.00 CHF; a step is above zero, like 0.05 CHF"),
        ("-1 SEK", "invoice totals cannot be rounded to -1.00 SEK; a step is above zero, like 0.05 SEK"),
        ("0.05 CHF, 0.10 CHF", "invoice totals in CHF are rounded to one step, and several are written"),
    ],
)
def test_a_total_that_nobody_can_pay_is_refused(tmp_path: Path, steps: str, said: str) -> None:
    text = (SHIPPED / "northwind_saas.yaml").read_text().replace("company: Northwind SaaS", "company: Southwind")
    path = tmp_path / "southwind.yaml"
    path.write_text(f"{text}\npayable steps: [{steps}]\n")
    with pytest.raises(WorldError) as refused:
        load(path)
    assert said in str(refused.value.mistakes[0])
