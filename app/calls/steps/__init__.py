"""The steps of the phone: what was heard, what is done and looked up at a step, and what reaching it means."""
