"""What a campaign says and whom it calls: its texts, translations, prompts, recordings, and their versions."""
