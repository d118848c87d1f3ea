"""All sentences of Tieout, by being imported."""

from steps import (
    clock,
    close,
    company,
    contracts,
    faults,
    invoices,
    known,
    ledger,
    payments,
    quotes,
    receivables,
    refusals,
    revenue,
)

__all__ = [
    "clock",
    "close",
    "company",
    "contracts",
    "faults",
    "invoices",
    "known",
    "ledger",
    "payments",
    "quotes",
    "receivables",
    "refusals",
    "revenue",
]
