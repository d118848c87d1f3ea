"""What is promised, estimated, delivered and earned, and what it costs."""

from engine.model.bearing import of

STAGE = "recognize"
BEARS = of("cut-off")
