"""What a company's file says about until when its invoices are usually paid, and in which parts."""

from decimal import Decimal
from pathlib import Path

import pytest

from engine.model.cadence import PaymentShare, PaymentTerms
from engine.model.orders import UsualTerms
from scenarios.world import SHIPPED, WorldError, load


def usual(folder: Path, terms: str) -> UsualTerms | None:
    text = (SHIPPED / "northwind_saas.yaml").read_text().replace("company: Northwind SaaS", "company: Southwind")
    path = folder / "southwind.yaml"
    path.write_text(f"{text}\nusual terms: {{{terms}}}\n")
    return load(path).usual


def test_the_parts_of_the_usual_terms(tmp_path: Path) -> None:
    parts = "{due: on receipt, part: 30%}, {due: within 2 months}, {due: on the 15th of the next month, part: 20.5%}"
    found = usual(tmp_path, f"months: 3, parts: [{parts}, {{due: 45 days end of month}}]")
    shares = (
        PaymentShare(percent=Decimal(30)),
        PaymentShare(rule="months", months=2),
        PaymentShare(percent=Decimal("20.5"), rule="fixed day", day=15, months=1),
        PaymentShare(rule="end of month", net_days=45),
    )
    assert found == UsualTerms(months=3, net_days=45, due=PaymentTerms(shares=shares))


def test_an_amount_and_a_day_of_the_month_some_days_later(tmp_path: Path) -> None:
    due = "on the 15th of the month, at least 31 days later"
    found = usual(tmp_path, f'parts: [{{due: on receipt, amount: "1,700.50"}}, {{due: "{due}"}}]')
    shares = PaymentShare(amount=Decimal("1700.50")), PaymentShare(rule="fixed day", day=15, net_days=30)
    assert found == UsualTerms(net_days=30, due=PaymentTerms(shares=shares))


def test_one_day_that_is_not_so_many_days_after_the_invoice(tmp_path: Path) -> None:
    found = usual(tmp_path, "due: within 10 business days")
    assert found == UsualTerms(net_days=10, due=PaymentTerms(rule="business days"))


@pytest.mark.parametrize(
    ("terms", "told"),
    [
        ("due: soon", "'soon' is no time to pay; write it like 45 days end of month, within 2 weeks"),
        ("due: on the 32nd of the month", "not a day of a month: on the 32nd of the month"),
        ("net days: 30, due: on receipt", "say one of net days, due and parts, not due and net days"),
        ("parts: [{due: on receipt, part: 30%}]", "add up to 100%, not in 30%"),
        ("parts: [{due: on receipt, part: 60%}, {due: within 9 days, part: 60%}]", "add up to 100%, not in 60% + 60%"),
        ("parts: [{due: on receipt, part: 100%}, {due: within 9 days}]", "not in 100% + the rest"),
        (
            "parts: [{due: on receipt, amount: 9}]",
            "not in 9; beside amounts one part is without one, and takes the rest",
        ),
        ("parts: [{due: on receipt, part: 1%, amount: 9}, {due: on receipt}]", "or an amount, not both"),
    ],
)
def test_a_mistake_comes_with_its_line_and_the_way_out(tmp_path: Path, terms: str, told: str) -> None:
    with pytest.raises(WorldError) as refused:
        usual(tmp_path, terms)
    [mistake] = refused.value.mistakes
    assert told in mistake.sentence
    assert mistake.line > 1
