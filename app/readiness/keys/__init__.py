"""Whether the settings' own keys open what they are to open, and which of them may go."""
