"""How long words take to be spoken, about: what a page tells an organizer, and what keeps prompts short."""

import re

# Words a minute, as the carriers' voices speak at an easy pace; Mandarin is counted in characters.
WORDS_PER_MINUTE = {"en": 165, "es": 165, "pt": 165, "ht": 155, "zh": 165}
CHARACTERS_PER_MINUTE = 240
CHINESE = re.compile(r"[\u3400-\u9fff]")


def seconds_to_say(text: str, language: str) -> float:
    """Seconds that a voice takes to say this, pauses after it not counted."""
    words = sum(any(map(str.isalnum, word)) for word in CHINESE.sub(" ", text).split())
    return 60 * (words / WORDS_PER_MINUTE[language] + len(CHINESE.findall(text)) / CHARACTERS_PER_MINUTE)
