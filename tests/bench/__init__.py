"""Benchmarks: `make bench`. Each line is a ratio against a peer measured in the same run."""
