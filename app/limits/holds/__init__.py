"""What is held back for now, by somebody or because something is odd, and how it goes on."""
