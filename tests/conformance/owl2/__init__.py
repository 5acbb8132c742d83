"""The W3C's OWL 2 test cases, answered by the project's own compiler and engine."""
