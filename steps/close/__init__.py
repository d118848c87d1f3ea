"""Closing a month, and what the close report says."""

from engine.model.bearing import REVENUE

STAGE = "close"
BEARS = REVENUE
