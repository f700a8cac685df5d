"""Records what no carrier has a voice for: `make voices` has espeak-ng say each sentence of Haitian Creole once.

Each becomes an MP3 file as loud as uploads are, named by what it says, which its title tells too. What is there already
is left as it is, unless `--anew` is given; what is said no more goes.
"""

import io
import json
import shutil
import subprocess  # nosec B404 # runs a program that we name, on our own words
import sys
from array import array
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from itertools import chain
from pathlib import Path

import av

from app.audio.decoding_process import RATE
from app.audio.loudness import FRAME, around_zero, even, spoken_frames
from app.language.moments.names import CREOLE_DAYS, CREOLE_MONTHS
from app.language.moments.said import CREOLE, CREOLE_RELATIVE
from voice_flows.blanks import pieces_between
from voice_flows.said.creole_numbers import NUMBERS
from voice_flows.said.played import INDEX, SECONDS, SILENCE, as_piece, in_sentences, name_of
from voice_flows.words import ADDRESS_MARKS, DISTRICT, OFFICE_OF, TITLES, WORDS, ZIP_CODE

LANGUAGE = "ht"
FOLDER = Path(__file__).resolve().parents[1] / "app" / "recordings" / "voices"
BIT_RATE, MP3_RATE = 24_000, 16_000
WORDS_PER_MINUTE = 191
AFTER_A_SENTENCE, AFTER_WORDS = 0.08, 0.02  # seconds of silence; the encoder puts as much before each
ENDS, AT_ONCE = ".?!", 16


def sentences() -> Iterator[str]:
    """Every sentence of every prompt, or what of it stands between two blanks."""
    for text in WORDS[LANGUAGE].values():
        for words, _ in pieces_between(text):
            yield from map(as_piece, in_sentences(words))


def words() -> Iterator[str]:
    """Everything by which a blank may be filled that is no name."""
    templates = (DISTRICT[LANGUAGE], OFFICE_OF[LANGUAGE], *CREOLE_RELATIVE)
    yield from chain.from_iterable(template.split("{}") for template in templates)
    yield from chain(TITLES[LANGUAGE].values(), ADDRESS_MARKS[LANGUAGE], (ZIP_CODE[LANGUAGE],), NUMBERS)
    yield from chain(CREOLE_DAYS, CREOLE_MONTHS, ("premye",), CREOLE.hours, (words for _, words in CREOLE.periods))


def pieces() -> list[str]:
    """All that is to be recorded, each once."""
    said = (as_piece(text) for text in chain(sentences(), words()))
    return [*dict.fromkeys(text for text in said if any(map(str.isalnum, text))), SILENCE[0]]


def main() -> int:
    """Record what is missing, forget what is not said any more, write down how long each lasts."""
    if not shutil.which("espeak-ng"):
        sys.exit("make voices needs espeak-ng: apt install espeak-ng")
    wanted, anew = pieces(), "--anew" in sys.argv
    FOLDER.mkdir(exist_ok=True)
    with ThreadPoolExecutor(AT_ONCE) as each:
        seconds = dict(zip(wanted, each.map(partial(_recorded, anew=anew), wanted), strict=True))
    INDEX.write_text(json.dumps(seconds, ensure_ascii=False, indent=0, sort_keys=True) + "\n", encoding="utf-8")
    names = {f"{name_of(piece)}.mp3" for piece in wanted}
    for file in FOLDER.glob("*.mp3"):
        if file.name not in names:
            file.unlink()
    size = sum(file.stat().st_size for file in FOLDER.glob("*.mp3"))
    print(f"{len(wanted)} recordings, {sum(seconds.values()):.0f} s, {size / 1_000_000:.2f} MB")  # noqa: T201
    return 0


def _recorded(piece: str, *, anew: bool) -> float:
    file = FOLDER / f"{name_of(piece)}.mp3"
    if file.exists() and piece in SECONDS and not anew:
        return SECONDS[piece]
    samples = array("h", [0]) * round(SILENCE[1] * RATE) if piece == SILENCE[0] else _spoken(piece)
    file.write_bytes(_mp3(samples, piece))
    return round(len(samples) / RATE, 2)


def _spoken(piece: str) -> "array[int]":
    """The piece as loud as uploads are, without silence around it but for what follows a sentence."""
    command = ["espeak-ng", "-v", LANGUAGE, "-s", str(WORDS_PER_MINUTE), "--stdout", NUMBERS.get(piece, piece)]
    wav = subprocess.run(command, capture_output=True, check=True).stdout  # nosec B603 # our own words
    said = around_zero(_samples(wav))
    loud = spoken_frames(said)
    after = AFTER_A_SENTENCE if piece[-1] in ENDS else AFTER_WORDS
    kept = even(said[max(0, loud[0] - 1) * FRAME : (loud[-1] + 2) * FRAME])
    return kept + array("h", [0]) * round(after * RATE)


def _samples(wav: bytes) -> "array[int]":
    """What espeak-ng said, at the rate of a telephone line."""
    samples, resampler = array("h"), av.AudioResampler(format="s16", layout="mono", rate=RATE)
    with av.open(io.BytesIO(wav), "r") as container:
        for frame in (*container.decode(audio=0), None):
            for piece in resampler.resample(frame):
                samples.frombytes(bytes(piece.planes[0])[: 2 * piece.samples])
    return samples


def _mp3(samples: "array[int]", title: str) -> bytes:
    file = io.BytesIO()
    with av.open(file, "w", format="mp3", options={"write_xing": "0", "id3v2_version": "4"}) as container:
        container.metadata["title"] = title
        stream = container.add_stream("libmp3lame", rate=MP3_RATE, layout="mono")
        stream.bit_rate = BIT_RATE
        frame = av.AudioFrame(format="s16", layout="mono", samples=len(samples))
        frame.sample_rate = RATE
        frame.planes[0].update(samples.tobytes())
        resampler = av.AudioResampler(format="s16p", layout="mono", rate=MP3_RATE, frame_size=stream.frame_size or 576)
        for piece in (*resampler.resample(frame), *resampler.resample(None)):
            container.mux(stream.encode(piece))
        container.mux(stream.encode(None))
    return file.getvalue()


if __name__ == "__main__":
    sys.exit(main())
