"""Payments and all that can happen to an invoice after it is sent."""

STAGE = "collect"
