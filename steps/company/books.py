"""Books beside the company's own: the same events under other conventions, and which books a story looks at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from engine.model.company import AccountingBook
from engine.model.policies import BY_BOOK, Policies, question_named
from steps.company.company import ALLOWANCE, bucket
from steps.language.failures import StoryError
from steps.language.nearest import did_you_mean
from steps.language.phrases import given, when
from steps.language.tables import Rows
from steps.stage.conventions import CONVENTIONS
from steps.stage.world import World


@given("books are also kept under {string}, with these conventions:", table=CONVENTIONS)
def also_keeps_books(world: World, book: str, table: Rows) -> None:
    """The same events in a second set of books (US GAAP beside IFRS): what these conventions do not say is as in the first."""
    policies = world.company.policies
    for row in table.records():
        policies = _answered(policies, row)
    _keep(world, AccountingBook(name=book, policies=policies))


@given("books are also kept under {string}")
def also_keeps_the_same_books(world: World, book: str) -> None:
    """A second set of books of the same events, under the conventions of the first unless expected losses are said for it."""
    _keep(world, AccountingBook(name=book, policies=world.company.policies))


@given("these expected losses in the books under {string}:", table=ALLOWANCE)
def expected_losses_in(world: World, book: str, table: Rows) -> None:
    """The loss allowance of those books, where it is another than in the first (a forecast under CECL, say)."""
    _keep(world, replace(_known(world, book), allowance=tuple(map(bucket, table.records()))))


@when("finance turns to the books under {string}")
def turns_to(world: World, book: str) -> None:
    """From here on the story looks at those books: journal, ledger, schedules, close; what is done concerns them alone."""
    world.turn_to(_known(world, book).name)


@when("finance turns back to its own books")
def turns_back(world: World) -> None:
    """From here on the story looks at the company's own books again; what is done concerns all of them."""
    world.turn_to("")


def _answered(policies: Policies, row: Mapping[str, object]) -> Policies:
    asked = question_named(str(row["question"]))
    if asked.field not in BY_BOOK:
        raise StoryError(f"the convention {asked.question!r} cannot differ between books: billing goes by it too")
    return policies.with_answer(asked.question, str(row["answer"]))


def _keep(world: World, book: AccountingBook) -> None:
    others = tuple(kept for kept in world.company.books if kept.name != book.name)
    world.change_company(books=(*others, book))


def _known(world: World, name: str) -> AccountingBook:
    books = {book.name: book for book in world.company.books}
    if name not in books:
        raise StoryError(f"no books are kept under {name!r}{did_you_mean(name, list(books))}")
    return books[name]
