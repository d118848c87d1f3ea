"""The shape of what a company demands of its master data and of what is sold."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, model_validator

from engine.model.catalog import Recognition
from engine.model.event_contracts import EventContract, FollowUp
from engine.model.events import EventType, System
from engine.model.governance import (
    Compared,
    ContractTemplate,
    Delegation,
    Dimension,
    Governance,
    MasterObject,
    MatchRule,
    Ownership,
    ProductMapping,
    QualityRule,
    RuleObject,
    Survival,
    SurvivorshipRule,
    ValidationRule,
)
from engine.model.masters import COUNTED, FIELDS, MASTER_FIELDS
from scenarios.mistakes import did_you_mean
from scenarios.words import Closed, Count, Day, Percent, Price, Text, YesNo, wrong

CustomerField = Literal["number", "email", "address", "tax number", "domain"]
_BILLING = re.compile(
    r"(monthly|quarterly|half-yearly|yearly|every \d+ (months|weeks|days)) in (advance|arrears)( by the calendar)?( on day \d+)?"
)


def _billing(text: str) -> str:
    if not _BILLING.fullmatch(text):
        raise wrong(f"{text!r} is no way to bill; write it like monthly in advance")
    return text


BillingWords = Annotated[Text, AfterValidator(_billing)]


class DuplicateShape(Closed):
    """What makes a new customer a possible duplicate of one there is, and what follows.

    `at least`: how alike names or addresses must be; numbers, domains and emails are the same or not.
    """

    compare: Compared
    at_least: Percent = Decimal(100)
    act: Literal["refuse", "queue", "warn"]


class SurvivorshipShape(Closed):
    """Which of two values of a field survives when two customers are merged."""

    field: CustomerField
    rule: Survival


class ValidationShape(Closed):
    """What a field of a customer, product or quote must be like, when it is entered or before a quote is closed-won.

    `when`: only where that other field of it has one of the values of `has`.
    """

    of: RuleObject
    field: Text
    required: YesNo = False
    pattern: Text | None = None
    example: Text | None = None
    one_of: tuple[Text, ...] = ()
    at_least: Price | None = None
    at_most: Price | None = None
    when: Text | None = None
    has: tuple[Text, ...] = ()
    asked_on: Literal["entry", "closed-won"] = Field("closed-won", alias="on")

    @model_validator(mode="after")
    def _can_be_asked(self) -> ValidationShape:
        if said := complaint(self.noun()):
            raise wrong(said)
        return self

    def noun(self) -> ValidationRule:
        """The engine's noun."""
        fields = self.model_dump(exclude={"one_of", "asked_on", "pattern", "example", "when"})
        return ValidationRule(
            **fields,
            values=self.one_of,
            on=self.asked_on,
            pattern=self.pattern or "",
            example=self.example or "",
            when=self.when or "",
        )


def complaint(rule: ValidationRule) -> str:
    """What is wrong with a rule, in one sentence; "" if nothing is."""
    for field in (rule.field, *filter(None, [rule.when])):
        if field not in FIELDS[rule.of]:
            return f"a {rule.of} has no field {field!r}{did_you_mean(field, FIELDS[rule.of])}"
    if (rule.at_least is not None or rule.at_most is not None) and rule.field not in COUNTED:
        return f"{rule.field!r} is no number; leave 'at least' and 'at most' to {', '.join(COUNTED)}"
    if not (rule.required or rule.pattern or rule.values or rule.at_least is not None or rule.at_most is not None):
        return f"the rule of {rule.field!r} demands nothing; add required, pattern, one of, at least or at most"
    if bool(rule.when) != bool(rule.has):
        return "'when' names a field and 'has' its values; write both or neither"
    if rule.on == "entry" and rule.of != "customer":
        return "only customers are asked on entry; leave 'on' out"
    try:
        re.compile(rule.pattern)
    except re.error as error:
        return f"the pattern {rule.pattern!r} cannot be read: {error}"
    return ""


class MappingShape(Closed):
    """How a product, or one charge of it, is recognized in the ledger."""

    product: Text
    charge: Text | None = None
    treatment: Recognition


class DelegationShape(Closed):
    """Who may approve in a role's place, from a day until a day."""

    role: Text
    to: Text
    start: Day = Field(alias="from")
    until: Day


class TemplateShape(Closed):
    """The standard terms of a kind of contract; what a quote has otherwise is a nonstandard clause."""

    name: Text
    months: tuple[Count, ...] = ()
    billing: tuple[BillingWords, ...] = ()
    net_days: Count | None = None
    clauses: tuple[Text, ...] = ()


class EventContractShape(Closed):
    """What must follow an event, in which system, within how many business days, at least and at most how often ("any" number)."""

    event: EventType
    then: FollowUp = "taken"
    system: Literal["CRM", "billing system", "payment gateway", "ERP"] = Field(alias="in")
    within_business_days: Count = 1
    at_least: Count = 1
    at_most: Count | Literal["any"] = 1

    def noun(self) -> EventContract:
        """The engine's noun."""
        fields = self.model_dump(exclude={"system", "within_business_days", "at_most"})
        most = None if self.at_most == "any" else self.at_most
        return EventContract(system=_SYSTEMS[self.system], within=self.within_business_days, at_most=most, **fields)


_SYSTEMS: dict[str, System] = {"CRM": "crm", "billing system": "billing", "payment gateway": "payments", "ERP": "erp"}


class OwnershipShape(Closed):
    """Which system is the system of record of a field, or of every field of an object if none is named."""

    of: MasterObject
    field: Text | None = None
    system: Literal["CRM", "billing system", "payment gateway", "ERP"]

    def noun(self) -> Ownership:
        """The engine's noun."""
        return Ownership(of=self.of, field=self.field or "", system=_SYSTEMS[self.system])


class QualityShape(Closed):
    """How good a field must be over all records, in percent of what is checked. `pattern`: what is valid."""

    of: MasterObject
    dimension: Dimension
    field: Text | None = None
    pattern: Text | None = None
    at_least: Percent = Decimal(100)

    @model_validator(mode="after")
    def _can_be_measured(self) -> QualityShape:
        if said := unmeasurable(self.noun()):
            raise wrong(said)
        return self

    def noun(self) -> QualityRule:
        """The engine's noun."""
        return QualityRule(
            of=self.of,
            dimension=self.dimension,
            field=self.field or "",
            pattern=self.pattern or "",
            at_least=self.at_least,
        )


def unmeasurable(rule: QualityRule) -> str:
    """What is wrong with a rule of data quality, in one sentence; "" if nothing is."""
    known = MASTER_FIELDS[rule.of]
    if rule.field and rule.field not in known:
        return f"a {rule.of} has no field {rule.field!r}{did_you_mean(rule.field, known)}"
    if not rule.field and rule.dimension in ("completeness", "uniqueness", "validity"):
        return f"say of which field of a {rule.of} the {rule.dimension} is: {', '.join(known)}"
    if bool(rule.pattern) != (rule.dimension == "validity"):
        return "validity needs a pattern, and only validity has one"
    try:
        re.compile(rule.pattern)
    except re.error as error:
        return f"the pattern {rule.pattern!r} cannot be read: {error}"
    return ""


class GovernanceShape(Closed):
    """What is demanded of master data and of what is sold; what stands nowhere is not demanded.

    `approvals count for days`: after so many days an approval must be given again (0: never).
    """

    duplicates: tuple[DuplicateShape, ...] = ()
    survivorship: tuple[SurvivorshipShape, ...] = ()
    validation: tuple[ValidationShape, ...] = ()
    product_mapping: tuple[MappingShape, ...] = ()
    delegations: tuple[DelegationShape, ...] = ()
    contract_templates: tuple[TemplateShape, ...] = ()
    billing_options: tuple[BillingWords, ...] = ()
    approvals_count_for_days: Count = 0
    event_contracts: tuple[EventContractShape, ...] = ()
    ownership: tuple[OwnershipShape, ...] = ()
    data_quality: tuple[QualityShape, ...] = ()

    def noun(self) -> Governance:
        """The engine's noun."""
        return Governance(
            duplicates=tuple(MatchRule(**row.model_dump()) for row in self.duplicates),
            survivorship=tuple(SurvivorshipRule(**row.model_dump()) for row in self.survivorship),
            validation=tuple(row.noun() for row in self.validation),
            mapping=tuple(
                ProductMapping(product=row.product, charge=row.charge or "", treatment=row.treatment)
                for row in self.product_mapping
            ),
            delegations=tuple(
                Delegation(role=row.role, to=row.to, start=row.start, end=row.until) for row in self.delegations
            ),
            templates=tuple(ContractTemplate(**row.model_dump()) for row in self.contract_templates),
            billing_options=self.billing_options,
            approval_days=self.approvals_count_for_days,
            event_contracts=tuple(row.noun() for row in self.event_contracts),
            ownership=tuple(row.noun() for row in self.ownership),
            quality=tuple(row.noun() for row in self.data_quality),
        )
