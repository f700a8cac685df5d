"""The commands of `flask carrier`: the same set-up as in the browser, for whoever has a shell on the server."""
