"""Contracts and invoices as a production system exports them: mapped, checked, anonymized, and turned into stories."""
