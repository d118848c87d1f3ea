"""All sentences of Tieout, by being imported."""

from steps import (
    cards,
    clock,
    close,
    company,
    contracts,
    disputes,
    faults,
    invoices,
    known,
    ledger,
    payments,
    quotes,
    receivables,
    refusals,
    revenue,
    write_offs,
)

__all__ = [
    "cards",
    "clock",
    "close",
    "company",
    "contracts",
    "disputes",
    "faults",
    "invoices",
    "known",
    "ledger",
    "payments",
    "quotes",
    "receivables",
    "refusals",
    "revenue",
    "write_offs",
]
