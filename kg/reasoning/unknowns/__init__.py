"""What is not known: the facts that are missing, and the changes that would flip an answer."""
