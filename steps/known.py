"""Names a story uses: customers and products that its company has, or that the story brings along itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from engine.model.company import Company
from scenarios.world import WorldError, companies, find, load
from steps.company.catalog import PRODUCTS
from steps.company.entities import ENTITIES
from steps.contracts.lines import ORDER_LINES
from steps.cutover.names import brought_by
from steps.language.cells import impossible_cells
from steps.language.nearest import did_you_mean
from steps.language.story import Mistake, Story, StoryStep, story_check
from steps.sales.masters import ENTERED, KNOWN
from steps.stage.world import REFUSAL

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


class _Known:
    """The names that a story may use so far: its company's, and those it has brought along."""

    def __init__(self, company: Company) -> None:
        self.company = company
        self.names = {
            "customer": {customer.name for customer in company.customers},
            "product": {product.name for product in company.products},
            "entity": {name for entity in company.entities for name in (entity.name, entity.code)},
        }

    def learn(self, step: StoryStep, cutovers: tuple[Path, ...]) -> None:
        """What this line brings along; a table of legal entities stands in place of the company's own."""
        self.names["customer"] |= brought_by(step, cutovers)
        if step.match.sentence.pattern in _INTRODUCING:
            self.names["customer"].add(str(step.match.values[0]))
        if step.rows is None:
            return
        rows = step.rows.as_written()
        if step.rows.table is PRODUCTS:
            self.names["product"] |= {str(row["product"]) for row in rows}
        elif step.rows.table in (ENTERED, KNOWN) and step.match.sentence.keyword != "then":
            self.names["customer"] |= {str(row["customer"]) for row in rows}
        elif step.rows.table is ENTITIES:
            self.names["entity"] = {str(row[key] or row["code"]) for row in rows for key in ("name", "code")}

    def wrong(self, step: StoryStep) -> Iterator[tuple[int, str]]:
        """Lines that name what nobody knows, and cells that nothing found could equal."""
        for name, line, kind in _all_named(step):
            if name not in (known := self.names[kind]):
                near, called = did_you_mean(name, sorted(known)), _CALLED.get(kind, kind)
                yield line, f"{self.company.name} has no {called} {name!r}{near}{_BRING[kind].format(name)}"
        checked = {kind: self.names[kind] for kind in ("customer", "product")}
        yield from impossible_cells(step, checked, self.company.entity.currency)

    def known_already(self, step: StoryStep) -> Iterator[tuple[int, str]]:
        """A customer brought along that the company has."""
        if (
            step.match.sentence.pattern in _INTRODUCING
            and (name := str(step.match.values[0])) in self.names["customer"]
        ):
            yield step.line, f"{self.company.name} has the customer {name!r} already; leave this line out"


def _unknown_names(story: Story, company: Company) -> Iterator[Mistake]:
    known = _Known(company)
    for step, after in zip(story.steps, [*story.steps[1:], None], strict=True):
        refused = after is not None and after.text.startswith(REFUSAL)
        said = [] if refused else [*known.known_already(step)]
        known.learn(step, story.cutovers)
        said += [] if refused else known.wrong(step)
        yield from (story.mistake(line, sentence) for line, sentence in said)


def _all_named(step: StoryStep) -> Iterator[tuple[str, int, str]]:
    for kind in _BRING:
        for name in _named(step, kind):
            yield name, step.line, kind
    for name, line in _listed(step):
        yield name, line, "product"


def _named(step: StoryStep, kind: str) -> Iterator[str]:
    for parameter, value in zip(step.match.sentence.expression.parameters, step.match.values, strict=True):
        if parameter.name == kind:
            yield str(value)


def _listed(step: StoryStep) -> Iterable[tuple[str, int]]:
    if step.rows is None or step.rows.table is not ORDER_LINES:
        return ()
    names = [str(row["product"]) for row in step.rows.as_written()]
    return list(zip(names, step.rows.lines, strict=True))
