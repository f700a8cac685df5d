"""Counting days anew, however many calls they have: looking holds nobody up, and whatever is mended is a little."""
