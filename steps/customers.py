"""Customers a story brings along."""

from __future__ import annotations

from scenarios.people import made_up

from engine.model.company import Company, Customer


def newcomer(company: Company, name: str) -> Customer:
    """A customer of that name, with details made up from the company's and the customer's name: always the same."""
    return made_up(company.name, name, f"CUST-{len(company.customers) + 1:03}")
