"""What happens to an imported contract, in the order of days, as sentences: amendments, goodwill, payments."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from engine.model.calendar import AccountingPeriod, long_date
from engine.model.money import Money, exponent
from engine.model.orders import (
    AddProduct,
    Cancel,
    Change,
    ChangePrice,
    ChangeQuantity,
    ExtendTerm,
    GrantDiscount,
    RemoveProduct,
    Renew,
    Resume,
    SetQuantity,
    Suspend,
)
from scenarios.migration.findings import Record
from scenarios.migration.forms import MONTHS
from scenarios.production.deals import Amended, Deal, Metered
from scenarios.production.export import Export
from scenarios.production.goodwill import is_goodwill
from scenarios.production.secrets import Secrets
from scenarios.production.tables import table

_UNITS = {months: unit for unit, months in MONTHS.items()}
_CELLS = ("change", "product", "quantity", "price", "discount", "term", "uplift", "until")


@dataclass(frozen=True, slots=True)
class Story:
    """A contract whose story is told, under the customer's other name."""

    export: Export
    secrets: Secrets
    deal: Deal
    customer: str

    @property
    def memos(self) -> list[Record]:
        """The contract's credit memos."""
        return self.export.of("credit memos", self.deal.number)

    @property
    def payments(self) -> list[Record]:
        """The payments of its invoices, to the last day of the export."""
        return [one for one in self.export.of("payments", self.deal.number) if one["date"] <= self.export.through]

    @property
    def named(self) -> dict[str, str]:
        """Its invoices by number, each as a story may call it: by its month, where the month has but one."""
        invoices = {one["number"]: one["date"] for one in self.export.of("invoices", self.deal.number)}
        months = Counter(AccountingPeriod.of(day) for day in invoices.values())
        regular = {n: AccountingPeriod.of(day) for n, day in invoices.items() if months[AccountingPeriod.of(day)] == 1}
        return {number: f"the {period} invoice" for number, period in regular.items()}

    @property
    def whole(self) -> bool:
        """Whether the export says all that it takes to know what is open: every tax, and payments that can be told."""
        taxed = all(one["tax"] is not None for one in (*self.export.of("invoices", self.deal.number), *self.memos))
        return (
            taxed
            and bool(self.payments)
            and all(one["invoice"] in self.named for one in self.payments)
            and not self.memos
        )

    def figure(self, of: Decimal) -> str:
        """An amount as it is written, without its currency."""
        return self.money(of).rpartition(" ")[0]

    def money(self, of: Decimal) -> str:
        """An amount as it is written."""
        return str(Money.of(_rounded(of * self.export.scale, self.deal.terms.currency), self.deal.terms.currency))


def _rounded(of: Decimal, currency: str) -> Decimal:
    return round(of, exponent(currency))


def events(story: Story, clean: bool) -> Iterator[str]:
    """Amendments and goodwill as they were; payments where everything else agrees, so that each has its invoice."""
    told = [
        (one.signed, 0, _amended(story, one)) for one in story.deal.amendments if one.signed <= story.export.through
    ]
    told += [(day, 0, _used(story, own)) for day, own in _read_on(story)]
    given = [one for one in story.memos if clean and is_goodwill(one) and one["invoice"] in story.named]
    told += [(memo["date"], 1, _goodwill(story, memo)) for memo in given]
    paid = story.payments if clean and story.whole else ()
    told += [(payment["date"], 2, _paid(story, payment)) for payment in paid]
    for _, _, lines in sorted(told, key=lambda event: event[:2]):
        yield from lines


def _read_on(story: Story) -> Iterator[tuple[date, list[Metered]]]:
    """What meters counted, by the day on which it was received."""
    days: dict[date, list[Metered]] = {}
    for one in story.deal.readings:
        if one.received <= story.export.through:
            days.setdefault(one.received, []).append(one)
    yield from days.items()


def _used(story: Story, own: list[Metered]) -> Iterator[str]:
    yield f"    When {story.customer} uses:"
    heads = ["date", "product", "quantity", "charge", "id", "replaces", "received"]
    yield from table(heads, [_counted(story, one) for one in own])


def _counted(story: Story, one: Metered) -> list[str]:
    said, number = one.reading, story.secrets.number
    day = long_date(said.day) if said.day else ""
    late = long_date(one.received) if one.received != said.day else ""
    ids = [number("usage", written) if written else "" for written in (said.id, said.replaces)]
    return [day, said.product, f"{said.quantity}", said.charge or "", *ids, late]


def _amended(story: Story, amended: Amended) -> Iterator[str]:
    signed, effective = long_date(amended.signed), long_date(amended.effective)
    yield f"    And {story.customer} signs an amendment on {signed}, effective {effective}:"
    rows = [_cells(story, change) for change in amended.changes]
    yield from table(list(_CELLS), [[row.get(head, "") for head in _CELLS] for row in rows])


def _goodwill(story: Story, memo: Record) -> Iterator[str]:
    yield f"    When time passes to {long_date(memo['date'])}"
    yield f"    And finance credits {story.customer} {story.money(memo['net'])} on {story.named[memo['invoice']]}"


def _paid(story: Story, payment: Record) -> Iterator[str]:
    amount, day = story.money(payment["amount"]), long_date(payment["date"])
    yield f"    And {story.customer} transfers {amount} on {day} for {story.named[payment['invoice']]}"


def _cells(story: Story, change: Change) -> dict[str, str]:
    match change:
        case ChangeQuantity():
            verb = "add quantity" if change.delta >= 0 else "remove quantity"
            return {"change": verb, "product": change.product, "quantity": str(abs(change.delta))}
        case SetQuantity():
            return {"change": "set quantity", "product": change.product, "quantity": str(change.quantity)}
        case ChangePrice():
            return {
                "change": "price",
                "product": change.product,
                "price": _price(story, change.product, change.price, change.per_months),
            }
        case RemoveProduct():
            return {"change": "remove product", "product": change.product}
        case AddProduct():
            line = change.line
            price = _price(story, line.product, line.price, line.per_months) if line.price is not None else ""
            off = f"{line.discount}%" if line.discount else ""
            return {
                "change": "add product",
                "product": line.product,
                "quantity": str(line.quantity),
                "price": price,
                "discount": off,
            }
        case GrantDiscount():
            return {"change": "discount", "product": change.product or "", "discount": f"{change.percent}%"}
        case _:
            return _of_the_term(change)


def _of_the_term(change: Change) -> dict[str, str]:
    match change:
        case ExtendTerm():
            return {"change": "extension", "until": long_date(change.end)}
        case Renew():
            return {
                "change": "renewal",
                "term": f"{change.months} months",
                "uplift": f"{change.uplift}%" if change.uplift else "",
            }
        case Suspend():
            return {"change": "suspension"}
        case Resume():
            return {"change": "resumption"}
        case _:
            assert isinstance(change, Cancel)
            return {"change": "cancellation"}


def _price(story: Story, product: str, price: Decimal, per: int | None) -> str:
    """A price with its time: the amendment's, the contract's for that product, or the product's own."""
    held = next((line.per_months for line in story.deal.lines if line.product == product and line.per_months), None)
    sold = next((p for p in story.export.company.products if p.name == product), None)
    own = sold.plans[0].charges[0].per_months if sold else 0
    unit = _UNITS.get(per or held or own or 0)
    every = f"per {unit}" if unit and unit != "term" else "once"
    return f"{price * story.export.scale} {story.deal.terms.currency} {every}"
