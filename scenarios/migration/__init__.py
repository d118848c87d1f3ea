"""Cutovers: what a company brings from its old systems, checked record by record before anything is loaded."""
