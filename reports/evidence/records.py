"""What a line of evidence may say: one shape per kind of record.

Amounts are ``{"minor": 11355, "currency": "USD"}``, dates are ISO strings. Nothing here knows wall time, hosts, ports,
paths of a machine or random identifiers, so two runs of the same stories are byte-identical.
"""

from typing import Any, Literal, NotRequired, TypedDict

Verdict = Literal["passed", "failed", "not exercised", "skipped"]
Severity = Literal["S1", "S2", "S3", "S4"]
Sign = Literal["=", "!", "-", "+"]
System = Literal["crm", "billing", "payments", "erp", "clock"]


class Amount(TypedDict):
    """An amount of money in the currency's smallest unit."""

    minor: int
    currency: str


class Scenario(TypedDict):
    """First record: the scenario as its author wrote it and where it stands. ``line`` counts from 1."""

    feature_path: str
    feature_name: str
    area: str
    rule: str | None
    name: str
    example: dict[str, str] | None
    tags: list[str]
    line: int
    description: str


class PolicyAnswer(TypedDict):
    """One convention and where its answer came from."""

    question: str
    answer: str
    source: Literal["default", "company", "story"]


class Policies(TypedDict):
    """The conventions in force and the roles that sign, written when the world is known."""

    applied: list[PolicyAnswer]
    company: str
    signs: NotRequired[list[dict[str, str]]]


class Step(TypedDict):
    """A sentence of the story, written when it ends; its calls and checks stand before it and carry its index."""

    index: int
    keyword: str
    text: str
    line: int
    pattern: str | None
    background: bool
    table: list[list[str]] | None
    docstring: str | None
    verdict: Literal["passed", "failed", "not reached"]
    business_date: str | None


class Refusal(TypedDict):
    """A system's no, in its own words."""

    code: str
    sentence: str


class Call(TypedDict):
    """What the story asked of one system, and the answer."""

    step: int | None
    system: System
    verb: str
    on: str | None
    arguments: Any
    answer: NotRequired[Any]
    refused: NotRequired[Refusal | None]


class Delivery(TypedDict):
    """One carriage of a business event to one system."""

    to: str
    on: str
    outcome: Literal["delivered", "lost", "repeated", "delayed", "refused", "no answer"]
    answer: Any


class Event(TypedDict):
    """A business event and what became of it on its way."""

    number: str
    type: str
    source: str
    on: str
    subject: str
    customer: str | None
    payload: Any
    deliveries: list[Delivery]


class Cell(TypedDict):
    """Expected beside found."""

    expected: str | None
    found: str | None
    equal: bool


class Row(TypedDict):
    """A row of a comparison: = equal, ! differs, - missing, + surplus."""

    sign: Sign
    cells: list[Cell]


class Check(TypedDict):
    """A table as the author wrote it, beside what was found."""

    step: int | None
    title: str
    verdict: Literal["passed", "failed"]
    columns: list[str]
    rows: list[Row]
    money_difference: list[Amount]
    likely_cause: str | None


class Document(TypedDict):
    """A document as one system holds it at the end of the story."""

    system: str
    type: str
    number: str
    date: str
    customer: str | None
    title: str
    data: Any


class ReconcilingItem(TypedDict):
    """A document that explains a part of a difference."""

    document: str
    amount: Amount | int
    explanation: str


class Reconciliation(TypedDict):
    """Two sides of one truth and what lies between them."""

    step: int | None
    title: str
    left: str
    right: str
    left_amount: Amount | int
    right_amount: Amount | int
    difference: Amount | int
    currency: str | None
    entity: str | None
    period: str | None
    as_of: str
    items: list[ReconcilingItem]
    announced: bool


class MonthEnd(TypedDict):
    """What the ledger says stands at a month's end, debit positive: entity, account, customer ("": none) and amount."""

    on: str
    balances: list[tuple[str, str, str, Amount]]


class LedgerBooks(TypedDict):
    """The chart of accounts, and what the ledger itself says stood on it at the end of each month with entries. ``book``: of
    books beside the company's own, their name."""

    book: NotRequired[str]
    accounts: list[dict[str, str]]
    months: list[MonthEnd]


class Section(TypedDict):
    """One statement of a close report; ``number`` as the handbook counts them."""

    number: NotRequired[str]
    note: NotRequired[str]
    title: str
    columns: list[str]
    rows: list[list[Any]]


class CloseReport(TypedDict):
    """A month as finance closed it, or could not."""

    step: int | None
    entity: str
    period: str
    currency: str
    status: str
    run: int
    header: NotRequired[list[list[str]]]
    sections: list[Section]
    reconciliations: list[Any]
    kpis: list[Any]


class Skipped(TypedDict):
    """Why a scenario did not act: set aside by an owner until a day, or beyond what the stack can do."""

    reason: str
    owner: NotRequired[str | None]
    until: NotRequired[str | None]
    capability: NotRequired[str | None]


class Failed(TypedDict):
    """What went wrong, in the field's words, and the money it puts at risk.

    The kind of failure is called ``cause``: every record already has a ``kind``, which here is ``failed``.
    ``axes``, ``natures``, ``published`` and ``stays`` are what the check that failed bears on (``engine.model.bearing``).
    ``stage`` is where in the process it shows, as the failing sentence or tie-out says; ``owner`` the role that answers for it.
    """

    step: int | None
    title: str
    message: str
    cause: Literal["expectation", "refused", "tie-out", "story", "bug"]
    money_at_risk: list[Amount]
    severity: Severity | None
    axes: NotRequired[list[str]]
    natures: NotRequired[list[str]]
    published: NotRequired[bool]
    stays: NotRequired[bool]
    stage: NotRequired[str]
    owner: NotRequired[str]


class StatementOfAccount(TypedDict):
    """What a customer owed at first, every document since, and what they owe in the end, as it is sent to them."""

    customer: str
    said: dict[str, str]
    lines: list[dict[str, Any]]
    opening: Amount
    closing: Amount
    overdue: NotRequired[Amount]


class WorkList(TypedDict):
    """What is left to do about receivables at the end of a day, by role."""

    on: str
    tasks: list[dict[str, Any]]


class Result(TypedDict):
    """Last record: the verdict, the money the story moved and what the ledger is out of balance by."""

    verdict: Verdict
    amount_in_test: list[Amount]
    out_of_balance: list[Amount]


KINDS: dict[str, Any] = {
    "scenario": Scenario,
    "policies": Policies,
    "step": Step,
    "call": Call,
    "event": Event,
    "check": Check,
    "document": Document,
    "statement": StatementOfAccount,
    "work_list": WorkList,
    "reconciliation": Reconciliation,
    "ledger": LedgerBooks,
    "close_report": CloseReport,
    "skipped": Skipped,
    "failed": Failed,
    "result": Result,
}
