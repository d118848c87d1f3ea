"""From a company's file to the engine's nouns."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from engine.model.cash import Tolerance
from engine.model.catalog import (
    AloneRange,
    Bundle,
    Charge,
    Overage,
    Package,
    Percentage,
    PriceBook,
    PriceBookEntry,
    Product,
    Rate,
    RatePlan,
    Tier,
    Tiered,
    Volume,
)
from engine.model.company import (
    AccountingBook,
    AllowanceBucket,
    ApprovalLimit,
    ApprovalRule,
    Company,
    Customer,
    DisputeReason,
    DunningLevel,
    LateFee,
    SigningRole,
)
from engine.model.holds import HoldOwner
from engine.model.orders import UsualTerms
from engine.model.payments import PayoutTerms
from engine.model.policies import Policies
from engine.model.uplifts import UpliftClause
from scenarios.catalog import MONTHS, ChargeShape, PriceShape, ProductShape
from scenarios.charging_words import rebates_of
from scenarios.close_tasks import tasks_of
from scenarios.collections import UsualTermsShape
from scenarios.customers import customer
from scenarios.findings import materiality_of
from scenarios.fiscal import calendar_of
from scenarios.ledgers import AMOUNTS, LedgerFile, rules
from scenarios.references import STANDARD_PLAN
from scenarios.shapes import AllowanceShape, BookShape, CustomerShape, WorldFile


def company(world: WorldFile, ledger: LedgerFile | None) -> Company:
    """The company, with its own accounts and posting rules on top of the ledger's."""
    posting = {**(rules(ledger.posting_rules) if ledger else {}), **rules(world.posting_rules)}
    products = tuple(_product(shape) for shape in world.products)
    first, *others = (entity.noun() for entity in world.entities)
    return Company(
        name=world.company,
        entity=first,
        other_entities=tuple(others),
        exchange_rates=tuple(rate.noun() for rate in world.exchange_rates),
        customers=tuple(_customer(world, shape) for shape in world.customers),
        products=products,
        price_book=_price_book(world, products),
        tax_rates=tuple(rate.noun() for rate in world.tax_rates),
        policies=Policies(**world.policies.model_dump(exclude_none=True)),
        accounts=tuple(account.noun() for account in (*(ledger.accounts if ledger else ()), *world.accounts)),
        postings=tuple(
            posting[event, amount]
            for event, amounts in AMOUNTS.items()
            for amount in amounts
            if (event, amount) in posting
        ),
        approvals=tuple(ApprovalRule(**row.model_dump()) for row in world.approval_matrix),
        retry_days=world.retry_days,
        **_charging(world),
        dunning=tuple(DunningLevel(days=row.days_overdue, letter=row.letter, then=row.then) for row in world.dunning),
        allowance=tuple(_loss(row) for row in world.allowance),
        early_payment=tuple(term.noun() for term in world.early_payment),
        tolerance=Tolerance(**world.tolerance.model_dump()),
        payouts=PayoutTerms(**dict(world.payouts)),
        **_collections(world),
        governance=world.governance.noun(),
        unmapped=world.unmapped_products,
        standard_months=world.standard_billing_months,
        hold_owners=tuple(HoldOwner(code=row.reason, role=row.role) for row in world.exception_owners),
        tax_notes=tuple(note.noun() for note in world.tax_notes),
        bundles=tuple(Bundle(products=row.products, price=row.price) for row in world.bundles),
        **_periods(world),
        signs=tuple(SigningRole(**row.model_dump()) for row in world.signs),
    )


def _charging(world: WorldFile) -> dict[str, Any]:
    """Days of grace for drafts and late usage, days off, rebates, and what totals are rounded to, by the fields of Company."""
    return {
        "grace_days": world.grace_days,
        "late_usage_days": world.late_usage_days,
        "holidays": world.holidays,
        "rebates": rebates_of(world.rebates),
        "payable_steps": world.payable_steps,
    }


def _periods(world: WorldFile) -> dict[str, Any]:
    """How the books are closed: by which calendar and checklist."""
    return {
        "fiscal_calendar": calendar_of(world.fiscal_calendar),
        "close_tasks": tasks_of(world.close_tasks),
        "materiality": materiality_of(world.materiality, world.currency),
    }


def _book(world: WorldFile, shape: BookShape) -> AccountingBook:
    """Further books: what they answer themselves, on top of the company's own policies."""
    said = {**world.policies.model_dump(exclude_none=True), **shape.policies.model_dump(exclude_none=True)}
    allowance = tuple(_loss(row) for row in shape.allowance)
    return AccountingBook(name=shape.name, policies=Policies(**said), allowance=allowance)


def _collections(world: WorldFile) -> dict[str, Any]:
    """What the company says about money that is late, paid back, given up or contested, and its further books, by the fields of
    Company."""
    return {
        "books": tuple(_book(world, shape) for shape in world.books),
        "limits": tuple(ApprovalLimit(**row.model_dump()) for row in world.approval_limits),
        "dispute_reasons": tuple(DisputeReason(**row.model_dump()) for row in world.dispute_reasons),
        "bank_days": world.bank_days,
        "bank_keeps": world.bank_keeps,
        "behaviors": tuple(row.noun() for row in world.payment_behavior),
        "answer_delays": tuple(row.delay() for row in world.payment_behavior if row.answers_after),
        "uplift": world.uplift and UpliftClause(**world.uplift.model_dump()),
        "usual": world.usual_terms and _usual(world.usual_terms),
        "late_fees": tuple(LateFee(**row.model_dump()) for row in world.late_fees),
    }


def _usual(shape: UsualTermsShape) -> UsualTerms:
    due = shape.to_pay
    return UsualTerms(
        months=shape.months,
        days=shape.days,
        billing=shape.billed,
        net_days=due.days,
        tax_code=shape.tax_code,
        due=due.terms,
    )


_TOLD = ("region", "channel")


def _loss(row: AllowanceShape) -> AllowanceBucket:
    return AllowanceBucket(days=row.days_overdue, percent=row.percent, customer=row.customer, of=row.of)


def _customer(world: WorldFile, shape: CustomerShape) -> Customer:
    made = customer(
        world.company,
        world.currency,
        **shape.model_dump(exclude={"tax", "legal_entity", "billed_to", "domain", "time_zone", *_TOLD}),
    )
    whose = {"entity": _code(world, shape.legal_entity), "billed_to": shape.billed_to or ""}
    whose |= {name: getattr(shape, name) or "" for name in _TOLD}
    return replace(made, tax_status=shape.tax, domain=shape.domain or "", time_zone=shape.time_zone, **whose)


def _code(world: WorldFile, named: str | None) -> str:
    codes = {text: entity.code for entity in world.entities for text in (entity.name, entity.code)}
    return codes[named] if named else ""


def _product(shape: ProductShape) -> Product:
    plans = {plan.name: plan.charges for plan in shape.plans} or {STANDARD_PLAN: shape.charges}
    return Product(
        name=shape.name,
        code=shape.code,
        distinct=shape.distinct,
        plans=tuple(
            RatePlan(name=name, charges=tuple(_charge(shape.name, charge) for charge in charges))
            for name, charges in plans.items()
        ),
    )


def _charge(product: str, shape: ChargeShape) -> Charge:
    return Charge(
        name=shape.name or product,
        kind="one-time" if shape.kind == "prepaid" else shape.kind,
        model="flat" if shape.kind == "prepaid" else shape.model,
        per_months=MONTHS[shape.price_per] if shape.price_per else 0,
        recognition=shape.recognition,
        tax_code=shape.tax_code,
        minimum=shape.minimum,
        minimum_per=shape.minimum_per,
        limit=shape.limit,
        prepaid=shape.kind == "prepaid",
        prepaid_months=shape.expires_after_months,
        prepaid_days=shape.expires_after_days,
        breakage=shape.expected_breakage,
        shipping=shape.shipping,
        counted=shape.counted,
        rated_per=shape.rated_per or ("use" if shape.minimum_per_use or shape.maximum_per_use else "billing period"),
        steps_over=shape.steps_over,
        carried_over=shape.unused,
        least=shape.minimum_per_use,
        most=shape.maximum_per_use,
        maximum=shape.maximum,
        maximum_of=shape.maximum_of,
        billing=shape.billed,
        threshold=shape.billed_at,
        threshold_of=shape.billed_at_of,
        minimum_of=shape.minimum_of,
        worth=shape.worth,
        rank=shape.drawn,
        covers=shape.drawn_by,
    )


def _rate(product: Product, plan: RatePlan, shape: PriceShape) -> Rate | None:
    """What the charge's way of charging needs beside its price."""
    charge = next(charge for charge in plan.charges if shape.charge in (None, charge.name))
    tiers = tuple(
        Tier(
            up_to=tier.up_to,
            price=tier.price if tier.percent is None else tier.percent / 100,
            fee=tier.fee,
            package=tier.package_of,
        )
        for tier in shape.tiers
    )
    rates: dict[str, Rate] = {
        "tiered": Tiered(tiers=tiers),
        "volume": Volume(tiers=tiers),
        "package": Package(size=shape.package_of, included=shape.included, begun=not shape.full_packages),
        "overage": Overage(included=shape.included),
        "percentage": Percentage(fixed_fee=shape.fixed_fee, free=shape.included, free_uses=shape.free_uses),
    }
    return rates.get(charge.model)


def _price_book(world: WorldFile, products: tuple[Product, ...]) -> PriceBook:
    entries = tuple(_price(world, products, shape) for shape in world.price_book.prices)
    return PriceBook(name=world.price_book.name, entries=entries)


def _price(world: WorldFile, products: tuple[Product, ...], shape: PriceShape) -> PriceBookEntry:
    product = next(product for product in products if product.name == shape.product)
    plan = product.plan(shape.plan)
    assert plan is not None, f"{shape.plan!r} of {product.name!r} was checked before"
    return PriceBookEntry(
        product=product.name,
        plan=plan.name,
        charge=shape.charge or plan.charges[0].name,
        currency=shape.currency or world.currency,
        price=shape.price or Decimal(0),
        rate=_rate(product, plan, shape),
        stand_alone_price=shape.stand_alone_price,
        alone_range=_range(shape),
        start=shape.start or date.min,
    )


def _range(shape: PriceShape) -> AloneRange | None:
    if shape.lowest_alone is None and shape.highest_alone is None and not shape.residual:
        return None
    return AloneRange(low=shape.lowest_alone or Decimal(0), high=shape.highest_alone, varies=shape.residual)
