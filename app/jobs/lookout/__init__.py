"""What the web server notices itself, since no job could tell: no worker, no room, or that it was away."""
