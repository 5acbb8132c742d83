"""The command `kg`."""
