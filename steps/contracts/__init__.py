"""What customers sign and how it changes, to the end."""

from engine.model.bearing import CUSTOMER

STAGE = "order"
BEARS = CUSTOMER
