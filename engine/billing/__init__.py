"""From what is due to documents: usage, tax, invoices, credits, drafts, rebates, what is held."""
