"""The fixed order of the stages of a system's day."""

from __future__ import annotations

from engine.billing.bill_run import bill
from engine.billing.novating import novate
from engine.billing.reissuing import reissue
from engine.billing.settling import settle_rebates
from engine.book import Stage
from engine.contracts.escalating import escalate
from engine.contracts.renewing import renew
from engine.contracts.repricing import reprice
from engine.contracts.terminating import release
from engine.receivables.arranging import default
from engine.receivables.collecting import collect
from engine.receivables.dunning import dun
from engine.receivables.enforcing import enforce
from engine.receivables.passing_on import pass_on
from engine.receivables.penalizing import charge_late_fees
from engine.receivables.setting_off import use_credits, use_prepayments

BILLING_DAY: tuple[Stage, ...] = (
    *(
        renew,
        reprice,
        escalate,
        enforce,
        reissue,
        novate,
        pass_on,
        bill,
        settle_rebates,
        use_prepayments,
        use_credits,
        release,
        default,
        collect,
        dun,
        charge_late_fees,
    ),
)
