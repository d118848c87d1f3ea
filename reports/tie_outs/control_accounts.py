"""Which control accounts are compared, with whose documents, and where in the process their differences show."""

from __future__ import annotations

from functools import partial

from engine.model.bearing import CASH, COMPLIANCE, CUSTOMER, of
from reports.tie_outs import movements
from reports.tie_outs.at_bank import bank_movements
from reports.tie_outs.controls import Control, control
from reports.tie_outs.old_taxes import sales_tax
from reports.tie_outs.payable import rounding_differences

# What is owed to the authority, and what is not yet because it is due when paid: documents say both together.
OWED = CASH | CUSTOMER
UNAPPLIED = of("cash not applied")
MISSTATED = of("tax misstated on a return")
TAXES = frozenset({"tax", "tax on hold"})
CONTROLS = (
    control(
        "Receivables",
        "receivables",
        1,
        movements.receivables,
        by_customer=True,
        stated=movements.open_items,
        bears=CASH,
    ),
    control(
        "Customer credits",
        "customer credits",
        -1,
        movements.customer_credits,
        by_customer=True,
        stage="collect",
        bears=OWED,
    ),
    control(
        "Unapplied cash",
        "unapplied cash",
        -1,
        movements.unapplied_cash,
        by_customer=True,
        stage="collect",
        bears=UNAPPLIED,
    ),
    control("Exchange clearing", "exchange clearing", -1, movements.exchange_clearing, stage="collect", bears=CASH),
    control(
        "Unidentified cash",
        "unidentified cash",
        -1,
        movements.unidentified_cash,
        stage="collect",
        bears=UNAPPLIED,
    ),
    control(
        "Withholding tax",
        "withholding tax",
        1,
        partial(movements.deducted, ("withholding tax",)),
        by_customer=True,
        stage="collect",
        bears=CASH | COMPLIANCE,
    ),
    control("Small differences", "small differences", 1, movements.small_differences, stage="collect", bears=CASH),
    control("Rounding differences", "rounding differences", 1, rounding_differences),
    control(
        "Refund payable",
        "refund payable",
        -1,
        movements.refunds_payable,
        by_customer=True,
        stage="collect",
        bears=OWED,
    ),
    control(
        "Refund liability", "refund liability", -1, movements.refund_liability, by_customer=True, stage="recognize"
    ),
    control(
        "Gateway clearing",
        "gateway clearing",
        1,
        movements.gateway_funds,
        system="payments",
        stage="collect",
        bears=CASH,
    ),
    control(
        "Disputed funds",
        "disputed funds",
        1,
        movements.disputed_funds,
        system="payments",
        by_customer=True,
        stage="collect",
        bears=CASH,
    ),
    control("Concessions", "concessions", 1, movements.concessions, by_customer=True, stage="recognize"),
    control("Cash", "cash", 1, bank_movements, system="payments", stage="collect", bears=CASH),
    Control(title="Sales tax payable", roles=TAXES, sign=-1, documents=sales_tax, bears=MISSTATED),
)
