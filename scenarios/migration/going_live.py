"""What of a checked cutover set goes into which system on the cutover day: customers, contracts, cash, changes in flight, orders.

Contracts on the exceptions list stay behind, with their invoices. The rest of the trial balance is the ledger's: `loading.py`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

from engine.model.calendar import ONE_DAY, add_months
from engine.model.company import Customer
from engine.model.cutover import ChangeInFlight, Handover, Opening, OpeningCash, OpeningInvoice, OpeningLine, OpenOrder
from engine.model.money import Money
from engine.model.orders import AgreeRenewal, RequestedLine, Terms, UsualTerms
from engine.model.payments import KeptAs
from engine.model.usage import Reading
from scenarios.customers import customer
from scenarios.migration.bill_periods import billing_of
from scenarios.migration.case import Case, amount
from scenarios.migration.change_words import changes_of
from scenarios.migration.checking import Checked
from scenarios.migration.findings import Record
from scenarios.migration.forms import MONTHS
from scenarios.migration.loading import rest_of_ledger
from scenarios.migration.metered import is_unbilled
from scenarios.migration.open_bills import opened_as
from scenarios.migration.opening import entity_code
from scenarios.migration.receivables import is_credit
from scenarios.migration.taxes import tax_code_of

_A_YEAR = 12


def handover(checked: Checked, approver: str) -> Handover:
    """All that goes live together, of every system; `approver` releases the journals."""
    case = checked.case
    return Handover(
        customers=tuple(customers(case)),
        openings=tuple(openings(case)),
        cash=tuple(cash(case)),
        changes=tuple(changes(case)),
        orders=tuple(orders(case)),
        journals=tuple(rest_of_ledger(checked)),
        approver=approver,
    )


def customers(case: Case) -> Iterator[Customer]:
    """Every customer of the set, with the address, tax number and tax status it brings."""
    for record in case.good("customers"):
        parts = {column.replace(" ", "_"): record[column] for column in ("email", "address", "tax number")}
        made = customer(
            case.company.name, case.company.entity.currency, record["name"], number=record["number"], **parts
        )
        yield replace(made, tax_status=record["tax status"] or "taxed", entity=entity_code(case, record))


def openings(case: Case) -> Iterator[Opening]:
    """Every contract that is loaded."""
    for contract in dict.fromkeys(record["contract"] for record in case.good("subscriptions")):
        lines = [line for line in case.by("subscriptions", "contract", contract) if line.good]
        figures = next(one for one in case.by("deferred revenue", "contract", contract) if one.good)
        currency = lines[0]["currency"]
        yield Opening(
            number=contract,
            customer=_name(case, lines[0]),
            terms=_terms(case, lines),
            end=max(line["end"] for line in lines),
            lines=tuple(OpeningLine(request=_request(case, line), next_bill=line["next bill date"]) for line in lines),
            invoices=tuple(
                _invoice(one) for one in case.by("invoices", "contract", contract) if one.good and _open(one)
            ),
            billed=Money.of(figures["billed to date"], currency),
            recognized=Money.of(figures["recognized to date"], currency),
            usage=tuple(_readings(case, contract, lines)),
            rate=figures["exchange rate"],
        )
    for record in case.good("invoices"):
        if not record["contract"] and _open(record):
            yield _alone(case, record)


def _alone(case: Case, record: Record) -> Opening:
    """An invoice without a contract, as one of its own under the invoice's number: a month that is billed, served and over."""
    sold = opened_as(case, record)
    assert sold is not None  # what could not be opened stands on the exceptions list
    net, issued = Money.of(record["net"], record["currency"]), record["date"]
    once = sold[1].kind == "one-time"
    line = RequestedLine(product=sold[0].name, price=record["net"], per_months=None if once else 1)
    return Opening(
        number=record["number"],
        customer=_name(case, record),
        terms=Terms(
            start=issued,
            months=1,
            currency=record["currency"],
            tax_code=tax_code_of(case, record),
            entity=entity_code(case, record),
            renewal=AgreeRenewal(months=0),
        ),
        end=add_months(issued, 1, issued.day) - ONE_DAY,
        lines=(OpeningLine(request=line, next_bill=add_months(issued, 1, issued.day)),),
        invoices=(_invoice(record),),
        billed=net,
        recognized=net,
    )


def cash(case: Case) -> Iterator[OpeningCash]:
    """Every payment that settles nothing yet."""
    for record in case.good("unapplied cash"):
        yield OpeningCash(
            number=record["number"],
            customer=_name(case, record),
            received=record["date"],
            amount=Money.of(record["amount"], record["currency"]),
            reference=record["reference"] or "",
            kept_as=_kept_as(record),
            contract=record["contract"],
            rate=record["exchange rate"],
            entity=entity_code(case, record),
        )


def _kept_as(record: Record) -> KeptAs:
    if record["contract"]:
        return "prepayment"
    return "customer credit" if is_credit(record) else "unapplied cash"


def changes(case: Case) -> Iterator[ChangeInFlight]:
    """Every amendment in flight."""
    for record in case.good("amendments"):
        held = [line["product"] for line in case.by("subscriptions", "contract", record["contract"])]
        yield ChangeInFlight(
            contract=record["contract"], changes=changes_of(record, held), effective=record["effective date"]
        )


def orders(case: Case) -> Iterator[OpenOrder]:
    """Every open order, as a quote that the customer has yet to sign: a year, monthly in advance, where it says no other."""
    for number in dict.fromkeys(record["number"] for record in case.good("orders")):
        records = [one for one in case.by("orders", "number", number) if one.good]
        first = records[0]
        bought = case.by("subscriptions", "customer", first["customer"])
        terms = Terms(
            start=first["start"],
            months=int(first["months"] or _A_YEAR),
            currency=first["currency"] or next((b["currency"] for b in bought), case.company.entity.currency),
            billing=billing_of(first["billing"] or "monthly in advance", int(first["months"] or _A_YEAR)),
            tax_code=next((b["tax code"] for b in bought if b["tax code"]), "none"),
        )
        yield OpenOrder(customer=_name(case, first), terms=terms, lines=tuple(_ordered(one) for one in records))


def _ordered(record: Record) -> RequestedLine:
    return RequestedLine(product=record["product"], quantity=_whole(record["quantity"]), price=record["price"])


def _open(record: Record) -> Decimal:
    return amount(record["total"]) - amount(record["paid"])


def _invoice(record: Record) -> OpeningInvoice:
    net, tax, paid = (Money.of(amount(record[column]), record["currency"]) for column in ("net", "tax", "paid"))
    return OpeningInvoice(
        number=record["number"],
        issued=record["date"],
        due=record["due date"],
        net=net,
        tax=tax,
        paid=paid,
        rate=record["exchange rate"],
    )


def _readings(case: Case, contract: str, lines: list[Record]) -> Iterator[Reading]:
    for record in case.by("usage", "contract", contract):
        line = next((one for one in lines if one["product"] == record["product"]), None)
        if line and record.good and is_unbilled(record, line):
            yield Reading(
                customer=_name(case, line),
                product=record["product"],
                quantity=_whole(record["quantity"]),
                day=record["date"],
                id=record["id"],
            )


def _terms(case: Case, lines: list[Record]) -> Terms:
    start, end = min(line["start"] for line in lines), max(line["end"] for line in lines)
    months = 1
    while add_months(start, months, start.day) <= end:
        months += 1
    first = lines[0]
    return Terms(
        start=start,
        months=months,
        currency=first["currency"],
        billing=billing_of(first["billing"], months),
        net_days=_net_days(case, lines),
        tax_code=first["tax code"] or _taxed_as(case, first["contract"]),
        entity=entity_code(case, first),
    )


def _net_days(case: Case, lines: list[Record]) -> int:
    """Days to pay in as any line of the contract says, else as is usual at the company."""
    usual = case.company.usual.net_days if case.company.usual else UsualTerms().net_days
    return next((int(line["net days"]) for line in lines if line["net days"] is not None), usual)


def _taxed_as(case: Case, contract: str) -> str:
    """The tax code of a contract whose lines name none: that of its open invoices."""
    return next((tax_code_of(case, one) for one in case.by("invoices", "contract", contract) if one.good), "none")


def _request(case: Case, line: Record) -> RequestedLine:
    start, end = _terms_of(case, line)
    per = MONTHS.get(line["price per"] or "")
    return RequestedLine(
        product=line["product"],
        plan=line["plan"],
        quantity=_whole(line["quantity"]),
        price=line["price"],
        per_months=per or None,
        discount=line["discount"] or Decimal(0),
        tax_code=line["tax code"],
        start=line["start"] if line["start"] != start else None,
        end=line["end"] if line["end"] != end else None,
    )


def _terms_of(case: Case, line: Record) -> tuple[date, date]:
    lines = [one for one in case.by("subscriptions", "contract", line["contract"]) if one.good]
    return min(one["start"] for one in lines), max(one["end"] for one in lines)


def _whole(quantity: Decimal) -> int | Decimal:
    return int(quantity) if quantity == int(quantity) else quantity


def _name(case: Case, record: Record) -> str:
    return next(str(one["name"]) for one in case.by("customers", "number", record["customer"]))
