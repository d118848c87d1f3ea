"""Usage, invoices, credits, drafts, rebates, taxes, what is held."""

STAGE = "bill"
