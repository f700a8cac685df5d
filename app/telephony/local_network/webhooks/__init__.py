"""What is asked of the app over HTTP: signed, fetched, reported, and sent again where it fails."""
