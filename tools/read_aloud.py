"""Has espeak-ng read to files what callers hear, and measures it: `make read-aloud`, for docs/voice-flows.md.

A whole call to the hotline is rehearsed in each language; the files stand in instance/read-aloud.
"""

import json
import shutil
import subprocess  # nosec B404 # runs a program that we name, on our own words
import sys
import wave
from collections.abc import Mapping, Sequence
from pathlib import Path

from app import create_app
from app.telephony.local_network.phones.sounds import seconds_to_say
from tools.voice_flows import SECONDS
from voice_flows.parts.hotline import LANGUAGE_KEYS
from voice_flows.said.played import seconds_of

VOICES: Mapping[str, str] = {"en": "en-us", "es": "es-419", "pt": "pt-br", "ht": "ht", "zh": "cmn", "yue": "yue"}
ZIP_CODE, WORDS_PER_MINUTE = "01040", 165
FOLDER = Path("instance") / "read-aloud"


def main() -> int:
    """One call in each language."""
    if not shutil.which("espeak-ng"):
        sys.exit("make read-aloud needs espeak-ng: apt install espeak-ng")
    FOLDER.mkdir(parents=True, exist_ok=True)
    measured = {language: _measured(language) for language in LANGUAGE_KEYS.values()}
    SECONDS.write_text(json.dumps(measured, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(measured))  # noqa: T201
    return 0


def _measured(language: str) -> Mapping[str, int]:
    said = _said(language)
    estimated = sum(seconds_of(text) or seconds_to_say(text) for text in said)
    return {"read": round(_read(said, language)), "estimated": round(estimated)}


def _said(language: str) -> Sequence[str]:
    """What the program says once the language was chosen: before, it speaks all of them."""
    asked = ["rehearse", "--hotline", "--zip", ZIP_CODE, "--language", language, "--json"]
    result = create_app().test_cli_runner().invoke(args=asked)
    transcript = json.loads(result.stdout)["transcript"]
    chosen = next(at for at, line in enumerate(transcript) if line["who"] == "supporter")
    return [line["text"] for line in transcript[chosen:] if line["who"] == "program" and line.get("text")]


def _read(said: Sequence[str], language: str) -> float:
    """Seconds of the file that espeak-ng writes."""
    file = FOLDER / f"{language}.wav"
    command = ["espeak-ng", "-v", VOICES[language], "-s", str(WORDS_PER_MINUTE), "-w", str(file), "\n".join(said)]
    subprocess.run(command, check=True)  # nosec B603 # our own words
    with wave.open(str(file)) as sound:
        return float(sound.getnframes() / sound.getframerate())


if __name__ == "__main__":
    sys.exit(main())
