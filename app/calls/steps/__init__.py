"""The steps of the phone, each one thing: what is heard, done, looked up and said there, and what reaching it means."""
