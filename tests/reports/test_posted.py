"""What is mailed beside invoices says what the books say, and nothing where there is nothing to say."""

from datetime import date

from engine.model.money import Money
from fakes.http.in_process import InProcess
from ports.adapters import plain
from reports.papers.posted import follow_up, letters, statements
from reports.papers.work_list import unapplied_by_customer
from reports.systems.snapshot import collect
from tests.fakes.debts import COMPANY, Debts


def test_letters_statements_and_work_follow_what_is_owed():
    debts = Debts(COMPANY, ())
    with InProcess(debts.door).client() as client:
        stack = plain.stack("built-in", client)
        first = collect(stack, debts.world.today)
        assert (letters(first), [*statements(first)], follow_up(first)) == ({}, [], None)
        debts.world.advance_to(date(2026, 1, 30))
        debts.transfer(2, 50)
        debts.world.advance_to(date(2026, 3, 1))
        seen = collect(stack, debts.world.today)
    sent, waiting = letters(seen), unapplied_by_customer(seen, debts.world.today)
    assert sent.keys() == {letter.number for letter in seen.billing.letters}
    for letter in seen.billing.letters:
        page = sent[letter.number]
        assert page["said"]["buyer"] == letter.customer
        assert letter.invoice in page["text"]
        assert page["lines"][0]["open"] == letter.open == page["open"]
    for page in statements(seen):
        amounts = [line["amount"].minor for line in page["lines"]]
        assert page["opening"].minor + sum(amounts) == page["closing"].minor
        nothing = Money.zero(page["closing"].currency)
        place = page["customer"], nothing.currency
        open_ = sum((i.open for i in seen.billing.open_items if (i.customer, i.currency) == place), start=nothing)
        assert page["closing"] == open_ - waiting.get(place, nothing)
    work = follow_up(seen)
    assert work
    assert {task["customer"] for task in work["tasks"]} >= {letter.customer for letter in seen.billing.letters}
