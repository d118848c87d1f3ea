"""Documents as people get and file them: invoices, letters, statements, journals."""
