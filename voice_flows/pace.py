"""How long spoken words last, about: each language has its pace."""

import re

# As the carriers' voices speak, at an easy pace.
WORDS_PER_MINUTE = {"en": 165, "es": 160, "pt": 155, "ht": 150}
USUAL = 160
CHINESE = re.compile(r"[\u3400-\u9fff]")
CHINESE_PER_MINUTE = 240  # characters


def seconds_to_say(text: str, language: str) -> float:
    """Seconds that a voice takes to say this."""
    words = sum(any(map(str.isalnum, word)) for word in CHINESE.sub(" ", text).split())
    return 60 * (words / WORDS_PER_MINUTE.get(language, USUAL) + len(CHINESE.findall(text)) / CHINESE_PER_MINUTE)
