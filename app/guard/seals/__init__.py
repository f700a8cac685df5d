"""What the settings' own keys seal for longer than a day: by the first of them, and anew once another is the first."""
