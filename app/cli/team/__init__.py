"""The commands of `flask team`: who runs this server, for whoever has a shell on it."""
