"""Payments and all that can happen to an invoice after it is sent."""

from engine.model.bearing import CASH

STAGE = "collect"
BEARS = CASH
