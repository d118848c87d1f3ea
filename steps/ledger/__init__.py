"""Journals, balances, dimensions, other legal entities."""

STAGE = "close"
