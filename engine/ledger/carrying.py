"""What the lines of an entry in a foreign currency are worth in the currency of the books.

What comes onto a balance is booked at the document's rate, an invoice as a whole, and what leaves it leaves at what it stands at, in
proportion, the last cent with the last cent. Where the two sides of a line differ, the difference is realized (IAS 21.28, ASC
830-20-35-1).
So receivables are relieved at their book rate, contract liabilities are released at their historical rate (IFRIC 22.8: they
are not monetary and never revalued), and whatever has no balance of its own (revenue, tax, losses) follows the other side.

Running totals in a book, by entity, account and whose balance it is: what it stands at in both currencies ("carried",
"carried worth"), and the same when it last grew ("grown", "grown worth"), from which what is left is reckoned.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from engine.entities import entity_called
from engine.exchanging import at, is_translated, rate_on
from engine.ledger.drafting import Draft, Part
from engine.ledger.owning import with_role
from engine.ledger.whole_totals import EVENTS, shares
from engine.model.currency import RateKind
from engine.model.cutover import Takeover
from engine.model.invoices import Invoice
from engine.model.journal import JournalEntry, LedgerAccount
from engine.model.money import exponent, rounded
from engine.model.transfers import ReceivableTransfer

# Whose balance it is that an account keeps, by its role.
BALANCES = {
    "receivables": "invoice",
    "refund liability": "invoice",
    "tax on hold": "invoice",
    "unbilled receivable": "contract",
    "contract liability": "contract",
    "contract asset": "contract",
    "contract costs": "contract",
    "recoverable goods": "contract",
    "held off": "contract",
    "unapplied cash": "customer",
    "customer credits": "customer",
    "refund payable": "customer",
    "gateway clearing": "",
    "disputed funds": "",
    "due from group": "counterparty",
    "due to group": "counterparty",
}
HANDED_OVER = frozenset(
    {
        "contract liability",
        "unbilled receivable",
        "contract asset",
        "receivables",
        "unapplied cash",
        "customer credits",
    }
)
# What arrives at the bank is exchanged as it arrives, and taken from it at the day's rate; what is exchanged for another
# currency, at what both are worth.
AT_THE_DAY = frozenset({"cash", "exchange clearing"})
_DEBIT, _CREDIT = 1, -1


class Carrying:
    """The worth of the lines of one entry; nothing is written into the book before its draft is committed."""

    def __init__(self, draft: Draft, blank: JournalEntry) -> None:
        self.draft = draft
        self.blank = blank
        self.into = entity_called(draft.book, blank.entity).currency
        self.translated = is_translated(draft.book, draft.currency, self.into)
        whole = self.translated and self._event in EVENTS
        self._shares = shares(draft, self.into, self._rate_of_invoice) if whole else {}

    def worth(self, part: Part, debit: LedgerAccount, credit: LedgerAccount) -> tuple[int, int]:
        """The worth of a part's debit and of its credit (negative), in the smallest unit of the books' currency."""
        if not self.translated:
            return 0, 0
        if part.passes_to and debit.role in BALANCES and (worth := self._handed_over(part, debit, credit)) is not None:
            return worth, -worth
        right = self._own(part, credit, _CREDIT)
        if right is not None and self._goes_along(debit):
            left: int | None = self._along(self._subject(debit, part), part.amount.minor, -right)
        else:
            left = self._own(part, debit, _DEBIT)
        if left is None and right is None:
            left = self._whole(part, _DEBIT, self._rate(part))
        if left is None:
            left = -(right or 0)
        return left, -left if right is None else right

    def _handed_over(self, part: Part, debit: LedgerAccount, credit: LedgerAccount) -> int | None:
        """A balance that is handed over takes its worth along, and what a sister owes for it follows (handbook 4.13: carrying
        amounts, no gain). None in the sister's own books, where it begins at the day's rate."""
        given, minor = self._subject(debit, part), part.amount.minor
        if credit == debit:
            return rounded(Fraction(self._held("carried worth", given) * minor, abs(self._held("carried", given))))
        if debit.role not in HANDED_OVER:
            return None
        worth = self._moved(given, part, _DEBIT, Fraction(0))
        self._grown(self._subject(credit, part), -minor, -worth)
        return worth

    def _own(self, part: Part, account: LedgerAccount, side: int) -> int | None:
        """The worth of a line on an account that has a balance or a rate of its own, else None."""
        if account.role in AT_THE_DAY or (account.role not in BALANCES and self._at_its_own_rate()):
            return self._whole(part, side, self._growing(account, part))
        if account.role in BALANCES:
            return self._moved(self._subject(account, part), part, side, self._growing(account, part))
        return None

    def _goes_along(self, account: LedgerAccount) -> bool:
        """A credit memo takes back from the contract liability what the invoice was booked at, not an average."""
        return account.role == "contract liability" and self._event == "credit memo posted"

    def _at_its_own_rate(self) -> bool:
        """Whether revenue and tax are booked at the document's rate, whatever the other side stands at: those of an
        invoice are, and those of a credit memo where it has the rate of its own day (policy P12)."""
        by_day = self.draft.book.company.policies.credit_rate == "of the day"
        return self._event == "invoice posted" or (self._event == "credit memo posted" and by_day)

    @property
    def _event(self) -> str:
        return self.blank.event.partition(":")[0]

    def _subject(self, account: LedgerAccount, part: Part) -> str:
        of = BALANCES[account.role]
        owner = self.blank if of in ("customer", "counterparty") else part
        whose = getattr(owner, of) if of else ""
        return f"{self.blank.entity}/{account.name}/{whose}"

    def _rate(self, part: Part) -> Fraction:
        """The rate of a part's document: of the invoice that is credited, the month's average, or the day's."""
        policies = self.draft.book.company.policies
        if self._event == "credit memo posted" and policies.credit_rate == "of the original invoice":
            return self._rate_of_invoice(part)
        average = part.name.startswith("accrued") and policies.unbilled_rate == "monthly average"
        return self._on(self.blank.event_date, average)

    def _growing(self, account: LedgerAccount, part: Part) -> Fraction:
        """The rate at which a balance grows: what it was booked at elsewhere; a receivable, also one that comes back, at its
        invoice's, or at the day's when it passes on to these books; cash that is exchanged back into the currency it came in,
        at the day's."""
        if part.rate is not None and (part.name, account.role) != ("taken back", "unapplied cash"):
            return part.rate
        if account.role == "held off":
            return self._rate_beside(part)
        by_invoice = account.role in ("receivables", "tax on hold") and not part.passes_to
        return self._rate_of_invoice(part) if by_invoice else self._rate(part)

    def _rate_beside(self, part: Part) -> Fraction:
        """What is held off of an unpaid advance is worth what the contract liability beside it stands at; the day's rate
        in books in which there is none."""
        subject = self._subject(with_role(self.draft.book, "contract liability"), part)
        if not (stands := self._held("carried", subject)):
            return self._rate(part)
        units = Fraction(10) ** (exponent(self.draft.currency) - exponent(self.into))
        return Fraction(self._held("carried worth", subject), stands) * units

    def _rate_of_invoice(self, part: Part) -> Fraction:
        invoice = self.draft.book.find(Invoice, part.invoice or "")
        made = self.draft.book.find(Takeover, f"TO-{invoice.contract}") if invoice else None
        if made and invoice and (booked := made.rate_of(invoice.number)) is not None:
            return booked
        return self._on(self._since(invoice) if invoice else self.blank.event_date)

    def _since(self, invoice: Invoice) -> date:
        """Since when an invoice stands in these books: from its day on or, if it passed on to them, from that day."""
        passed = self.draft.book.about(ReceivableTransfer, "invoice", invoice.number)
        return next((made.event_date for made in reversed(passed) if made.to == self.blank.entity), invoice.event_date)

    def _on(self, day: date, average: bool = False) -> Fraction:
        kind: RateKind = "average" if average else "spot"
        return rate_on(self.draft.book, self.draft.currency, self.into, day, kind)

    def _at(self, minor: int, rate: Fraction) -> int:
        return at(minor, self.draft.currency, self.into, rate)

    def _whole(self, part: Part, side: int, rate: Fraction) -> int:
        """What all of a part is worth on one side: at a rate or, of an invoice, its share of what the invoice's total is worth."""
        share = self._shares.get(id(part))
        return self._at(side * part.amount.minor, rate) if share is None else side * share

    def _is_declared(self, part: Part) -> bool:
        """Whether it is the tax of a credit, which is worth what that of the invoice was: its own amount at the rate, as it is
        declared."""
        return part.name == "tax" and self._event == "credit memo posted" and not self._at_its_own_rate()

    def _moved(self, subject: str, part: Part, side: int, rate: Fraction) -> int:
        """Move a balance; answers with what the movement is worth. What goes beyond the balance grows on the other side."""
        stands, worth, minor = (
            self._held("carried", subject),
            self._held("carried worth", subject),
            side * part.amount.minor,
        )
        if stands * minor >= 0:
            return self._grown(subject, minor, self._whole(part, side, rate))
        leaves = minor if abs(minor) <= abs(stands) else -stands
        left = 0
        if stands + leaves and self._is_declared(part):
            left = worth + self._at(leaves, rate)
        elif stands + leaves:
            each = Fraction(self._held("grown worth", subject), self._held("grown", subject))
            left = rounded((stands + leaves + side * part.beyond) * each)
        self._carry(subject, leaves, left - worth)
        rest = minor - leaves
        return left - worth + (self._grown(subject, rest, self._at(rest, rate)) if rest else 0)

    def _grown(self, subject: str, minor: int, worth: int) -> int:
        self._carry(subject, minor, worth)
        for name, now in (("grown", "carried"), ("grown worth", "carried worth")):
            self.draft.move(name, subject, self._held(now, subject) - self._held(name, subject))
        return worth

    def _along(self, subject: str, minor: int, worth: int) -> int:
        """Move a balance by what its other side is worth; all that is left of it, where nothing stands afterwards."""
        if not self._held("carried", subject) + minor:
            worth = -self._held("carried worth", subject)
        return self._grown(subject, minor, worth)

    def _held(self, name: str, subject: str) -> int:
        return self.draft.move(name, subject, 0)

    def _carry(self, subject: str, minor: int, worth: int) -> None:
        self.draft.move("carried", subject, minor)
        self.draft.move("carried worth", subject, worth)
