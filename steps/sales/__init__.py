"""Quotes, approvals, governed master data."""

STAGE = "quote"
