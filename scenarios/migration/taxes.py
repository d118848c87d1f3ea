"""Checks of the tax on open invoices: its percentage is that of a rate the company knows on the invoice's day."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from engine.model.money import exponent, rounded
from scenarios.migration.case import Case
from scenarios.migration.findings import Record
from scenarios.mistakes import did_you_mean

# An invoice of several lines rounds the tax of each: five lines differ by at most so many of the smallest unit.
_LINES = 5
_NOTHING = Decimal(0)


def check_tax(case: Case, record: Record, customer: Record | None, lines: list[Record]) -> None:
    """Tax = net x percentage. The code is the invoice's, or the only one of its contract's lines; without one, any rate will do."""
    net, tax = record["net"], record["tax"]
    if net is None or tax is None or not record["date"]:
        return
    status = (customer["tax status"] if customer else None) or "taxed"
    if status != "taxed":
        if tax:
            case.reject(record, "consistency", f"tax of {tax}, though customer {record['customer']} is {status}", "tax")
        return
    codes = _codes(case, record, lines)
    if codes is None:
        return
    _check_rate(case, record, codes)
    _check_amount(case, record, codes, _units(lines))


def _units(lines: list[Record]) -> int:
    """How many lines an invoice can have rounded the tax of: those of its contract, or a few where nobody knows."""
    return min(max(len(lines), 1), _LINES) if lines else _LINES


def _codes(case: Case, record: Record, lines: list[Record]) -> tuple[str, ...] | None:
    """The tax codes an invoice may have; nothing said is every code of the company. None if the one it names is unknown."""
    known = {rate.code for rate in case.company.tax_rates}
    code = record["tax code"]
    if code and code not in known:
        case.reject(record, "consistency", f"there is no tax code {code!r}{did_you_mean(code, known)}", "tax code")
        return None
    of_lines = {line["tax code"] for line in lines if line["tax code"]} & known
    if code and of_lines and code not in of_lines:
        said = f"tax code {code!r}, but contract {record['contract']} is taxed as {', '.join(sorted(of_lines))}"
        case.reject(record, "consistency", said, "tax code")
    if code or len(of_lines) == 1:
        return (code or of_lines.pop(),)
    return tuple(sorted(of_lines or known))


def _percents(case: Case, record: Record, codes: tuple[str, ...]) -> Iterator[tuple[str, Decimal]]:
    """Each code with its percentage on the invoice's day, all its taxes together."""
    for code in codes:
        taxes: dict[str, Decimal] = {}
        for rate in sorted((r for r in case.company.tax_rates if r.code == code), key=lambda rate: rate.start):
            if rate.start <= record["date"]:
                taxes[rate.tax] = rate.percent
        yield code, sum(taxes.values(), _NOTHING)


def tax_code_of(case: Case, record: Record) -> str:
    """The tax code of an invoice: as it says, or the first whose percentage on its day makes its tax."""
    if record["tax code"]:
        return str(record["tax code"])
    known = _percents(case, record, tuple(sorted({rate.code for rate in case.company.tax_rates})))
    return next((code for code, percent in known if _fits(case, record, percent)), "none")


def _check_rate(case: Case, record: Record, codes: tuple[str, ...]) -> None:
    """The percentage that the invoice says it was taxed at is one that it may have."""
    rate = record["tax rate"]
    known = dict(_percents(case, record, codes))
    if rate is not None and rate not in known.values():
        rates = ", ".join(f"{code} {percent.normalize():f}%" for code, percent in known.items())
        case.reject(record, "consistency", f"the tax rate {rate.normalize():f}% is none of {rates}", "tax rate")


def _check_amount(case: Case, record: Record, codes: tuple[str, ...], units: int) -> None:
    net, tax, rate = record["net"], record["tax"], record["tax rate"]
    known = [("", rate)] if rate is not None else list(_percents(case, record, codes))
    fits = [percent for _, percent in known if _fits(case, record, percent, units)]
    if fits and (tax or len(known) == 1 or not net):
        _note_rounding(case, record, fits)
        return
    missing = "tax is missing: " if not tax else ""
    if len(known) == 1:
        percent = known[0][1]
        expected = _rounded(net, percent, _currency(case, record))
        said = f"{missing}{percent.normalize():f}% of {net} is {expected}, not {tax}"
    elif not tax:
        if all(not other["tax"] for other in case.all("invoices")):
            return
        said = f"{missing}0.00, though the customer is not exempt and no tax code says that none is due"
    else:
        own = (tax * 100 / net).quantize(Decimal("0.01")) if net else _NOTHING
        rates = ", ".join(f"{code} {percent.normalize():f}%" for code, percent in known)
        said = f"tax {tax} is {own}% of {net}, which is no rate: {rates}"
    case.reject(record, "consistency", said, "tax")


def _note_rounding(case: Case, record: Record, percents: list[Decimal]) -> None:
    """A tax that no percentage makes to the last unit is loaded as it is; somebody should know why."""
    makes = [_rounded(record["net"], percent, _currency(case, record)) for percent in percents]
    if record["tax"] not in makes:
        said = (
            f"wrong rounding, or each line rounded alone: {percents[0].normalize():f}% of {record['net']} is {makes[0]}"
        )
        case.note(record, "consistency", f"{said}, not {record['tax']}", "tax")


def _fits(case: Case, record: Record, percent: Decimal, units: int = _LINES) -> bool:
    currency = _currency(case, record)
    expected, tax = _rounded(record["net"], percent, currency), record["tax"]
    return bool(abs(expected - tax) <= Decimal(units).scaleb(-exponent(currency)) and (tax or not expected))


def _currency(case: Case, record: Record) -> str:
    return str(record["currency"] or case.company.entity.currency)


def _rounded(net: Decimal, percent: Decimal, currency: str) -> Decimal:
    places = exponent(currency)
    return Decimal(rounded(Fraction(net) * Fraction(percent) / 100 * 10**places)).scaleb(-places)
