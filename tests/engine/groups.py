"""Two legal entities of one company, whose contracts pass from one to the other."""

from dataclasses import replace

from controllers import Story

from engine.billing.bill_run import bill
from engine.billing.novating import novate, plan_novation
from engine.billing.reissuing import reissue
from engine.book import run
from engine.model.company import LegalEntity
from engine.model.contracts import Amendment
from engine.model.journal import LedgerAccount, PostingRule
from engine.receivables.passing_on import pass_on
from engine.revenue.handing_over import hand_over
from engine.revenue.holding_off import hold_off
from engine.revenue.recognizing import recognize

CANADA = LegalEntity(code="NC", name="Northwind Canada", currency="USD", prefix="NC")
DUE = [
    LedgerAccount(code="18", name="Due from group", type="asset", role="due from group"),
    LedgerAccount(code="28", name="Due to group", type="liability", role="due to group"),
]
RULES = [
    PostingRule(event="contract transferred", amount=amount, debit=account, credit=account)
    for amount, account in (
        ("liability", "Contract liability"),
        ("unbilled", "Unbilled receivable"),
        ("held off", "Contract liability held off"),
    )
]
RULES += [
    PostingRule(event="receivable transferred", amount="receivable", debit="Receivables", credit="Receivables"),
    PostingRule(event="balance transferred", amount="unapplied cash", debit="Unapplied cash", credit="Unapplied cash"),
    PostingRule(
        event="balance transferred", amount="customer credit", debit="Customer credits", credit="Customer credits"
    ),
    PostingRule(
        event="payment reversed", amount="unapplied to gateway clearing", debit="Unapplied cash", credit="Cash"
    ),
    PostingRule(event="payment reversed", amount="to unapplied cash", debit="Receivables", credit="Unapplied cash"),
]


class Group(Story):
    """Two legal entities, two customers; transfers are followed as the ledger's day has it."""

    def __init__(self, **policies: str) -> None:
        super().__init__(**policies)
        for book in (self.billing, self.book):
            company = book.company
            book.company = replace(
                company,
                other_entities=(CANADA,),
                accounts=(*company.accounts, *DUE),
                postings=(*company.postings, *RULES),
            )

    def write(self, document):
        if isinstance(document, Amendment):
            plan_novation(self.billing, document, self.today)
        return super().write(document)

    def until_quiet(self, document):
        for written in list(run((reissue, novate, pass_on, bill), self.billing, self.today)):
            self.send(written)
        list(run((hand_over, recognize, hold_off), self.book, self.today))
        return document
