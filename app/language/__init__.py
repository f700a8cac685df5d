"""Sentences that a page translates, the languages there are, their catalogs, and the cleaning of typed text."""
