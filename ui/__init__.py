"""The app: it asks the services, in domain values, and shows what they answer."""
