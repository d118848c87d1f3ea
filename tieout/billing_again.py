"""What the reference engine would have billed for imported contracts, beside what production billed, line by line."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any, get_args

from engine.model.cadence import Billing
from engine.model.company import Company
from engine.model.invoices import Invoice, InvoiceLine
from engine.model.money import exponent
from engine.model.orders import RequestedLine, Terms
from engine.model.policies.billing import Proration
from scenarios.customers import customer
from scenarios.migration.findings import Record
from scenarios.migration.forms import EVERY, MONTHS
from scenarios.production.export import Export
from scenarios.production.stories import months_of_term, tax_code
from tieout.difference import Difference
from tieout.likely_causes import together

if TYPE_CHECKING:
    from datetime import date

    from ports.stack import Stack

_NEAR_DAYS = 45
_ROUNDING = 2
_Billed = dict[str, list[tuple[Invoice, InvoiceLine]]]


def differences(export: Export) -> tuple[list[Difference], list[str], int]:
    """What differs, the contracts that could not be billed again and why, and how many lines were compared."""
    billed, refused = bill_again(export, export.company)
    found: list[Difference] = []
    compared = 0
    for contract, lines in export.contracts.items():
        if contract in billed:
            production = [record for record in export.invoices if record["contract"] == contract]
            compared += len(production)
            found += _compare(lines, production, billed[contract])
    last: dict[tuple[str, str], date] = {}
    for record in export.invoices:
        key = record["contract"], record["product"]
        last[key] = max(last.get(key, record["date"]), record["from"] or record["date"])
    return _with_conventions(export, together(found, last)), refused, compared


def bill_again(export: Export, company: Company) -> tuple[_Billed, list[str]]:
    """The reference engine's invoice lines by contract, up to production's last invoice; and who could not be billed."""
    from fakes.stack import in_process
    from ports.refusal import Refused

    names = dict.fromkeys(lines[0]["customer"] for lines in export.contracts.values())
    known = tuple(customer(company.name, company.entity.currency, name) for name in names)
    signed: dict[str, str] = {}
    refused: list[str] = []
    stack = in_process()
    try:
        begins = {number: min(line["start"] for line in lines) for number, lines in export.contracts.items()}
        # How the company's own customers pay is nothing that these do.
        alone = replace(company, customers=known, approvals=(), behaviors=(), answer_delays=())
        stack.clock.reset(alone, min(begins.values()))
        for number in sorted(begins, key=lambda number: (begins[number], number)):
            stack.clock.advance_to(begins[number])
            try:
                signed[_sign(stack, export, number)] = number
            except (Refused, ValueError) as no:
                refused.append(f"{number}: {no}")
        last = max((record["date"] for record in export.invoices), default=stack.clock.today())
        stack.clock.advance_to(max(last, stack.clock.today()))
        found: _Billed = {number: [] for number in signed.values()}
        for invoice in stack.billing.invoices():
            found[signed[invoice.contract]] += [(invoice, line) for line in invoice.lines]
    finally:
        stack.shut_down()
    return found, refused


def _sign(stack: Stack, export: Export, number: str) -> str:
    """Close-won as production's record says; the number of the contract that it becomes."""
    lines = export.contracts[number]
    first = min(lines, key=lambda line: line["start"])
    months = months_of_term(lines)
    if months is None:
        raise ValueError("its term is no whole number of months")
    cadence, _, timing = first["billing"].partition(" in ")
    terms = Terms(
        start=first["start"],
        months=months,
        currency=first["currency"],
        billing=Billing(
            every_months=EVERY.get(cadence, months), timing="in arrears" if timing == "arrears" else "in advance"
        ),
        net_days=int(first["net days"] or 30),
        tax_code=tax_code(export, number),
    )
    order = stack.crm.close_won(
        stack.crm.quote(first["customer"], terms, [_requested(line, terms) for line in lines]).number
    )
    return next(contract.number for contract in stack.billing.contracts() if contract.order == order.number)


def _requested(line: Record, terms: Terms) -> RequestedLine:
    quantity = line["quantity"]
    per = line["price per"]
    return RequestedLine(
        product=line["product"],
        plan=line["plan"],
        quantity=int(quantity) if quantity == int(quantity) else quantity,
        price=line["price"],
        per_months=MONTHS[per] if per and per != "term" else None,
        discount=line["discount"] or Decimal(0),
        start=line["start"] if line["start"] != terms.start else None,
        end=None,
    )


def _compare(
    lines: list[Record], production: list[Record], reference: list[tuple[Invoice, InvoiceLine]]
) -> Iterator[Difference]:
    left = list(reference)
    seen: set[tuple[object, ...]] = set()
    contract, currency = lines[0]["contract"], lines[0]["currency"]
    for record in sorted(production, key=lambda one: (one["date"], one["product"])):
        called = f"{record['number']}, {record['product']}, {record['from'] or record['date']}"
        period = (record["product"], record["from"] or record["date"], record["net"])
        match = _match(record, left)
        if match is None:
            yield Difference(contract, called, record["net"], None, _unasked(record, period in seen), currency)
            continue
        seen.add(period)
        left.remove(match)
        for cause in _causes(record, *match):
            told = _net_told(record, match[1]) if cause.startswith(_NET_CAUSES) else {}
            yield Difference(contract, called, record["net"], _amount(match[1].net), cause, currency, **told)
    for invoice, line in left:
        called = f"{line.product}, {line.service.start} to {line.service.end}"
        cause = f"quantity: never billed by production, due on {invoice.event_date}"
        yield Difference(contract, called, None, _amount(line.net), cause, currency)


_NET_CAUSES = ("quantity: production", "price", "proration")


def _unasked(record: Record, again: bool) -> str:
    if record["net"] < 0:
        return "credit: production gave this back; the amendment or credit memo behind it is not in the export"
    return f"quantity: {'billed twice' if again else 'the contract does not ask for it'}"


def _net_told(record: Record, line: InvoiceLine) -> dict[str, Any]:
    """What a row of differences is read from: the day, production's share of the reference, and units if they explain it."""
    net, day = _amount(line.net), record["from"] or record["date"]
    share = record["net"] / net if net else None
    units = Fraction(share) * Fraction(line.quantity) if share is not None else None
    by_units = units is not None and units.denominator == 1 and (record["quantity"] or line.quantity) != line.quantity
    told: dict[str, Any] = {"product": record["product"], "day": day, "share": share}
    return told | ({"units": record["quantity"], "contracted": Decimal(line.quantity)} if by_units else {})


def _match(record: Record, left: list[tuple[Invoice, InvoiceLine]]) -> tuple[Invoice, InvoiceLine] | None:
    """The reference's line of the same product that begins nearest; none that is farther away than a billing period."""
    day = record["from"] or record["date"]

    def away(pair: tuple[Invoice, InvoiceLine]) -> int:
        begins = pair[1].service.start if record["from"] else pair[0].event_date
        return abs(int((begins - day).days))

    same = [pair for pair in left if pair[1].product == record["product"]]
    best = min(same, key=away, default=None)
    return best if best and away(best) < _NEAR_DAYS and _nearest_is(record, best, away(best)) else None


def _nearest_is(record: Record, pair: tuple[Invoice, InvoiceLine], days: int) -> bool:
    """Not the line of a neighboring period: nearer than half of its own service."""
    return days * 2 <= max(pair[1].service.days, 2)


def _causes(record: Record, invoice: Invoice, line: InvoiceLine) -> Iterator[str]:
    unit = Decimal(1).scaleb(-exponent(invoice.currency))
    net, tax = _amount(line.net), _amount(line.tax)
    if record["net"] != net:
        yield _net_cause(record, line, net, unit)
    if record["tax"] is not None and record["tax"] != tax:
        yield _tax_cause(record, line, tax, unit)
    if record["date"] != invoice.event_date:
        days = (record["date"] - invoice.event_date).days
        yield f"date: production billed on {record['date']}, {abs(days)} days {'late' if days > 0 else 'early'}"
    if record["due date"] and record["date"] == invoice.event_date and record["due date"] != invoice.due_date:
        yield f"date: due on {record['due date']}, by the contract on {invoice.due_date}"


def _net_cause(record: Record, line: InvoiceLine, net: Decimal, unit: Decimal) -> str:
    if abs(record["net"] - net) <= _ROUNDING * unit:
        return "rounding"
    if record["quantity"] is not None and record["quantity"] != line.quantity:
        return f"quantity: production billed {record['quantity']}, the contract has {line.quantity}"
    days = (record["to"] - record["from"]).days + 1 if record["to"] and record["from"] else line.service.days
    if days != line.service.days:
        return f"proration: production billed {days} days of service, the contract has {line.service.days}"
    units = Fraction(record["net"]) / Fraction(net) * Fraction(line.quantity) if net else Fraction(0)
    if units.denominator == 1 and units > 0 and line.quantity != 1:
        return f"quantity: production's amount is that of {units} units, the contract has {line.quantity}"
    return _PRICE


_PRICE = "price: neither quantity, days nor rounding explains it"


def _tax_cause(record: Record, line: InvoiceLine, tax: Decimal, unit: Decimal) -> str:
    own = record["net"] * line.tax_rate / 100
    if abs(record["tax"] - own) <= unit:
        follows = "as the net does" if record["net"] != _amount(line.net) else "rounding"
        return f"tax: {record['tax']} against {tax}, {follows}"
    percent = (record["tax"] * 100 / record["net"]).quantize(Decimal("0.01")) if record["net"] else Decimal(0)
    return f"tax: production charged {percent}%, the tax code says {line.tax_rate.normalize():f}%"


def _with_conventions(export: Export, found: list[Difference]) -> list[Difference]:
    """Where nothing else explains an amount: the convention of proration under which it would be right."""
    open_ones = [one for one in found if one.cause == _PRICE]
    named: dict[Difference, str] = {}
    for proration in get_args(Proration) if open_ones else ():
        company = replace(export.company, policies=replace(export.company.policies, proration=proration))
        amounts: dict[str, set[Decimal]] = defaultdict(set)
        for contract, lines in bill_again(export, company)[0].items():
            amounts[contract] = {_amount(line.net) for _, line in lines}
        for one in open_ones:
            if one.production in amounts[one.contract]:
                named.setdefault(one, f"proration: production's figure is that of {proration!r}")
    return [replace(one, cause=named.get(one, one.cause)) for one in found]


def _amount(money: Any) -> Decimal:
    """Money as a decimal of its currency."""
    return Decimal(money.minor).scaleb(-exponent(money.currency))
