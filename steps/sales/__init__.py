"""Quotes, approvals, governed master data."""
