"""What a contract says: its periods, prices, discounts and quantities, and what they come to."""
