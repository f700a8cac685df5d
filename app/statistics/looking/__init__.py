"""Where the log looks for calls, and how many it will find: told by what was counted."""
