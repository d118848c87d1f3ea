"""Books beside the company's own, as a company's file has them."""

from pathlib import Path

import pytest
from test_mistakes import WORLD

from scenarios.world import WorldError, load

BOOKS = """\
books:
  - name: US GAAP
    policies: {impairment of contract costs that is over: never, revenue spread: by month}
    allowance: [{days overdue: 0, percent: 3%}]
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "acme_cloud.yaml"
    path.write_text(WORLD + text)
    return path


def test_what_they_do_not_say_is_as_in_the_company_s_own(tmp_path: Path) -> None:
    company = load(written(tmp_path, BOOKS))
    (book,) = company.books
    assert (book.name, book.policies.cost_reversal, company.policies.cost_reversal) == ("US GAAP", "never", "reversed")
    assert (book.policies.spread, book.policies.proration) == ("by month", "30/360")
    assert [(bucket.days, bucket.percent) for bucket in book.allowance] == [(0, 3)]


def test_what_billing_goes_by_cannot_differ(tmp_path: Path) -> None:
    with pytest.raises(WorldError, match="'proration' cannot differ between books: billing goes by it too"):
        load(written(tmp_path, "books:\n  - {name: US GAAP, policies: {proration: actual/365}}\n"))
