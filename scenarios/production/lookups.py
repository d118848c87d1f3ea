"""What the checks of an export share: the contract that a record names, amounts that add up, one currency."""

from __future__ import annotations

from collections.abc import Iterator

from scenarios.migration.case import Case
from scenarios.migration.findings import Record


def contract_of(case: Case, record: Record) -> list[Record]:
    """The lines of the contract that a record names; one that nobody has rejects it."""
    named = record["contract"]
    found = case.by("contracts", "contract", named)
    if named and not found:
        alike = case.spelled("contracts", "contract", named)
        if alike:
            record.values["contract"] = alike[0]["contract"]
            case.forget(record.table)
            case.remediate(record, "contract", f"{named!r} is read as contract {alike[0]['contract']}")
            return alike
        said = f"there is no contract {named!r}{case.near('contracts', 'contract', named)}"
        case.reject(record, "consistency", said, "contract")
    return found


def amounts(record: Record) -> Iterator[tuple[str, str]]:
    """Net, tax and total that do not add up, and tax of another sign."""
    net, tax, total = record["net"], record["tax"], record["total"]
    if None not in (net, tax, total) and net + tax != total:
        yield "total", f"wrong total: net {net} and tax {tax} are {net + tax}, not {total}"
    if net is not None and net >= 0 and record["quantity"] is not None and record["quantity"] < 0:
        yield "quantity", f"the quantity {record['quantity']} is negative, and the net {net} is not"
    if net is not None and tax and net and (net < 0) != (tax < 0):
        yield "tax", f"the tax {tax} has another sign than the net {net}"


def check_currency(case: Case, record: Record) -> None:
    """A document is in its contract's currency."""
    of = next(
        (line["currency"] for line in case.by("contracts", "contract", record["contract"]) if line["currency"]), None
    )
    if of and record["currency"] and of != record["currency"]:
        said = f"currency mismatch: in {record['currency']}, but contract {record['contract']} is in {of}"
        case.reject(record, "consistency", said, "currency")
