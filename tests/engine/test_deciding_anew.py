"""Conventions answered otherwise from a day on: all of them or none, and only such as decide at the moment of an event."""

from datetime import date

import pytest
from sellers import Seller

from engine.model.policies import QUESTIONS
from engine.model.policy_changes import NewAnswer
from engine.receivables.deciding_anew import change_policies
from engine.refusals import Refused

DAY = date(2026, 3, 5)
DIRECT = NewAnswer(question="write-off", answer="direct")


def test_two_answers_change_and_are_numbered_on():
    book = Seller().book
    for made in change_policies(
        book, [DIRECT, NewAnswer(question="payment application", answer="by hand")], DAY, "CFO", DAY
    ):
        book.add(made)
    (third,) = change_policies(book, [NewAnswer(question="Write-off", answer="allowance")], DAY, "CFO", DAY)
    assert (third.number, third.before, third.after) == ("PC-3", "direct", "allowance")
    assert (book.company.policies.application, book.company.policies.write_off) == ("by hand", "allowance")


@pytest.mark.parametrize(
    ("question", "answer", "why"),
    [
        ("fortune", "yes", "there is no convention 'fortune'"),
        ("payment application", "at random", "has no answer 'at random'"),
        ("proration", "30/360", "would be billed anew"),
    ],
)
def test_of_answers_of_which_one_is_refused_none_decides(question, answer, why):
    book = Seller().book
    with pytest.raises(Refused, match=why):
        change_policies(book, [DIRECT, NewAnswer(question=question, answer=answer)], DAY, "CFO", DAY)
    assert book.company.policies.write_off == "allowance"


def test_only_what_decides_at_the_moment_of_an_event_changes():
    found = {one.question for one in QUESTIONS if one.changes == "from a day"}
    assert found == {
        "write-off",
        "payment application",
        "money that pays nothing",
        "short payment within tolerance",
        "overpayment within tolerance",
    }
