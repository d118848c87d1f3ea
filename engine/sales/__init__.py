"""From customer to closed-won order: rules, duplicates, quotes, approvals."""
