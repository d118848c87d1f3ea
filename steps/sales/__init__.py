"""Quotes, approvals, governed master data."""

from engine.model.bearing import CUSTOMER

STAGE = "quote"
BEARS = CUSTOMER
