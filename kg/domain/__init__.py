"""The values that the parts exchange: the standard library and nothing else."""
