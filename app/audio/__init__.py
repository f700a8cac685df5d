"""Makes of whatever somebody recorded what a telephone plays: 8 kHz, one channel, even loudness, no silence around it.

SoundRefused (problem)    the upload cannot be used; the problem says why
"""

from app.audio.decoding import LARGEST_BYTES, Sound, prepare_sound
from app.audio.decoding_process import LONGEST_SECONDS
from app.audio.problems import SoundProblem, SoundRefused
from app.audio.sound import SHORTEST_SECONDS

__all__ = [
    "LARGEST_BYTES",
    "LONGEST_SECONDS",
    "SHORTEST_SECONDS",
    "Sound",
    "SoundProblem",
    "SoundRefused",
    "prepare_sound",
]
