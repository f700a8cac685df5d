"""The forms that change a prompt: what was typed or uploaded, and what is wrong with it."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from werkzeug.datastructures import FileStorage

from app.audio import LARGEST_BYTES, Sound, SoundProblem, SoundRefused, prepare_sound
from app.language.text import clean_text
from voice_flows.blanks import BLANK

LONGEST_TEXT = 1000
LONGEST_FILE_NAME = 80
NO_WORDS = "Write what is to be said. To say nothing of your own, go back to the built-in words."
STRAY = "There is a { or } that belongs to no blank. A blank looks like this: {group}."
UNKNOWN = "{{{blank}}} is no blank of this prompt. {which}"
PROBLEMS: Mapping[SoundProblem, str] = {
    SoundProblem.EMPTY: "Choose a file first. A voice memo from your phone will do.",
    SoundProblem.TOO_LARGE: "This file is larger than 5 MB. Save it as a voice memo (m4a) or MP3: they are smaller.",
    SoundProblem.UNREADABLE: (
        "We cannot read this as sound. Use a voice memo (m4a), MP3, WAV, OGG or WebM file. "
        "If it is one of these, it is damaged: save or record it anew."
    ),
    SoundProblem.VIDEO: "This is a video. Record with the voice memo app of your phone, or save only the sound.",
    SoundProblem.SEVERAL: "There are several sound tracks in this file. Save it with one.",
    SoundProblem.TOO_LONG: "This is longer than 60 seconds. Record it again, in under 12: people stop listening.",
    SoundProblem.TOO_SHORT: "There is hardly anything to hear. Speak before you stop the recording.",
    SoundProblem.SILENT: "We hear nothing in this file. Check the microphone, come closer, and record it again.",
}


@dataclass(frozen=True)
class Upload:
    """A recording ready for the telephone and what its file was called, or what is wrong with it."""

    sound: Sound | None = None
    file_name: str = ""
    problem: str = ""


def typed_text(form: Mapping[str, str], field: str) -> str:
    """The words of a field, cleaned."""
    return clean_text(form.get(field, ""), limit=LONGEST_TEXT, wide=True)


def words_problem(text: str, blanks: Iterable[str]) -> str:
    """What is wrong with the words of a prompt that knows these blanks; empty if nothing is."""
    if not text:
        return NO_WORDS
    known = tuple(blanks)
    unknown = next((blank for blank in BLANK.findall(text) if blank not in known), None)
    if unknown is not None:
        which = f"It knows {', '.join(f'{{{blank}}}' for blank in known)}." if known else "It has none."
        return UNKNOWN.format(blank=unknown, which=which)
    return STRAY if set("{}") & set(BLANK.sub("", text)) else ""


def read_upload(file: FileStorage | None) -> Upload:
    """Make of the file what a telephone plays. Takes about a second; no more of it is read than is allowed."""
    upload = file.read(LARGEST_BYTES + 1) if file else b""
    try:
        return Upload(prepare_sound(upload), _file_name(file))
    except SoundRefused as refused:
        return Upload(problem=PROBLEMS[refused.problem])


def _file_name(file: FileStorage | None) -> str:
    """What the uploader's computer calls it, without its folders."""
    name = re.split(r"[\\/]", (file and file.filename) or "")[-1]
    return clean_text(name, limit=LONGEST_FILE_NAME) or "recording"
