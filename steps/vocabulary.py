"""All sentences of Tieout, by being imported."""

from steps import (
    chargebacks,
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
    returns,
    revenue,
)

__all__ = [
    "chargebacks",
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
    "returns",
    "revenue",
]
