"""How long somebody hears a sentence: as recorded where it is played, else about as voices speak."""

from collections.abc import Iterable

from voice_flows.length import seconds_to_say
from voice_flows.said.parts import Part
from voice_flows.said.recorded import seconds_of
from voice_flows.said.voices import IN_PIECES
from voice_flows.verbs import Play, Say, Spoken


def lasts(says: Iterable[Spoken]) -> float:
    """Seconds of all of it, with the silences; a campaign's own recording is taken to last as long as its words."""
    return sum(_seconds(one) + one.pause for one in says)


def _seconds(one: Spoken) -> float:
    if isinstance(one, Play) or one.language not in IN_PIECES:
        return seconds_to_say(one.text, one.language)
    return sum(_seconds_of_part(part, one) for part in one.parts or (Part(one.text, one.language),))


def _seconds_of_part(part: Part, whole: Say) -> float:
    recorded = seconds_of(part.text) if part.language == whole.language else None
    return seconds_to_say(part.text, part.language) if recorded is None else recorded
