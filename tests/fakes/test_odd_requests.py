"""Whatever a story can ask for is carried out or refused: nothing is a bug in the fakes."""

from contextlib import suppress
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from engine.model.company import Company
from engine.model.money import COUNT, Money
from engine.model.orders import (
    AddProduct,
    Cancel,
    ChangePrice,
    ChangeQuantity,
    ExtendTerm,
    GrantDiscount,
    RemoveProduct,
    RequestedLine,
    Terms,
)
from fakes import stack as stacks
from ports.refusal import Refused
from scenarios.world import find, load
from tests.fakes.sales import YEAR, closing, sell

ODD: list[Any] = [
    Terms(start=date(9999, 12, 31), months=12, currency="USD"),
    Terms(start=date(1, 1, 1), months=12, currency="USD"),
    Terms(start=date(2026, 1, 1), months=0, currency="USD"),
    Terms(start=date(2026, 1, 1), months=-1, currency="USD"),
    Terms(start=date(2026, 1, 1), months=10**9, currency="USD"),
    Terms(start=date(2026, 1, 1), months=12, currency=COUNT),
    Terms(start=date(2026, 1, 1), months=12, currency="USD", net_days=-(10**9)),
    Terms(start=date(2026, 1, 1), months=12, currency="USD", net_days=10**9),
    Terms(start=date(2026, 1, 1), months=12, currency="USD", tax_code="nothing known"),
    RequestedLine(product="Platform seat", quantity=0),
    RequestedLine(product="Platform seat", quantity=-5),
    RequestedLine(product="Platform seat", quantity=10**30),
    RequestedLine(product="Platform seat", price=Decimal("-1")),
    RequestedLine(product="Platform seat", price=Decimal("1E+400")),
    RequestedLine(product="Platform seat", discount=Decimal("101")),
    RequestedLine(product="Platform seat", discount=Decimal("-1")),
    RequestedLine(product="Platform seat", per_months=0),
    RequestedLine(product="Platform seat", per_months=-1),
    RequestedLine(product="Platform seat", tax_code="nothing known"),
    RequestedLine(product="Platform seat", plan="nothing known"),
    RequestedLine(product="nothing known"),
]


CHANGES: list[Any] = [
    (ExtendTerm(end=date(9999, 12, 31)), date(2026, 2, 1)),
    (ExtendTerm(end=date(1, 1, 1)), date(2026, 2, 1)),
    (ChangeQuantity(product="Platform seat", delta=10**30), date(2026, 2, 1)),
    (ChangeQuantity(product="Platform seat", delta=-(10**30)), date(2026, 2, 1)),
    (ChangeQuantity(product="Platform seat", delta=0), date(2026, 2, 1)),
    (ChangeQuantity(product="Platform seat", delta=1), date(9999, 12, 31)),
    (ChangeQuantity(product="Platform seat", delta=1), date(1, 1, 1)),
    (ChangePrice(product="Platform seat", price=Decimal("1E+400")), date(2026, 2, 1)),
    (ChangePrice(product="Platform seat", price=Decimal("-5")), date(2026, 2, 1)),
    (ChangePrice(product="Platform seat", price=Decimal("5"), per_months=0), date(2026, 2, 1)),
    (GrantDiscount(percent=Decimal("101")), date(2026, 2, 1)),
    (RemoveProduct(product="Analytics"), date(2026, 2, 1)),
    (AddProduct(line=RequestedLine(product="Analytics", per_months=-3)), date(2026, 2, 1)),
    (AddProduct(line=RequestedLine(product="Set-up", quantity=10**9)), date(2026, 2, 1)),
    (Cancel(fee=Money(10**30, "USD")), date(2026, 2, 1)),
    (Cancel(fee=Money(100, "JPY")), date(2026, 2, 1)),
    (Cancel(unused="refunded"), date(2026, 1, 1)),
]


@pytest.fixture(scope="module")
def company() -> Company:
    return load(find("Northwind SaaS"))


@pytest.mark.parametrize(("change", "effective"), CHANGES, ids=repr)
def test_no_change_a_story_can_ask_for_is_a_bug(company: Company, change: Any, effective: date) -> None:
    with closing(stacks.in_process()) as stack, suppress(Refused):  # a bug would be Unreachable
        stack.clock.reset(company, date(2026, 1, 1))
        sell(stack)
        stack.crm.amend("C-1", (change,), effective)
        stack.clock.advance_to(date(2026, 4, 30))


@pytest.mark.parametrize("odd", ODD, ids=repr)
def test_nothing_a_story_can_say_is_a_bug(company: Company, odd: Any) -> None:
    terms, line = (odd, RequestedLine(product="Platform seat")) if isinstance(odd, Terms) else (YEAR, odd)
    with closing(stacks.in_process()) as stack, suppress(Refused):  # a bug would be Unreachable
        stack.clock.reset(company, date(2026, 1, 1))
        quote = stack.crm.quote("Globex", terms, (line,))
        for step in quote.approvals:
            stack.crm.decide(quote.number, step.role, "approved")
        stack.crm.close_won(quote.number)
        stack.clock.advance_to(date(2026, 2, 28))
