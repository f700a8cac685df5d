"""Organizers record a prompt: what they upload is used, or they are told what to do."""

import re
from html import unescape
from typing import Any

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.organizers.no_place import NO_PLACE
from app.organizers.prompts.form import PROBLEMS
from models import Recording
from tests.organizers.conftest import EMAIL, Organizer
from tests.organizers.prompts.conftest import Reads, Sends, said
from tests.world.campaign.campaigns import change_campaign
from tests.world.campaign.prompts import a_recording, campaign_prompt, says_instead
from tests.world.campaign.sounds import encoded, hum, quiet, wav


def test_every_problem_has_a_sentence_that_says_what_to_do() -> None:
    assert {sentence[-1] for sentence in PROBLEMS.values()} == {"."}


def test_a_recording_is_used_and_can_be_listened_to(
    uploads: Sends, session: Session, reads: Reads, client: Any
) -> None:
    assert uploads(encoded("m4a", 1.0)).location.endswith("done=changed")
    recording = session.scalars(select(Recording)).one()
    assert (recording.file_name, recording.uploaded_by, recording.size) == ("memo.m4a", EMAIL, len(recording.wav))
    assert said(session) == ("Bye.", True)
    assert re.search(r"Your recording .* 1\.0 s", reads("goodbye"))
    assert client.get(f"/recordings/{recording.name}.wav").data == recording.wav


def test_a_large_recording_is_taken(uploads: Sends) -> None:
    assert uploads(wav(hum(25, rate=48_000), 48_000), "long.wav").location.endswith("done=changed")


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        (r"C:\\Users\\ana\\hello.wav", "hello.wav"),
        ("../../etc/passwd", "passwd"),
        ("\u202egpj\x00.wav", "gpj.wav"),
        ("x" * 500, "x" * 80),
        ("🙂.m4a", "🙂.m4a"),
        ("/", "recording"),
    ],
)
def test_what_the_file_was_called_is_cut_and_cleaned(uploads: Sends, session: Session, name: str, kept: str) -> None:
    uploads(encoded("mp3"), name)
    assert session.scalar(select(Recording.file_name)) == kept


@pytest.mark.parametrize(
    ("file", "told"),
    [
        (b"", "Choose a file first."),
        (b"x", "We cannot read this as sound."),
        (bytes(5 * 1024 * 1024 + 1), "This file is larger than 5 MB."),
        (wav(hum(61)), "This is longer than 60 seconds."),
        (wav(hum(0.05)), "There is hardly anything to hear."),
        (wav(quiet()), "We hear nothing in this file."),
        (encoded("m4a", video=True), "This is a video."),
        (encoded("m4a", sounds=2), "There are several sound tracks"),
    ],
)
def test_a_file_that_cannot_be_used_is_told_and_the_words_stay(
    uploads: Sends, session: Session, file: bytes, told: str
) -> None:
    answer = uploads(file, says="I typed this for an hour.")
    assert (answer.status_code, told in unescape(answer.text)) == (422, True)
    assert "I typed this for an hour." in answer.text
    assert (said(session), session.scalar(select(func.count(Recording.id)))) == (None, 0)


@pytest.mark.usefixtures("no_place")
def test_a_file_that_cannot_be_looked_into_now_is_told_and_the_words_stay(uploads: Sends, session: Session) -> None:
    answer = uploads(encoded("mp3"), says="I typed this for an hour.")
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "5")
    assert NO_PLACE in answer.text
    assert "I typed this for an hour." in answer.text
    assert said(session) is None


def test_both_things_that_are_wrong_are_told_at_once(uploads: Sends) -> None:
    answer = unescape(uploads(b"", says="{oh}").text)
    assert "Choose a file first." in answer
    assert "{oh} is no blank of this prompt." in answer


def test_a_form_without_its_file_is_told(sends: Sends) -> None:
    assert "Choose a file first." in sends("recording", says="Bye.").text


def test_a_file_that_is_far_too_large_is_told(uploads: Sends, signed_in: Organizer, session: Session) -> None:
    answer = uploads(bytes(33 * 1024 * 1024))
    assert answer.status_code == 303
    assert "This file is far too large" in signed_in.reads(answer.location.partition("#")[0])
    assert said(session) is None


def test_nowhere_else_may_a_form_be_that_large(sends: Sends) -> None:
    assert sends("words", text="x" * 600_000).status_code == 413


def test_a_recording_leaves_the_name_to_the_voice(uploads: Sends, reads: Reads) -> None:
    assert "A recording says the same in every call" in reads("connecting")
    says = "Connecting you with {representative}. To come back, press star."
    uploads(encoded("mp3"), says=says, key="connecting", says_keys="yes")
    assert "the computer's voice says: Representative Ana Example" in reads("connecting")


def test_what_stands_within_the_script_cannot_be_recorded(uploads: Sends, session: Session, reads: Reads) -> None:
    assert uploads(encoded("mp3"), key="your_name").status_code == 404
    assert (said(session, "your_name"), "cannot be recorded" in reads("your_name")) == (None, True)


def test_a_recording_that_is_gone_is_shown_as_its_words(session: Session, campaign: int, reads: Any) -> None:
    recording = a_recording(session)
    says_instead(session, campaign_prompt(session, campaign), "Bye then.", recording.id)
    session.delete(recording)
    session.commit()
    change_campaign(session)
    assert "As it is prepared Your words Bye then." in reads("goodbye")


def test_a_recording_says_its_keys_and_somebody_listened(uploads: Sends, session: Session) -> None:
    says = "Press 1 to go on, or 9 to be left alone."
    for wrong, typed in {
        "Say “press 9”": {"says": "Press one.", "says_keys": "yes"},
        "Listen to your recording": {"says": says},
    }.items():
        assert wrong in unescape(uploads(encoded("mp3"), key="press_one", **typed).text)
    assert said(session, "press_one") is None
    uploads(encoded("mp3"), key="press_one", says=says, says_keys="yes")
    assert said(session, "press_one") == (says, True)
