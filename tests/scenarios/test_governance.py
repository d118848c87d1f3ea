"""What a company demands of its master data, as its file says it, and what its author is told when it cannot be so."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from engine.model.event_contracts import EventContract
from engine.model.governance import (
    ContractTemplate,
    Delegation,
    Governance,
    MatchRule,
    Ownership,
    ProductMapping,
    QualityRule,
    SurvivorshipRule,
    ValidationRule,
)
from scenarios.world import WorldError, find, load

WHOLE = """
  duplicates:
    - {compare: name, at least: 85%, act: queue}
  survivorship:
    - {field: tax number, rule: system of record}
  validation:
    - {of: customer, field: tax number, required: yes, pattern: "DE[0-9]{9}", example: DE123456788, on: entry}
    - {of: quote, field: net days, at most: 60, when: billing, has: [yearly in advance]}
    - {of: product, field: tax code, one of: [standard, reduced]}
  product mapping:
    - {product: Data hub, charge: Data hub, treatment: over time}
  delegations:
    - {role: Head of sales, to: Deputy, from: 2026-02-01, until: 2026-02-14}
  contract templates:
    - {name: Standard, months: [12, 24], billing: [monthly in advance], net days: 30, clauses: [liability cap]}
  billing options: [monthly in advance, every 2 weeks in arrears]
  approvals count for days: 30
  event contracts:
    - {event: invoice posted, then: journal entry, in: ERP, within business days: 2, at least: 0, at most: 3}
    - {event: contract amended, then: credit memo, in: billing system, within business days: 0, at least: 0, at most: 0}
    - {event: contract amended, then: recalculated invoice, in: billing system, at most: any}
  ownership:
    - {of: customer, field: tax number, system: ERP}
    - {of: price, system: CRM}
  data quality:
    - {of: customer, dimension: validity, field: tax number, pattern: "DE[0-9]{9}", at least: 95%}
    - {of: customer, dimension: timeliness}
"""


def world(folder: Path, governance: str) -> Path:
    text = find("Contoso Europe").read_text(encoding="utf-8").replace("company: Contoso Europe", "company: Governed")
    before, _, rest = text.partition("governance:\n")
    after = rest[rest.index("retry days:") :]
    path = folder / "governed.yaml"
    path.write_text(f"{before}governance:\n{governance}\n{after}", encoding="utf-8")
    return path


AS_WRITTEN = Governance(
    duplicates=(MatchRule(compare="name", at_least=Decimal(85), act="queue"),),
    survivorship=(SurvivorshipRule(field="tax number", rule="system of record"),),
    validation=(
        ValidationRule(
            of="customer",
            field="tax number",
            required=True,
            pattern="DE[0-9]{9}",
            example="DE123456788",
            on="entry",
        ),
        ValidationRule(of="quote", field="net days", at_most=Decimal(60), when="billing", has=("yearly in advance",)),
        ValidationRule(of="product", field="tax code", values=("standard", "reduced")),
    ),
    mapping=(ProductMapping(product="Data hub", charge="Data hub", treatment="over time"),),
    delegations=(Delegation(role="Head of sales", to="Deputy", start=date(2026, 2, 1), end=date(2026, 2, 14)),),
    templates=(
        ContractTemplate(
            name="Standard",
            months=(12, 24),
            billing=("monthly in advance",),
            net_days=30,
            clauses=("liability cap",),
        ),
    ),
    billing_options=("monthly in advance", "every 2 weeks in arrears"),
    approval_days=30,
    event_contracts=(
        EventContract(event="invoice posted", then="journal entry", system="erp", within=2, at_least=0, at_most=3),
        EventContract(event="contract amended", then="credit memo", system="billing", within=0, at_least=0, at_most=0),
        EventContract(event="contract amended", then="recalculated invoice", system="billing", at_most=None),
    ),
    ownership=(
        Ownership(of="customer", field="tax number", system="erp"),
        Ownership(of="price", field="", system="crm"),
    ),
    quality=(
        QualityRule(
            of="customer",
            dimension="validity",
            field="tax number",
            pattern="DE[0-9]{9}",
            at_least=Decimal(95),
        ),
        QualityRule(of="customer", dimension="timeliness"),
    ),
)


def test_everything_reads_as_written(tmp_path: Path) -> None:
    assert load(world(tmp_path, WHOLE)).governance == AS_WRITTEN


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("  validation: [{of: customer, field: tax numbr, required: yes}]", "did you mean 'tax number'?"),
        ("  validation: [{of: quote, field: term, required: yes, when: biling, has: [x]}]", "did you mean 'billing'?"),
        ("  validation: [{of: customer, field: email}]", "demands nothing"),
        ("  validation: [{of: customer, field: email, at least: 3}]", "'email' is no number"),
        ("  validation: [{of: quote, field: term, at least: 3, when: billing}]", "write both or neither"),
        ("  validation: [{of: quote, field: term, at least: 3, on: entry}]", "only customers are asked on entry"),
        ("  validation: [{of: customer, field: email, pattern: '['}]", "cannot be read"),
        ("  product mapping: [{product: Data hubb, treatment: over time}]", "did you mean 'Data hub'?"),
        (
            "  product mapping: [{product: Data hub, charge: Data hob, treatment: over time}]",
            "did you mean 'Data hub'?",
        ),
        ("  billing options: [monthly]", "write it like monthly in advance"),
        ("  data quality: [{of: customer, dimension: completeness, field: emial}]", "did you mean 'email'?"),
        (
            "  data quality: [{of: tax, dimension: uniqueness}]",
            "say of which field of a tax the uniqueness is: percent",
        ),
        ("  data quality: [{of: tax, dimension: validity, field: percent}]", "validity needs a pattern"),
        ("  data quality: [{of: tax, dimension: validity, field: percent, pattern: '['}]", "cannot be read"),
        ("  event contracts: [{event: invoice postd, in: ERP}]", "did you mean 'invoice posted'?"),
        ("  duplicates: [{compare: nam, act: warn}]", "did you mean 'name'?"),
        ("  duplicate: []", "did you mean 'duplicates'?"),
    ],
)
def test_what_cannot_be_so_is_told_at_its_line(tmp_path: Path, written: str, said: str) -> None:
    path = world(tmp_path, written)
    line = 1 + path.read_text(encoding="utf-8").split(written)[0].count("\n")
    with pytest.raises(WorldError) as wrong:
        load(path)
    (mistake,) = wrong.value.mistakes
    assert said in mistake.sentence
    assert mistake.line == line
