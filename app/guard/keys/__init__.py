"""Keys that end: one for each day and kind of data, in a folder apart; destroying one is what forgetting means."""
