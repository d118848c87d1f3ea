"""Export, import, export: what a production system says stays what it is, but for names and numbers, which become others alike."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from scenarios.production.anonymized import write_export
from scenarios.production.export import Export, load_export
from scenarios.production.forms import TABLES
from scenarios.production.secrets import secrets

MAPPING = """company: Northwind SaaS
seed: round
contracts: {file: contracts.csv}
invoices: {file: invoices.csv}
credit memos: {file: memos.csv}
payments: {file: payments.csv}
"""
HIDDEN = ("contract", "customer", "number", "invoice")
"""What becomes another name or number; everything else is kept."""
CENTS = st.decimals("0.01", "99999.99", places=2)
Sold = tuple[int, Decimal, Decimal, date, bool, bool]
SOLD = st.tuples(
    st.integers(1, 999),
    st.decimals("0.0001", "999.9999", places=4),
    CENTS,
    st.dates(date(2026, 1, 1), date(2026, 12, 1)),
    st.booleans(),
    st.booleans(),
)


def exported(folder: Path, sold: list[Sold]) -> Export:
    """An export of contracts, each with an invoice, and where asked a memo and a payment of it, of two customers in turn."""
    tables = {
        "contracts": "contract,customer,product,quantity,price,currency,start,end\n",
        "invoices": "number,contract,product,date,net,tax,currency,description\n",
        "memos": "number,invoice,product,date,net,tax,currency,reason\n",
        "payments": "number,invoice,date,amount,currency\n",
    }
    for n, (quantity, price, net, day, back, paid) in enumerate(sold, 100):
        tax, currency = round(net / 10, 2), "USD" if n % 3 else "EUR"
        tables["contracts"] += f"K-{n},Customer{n % 2},Platform seat,{quantity},{price},{currency},{day},2027-12-31\n"
        tables["invoices"] += f"R-{n},K-{n},Platform seat,{day},{net},{tax},{currency},seats of a month\n"
        tables["memos"] += f"M-{n},R-{n},Platform seat,{day},{net},{tax},{currency},goodwill\n" if back else ""
        tables["payments"] += f"P-{n},R-{n},{day},{net},{currency}\n" if paid else ""
    folder.mkdir()
    (folder / "mapping.yaml").write_text(MAPPING, encoding="utf-8")
    for name, text in tables.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    return load_export(folder, folder / "mapping.yaml")


def kept(export: Export) -> dict[str, list[dict[str, object]]]:
    """Every value of every record, without names and numbers."""
    return {
        form.name: [
            {column: value for column, value in record.values.items() if value is not None and column not in HIDDEN}
            for record in export.case.all(form.name)
        ]
        for form in TABLES
    }


def hidden(export: Export, column: str, *tables: str) -> list[str]:
    return [str(record[column]) for table in tables for record in export.case.all(table)]


@settings(max_examples=8, deadline=None, derandomize=True, database=None, phases=[Phase.explicit, Phase.generate])
@given(sold=st.lists(SOLD, min_size=1, max_size=4))
def test_import_then_export_keeps_everything_but_names(
    tmp_path_factory: pytest.TempPathFactory, sold: list[Sold]
) -> None:
    folder = tmp_path_factory.mktemp("round")
    before = exported(folder / "in", sold)
    assert not before.rejected, [str(one) for one in before.rejected]
    write_export(folder / "out", before, secrets("x", before), "Northwind SaaS")
    after = load_export(folder / "out", folder / "out" / "mapping.yaml")
    assert kept(after) == kept(before)
    for column, tables in (
        ("contract", ("contracts", "invoices", "credit memos")),
        ("customer", ("contracts",)),
        ("invoice", ("credit memos", "payments")),
        ("number", ("invoices", "credit memos", "payments")),
    ):
        pairs = list(zip(hidden(before, column, *tables), hidden(after, column, *tables), strict=True))
        assert len(set(pairs)) == len({own for own, _ in pairs}) == len({other for _, other in pairs})
        assert not [own for own, other in pairs if own == other]
    billed = dict(zip(hidden(before, "number", "invoices"), hidden(after, "number", "invoices"), strict=True))
    named = zip(
        hidden(before, "invoice", "credit memos", "payments"),
        hidden(after, "invoice", "credit memos", "payments"),
        strict=True,
    )
    assert all(billed[own] == other for own, other in named)
