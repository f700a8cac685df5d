"""Who may be rung, how often, and who may try: everything that is refused before anything is done belongs here."""
