"""Names a story uses: customers and products that its company has, or that the story brings along itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from engine.model.company import Company
from scenarios.world import WorldError, companies, find, load
from steps.catalog import PRODUCTS
from steps.cells import impossible_cells
from steps.entities import ENTITIES
from steps.lines import ORDER_LINES
from steps.masters import ENTERED, KNOWN
from steps.nearest import did_you_mean
from steps.story import Mistake, Story, StoryStep, story_check
from steps.world import REFUSAL

# A step whose refusal the next line announces may name what does not exist: that is what it is about.
_BRING = {
    "customer": '; or bring one along: Given the customer "{}"',
    "product": "; or bring one along: Given these products are sold:",
    "entity": "; or bring some along: Given these legal entities:",
}
_CALLED = {"entity": "legal entity"}
_INTRODUCING = (
    "the customer {customer}",
    "the customer {customer} of {entity}",
    "{customer} becomes a customer on {date}",
)


@story_check
def _names_are_known(story: Story) -> Iterator[Mistake]:
    """Every customer and product of the story, once its company is known."""
    named = [
        (step, str(step.match.values[0]))
        for step in story.steps
        if step.match.sentence.pattern == "the company {company}"
    ]
    for step, name in named:
        if name not in (known := companies(story.companies)):
            yield story.mistake(step.line, f"there is no company {name!r}{did_you_mean(name, known)}")
            return
    company = _loaded(named[-1][1], story.companies) if named else None
    if company is not None:
        yield from _unknown_names(story, company)


def _loaded(name: str, folders: Iterable[Path]) -> Company | None:
    try:
        return load(find(name, folders))
    except (LookupError, WorldError):
        return None  # what is wrong with the file is told where worlds are checked


def _unknown_names(story: Story, company: Company) -> Iterator[Mistake]:
    customers = {customer.name for customer in company.customers}
    currency = company.entity.currency
    entities = {name for entity in company.entities for name in (entity.name, entity.code)}
    products = {product.name for product in company.products}
    for step, after in zip(story.steps, [*story.steps[1:], None], strict=True):
        if step.match.sentence.pattern in _INTRODUCING:
            name = str(step.match.values[0])
            if name in customers and (after is None or not after.text.startswith(REFUSAL)):
                yield story.mistake(step.line, f"{company.name} has the customer {name!r} already; leave this line out")
            customers.add(name)
        if step.rows is not None and step.rows.table is PRODUCTS:
            products |= {str(row["product"]) for row in step.rows.as_written()}
        if step.rows is not None and step.rows.table in (ENTERED, KNOWN) and step.match.sentence.keyword != "then":
            customers |= {str(row["customer"]) for row in step.rows.as_written()}
        if step.rows is not None and step.rows.table is ENTITIES:
            entities = {str(row[key] or row["code"]) for row in step.rows.as_written() for key in ("name", "code")}
        if after is None or not after.text.startswith(REFUSAL):
            for name, line, kind, known in _all_named(step, customers, products, entities):
                if name not in known:
                    near = did_you_mean(name, sorted(known))
                    called = _CALLED.get(kind, kind)
                    yield story.mistake(
                        line, f"{company.name} has no {called} {name!r}{near}{_BRING[kind].format(name)}"
                    )
            for line, said in impossible_cells(step, {"customer": customers, "product": products}, currency):
                yield story.mistake(line, said)


def _all_named(
    step: StoryStep, customers: set[str], products: set[str], entities: set[str]
) -> Iterator[tuple[str, int, str, set[str]]]:
    for name in _named(step, "entity"):
        yield name, step.line, "entity", entities
    for name in _named(step, "customer"):
        yield name, step.line, "customer", customers
    for name in _named(step, "product"):
        yield name, step.line, "product", products
    for name, line in _listed(step):
        yield name, line, "product", products


def _named(step: StoryStep, kind: str) -> Iterator[str]:
    for parameter, value in zip(step.match.sentence.expression.parameters, step.match.values, strict=True):
        if parameter.name == kind:
            yield str(value)


def _listed(step: StoryStep) -> Iterable[tuple[str, int]]:
    if step.rows is None or step.rows.table is not ORDER_LINES:
        return ()
    names = [str(row["product"]) for row in step.rows.as_written()]
    return list(zip(names, step.rows.lines, strict=True))
