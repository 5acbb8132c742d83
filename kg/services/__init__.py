"""One function a use case; the only door for the command line, the server and the app."""
