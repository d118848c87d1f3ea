"""Whether what is open can be opened: invoices that a contract's own terms make, and invoices without a contract.

What the new system could not take over goes to the exceptions list with its reason, before anything is loaded.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction

from engine.model.catalog import Charge, Product
from engine.model.money import exponent, rounded
from scenarios.migration.bill_periods import bills, part_of, said
from scenarios.migration.case import Case
from scenarios.migration.findings import Record
from scenarios.migration.forms import EVERY
from scenarios.migration.opening import entity_currency
from scenarios.migration.receivables import open_of
from scenarios.migration.references import charge_of, product_of
from scenarios.migration.service import months, price_of

_SHOWN = 3


def check_open_bills(case: Case) -> None:
    """Contract by contract, as a whole: one invoice that cannot be opened keeps its contract back."""
    contracts: dict[str, list[Record]] = defaultdict(list)
    for record in case.good("invoices"):
        _check_abroad(case, record)
        if record["contract"]:
            contracts[record["contract"]].append(record)
        else:
            _check_alone(case, record)
    for contract, invoices in contracts.items():
        lines = case.by("subscriptions", "contract", contract)
        whole = all(line[column] is not None for line in lines for column in _NEEDED) and all(map(_runs, lines))
        made = made_by(case, lines) if lines and whole else None
        if made is not None:
            _check_contract(case, lines, [one for one in invoices if one.good and open_of(one)], made)


_NEEDED = ("quantity", "price", "currency", "billing", "next bill date")


def _runs(line: Record) -> bool:
    return bool(line["start"] and line["end"] and line["start"] <= line["end"])


def _check_alone(case: Case, record: Record) -> None:
    """An invoice without a contract names a product of the company, or can be opened as another that it sells."""
    if record["product"]:
        product_of(case, record)
    if record.good and open_of(record) and opened_as(case, record) is None:
        why = "it is of no contract, and the company sells nothing at a price of its own that it could be opened as"
        case.set_aside(record, why, "contract")


def _check_abroad(case: Case, record: Record) -> None:
    """A receivable in a foreign currency has a rate: its own, or one that the company states by the cutover day."""
    rate, currency, into = record["exchange rate"], record["currency"], entity_currency(case, record)
    if rate is not None and rate <= 0:
        case.reject(record, "validity", f"the exchange rate {rate} is not above zero", "exchange rate")
    stated = [one for one in case.company.exchange_rates if {one.currency, one.into} == {currency, into}]
    if rate is None and stated and all(one.on > case.date for one in stated):
        told = f"there is no exchange rate of {currency} into {into} by {case.date}, and none it was booked at"
        case.reject(record, "consistency", told, "currency")


def _check_contract(case: Case, lines: list[Record], invoices: list[Record], made: dict[date, Decimal]) -> None:
    taken: dict[date, Record] = {}
    unit = len(lines) * Decimal(1).scaleb(-exponent(lines[0]["currency"]))
    for record in sorted(invoices, key=lambda one: (one["date"] or date.min, one.line)):
        fitting = [day for day, net in made.items() if abs(net - record["net"]) <= unit]
        left = [day for day in fitting if day not in taken]
        if left:
            taken[min(left, key=lambda day: abs((day - record["date"]).days))] = record
        elif fitting:
            other = taken[fitting[-1]]
            told = f"it bills what {other.name} bills ({case.line_of(other)}): the contract makes {record['net']} once"
            case.reject(record, "uniqueness", told, "net")
        else:
            _keep_back(case, record, lines, invoices, made)


def _keep_back(
    case: Case, record: Record, lines: list[Record], invoices: list[Record], made: dict[date, Decimal]
) -> None:
    """The whole contract goes to the exceptions list; where it is rejected already, the invoice is rejected with it."""
    figures = [f"{net} on {day}" for day, net in sorted(made.items()) if day < case.date][-_SHOWN:]
    told = f"its net {record['net']} is none that contract {record['contract']} makes by its terms: {', '.join(figures) or 'nothing'}"
    if any(line.rejected for line in lines):
        case.reject(record, "consistency", told, "net", follows=True)
        return
    case.set_aside(record, f"{told}; open it by hand, or bring the terms of then", "net")
    revenue = [
        one for table in ("deferred revenue", "waterfall") for one in case.by(table, "contract", record["contract"])
    ]
    for other in (*lines, *invoices, *revenue):
        if other.good:
            why = f"open invoice {record.name} of its contract cannot be taken over ({case.line_of(record)})"
            case.set_aside(other, why, follows=True)


def made_by(case: Case, lines: list[Record]) -> dict[date, Decimal] | None:
    """What the terms of a contract make due before each line's next bill date, by bill date; None where this cannot be said."""
    found: dict[date, Decimal] = defaultdict(Decimal)
    for line in lines:
        product = next((p for p in case.company.products if line["product"] in (p.name, p.code)), None)
        charge = charge_of(case, line, product) if product else None
        if charge is None or charge.kind == "usage" or charge.billing or charge.model not in ("flat", "per unit"):
            return None
        amounts = dict(_amounts(line, charge, case.company.policies.proration))
        if any(amount is None for amount in amounts.values()):
            return None
        places = exponent(line["currency"])
        for day, amount in amounts.items():
            if day < line["next bill date"]:
                found[day] += Decimal(rounded((amount or 0) * 10**places)).scaleb(-places)
    return dict(found)


def _amounts(line: Record, charge: Charge, proration: str) -> Iterator[tuple[date, Fraction | None]]:
    price, per = price_of(line, charge)
    cadence, _, calendar = said(line["billing"])
    if not per or cadence == "once":
        whole = price * months(line["start"], line["end"]) / per if per else price
        yield line["start"], whole
        return
    for bill in bills(line):
        part = part_of(bill, proration)
        if part is None and not calendar:
            part = months(bill.service.start, bill.service.end) / EVERY[cadence]
        yield bill.day, None if part is None else price * EVERY[cadence] / per * part


def opened_as(case: Case, record: Record) -> tuple[Product, Charge] | None:
    """What an invoice without a contract is opened as: the product it names, or the company's first that is sold once."""
    sold = [(p, p.plans[0].charges[0]) for p in case.company.products if len(p.plans[0].charges) == 1]
    fitting = [(p, c) for p, c in sold if c.model in ("flat", "per unit") and c.kind in ("one-time", "recurring")]
    fitting = [(p, c) for p, c in fitting if c.recognition != "as delivered" and not c.tax_code]
    named = next((pair for pair in fitting if record["product"] in (pair[0].name, pair[0].code)), None)
    return named or next((pair for pair in fitting if pair[1].kind == "one-time"), next(iter(fitting), None))
