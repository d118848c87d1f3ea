"""What a customer has to their credit passes on with their contract: when, from whom, and back."""

from controllers import day, usd
from groups import Group
from test_novating import pays, told

from engine.billing.novating import TASK
from engine.billing.open_items import customer_credit, unapplied_cash
from engine.model.document import dated
from engine.model.invoices import Invoice
from engine.model.payments import Payment
from engine.model.reversals import PaymentReturn
from engine.model.transfers import Assign, BalanceTransfer
from engine.receivables import applying, reversing, unwinding
from engine.receivables.passing_on import as_kept, pass_on


def unapplied_story(**policies: str) -> Group:
    """40.00 of Globex stand unapplied with America when the contract passes to Canada on 10 January."""
    story = told(transferred_balances="novated", **policies)
    pays(story, usd("40.00"), "NW-000001")
    story.write(reversing.take_off(story.billing, "BT-1", "NW-000001", story.today))
    story.until("01-10").changes(Assign(entity="NC"), effective="01-10")
    return story


def moves(story: Group) -> list[tuple[str, str, str, str]]:
    return [(m.number, m.entity, m.to, str(m.amount)) for m in story.billing.all(BalanceTransfer)]


def of_entity(story: Group, entity: str) -> str:
    return str(unapplied_cash(story.billing, "Globex", "USD", entity=entity))


def bank_takes_back(story: Group, cents: str) -> None:
    back = PaymentReturn(
        number="PR-1",
        **dated(story.today),
        entity="NW",
        customer="Globex",
        payment="BT-1",
        invoice=None,
        amount=usd(cents),
        fee=usd("0.00"),
        reason="",
    )
    for document in unwinding.unwound(story.billing, back, story.today):
        story.write(document)
    story.write(reversing.returned(story.billing, back, story.today))


def test_it_passes_on_pays_there_and_stands_there_again():
    story = unapplied_story()
    assert moves(story) == [("NB-BT-1", "NW", "NC", "40.00 USD")]
    made = story.write(applying.apply_unapplied(story.billing, "BT-1", "NW-000001", None, story.today))
    assert (made.entity, made.settlements[0].holder) == ("NC", "")
    undone = story.write(reversing.take_off(story.billing, "BT-1", "NW-000001", story.today))
    assert (undone.entity, of_entity(story, "NC"), of_entity(story, "NW")) == ("NC", "40.00 USD", "0.00 USD")


def test_what_the_bank_takes_back_passes_back_as_far_as_it_is_lacking_and_is_numbered_again():
    story = unapplied_story()
    bank_takes_back(story, "25.00")
    assert moves(story)[1:] == [("NB-BT-1-2", "NC", "NW", "25.00 USD")]
    assert (of_entity(story, "NC"), of_entity(story, "NW")) == ("15.00 USD", "0.00 USD")


def test_what_is_lacking_nowhere_does_not_pass_back():
    story = told()
    pays(story, usd("40.00"), "NW-000001")
    story.write(reversing.take_off(story.billing, "BT-1", "NW-000001", story.today))
    bank_takes_back(story, "25.00")
    assert moves(story) == []
    assert of_entity(story, "NW") == "15.00 USD"


def test_a_contract_that_has_ended_needs_nothing_and_one_that_runs_keeps_it():
    ended, runs = (told(transferred_balances="novated") for _ in range(2))
    for story, months in ((ended, 1), (runs, 4)):
        story.signs(months=months, every=1)
        pays(story, usd("40.00"), "NW-000001")
        story.write(reversing.take_off(story.billing, "BT-1", "NW-000001", story.today))
        story.until("02-10").changes(Assign(entity="NC"), effective="02-10")
    assert (len(moves(ended)), moves(runs)) == (1, [])


def test_credit_passes_on_and_a_payment_of_which_nothing_is_left_does_not():
    story = told(transferred_balances="novated")
    pays(story, usd("110.00"), "NW-000001")
    story.concedes("NW-000001", "20.00")
    story.until("01-10").changes(Assign(entity="NC"), effective="01-10")
    assert moves(story) == [("NB-C-1-USD", "NW", "NC", "22.00 USD")]
    held = [str(customer_credit(story.billing, "Globex", "USD", None, entity)) for entity in ("NW", "NC", None)]
    assert held == ["0.00 USD", "22.00 USD", "22.00 USD"]


def test_cash_that_came_to_the_same_entity_is_kept_where_it_came():
    story = told()
    pays(story, usd("40.00"), "NW-000001")
    paid, owed = story.billing.get(Payment, "BT-1"), story.billing.get(Invoice, "NW-000001")
    assert as_kept(story.billing, paid, owed) is paid


def test_where_that_is_not_the_convention_nothing_passes_on():
    story = Group()
    story.signs()
    story.billing.agenda.plan(story.today, TASK, "C-1")
    assert list(pass_on(story.billing, story.today)) == []
    assert customer_credit(story.billing, "Globex", "USD", day("01-01"), "NW") == usd("0.00")
