"""What a caller hears: pure functions and the spoken words; no web, no database, no clock."""
