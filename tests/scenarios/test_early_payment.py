"""An early-payment discount in a company's file: a percentage or an amount, one of the two."""

from decimal import Decimal

import pytest

from engine.model.cash import EarlyPayment
from engine.model.money import Money
from scenarios.shapes import EarlyPaymentShape


def test_an_amount_names_its_currency_and_stands_without_a_percentage():
    made = EarlyPaymentShape.model_validate({"amount": "15.00 USD", "days": "10"}).noun()
    assert made == EarlyPayment(amount=Money(1500, "USD"), days=10)
    assert EarlyPaymentShape.model_validate({"percent": "2%", "days": "10"}).noun().percent == Decimal(2)


@pytest.mark.parametrize("said", [{}, {"percent": "2%", "amount": "15.00 USD"}, {"amount": "15.00"}])
def test_neither_or_both_or_no_currency_is_a_mistake(said):
    with pytest.raises(ValueError, match=r"one of the two|names no currency"):
        EarlyPaymentShape.model_validate({"days": "10", **said})
