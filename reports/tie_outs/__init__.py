"""What must agree between the systems, compared to the cent, and why it does not."""
