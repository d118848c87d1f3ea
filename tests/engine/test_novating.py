"""Open invoices that pass to another legal entity with their contract: on every day the books say what billing says."""

from collections import Counter
from contextlib import suppress
from dataclasses import replace
from datetime import date
from decimal import Decimal

from controllers import day, usd
from groups import CANADA, Group
from hypothesis import example, given, settings
from hypothesis import strategies as st

from engine.billing.crediting import credit_lines
from engine.billing.installments import open_items
from engine.billing.novating import TASK, novate
from engine.billing.open_items import customer_credit, unapplied_cash
from engine.book import run
from engine.entities import as_owed, holder, receiving_entity
from engine.ledger.general_ledger import balances
from engine.ledger.intercompany import position
from engine.model.contracts import Contract
from engine.model.currency import ExchangeRate
from engine.model.invoices import Invoice
from engine.model.journal import LedgerAccount
from engine.model.money import Money
from engine.model.orders import Cancel
from engine.model.payments import Payment
from engine.model.transfers import Assign, ReceivableTransfer
from engine.receivables import applying, disputing, refunding, reversing, setting_off, writing_off
from engine.receivables.passing_on import pass_on
from engine.refusals import Refused

ENTITIES = ("NW", "NC")
ACTS = "pay pay transfer take-off apply credit use refund dispute resolve write-off pass day day".split()


def told(**policies: str) -> Group:
    asked = {"transferred_invoices": "novated", "schedule": "service period of each line", "write_off": "direct"}
    made = Group(**asked, **policies)
    made.signs(months=4, every=1)
    return made


def pays(story: Group, amount: Money, invoice: str | None) -> None:
    """Globex pays the bank account that it was told of, and billing disposes of it."""
    book, number = story.billing, story.billing.count(Payment) + 1
    paid = Payment(
        number=f"BT-{number}",
        event_date=story.today,
        effective_date=story.today,
        posting_date=story.today,
        entity=receiving_entity(book, "Globex", invoice).code,
        customer="Globex",
        amount=amount,
        method="bank transfer",
        invoice=invoice,
    )
    receipt = applying.receive(book, book.add(paid), story.today)
    for document in receipt.documents():
        story.write(document)


def play(story: Group, act: tuple[str, int, int]) -> None:
    """One act on the `which`th invoice, payment or dispute, if the rules allow it."""
    what, which, cents = act
    book, today, amount = story.billing, story.today, Money(cents, "USD")
    invoice = book.all(Invoice)[which % book.count(Invoice)]
    written = {
        "take-off": lambda: [reversing.take_off(book, f"BT-{which}", invoice.number, today)],
        "apply": lambda: [applying.apply_unapplied(book, f"BT-{which}", invoice.number, None, today)],
        "credit": lambda: [credit_lines(book, invoice, None, amount, "goodwill", today)],
        "use": lambda: [setting_off.use_credit(book, "Globex", invoice.number, None, today)],
        "refund": lambda: [refunding.refund(book, "Globex", amount, "customer credit", "", today)],
        "dispute": lambda: [disputing.dispute(book, invoice.number, None, amount, "", today)],
        "resolve": lambda: disputing.resolve(book, f"D-{which}", amount, today),
        "write-off": lambda: [writing_off.write_off(book, invoice.number, amount, today)],
    }
    if what in ("pay", "transfer"):
        pays(story, amount, invoice.number if what == "pay" else None)
    elif what == "pass":
        story.changes(Assign(entity=ENTITIES[which % 2]), effective=str(min(today, day("04-29")))[5:])
    elif what == "day":
        story.until(str(date.fromordinal(today.toordinal() + which * 3)))
    else:
        for document in filter(None, written[what]()):
            story.write(document)
    story.until_quiet(None)


def on_account(story: Group, account: str, on: date) -> Counter[str]:
    return Counter({b.entity: b.amount.minor for b in balances(story.book, on) if b.account == account})


def by_item(story: Group, on: date) -> Counter[str]:
    found: Counter[str] = Counter()
    for item in open_items(story.billing, on):
        found[item.entity] += item.open.minor
    return found


def agree(story: Group, on: date) -> None:
    """Subledger = ledger, entity by entity, and what the two owe each other."""
    assert by_item(story, on) == on_account(story, "Receivables", on)
    for account, held in (("Customer credits", customer_credit), ("Unapplied cash", unapplied_cash)):
        stands = on_account(story, account, on)
        for entity in ENTITIES:
            assert held(story.billing, "Globex", "USD", on, entity).minor == -stands[entity], (account, entity, on)


acts = st.lists(st.tuples(st.sampled_from(ACTS), st.integers(0, 4), st.integers(1, 15_000)), min_size=3, max_size=12)


@settings(deadline=None, derandomize=True, max_examples=25, database=None)
@given(
    st.sampled_from(["no journal", "reserve"]),
    st.sampled_from(["none", "at write-off"]),
    st.sampled_from(["novated", "stay where they are"]),
    acts,
)
@example("no journal", "none", "novated", [("pay", 0, 4_000), ("pass", 1, 0), ("take-off", 1, 0), ("day", 1, 0)])
@example("no journal", "none", "novated", [("pay", 0, 4_000), ("take-off", 1, 0), ("pass", 1, 0), ("apply", 1, 0)])
@example("no journal", "none", "novated", [("pay", 0, 11_000), ("credit", 0, 2_000), ("use", 0, 0)])
def test_on_every_day_before_and_after_the_books_of_both_entities_say_what_billing_says(
    dispute, relief, passing, story
):
    asked = {"dispute": dispute, "tax_relief": relief, "transferred_balances": passing}
    lived, seen = told(**asked), dict[date, Counter[str]]()
    for act in [("pass", 1, 0), *story] if len(story) % 2 else [*story, ("pass", 1, 0), ("day", 4, 0)]:
        before = lived.today
        with suppress(Refused):
            play(lived, act)
        agree(lived, lived.today)
        if lived.today != before:
            seen[before] = by_item(lived, before)
        for on, items in seen.items():
            assert by_item(lived, on) == items == on_account(lived, "Receivables", on)
    assert position(lived.book, "NW", "NC", "USD") == -position(lived.book, "NC", "NW", "USD")
    assert list(run((novate, pass_on), lived.billing, lived.today)) == []
    tax = on_account(lived, "Sales tax payable", lived.today)
    for entity in ENTITIES:
        issued = [made for made in lived.billing.all(Invoice) if made.entity == entity]
        assert 0 <= -tax[entity] <= sum(made.tax.minor for made in issued)


def test_what_the_ledger_hears_late_it_follows_to_the_same_balances():
    prompt, late = told(), told()
    late.lost = {"NV-NW-000001"}
    for story in (prompt, late):
        story.until("01-10").changes(Assign(entity="NC"), effective="01-10")
        pays(story, usd("40.00"), "NW-000001")
        story.changes(Cancel(), effective="01-20")
        story.until("02-10")
    late.lost = set()
    late.send(late.billing.get(ReceivableTransfer, "NV-NW-000001"))
    for account in ("Receivables", "Sales tax payable", "Contract liability", "Cash"):
        assert on_account(late, account, late.today) == on_account(prompt, account, prompt.today)
    assert position(late.book, "NW", "NC", "USD") == position(prompt.book, "NW", "NC", "USD")


def test_an_invoice_that_bills_another_contract_too_stays_where_it_is():
    story = told(invoices_of_a_day="one per customer")
    story.signs(months=4, every=1)
    story.until("02-10").changes(Assign(entity="NC"), effective="02-10")
    bills = [(made.number, [part.contract for part in made.by_contract()]) for made in story.billing.all(Invoice)]
    assert bills == [("NW-000001", ["C-1"]), ("NW-000002", ["C-2"]), ("NW-000003", ["C-1", "C-2"])]
    assert [made.invoice for made in story.billing.all(ReceivableTransfer)] == ["NW-000001"]


def test_whose_an_invoice_is_depends_on_the_day():
    story = told()
    story.until("01-10").changes(Assign(entity="NC"), effective="01-10")
    invoice = story.billing.get(Invoice, "NW-000001")
    assert [as_owed(story.billing, invoice, on).entity for on in (day("01-09"), day("01-10"), None)] == [
        "NW",
        "NC",
        "NC",
    ]
    assert holder(story.billing, "NW-000009", "NW") == "NW"
    assert receiving_entity(story.billing, "Globex", "NW-000001").code == "NC"


def test_where_that_is_not_the_convention_nothing_passes_on():
    story = Group()
    story.signs()
    story.billing.agenda.plan(story.today, TASK, "C-1")
    assert list(novate(story.billing, story.today)) == []
    assert story.billing.get(Contract, "C-1").entity == "NW"


def test_what_a_dispute_reserves_is_settled_where_it_stands_before_the_invoice_passes_on():
    story = told(dispute="reserve")
    story.until("01-10").write(disputing.dispute(story.billing, "NW-000001", None, usd("50.00"), "", story.today))
    story.changes(Assign(entity="NC"), effective="01-10")
    story.until("01-15")
    assert story.billing.all(ReceivableTransfer) == ()
    for document in filter(None, disputing.resolve(story.billing, "D-1", usd("0.00"), story.today)):
        story.write(document)
    story.until_quiet(None)
    assert [made.posting_date for made in story.billing.all(ReceivableTransfer)] == [day("01-15")]
    agree(story, story.today)


def test_a_receivable_that_comes_back_stands_at_the_rate_of_the_day_on_which_it_passed_on():
    story, rates = told(), (("0.80", "01-01"), ("0.90", "01-10"), ("1.00", "01-20"))
    realized = LedgerAccount(code="49", name="Realized", type="income", role="realized exchange difference")
    for book in (story.billing, story.book):
        book.company = replace(
            book.company,
            other_entities=(replace(CANADA, currency="EUR"),),
            accounts=(*book.company.accounts, realized),
            exchange_rates=tuple(
                ExchangeRate(currency="USD", into="EUR", rate=Decimal(rate), on=day(on)) for rate, on in rates
            ),
        )
    story.until("01-10").changes(Assign(entity="NC"), effective="01-10")
    story.until("01-20")
    pays(story, usd("110.00"), "NW-000001")
    story.write(reversing.take_off(story.billing, "BT-1", "NW-000001", story.today))
    stands = [b.base for b in balances(story.book, story.today) if (b.entity, b.account) == ("NC", "Receivables")]
    assert stands == [Money.parse("99.00", "EUR")]
