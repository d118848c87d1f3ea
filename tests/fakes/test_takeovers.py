"""A contract that is taken over goes on as one that was always here: the same bills, the same revenue, nothing twice."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from engine.model.cadence import Billing
from engine.model.calendar import ONE_DAY, AccountingPeriod, add_months
from engine.model.cutover import Handover, Opening, OpeningCash, OpeningInvoice, OpeningLine, Takeover
from engine.model.invoices import Invoice
from engine.model.money import Money
from engine.model.orders import RequestedLine, Terms
from engine.model.usage import Reading
from fakes.stack import in_process
from ports.refusal import Refused
from ports.stack import Stack
from scenarios.world import find, load

COMPANY = replace(load(find("Northwind SaaS")), approvals=())
BEGINS, CUTOVER = date(2026, 1, 1), date(2026, 7, 1)
SEATS = RequestedLine(product="Platform seat", quantity=20, price=Decimal("10.00"))


def usd(text: str) -> Money:
    return Money.parse(text, "USD")


def terms(every: int = 3, timing: str = "in advance", code: str = "standard") -> Terms:
    billing = Billing(every_months=every, timing=timing)  # type: ignore[arg-type]
    return Terms(start=BEGINS, months=12, currency="USD", billing=billing, tax_code=code)


def old(
    number: str = "OLD-1", net: str = "600.00", tax: str = "60.00", paid: str = "0.00", day: date = date(2026, 4, 1)
):
    return OpeningInvoice(number=number, issued=day, due=add_months(day, 1), net=usd(net), tax=usd(tax), paid=usd(paid))


def opening(**changes: object) -> Opening:
    """Twenty seats for 2026, billed each quarter: two quarters are billed and served."""
    whole = Opening(
        number="K-1",
        customer="Globex",
        terms=terms(),
        end=date(2026, 12, 31),
        lines=(OpeningLine(request=SEATS, next_bill=CUTOVER),),
        invoices=(old(),),
        billed=usd("1200.00"),
        recognized=usd("1200.00"),
    )
    return replace(whole, **changes)  # type: ignore[arg-type]


@pytest.fixture
def stack() -> Stack:
    made = in_process()
    made.clock.reset(COMPANY, CUTOVER)
    return made


def test_open_invoices_keep_their_numbers_and_the_others_are_settled(stack: Stack) -> None:
    made = stack.billing.take_over(opening())
    assert [(i.number, i.event_date, i.due_date, i.total) for i in made.invoices] == [
        ("K-1-2026-01-01", date(2026, 1, 1), date(2026, 1, 31), usd("660.00")),
        ("OLD-1", date(2026, 4, 1), date(2026, 5, 1), usd("660.00")),
    ]
    assert (made.open, made.deferred) == (usd("660.00"), usd("0.00"))
    assert [item.invoice for item in stack.billing.open_items(CUTOVER)] == ["OLD-1", "NW-000001"]


def test_invoices_of_the_new_system_are_numbered_from_one(stack: Stack) -> None:
    stack.billing.take_over(opening())
    assert [i.number for i in stack.billing.invoices() if i.number.startswith("NW-")] == ["NW-000001"]


REFUSED = [
    ({"customer": "Nobody"}, "there is no customer 'Nobody' here"),
    ({"billed": usd("1300.00")}, "its terms make 1,200.00 USD by its next bill date, and 1,300.00 USD was billed"),
    ({"invoices": (old(net="500.00"),)}, "open invoice OLD-1 over 500.00 USD without tax is none that contract K-1 makes"),
    ({"invoices": (old(tax="50.00"),)}, "open invoice OLD-1 holds 50.00 USD of tax, its lines at the rate of that day 60.00 USD"),
    ({"invoices": (old(), old("OLD-2"))}, "contract K-1: of OLD-1, OLD-2 two are for one bill date"),
    ({"invoices": (old("NW-000009"),)}, "invoice NW-000009 of contract K-1 has a number that this system gives itself"),
    ({"usage": (Reading(customer="Globex", product="Platform seat", quantity=1, day=BEGINS),)}, "no contract that charges"),
]  # fmt: skip


@pytest.mark.parametrize(("changes", "said"), REFUSED)
def test_what_does_not_fit_is_refused_whole(stack: Stack, changes: dict[str, object], said: str) -> None:
    with pytest.raises(Refused, match=said.replace("(", r"\(")):
        stack.billing.take_over(opening(**changes))
    assert [len(found) for found in (stack.billing.contracts(), stack.billing.invoices())] == [0, 0]
    assert [one.sentence for one in stack.billing.exceptions()]


def test_nothing_is_taken_over_twice(stack: Stack) -> None:
    cash = OpeningCash(number="P-9", customer="Globex", received=BEGINS, amount=usd("5.00"), reference="?")
    stack.billing.take_over(opening())
    stack.billing.take_over_cash(cash)
    for act in (lambda: stack.billing.take_over(opening()), lambda: stack.billing.take_over_cash(cash)):
        with pytest.raises(Refused, match="nothing is taken over twice"):
            act()
    assert len(stack.billing.takeovers()) == 2


def test_a_cent_that_the_old_system_rounded_otherwise_stays_as_it_was_billed(stack: Stack) -> None:
    made = stack.billing.take_over(opening(billed=usd("1199.99"), invoices=(old(net="599.99", tax="60.01"),)))
    assert [invoice.net for invoice in made.invoices] == [usd("600.00"), usd("599.99")]
    assert made.invoices[1].tax == usd("60.01")


def test_of_several_taxes_the_last_lines_first_takes_the_cent() -> None:
    from engine.model.company import TaxRate

    rates = (
        TaxRate(code="city", percent=Decimal(8), tax="state"),
        TaxRate(code="city", percent=Decimal(2), tax="town"),
    )
    stack = in_process()
    stack.clock.reset(replace(COMPANY, tax_rates=(*COMPANY.tax_rates, *rates)), CUTOVER)
    made = stack.billing.take_over(opening(terms=terms(code="city"), invoices=(old(tax="60.02"),)))
    assert [(tax.tax, tax.amount) for tax in made.invoices[1].lines[0].taxes] == [
        ("state", usd("48.02")),
        ("town", usd("12.00")),
    ]


@settings(max_examples=8, deadline=None, derandomize=True, phases=[Phase.explicit, Phase.generate])
@given(
    every=st.sampled_from([1, 3, 6, 12]),
    timing=st.sampled_from(["in advance", "in arrears"]),
    quantity=st.integers(1, 60),
    cents=st.integers(1, 9999),
    lived=st.integers(1, 11),
    spread=st.sampled_from(["by day", "by month"]),
)
def test_what_is_taken_over_goes_on_as_what_was_always_here(
    every: int, timing: str, quantity: int, cents: int, lived: int, spread: str
) -> None:
    company = replace(COMPANY, policies=replace(COMPANY.policies, spread=spread))
    day = add_months(BEGINS, lived)
    line = RequestedLine(product="Platform seat", quantity=quantity, price=Decimal(cents).scaleb(-2))
    agreed, always, taken = terms(every, timing), in_process(), in_process()
    always.clock.reset(company, BEGINS)
    always.crm.close_won(always.crm.quote("Globex", agreed, [line]).number)
    always.clock.advance_to(date(2027, 1, 31))
    own = always.billing.invoices()
    before, after = [i for i in own if i.event_date < day], [i for i in own if i.event_date >= day]
    eve = AccountingPeriod.of(day - ONE_DAY)
    recognized = sum(m.posted.minor for m in always.erp.revenue(eve))
    taken.clock.reset(company, day)
    taken.billing.take_over(
        opening(
            terms=agreed,
            lines=(OpeningLine(request=line, next_bill=min((i.event_date for i in after), default=date(2027, 1, 1))),),
            invoices=tuple(old(f"OLD-{i.number}", _plain(i.net), _plain(i.tax), day=i.event_date) for i in before[-1:]),
            billed=Money(sum(i.net.minor for i in before), "USD"),
            recognized=Money(recognized, "USD"),
        )
    )
    taken.clock.advance_to(date(2027, 1, 31))
    assert [_figures(i) for i in taken.billing.invoices() if i.number.startswith("NW-")] == [_figures(i) for i in after]
    later = [(m.period, m.posted) for m in always.erp.revenue(None) if m.period > eve]
    assert [(m.period, m.posted) for m in taken.erp.revenue(None) if m.period > eve] == later


def _plain(amount: Money) -> str:
    return str(amount).rpartition(" ")[0].replace(",", "")


def _figures(one: Invoice) -> tuple[object, ...]:
    return one.event_date, one.due_date, [(line.service, line.net, line.tax) for line in one.lines]


def test_a_takeover_without_a_contract_is_cash_alone(stack: Stack) -> None:
    made: Takeover = stack.billing.take_over_cash(
        OpeningCash(number="P-9", customer="Globex", received=BEGINS, amount=usd("5.00"))
    )
    assert (made.contract, made.open, made.deferred, made.unapplied) == (None, usd("0.00"), usd("0.00"), usd("5.00"))
    balances = {b.account: b.amount for b in stack.erp.balances(CUTOVER)}
    assert balances == {"Unapplied cash": usd("-5.00"), "Migration clearing": usd("5.00")}


def test_a_credit_balance_is_the_customers_to_use(stack: Stack) -> None:
    kept = OpeningCash(number="P-8", customer="Globex", received=BEGINS, amount=usd("7.00"), kept_as="customer credit")
    made = stack.billing.take_over_cash(kept)
    assert (made.unapplied, made.credited) == (usd("0.00"), usd("7.00"))
    balances = {b.account: b.amount for b in stack.erp.balances(CUTOVER)}
    assert balances == {"Customer credits": usd("-7.00"), "Migration clearing": usd("7.00")}
    stack.billing.take_over(opening())
    assert stack.billing.use_credit("Globex", "OLD-1", None).amount == usd("7.00")


def test_a_handover_is_tried_as_a_whole_and_tells_every_reason(stack: Stack) -> None:
    twice = replace(opening(), number="K-2", invoices=())
    wrong = opening(number="K-3", billed=usd("1300.00"), invoices=())
    unknown = OpeningCash(number="P-1", customer="Nobody", received=BEGINS, amount=usd("5.00"))
    with pytest.raises(Refused) as refused:
        stack.billing.would_take_over(Handover(openings=(opening(), twice, twice, wrong), cash=(unknown,)))
    assert refused.value.sentence.split("; ") == [
        "contract K-2 is here already",
        "nothing is taken over twice",
        "contract K-3: its terms make 1,200.00 USD by its next bill date, and 1,300.00 USD was billed",
        "there is no customer 'Nobody' here",
    ]
    assert not stack.billing.takeovers()
    assert not stack.billing.invoices()
    assert stack.billing.would_take_over(Handover(openings=(opening(),))) == ("TO-K-1",)
    assert not stack.billing.takeovers()
