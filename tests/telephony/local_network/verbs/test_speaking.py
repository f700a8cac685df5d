"""How long Say, Play and Pause take, and what is written down of them."""

import io
import wave

import pytest
from flask import Response


@pytest.fixture
def seconds(app, ring, supporter):
    def perform(verbs):
        app.pages["/voice"] = f"<Response>{verbs}</Response>"
        return int(ring().duration)

    return perform


def wav(seconds: int) -> bytes:
    kept = io.BytesIO()
    with wave.open(kept, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(8000)
        sound.writeframes(bytes(16000 * seconds))
    return kept.getvalue()


def test_165_words_take_a_minute(seconds):
    assert seconds(f"<Say>{'word ' * 165}</Say>") == 60


def test_so_do_240_chinese_characters(seconds):
    assert seconds(f"<Say>{'你好' * 120}。</Say>") == 60


def test_what_is_longer_than_a_voice_reads_is_skipped_with_a_warning(seconds, network):
    assert seconds(f"<Say>{'好' * 1001}</Say><Say>{'word ' * 165}</Say>") == 60
    assert [(notice.name, notice.code) for notice in network.notices()] == [("say-too-long", 13521)]
    assert len(network.transcript()) == 1


@pytest.mark.parametrize(
    ("mark", "expected"), [('time="4s"', 4), ('time="2500ms"', 2), ('strength="x-strong"', 1), ("", 0)]
)
def test_breaks_are_waited_for(seconds, mark, expected):
    assert seconds(f"<Say><break {mark}/></Say>") == expected


def test_loops_repeat_what_is_said(seconds, network):
    assert seconds("<Say loop='3'><break time='2s'/>Yes.</Say>") == 7
    assert [line.text for line in network.transcript()] == ["Yes."] * 3


def test_speech_marks_are_not_read_aloud(seconds, network):
    seconds("<Say>Call <say-as interpret-as='telephone'>617 555 0100</say-as> <p>now</p>.</Say>")
    assert network.transcript()[0].text == "Call 617 555 0100 now."


def test_a_pause_is_one_second_unless_said(seconds):
    assert (seconds("<Pause/>"), seconds('<Pause length="7"/>')) == (1, 7)


def test_a_wav_plays_as_long_as_its_header_says(seconds, app, network):
    app.pages["/hello.wav"] = lambda _: Response(wav(9), content_type="audio/wav")
    assert seconds("<Play>/hello.wav</Play>") == 9
    assert network.transcript()[0].text == "[hello.wav]"


def test_a_wav_is_fetched_once(seconds, app, network):
    app.pages["/hello.wav"] = lambda _: Response(wav(2), content_type="audio/wav")
    assert seconds("<Play loop='2'>/hello.wav</Play><Play>/hello.wav</Play>") == 6
    assert len(network.requests("audio")) == 1


def test_a_missing_file_is_a_warning_and_a_guess(seconds, app, network):
    app.pages["/gone.mp3"] = lambda _: Response("gone", 404)
    assert seconds("<Play>/gone.mp3</Play>") == 5
    assert network.notices()[0].name == "audio-missing"


def test_keys_can_be_played(seconds, network):
    assert seconds("<Play digits='wwWW'/>") == 3
    assert network.transcript()[0].keys == "wwWW"
