"""What is promised, estimated, delivered and earned, and what it costs."""

STAGE = "recognize"
