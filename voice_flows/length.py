"""How long words take to be spoken: what a page tells an organizer, and what keeps prompts short."""

import re

from voice_flows.verbs import Say

# Words a minute at an easy pace; Mandarin is counted in characters.
WORDS_PER_MINUTE = {"en": 165, "es": 165, "pt": 165, "ht": 155}
CHARACTERS_PER_MINUTE = 240
CHINESE = re.compile(r"[\u3400-\u9fff]")


def seconds_to_speak(say: Say) -> float:
    """Seconds that a voice takes for these words, the pause after them not counted."""
    characters = len(CHINESE.findall(say.text)) if say.language == "zh" else 0
    words = len(CHINESE.sub(" ", say.text).split())
    return 60 * (words / WORDS_PER_MINUTE.get(say.language, 165) + characters / CHARACTERS_PER_MINUTE)
