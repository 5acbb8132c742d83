"""Workers in which untrusted queries and files can do no harm."""
