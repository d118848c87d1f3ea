"""Contracts from the order to the end: amended, renewed, repriced, terminated, foreseen."""
