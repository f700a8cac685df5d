"""The forms that change a prompt: other words, or a recording and what it says."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Annotated

from pydantic import PlainValidator, ValidationInfo
from werkzeug.datastructures import FileStorage

from app.audio import LARGEST_BYTES, Sound, SoundProblem, SoundRefused, prepare_sound
from app.language.text import clean_text
from app.serving.forms import Form, Text, Wrong, known
from voice_flows.blanks import BLANK
from voice_flows.words.keys_named import STAR

LONGEST_TEXT = 1000
LONGEST_FILE_NAME = 80
NO_WORDS = "Write what is to be said. To say nothing of your own, go back to the built-in words."
STRAY = "There is a { or } that belongs to no blank. A blank looks like this: {group}."
UNKNOWN = "{{{blank}}} is no blank of this prompt. {which}"
UNNAMED = (
    "Say {keys}: whoever hears this would not know. The {noun} whatever is said, and some need it to be left alone."
)
NOT_CONFIRMED = "Listen to your recording, and tick this once it says so: otherwise people find no way out."
PROBLEMS: Mapping[SoundProblem, str] = {
    SoundProblem.EMPTY: "Choose a file first. A voice memo from your phone will do.",
    SoundProblem.TOO_LARGE: "This file is larger than 5 MB. Save it as a voice memo (m4a) or MP3: they are smaller.",
    SoundProblem.UNREADABLE: (
        "We cannot read this as sound. Use a voice memo (m4a), or an MP3, WAV, OGG, WebM, AAC, AMR, "
        "FLAC, AIFF or CAF file. If it is one of these, it is damaged: save or record it anew."
    ),
    SoundProblem.TOO_SLOW: "Reading this file took too long, so we stopped. Save it as a voice memo (m4a) or MP3.",
    SoundProblem.VIDEO: "This is a video. Record with the voice memo app of your phone, or save only the sound.",
    SoundProblem.SEVERAL: "There are several sound tracks in this file. Save it with one.",
    SoundProblem.TOO_LONG: "This is longer than 60 seconds. Record it again, in under 12: people stop listening.",
    SoundProblem.TOO_SHORT: "There is hardly anything to hear. Speak before you stop the recording.",
    SoundProblem.SILENT: "We hear nothing in this file. Check the microphone, come closer, and record it again.",
}


def _words(text: str, info: ValidationInfo) -> str:
    """The words of a prompt; only its own blanks may stand in them."""
    known_blanks = known(info, "blanks", tuple)
    if not text:
        raise Wrong(NO_WORDS)
    unknown = next((blank for blank in BLANK.findall(text) if blank not in known_blanks), None)
    if unknown is not None:
        which = f"It knows {', '.join(f'{{{blank}}}' for blank in known_blanks)}." if known_blanks else "It has none."
        raise Wrong(UNKNOWN.format(blank=unknown, which=which))
    if set("{}") & set(BLANK.sub("", text)):
        raise Wrong(STRAY)
    unnamed: tuple[str, ...] = known(info, "unnamed", partial)(text)
    if unnamed:
        raise Wrong(UNNAMED.format(keys=in_words(unnamed), noun="key works" if len(unnamed) == 1 else "keys work"))
    return text


def _says_so(typed: str, info: ValidationInfo) -> bool:
    if not typed and known(info, "names_keys", bool):
        raise Wrong(NOT_CONFIRMED)
    return bool(typed)


def in_words(keys: Sequence[str]) -> str:
    """Which keys: “press 1” and “press star”."""
    named = [f"“press {'star' if key == STAR else key}”" for key in keys]
    return f"{', '.join(named[:-1])} and {named[-1]}" if named[1:] else named[0]


Words = Annotated[str, Text(limit=LONGEST_TEXT, wide=True), PlainValidator(_words)]


class WordsForm(Form):
    """Other words."""

    text: Words


class RecordingForm(Form):
    """What a recording says, and that it says the keys; the file itself is read apart, because that takes a while."""

    says: Words
    says_keys: Annotated[bool, Text(limit=8), PlainValidator(_says_so)]


@dataclass(frozen=True)
class Upload:
    """A recording ready for the telephone and what its file was called, or what is wrong with it."""

    sound: Sound | None = None
    file_name: str = ""
    problem: str = ""


def read_upload(file: FileStorage | None) -> Upload:
    """Make of the file what a telephone plays. Takes about a second; no more of it is read than is allowed.

    Raises:
        NoPlaceError: as many files as can be are looked into already.
    """
    upload = file.read(LARGEST_BYTES + 1) if file else b""
    try:
        return Upload(prepare_sound(upload), _file_name(file))
    except SoundRefused as refused:
        return Upload(problem=PROBLEMS[refused.problem])


def _file_name(file: FileStorage | None) -> str:
    """What the uploader's computer calls it, without its folders."""
    name = re.split(r"[\\/]", (file and file.filename) or "")[-1]
    return clean_text(name, limit=LONGEST_FILE_NAME) or "recording"
