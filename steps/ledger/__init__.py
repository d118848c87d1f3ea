"""Journals, balances, dimensions, other legal entities."""

from engine.model.bearing import REVENUE

STAGE = "close"
BEARS = REVENUE
