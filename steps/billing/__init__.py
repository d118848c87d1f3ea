"""Usage, invoices, credits, drafts, rebates, taxes, what is held."""

from engine.model.bearing import of

STAGE = "bill"
BEARS = of("customer billed wrongly")
