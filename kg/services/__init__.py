"""What can be asked of the graph: one function a use case."""
