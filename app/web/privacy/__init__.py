"""What is kept of a supporter, in their own language, and how to have it forgotten."""
