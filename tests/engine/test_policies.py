from dataclasses import fields

import pytest

from engine.model.policies import QUESTIONS, Policies, question_named


def test_every_answer_of_every_question_can_be_given_and_read_back():
    for question in QUESTIONS:
        for answer in question.answers:
            made = Policies().with_answer(question.question.upper(), answer.text.title())
            assert getattr(made, question.field) == answer.text
            others = [field.name for field in fields(Policies) if field.name != question.field]
            assert [getattr(made, name) for name in others] == [getattr(Policies(), name) for name in others]


def test_the_house_answers_are_answers():
    for question in QUESTIONS:
        assert question.answer(getattr(Policies(), question.field)) in question.answers
        assert len({answer.text for answer in question.answers}) == len(question.answers) > 1


def test_articles_and_a_leading_by_day_do_not_matter():
    assert Policies().with_answer("day of change", "old plan pays").change_day == "old plan pays"
    assert question_named("proration").answer("by day, actual days of period").text == "actual days of the period"


def test_a_question_or_answer_that_does_not_exist_is_an_error():
    with pytest.raises(KeyError, match="day of moon"):
        Policies().with_answer("day of the moon", "new plan pays")
    with pytest.raises(KeyError, match="nobody pays"):
        Policies().with_answer("day of the change", "nobody pays")
