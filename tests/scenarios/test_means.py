"""How customers pay by themselves, in a company's file."""

import pytest
from pydantic import ValidationError

from engine.model.payments import AnswerDelay
from scenarios.collections import MeansShape
from scenarios.world import find, load


def test_northwind_says_how_some_customers_pay():
    northwind = load(find("Northwind SaaS"))
    outcomes = {behavior.customer: behavior.outcomes for behavior in northwind.behaviors if behavior.start is None}
    assert outcomes["Massive Dynamic"] == ("declined", "declined", "succeeds")
    assert northwind.answer_delays == (AnswerDelay(customer="Duff Brewing", days=5),)


def test_an_answer_may_never_come():
    assert MeansShape(**{"customer": "Globex", "answers after": "never"}).delay().days is None


def test_attempts_go_somehow():
    with pytest.raises(ValidationError, match=r"write \[succeeds\]"):
        MeansShape(customer="Globex", attempts=())


def test_a_customer_who_is_not_in_the_file_is_told_at_its_line(tmp_path):
    text = find("Northwind SaaS").read_text().replace("{customer: Oscorp,", "{customer: Oskorp,")
    file = tmp_path / "northwind.yaml"
    file.write_text(text.replace("company: Northwind SaaS", "company: Northwind Copy"))
    with pytest.raises(Exception, match=r"there is no 'Oskorp'.*Oscorp"):
        load(file)
