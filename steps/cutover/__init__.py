"""Coming over from old systems."""

from engine.model.bearing import CUSTOMER, REVENUE

STAGE = "close"
BEARS = REVENUE | CUSTOMER
