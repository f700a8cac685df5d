"""Whatever people record becomes what a telephone plays; what cannot is refused by its name."""

import os
import struct
from array import array
from contextlib import suppress

import pytest

from app.apart import RefusedError
from app.audio import LARGEST_BYTES, SoundProblem, SoundRefused, prepare_sound
from app.audio.decoding_process import samples_in
from tests.world.campaign.sounds import (
    amr,
    encoded,
    hum,
    quiet,
    samples_of,
    stereo,
    wav,
    wav_that_claims,
    with_cover,
)

EVERYDAY = ["m4a", "lossless m4a", "mp3", "ogg", "webm", "wav", "aac", "flac", "aiff", "caf", "plain caf"]


def problem(upload):
    with pytest.raises(SoundRefused) as refused:
        prepare_sound(upload)
    return refused.value.problem


@pytest.mark.parametrize(
    ("kind", "layout"), [*((kind, "stereo") for kind in EVERYDAY), ("m4a", "mono"), ("wav", "mono")]
)
def test_what_phones_and_computers_record_is_taken(kind, layout):
    sound = prepare_sound(encoded(kind, 1.0, layout=layout))
    assert sound.seconds == pytest.approx(1.0, abs=0.06)
    assert len(samples_of(sound.wav)) == pytest.approx(8000, abs=500)


@pytest.mark.parametrize("kind", ["avi", "wavpack in a film", "old sound in a wave"])
def test_other_kinds_are_refused_though_they_could_be_read(kind):
    assert problem(encoded(kind)) is SoundProblem.UNREADABLE


@pytest.mark.parametrize(
    ("upload", "why"),
    [
        (b"", SoundProblem.EMPTY),
        (bytes(LARGEST_BYTES + 1), SoundProblem.TOO_LARGE),
        (bytes(LARGEST_BYTES), SoundProblem.UNREADABLE),
        (b"<html><script>alert(1)</script>", SoundProblem.UNREADABLE),
        (b"#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n", SoundProblem.UNREADABLE),
        (wav(hum(60.2)), SoundProblem.TOO_LONG),
        (wav(hum(0.09)), SoundProblem.TOO_SHORT),
        (wav(quiet()), SoundProblem.SILENT),
        (wav(hum(level=0.001)), SoundProblem.SILENT),
        (wav(hum(0)), SoundProblem.SILENT),
        (wav(array("h", [9000] * 8000)), SoundProblem.SILENT),
        (wav(array("h", [-32_768] * 8000)), SoundProblem.SILENT),
    ],
)
def test_what_cannot_be_used_is_refused_by_its_name(upload, why):
    assert problem(upload) is why


def test_what_older_phones_record_is_taken():
    assert prepare_sound(amr(1.0)).seconds == pytest.approx(1.0, abs=0.1)


def test_a_channel_that_is_the_other_upside_down_does_not_silence_it():
    upside_down = array("h", (-sample for sample in hum()))
    assert prepare_sound(wav(stereo(hum(), upside_down), channels=2)).seconds == pytest.approx(1.0, abs=0.01)


@pytest.mark.parametrize("sides", [(hum(), quiet()), (quiet(), hum())])
def test_a_microphone_on_one_side_is_enough(sides):
    assert prepare_sound(wav(stereo(*sides), channels=2)).seconds == pytest.approx(1.0, abs=0.01)


def test_a_video_is_refused():
    assert problem(encoded("m4a", video=True)) is SoundProblem.VIDEO


def test_the_cover_of_an_album_is_no_video():
    assert prepare_sound(with_cover(encoded("mp3"))).seconds == pytest.approx(1.0, abs=0.06)


def test_a_file_with_two_sounds_is_refused():
    assert problem(encoded("m4a", sounds=2)) is SoundProblem.SEVERAL


def test_a_whole_minute_is_taken():
    assert prepare_sound(wav(hum(60))).seconds == pytest.approx(60)


HOSTILE = {
    "one sample a second": wav_that_claims(hum(), rate=1),
    "two thousand million samples a second": wav_that_claims(hum(), rate=2**31 - 1),
    "no samples a second": wav_that_claims(hum(), rate=0),
    "65,535 channels": wav_that_claims(hum(20), channels=65_535),
    "noise": os.urandom(LARGEST_BYTES),
}


@pytest.mark.parametrize("upload", HOSTILE.values(), ids=HOSTILE)
def test_a_file_that_was_made_to_do_harm_is_refused(upload):
    assert problem(upload) is SoundProblem.UNREADABLE


@pytest.mark.parametrize(("box", "at"), [(b"stsz", 8), (b"stts", 12), (b"stsc", 12), (b"stco", 8), (b"mdhd", 16)])
def test_a_table_that_claims_thousands_of_millions_of_entries_does_no_harm(box, at):
    upload = bytearray(encoded("m4a"))
    where = upload.find(box) + at
    upload[where : where + 8] = struct.pack(">II", 2**31 - 2, 1)
    with suppress(SoundRefused):
        assert prepare_sound(bytes(upload)).seconds <= 60


def test_a_header_that_promises_more_than_there_is_makes_no_difference():
    assert prepare_sound(wav_that_claims(hum(), bytes_claimed=2**32 - 1)).seconds == pytest.approx(1.0)


@pytest.mark.parametrize("kind", ["mp3", "wav"])
def test_of_half_a_file_its_half_is_taken(kind):
    upload = encoded(kind, 2.0)
    assert prepare_sound(upload[: len(upload) // 2]).seconds == pytest.approx(1.0, abs=0.1)


def test_half_a_voice_memo_cannot_be_read():
    upload = encoded("m4a")
    assert problem(upload[: len(upload) // 2]) is SoundProblem.UNREADABLE


def test_the_process_decodes_what_it_is_given():
    assert len(samples_in(encoded("mp3", 1.0))) == pytest.approx(16_000, abs=1000)


@pytest.mark.parametrize(
    ("upload", "word"),
    [
        (encoded("m4a", video=True), "video"),
        (encoded("m4a", sounds=2), "several"),
        (wav(hum(61)), "too-long"),
        (b"x", "unreadable"),
        (wav_that_claims(hum(), rate=1), "unreadable"),
    ],
)
def test_the_process_says_one_word(upload, word):
    with pytest.raises(RefusedError, match=f"^{word}$"):
        samples_in(upload)
