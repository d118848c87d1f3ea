"""What customers sign and how it changes, to the end."""

STAGE = "order"
