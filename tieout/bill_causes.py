"""The likely cause of one line that production and the reference bill differently, as far as the line itself tells."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from fractions import Fraction

from engine.model.calendar import ONE_DAY
from engine.model.company import Company
from engine.model.invoices import Invoice, InvoiceLine
from engine.model.money import exponent
from scenarios.migration.findings import Record
from scenarios.production.deals import Metered
from tieout.replaying import Line, amount_of
from tieout.use_causes import is_use, use_causes

ROUNDING = 2
_YEAR = 12
OPEN = "price: neither quantity, days nor rounding explains it"
BY_AMOUNT = "quantity: production's amount is that of"
NET_CAUSES = ("quantity: production", "usage", "price", "proration", "discount", "tax: the net", "product", "decimal")
_SLIPS = (10, 100, 1000)
_HELD = {
    "exclusive": "tax: the net that production shows holds the tax",
    "inclusive": "tax: production takes a price that holds the tax for one without it",
}


@dataclass(frozen=True, slots=True)
class Around:
    """What a line is read beside: the company's list and tax rates, and the contract's other lines of the reference."""

    company: Company
    others: Sequence[Line] = ()
    readings: Sequence[Metered] = ()
    list_prices: Mapping[tuple[str, str], set[Decimal]] = field(default_factory=dict)


def around(company: Company, others: Sequence[Line], readings: Sequence[Metered] = ()) -> Around:
    """What is needed to read the lines of one contract."""
    prices: dict[tuple[str, str], set[Decimal]] = {}
    for entry in company.price_book.entries:
        prices.setdefault((entry.product, entry.currency), set()).add(entry.price)
    return Around(company, others, readings, prices)


def causes(record: Record, pair: Line, beside: Around) -> Iterator[str]:
    """Everything that differs in a line: the net, the tax, the day, the day it is due, the service that the same net is for."""
    invoice, line = pair
    unit = Decimal(1).scaleb(-exponent(invoice.currency))
    net, tax = amount_of(line.net), amount_of(line.tax)
    if record["net"] != net:
        yield net_cause(record, pair, beside)
    if record["tax"] is not None and record["tax"] != tax:
        yield _tax_cause(record, line, tax, unit, beside)
    if record["date"] != invoice.event_date:
        yield _date_cause(record, invoice, line)
    if record["due date"] and record["date"] == invoice.event_date and record["due date"] != invoice.due_date:
        yield f"date: due on {record['due date']}, by the contract on {invoice.due_date}"
    if record["net"] == net:
        yield from _service_cause(record, line)


def _service_cause(record: Record, line: InvoiceLine) -> Iterator[str]:
    """The same amount for other days: what is earned when, and what a cancellation gives back, follows from them."""
    own = line.service
    begins, ends = record["from"] or own.start, record["to"] or own.end
    if (begins, ends) != (own.start, own.end):
        yield f"service: production bills the same for {begins} to {ends}, by the contract it is {own.start} to {own.end}"


def net_cause(record: Record, pair: Line, beside: Around) -> str:
    """Why the amount without tax is another one."""
    invoice, line = pair
    net, unit = amount_of(line.net), Decimal(1).scaleb(-exponent(invoice.currency))
    if abs(record["net"] - net) <= ROUNDING * unit:
        return "rounding"
    return next(_net_causes(record, pair, beside, net), OPEN)


def _net_causes(record: Record, pair: Line, beside: Around, net: Decimal) -> Iterator[str]:
    """The causes in the order in which they are likely; the first is told."""
    line = pair[1]
    if is_use(line, beside.company):
        yield from use_causes(record, line, beside.others, beside.readings)
    elif record["quantity"] is not None and record["quantity"] != line.quantity:
        yield f"quantity: production billed {record['quantity']}, the contract has {line.quantity}"
    if record["net"] == amount_of(line.total) and line.tax:
        yield _HELD[beside.company.policies.tax_price]
    if record["tax"] and record["net"] + record["tax"] == net:
        yield "tax: production took the tax out of a price that does not hold it"
    yield from _slipped(record["net"], net)
    days = (record["to"] - record["from"]).days + 1 if record["to"] and record["from"] else line.service.days
    if days != line.service.days:
        yield f"proration: production billed {days} days of service, the contract has {line.service.days}"
    yield from _undiscounted(record["net"], line, net)
    yield from _at_list_price(record["net"], pair, beside, net)
    yield from _whole_period(record["net"], line, beside.company)
    units = Fraction(record["net"]) / Fraction(net) * Fraction(line.quantity) if net else Fraction(0)
    if units.denominator == 1 and units > 0 and line.quantity != 1:
        yield f"{BY_AMOUNT} {units} units, the contract has {line.quantity}"
    for _, other in beside.others:
        if other.product != line.product and record["net"] == amount_of(other.net) and other.service == line.service:
            yield f"product: this is the amount of {other.product}"
    yield from _other_months(record["net"], line, net)


def _slipped(production: Decimal, net: Decimal) -> Iterator[str]:
    for times in _SLIPS:
        if production == net * times:
            yield f"decimal: {times} times the contract's amount, like a decimal point in the wrong place"
        if net and production * times == net:
            yield f"decimal: one {times}th of the contract's amount, like a decimal point in the wrong place"


def _undiscounted(production: Decimal, line: InvoiceLine, net: Decimal) -> Iterator[str]:
    off = line.discount
    if off and off < 100 and _same(production, Fraction(net) / (1 - Fraction(off) / 100), line):
        yield f"discount: the contract's {off.normalize():f}% is not given"


def _at_list_price(production: Decimal, pair: Line, beside: Around, net: Decimal) -> Iterator[str]:
    invoice, line = pair
    for listed in sorted(beside.list_prices.get((line.product, invoice.currency), ())):
        other = listed and line.price and listed != line.price
        if other and _same(production, Fraction(net) * Fraction(listed) / Fraction(line.price), line):
            yield f"price: production bills the list price {listed}, the contract has {line.price}"
    for (product, currency), prices in sorted(beside.list_prices.items()):
        for listed in sorted(prices) if product == line.product and currency != invoice.currency else ():
            if (
                listed
                and line.price
                and _same(production, Fraction(net) * Fraction(listed) / Fraction(line.price), line)
            ):
                yield (
                    f"price: production's figure is that of the list price {listed} {currency},"
                    f" the contract has {line.price} {invoice.currency}"
                )


def _whole_period(production: Decimal, line: InvoiceLine, company: Company) -> Iterator[str]:
    """A part of a period that production bills as a whole one."""
    part, whole = line.service.days, line.billing_period.days
    if part < whole and line.per_months:
        months = round(Fraction(whole * _YEAR, 365))
        price = Fraction(line.price) * Fraction(line.quantity) * (1 - Fraction(line.discount) / 100)
        held = 1 + Fraction(line.tax_rate) / 100 if company.policies.tax_price == "inclusive" else 1
        if _same(production, price * months / line.per_months / held, line):
            yield f"proration: production billed the whole period, the contract {part} of its {whole} days"


def _other_months(production: Decimal, line: InvoiceLine, net: Decimal) -> Iterator[str]:
    """So many whole months where the contract bills others: four for a quarter."""
    own = round(Fraction(line.service.days * _YEAR, 365))
    months = Fraction(production) / Fraction(net) * own if net else Fraction(0)
    if line.per_months and own > 1 and months.denominator == 1 and 0 < months <= _YEAR:
        yield f"proration: production's amount is that of {months} months, the contract bills {own}"


def _same(production: Decimal, exact: Fraction, line: InvoiceLine) -> bool:
    unit = Fraction(1, 10 ** exponent(line.net.currency))
    return abs(Fraction(production) - exact) <= unit


def _tax_cause(record: Record, line: InvoiceLine, tax: Decimal, unit: Decimal, beside: Around) -> str:
    own = record["net"] * line.tax_rate / 100
    if abs(record["tax"] - own) <= unit:
        follows = "as the net does" if record["net"] != amount_of(line.net) else "rounding"
        return f"tax: {record['tax']} against {tax}, {follows}"
    percent = (record["tax"] * 100 / record["net"]).quantize(Decimal("0.01")) if record["net"] else Decimal(0)
    rate = _rate_called(percent, record["date"], beside.company, line.tax_code)
    return f"tax: production charged {percent}%, the tax code says {line.tax_rate.normalize():f}%{rate}"


def _rate_called(percent: Decimal, on: date, company: Company, code: str) -> str:
    """Whose rate it is that production charged: another code's, or one of another time."""
    if not percent:
        return "; no tax is charged"
    own = [rate for rate in company.tax_rates if rate.percent == percent and not rate.tax]
    for rate in sorted(own, key=lambda rate: (rate.code != code, rate.code)):
        later = [one.start for one in company.tax_rates if one.code == rate.code and rate.start < one.start <= on]
        if rate.start > on or later:
            until = f" until {min(later) - ONE_DAY}" if later else ""
            begins = f" from {rate.start}" if rate.start > date.min else ""
            return f"; that is the rate of {rate.code}{begins}{until}"
        return f"; that is the rate of {rate.code}"
    return ""


def _date_cause(record: Record, invoice: Invoice, line: InvoiceLine) -> str:
    days = (record["date"] - invoice.event_date).days
    said = f"date: production billed on {record['date']}, {abs(days)} days {'late' if days > 0 else 'early'}"
    ends = line.service.end
    if invoice.event_date == line.service.start and record["date"] in (ends, ends + ONE_DAY):
        return f"{said}: in arrears, the contract bills in advance"
    if invoice.event_date > ends and record["date"] == line.service.start:
        return f"{said}: in advance, the contract bills in arrears"
    return said
