"""What a company's file says about its bills: parties, notes, drafts, payers, and what the bill run holds."""

from pathlib import Path

from engine.model.company import TaxNote
from engine.model.holds import HoldOwner
from scenarios.world import SHIPPED, load

MORE = """
grace days: 3
tax notes: [{treatment: reverse charge, text: VAT reverse charge}]
unmapped products: [Storage]
standard billing months: [1, 12]
exception owners: [{reason: missing price, role: Product director}]
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
    assert made.hold_owners == (HoldOwner(code="missing-price", role="Product director"),)
    assert {one.name: one.billed_to for one in made.customers if one.billed_to} == {"Initech": "Globex"}
    assert (made.entity.address, made.entity.tax_number) == ("200 Harbor Street, Boston, MA 02110", "04-5550101")
