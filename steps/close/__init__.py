"""Closing a month, and what the close report says."""

STAGE = "close"
