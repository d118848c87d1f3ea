"""Coming over from old systems."""

STAGE = "close"
