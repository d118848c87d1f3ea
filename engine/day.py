"""The fixed order of the stages of a system's day."""

from __future__ import annotations

from engine.applying import use_credits, use_prepayments
from engine.billing import bill
from engine.book import Stage
from engine.collecting import collect
from engine.dunning import dun
from engine.enforcing import enforce
from engine.escalating import escalate
from engine.penalizing import charge_late_fees
from engine.reissuing import reissue
from engine.renewing import renew
from engine.repricing import reprice
from engine.settling import settle_rebates
from engine.terminating import release

BILLING_DAY: tuple[Stage, ...] = (
    *(
        renew,
        reprice,
        escalate,
        enforce,
        reissue,
        bill,
        settle_rebates,
        use_prepayments,
        use_credits,
        release,
        collect,
        dun,
        charge_late_fees,
    ),
)
