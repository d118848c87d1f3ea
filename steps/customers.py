"""Customers a story brings along."""

from __future__ import annotations

from engine.model.company import Company, Customer
from scenarios.world import customer


def newcomer(company: Company, name: str) -> Customer:
    """A customer of that name, with details made up from the company's and the customer's name: always the same."""
    return customer(company.name, company.entity.currency, name)
