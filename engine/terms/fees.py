"""The fee of a cancellation, as a charge of the contract."""

from __future__ import annotations

from decimal import Decimal

from engine.model.catalog import Charge
from engine.model.contracts import Amendment
from engine.model.money import exponent
from engine.model.orders import Cancel, OrderLine

FEE = Charge(name="Cancellation fee", kind="one-time", model="flat", per_months=0, recognition="point in time")


def fee_of(cancel: Cancel, amendment: Amendment) -> OrderLine:
    """What is charged on the day on which the cancellation takes effect."""
    assert cancel.fee is not None
    return OrderLine(
        id=f"fee-{amendment.number}",
        product=FEE.name,
        plan=FEE.name,
        charge=FEE,
        quantity=1,
        price=Decimal(cancel.fee.minor).scaleb(-exponent(cancel.fee.currency)),
        per_months=0,
        start=amendment.effective_date,
    )
