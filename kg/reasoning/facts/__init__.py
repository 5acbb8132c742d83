"""What the case says: its individuals, and under what condition each fact holds of them."""
