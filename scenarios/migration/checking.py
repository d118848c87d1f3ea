"""Checks a cutover set: reads it whole, looks at every record, and says what can be loaded and what ties out.

checked = check(Path("scenarios/cutovers/northwind_pilot"))
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from engine.model.policies.taxes import TaxDue
from scenarios.migration.case import Case
from scenarios.migration.deposits import check_deposits
from scenarios.migration.dispositions import StayingBehind, staying_behind
from scenarios.migration.findings import Finding
from scenarios.migration.gathering import gather
from scenarios.migration.header import HEADER, load_header
from scenarios.migration.in_flight import check_in_flight
from scenarios.migration.masters import check_customers, check_subscriptions
from scenarios.migration.metered import check_usage
from scenarios.migration.open_bills import check_open_bills
from scenarios.migration.opening import Tie, balances_itself, check_ledger, ties
from scenarios.migration.parallel import check_parallel
from scenarios.migration.quality import Score, check_quality, scores
from scenarios.migration.receivables import check_invoices, check_unapplied
from scenarios.migration.references import respell
from scenarios.migration.revenue import check_revenue
from scenarios.migration.totals import ControlTotal, check_totals, totals
from scenarios.migration.units import look_at_parts
from scenarios.migration.usual_days import note_unusual_days
from scenarios.mistakes import Mistake, WorldError, did_you_mean
from scenarios.world import find, load

SHIPPED = Path(__file__).parent.parent / "cutovers"


@dataclass(frozen=True, slots=True)
class Checked:
    """A cutover set after all checks. `ready`: nothing is rejected, refused or set aside, so it can be loaded as it is."""

    case: Case
    findings: tuple[Finding, ...]
    totals: tuple[ControlTotal, ...]
    scores: tuple[Score, ...]
    ties: tuple[Tie, ...]

    @property
    def ready(self) -> bool:
        """Whether the whole set can be loaded."""
        return not any(finding.verdict in ("rejected", "refused") for finding in self.findings)

    @property
    def behind(self) -> tuple[StayingBehind, ...]:
        """The tables of which something is rejected, and whether so much may stay behind."""
        return tuple(staying_behind(self.case))

    @property
    def may_go_live(self) -> bool:
        """Whether it can be loaded as it is, or no more is rejected than may stay behind and the rest ties out."""
        refused = [one for one in self.findings if one.verdict == "refused" and one.dimension != "tie-out"]
        sent = [one for one in self.findings if one.table == "control totals" and one.verdict == "rejected"]
        rest = not refused and not sent and self.rest_ties_out and all(one.holds for one in self.behind)
        return self.ready or (rest and balances_itself(self.case))

    @property
    def rest_ties_out(self) -> bool:
        """Whether what is left after the rejected records ties out: every difference is that of records left out by name."""
        return all(tie.explained for tie in self.ties)


def check(folder: Path, tax_due: TaxDue | None = None) -> Checked:
    """Everything that is found in a set, of a company that owes tax as its file says, or as is said here. WorldError where its
    files cannot be read as tables of the format."""
    told = _told(folder)
    if not folder.is_dir():
        raise WorldError(
            [Mistake(told, 1, "there is no such folder; a cutover set is a folder with a file cutover.yaml")]
        )
    header, root = load_header(folder, told)
    company_file = folder / header.company
    try:
        company = load(
            company_file if company_file.suffix in (".yaml", ".yml") else find(header.company, _beside(folder))
        )
    except LookupError as unknown:
        raise WorldError([Mistake(f"{told}/{HEADER}", root.line_of("company"), str(unknown))]) from None
    if tax_due:
        company = replace(company, policies=replace(company.policies, tax_due=tax_due))
    case = Case(header=header, company=company, path=told)
    gather(folder, case)
    for step in _STEPS:
        step(case)
    return _checked(case)


_STEPS = (
    respell,
    check_customers,
    check_subscriptions,
    check_invoices,
    check_unapplied,
    check_usage,
    check_revenue,
    check_open_bills,
    check_deposits,
    note_unusual_days,
    check_in_flight,
    lambda case: look_at_parts(case, "subscriptions", "amendments", "orders"),
    check_totals,
    check_ledger,
    check_parallel,
    check_quality,
)


def _checked(case: Case) -> Checked:
    order = {table: place for place, table in enumerate(case.sheets)}
    findings = sorted(case.findings, key=lambda f: order.get(f.table, 0))
    return Checked(case, tuple(findings), tuple(totals(case)), tuple(scores(case)), tuple(ties(case)))


def named(name: str, folders: tuple[Path, ...] = ()) -> Path:
    """The folder of the cutover of that name, shipped or beside the features. LookupError with one sentence if there is none."""
    found: dict[str, Path] = {}
    for place in (SHIPPED, *folders):
        for header in sorted(place.glob(f"*/{HEADER}")):
            found.setdefault(load_header(header.parent, _told(header.parent))[0].cutover, header.parent)
    if name not in found:
        raise LookupError(f"there is no cutover {name!r}{did_you_mean(name, found)}")
    return found[name]


def _beside(folder: Path) -> tuple[Path, ...]:
    """Where companies of one's own lie, for a set in the folder of cutovers beside the features."""
    companies = folder.resolve().parent.parent / "companies"
    return (companies,) if companies.is_dir() else ()


def _told(path: Path) -> str:
    whole, here = path.resolve(), Path.cwd()
    return str(whole.relative_to(here)) if whole.is_relative_to(here) else str(whole)
