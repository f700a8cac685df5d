"""Organizers see every prompt in the order of a call, say something in its place, and go back."""

import re
from collections.abc import Callable
from html import unescape
from io import BytesIO
from typing import Any

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session
from werkzeug.datastructures import FileStorage
from werkzeug.test import TestResponse

from app.organizers.prompt_form import PROBLEMS
from app.organizers.prompt_words import BLANKS, EVERYWHERE, GROUPS, PROMPTS
from models import Campaign, PromptVersion, Recording
from tests.organizers.conftest import EMAIL, Organizer
from tests.world.prompts import a_recording, place_of, says_instead, take_a_version_of_its_own
from tests.world.sounds import encoded, hum, quiet, wav
from voice_flows.blanks import blanks_in
from voice_flows.words import WORDS

Sends = Callable[..., TestResponse]
HOSTILE = "<img src=x onerror=alert(1)></textarea><script>"


@pytest.fixture(autouse=True)
def own_version(session: Session, campaign: int) -> None:
    take_a_version_of_its_own(session)


@pytest.fixture
def page(campaign: int) -> str:
    return f"/organizers/campaigns/{campaign}/prompts"


@pytest.fixture
def reads(signed_in: Organizer, page: str) -> Callable[..., str]:
    """The text of the list, or of a prompt's page."""

    def read(key: str = "", **query: str) -> str:
        text = signed_in.reads(f"{page}/en/{key}" if key else page, **query).partition("<main")[2]
        return unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", text)))

    return read


@pytest.fixture
def sends(signed_in: Organizer, page: str) -> Sends:
    """Open a prompt's page, fill one of its forms, press its button."""

    def send(to: str, key: str = "goodbye", **typed: Any) -> TestResponse:
        fresh = hidden(signed_in.reads(f"{page}/en/{key}"))
        ways = {"recording": signed_in.uploads}
        return ways.get(to, signed_in.sends)(f"{page}/en/{key}/{to}", **fresh | typed)

    return send


@pytest.fixture
def uploads(sends: Sends) -> Sends:
    """Choose a file, write what it says, press the button."""

    def upload(file: bytes, name: str = "memo.m4a", says: str = "Bye.", key: str = "goodbye") -> TestResponse:
        return sends("recording", key, says=says, recording=FileStorage(BytesIO(file), name))

    return upload


def hidden(text: str) -> dict[str, str]:
    return {name: re.search(rf'name="{name}" value="([^"]*)"', text)[1] for name in ("csrf_token", "seen")}


def versions(session: Session) -> list[tuple[str | None, bool, str]]:
    session.rollback()
    every = select(PromptVersion.text, PromptVersion.recording_id, PromptVersion.saved_by).order_by(PromptVersion.id)
    return [(text, recording is not None, by) for text, recording, by in session.execute(every)]


def test_every_prompt_there_is_has_its_place_in_one_group() -> None:
    assert sorted(key for group in GROUPS.values() for key in group) == sorted(WORDS["en"])


def test_every_blank_there_is_is_explained() -> None:
    assert {blank for words in WORDS.values() for text in words.values() for blank in blanks_in(text)} <= set(BLANKS)


def test_every_problem_has_a_sentence_that_says_what_to_do() -> None:
    assert {sentence[-1] for sentence in PROBLEMS.values()} == {"."}


def test_every_prompt_is_shown_as_it_is_heard_with_its_seconds(reads: Callable[..., str]) -> None:
    text = reads()
    assert [text.index(f" {name.title} ") for group in GROUPS.values() for name in group.values()]
    assert "Thank you for calling. You can reach Massachusetts Neighbors Together at 6 1 7, 5 5 5, 0 1 0 0" in text
    assert re.search(r"Goodbye\. about \d s Listen", text)


def test_prompts_stand_in_the_order_of_a_call(signed_in: Organizer, page: str) -> None:
    text = signed_in.reads(page)
    order = [text.index(f'id="{key}"') for key in ("who_is_calling", "whom", "ready", "connecting", "goodbye")]
    assert order == sorted(order)


def test_a_prompt_that_takes_too_long_is_flagged(session: Session, campaign: int, reads: Callable[..., str]) -> None:
    said = reads()
    says_instead(session, place_of(session, campaign, "office_busy"), "word " * 40)
    text = reads("office_busy")
    assert "Long" in text
    assert "This lasts longer than 12 seconds" in text
    assert reads().count(" Long ") == said.count(" Long ") + 1


def test_the_list_of_campaigns_leads_to_the_prompts(signed_in: Organizer, page: str) -> None:
    assert f'href="{page}"' in signed_in.reads("/organizers/campaigns")


def test_every_prompt_has_a_page_and_takes_its_own_words(sends: Sends) -> None:
    came = [sends("words", key, text=WORDS["en"][key]).location for key in PROMPTS if key not in EVERYWHERE]
    assert {location.rpartition("=")[2] for location in came} == {"changed"}


@pytest.mark.parametrize("key", [*EVERYWHERE, "nothing", "%00", "__class__"])
def test_what_no_campaign_can_change_has_no_page(signed_in: Organizer, page: str, key: str) -> None:
    assert signed_in.opens(f"{page}/en/{key}").status_code == 404
    assert signed_in.sends(f"{page}/en/{key}/words", text="x").status_code in {400, 404}


@pytest.mark.parametrize("path", ["?language=xx", "/xx/goodbye", "?language=%00"])
def test_a_language_that_the_phone_does_not_speak_is_not_found(signed_in: Organizer, page: str, path: str) -> None:
    assert signed_in.opens(page + path).status_code == 404


@pytest.mark.parametrize("campaign_id", ["0", "999", "9" * 30])
def test_a_campaign_that_is_not_there_is_not_found(signed_in: Organizer, campaign_id: str) -> None:
    for path in ("", "/en/goodbye"):
        assert signed_in.opens(f"/organizers/campaigns/{campaign_id}/prompts{path}").status_code == 404


def test_other_words_are_saved_with_who_did(sends: Sends, session: Session, reads: Callable[..., str]) -> None:
    sends("words", text=" Bye   from {group}. ")
    assert versions(session) == [("Bye from {group}.", False, EMAIL)]
    assert "Bye from Massachusetts Neighbors Together ." in reads("goodbye")
    assert f"By {EMAIL}." in reads("goodbye")
    assert "Goodbye Your words" in reads()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "Write what is to be said."),
        ("Bye {name}.", "{name} is no blank of this prompt. It knows {group}, {campaign_number}."),
        ("Bye {town}.", "{town} is no blank of this prompt."),
        ("Bye {group.", "There is a { or } that belongs to no blank."),
        ("Bye {}.", "There is a { or } that belongs to no blank."),
        ("Bye {group!r}.", "There is a { or } that belongs to no blank."),
    ],
)
def test_what_is_wrong_is_told_and_nothing_is_lost(sends: Sends, session: Session, text: str, told: str) -> None:
    answer = sends("words", text=text)
    assert (answer.status_code, told in unescape(answer.text)) == (422, True)
    assert f">{text}</textarea>" in answer.text
    assert versions(session) == []


def test_a_prompt_without_blanks_knows_none(sends: Sends) -> None:
    assert "It has none." in sends("words", "ready", text="Ready, {group}?").text


def test_a_recording_is_used_and_can_be_listened_to(
    uploads: Sends, session: Session, reads: Callable[..., str], client: Any
) -> None:
    assert uploads(encoded("m4a", 1.0)).location.endswith("done=changed")
    recording = session.scalars(select(Recording)).one()
    assert (recording.file_name, recording.uploaded_by, recording.size) == ("memo.m4a", EMAIL, len(recording.wav))
    assert versions(session) == [("Bye.", True, EMAIL)]
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
    assert (versions(session), session.scalar(select(func.count(Recording.id)))) == ([], 0)


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
    assert versions(session) == []


def test_nowhere_else_may_a_form_be_that_large(sends: Sends) -> None:
    assert sends("words", text="x" * 600_000).status_code == 413


def test_a_recording_leaves_the_name_to_the_voice(uploads: Sends, reads: Callable[..., str]) -> None:
    assert "A recording says the same in every call" in reads("connecting")
    uploads(encoded("mp3"), says="Connecting you with {representative}.", key="connecting")
    assert "the computer's voice says: Representative Ana Example" in reads("connecting")


def test_what_stands_within_the_script_cannot_be_recorded(
    uploads: Sends, session: Session, reads: Callable[..., str]
) -> None:
    assert uploads(encoded("mp3"), key="your_name").status_code == 404
    assert (versions(session), "cannot be recorded" in reads("your_name")) == ([], True)


def test_an_earlier_version_is_used_again(sends: Sends, uploads: Sends, session: Session) -> None:
    uploads(encoded("mp3"), says="Recorded.")
    sends("words", text="Written.")
    recorded = session.scalar(select(func.min(PromptVersion.id)))
    assert sends("again", version=str(recorded)).location.endswith("done=changed")
    assert [said for said, *_ in versions(session)] == ["Recorded.", "Written.", "Recorded."]
    assert versions(session)[-1][1]


def test_the_built_in_words_come_back(sends: Sends, session: Session, reads: Callable[..., str]) -> None:
    sends("words", text="Written.")
    sends("again", version="built-in")
    assert versions(session)[-1][0] is None
    assert "The built-in words In force" in reads("goodbye")


@pytest.mark.parametrize("version", ["", "0", "-1", "abc", "9" * 5000, "٣"])
def test_a_version_that_never_was_changes_nothing(sends: Sends, session: Session, version: str) -> None:
    assert sends("again", version=version).location.endswith("done=same")
    assert versions(session) == []


def test_a_version_of_another_prompt_changes_nothing(sends: Sends, session: Session) -> None:
    sends("words", "ready", text="Ready?")
    other = session.scalar(select(PromptVersion.id))
    assert sends("again", "goodbye", version=str(other)).location.endswith("done=same")


def test_saving_what_is_so_already_writes_nothing(sends: Sends, session: Session) -> None:
    sends("words", text="Bye.")
    assert sends("words", text="Bye.").location.endswith("done=same")
    assert len(versions(session)) == 1


@pytest.mark.parametrize("seen", ["", "x", "9" * 5000, "-1", "999"])
def test_two_organizers_at_once_are_told_and_nothing_is_lost(sends: Sends, session: Session, seen: str) -> None:
    answer = sends("words", text="Mine, for an hour.", seen=seen)
    assert (answer.status_code, "Somebody else changed this prompt meanwhile" in answer.text) == (409, True)
    assert "Mine, for an hour." in answer.text
    assert versions(session) == []


def test_another_prompt_that_was_changed_meanwhile_is_no_hindrance(
    sends: Sends, signed_in: Organizer, page: str, session: Session
) -> None:
    before = hidden(signed_in.reads(f"{page}/en/goodbye"))
    sends("words", "ready", text="Ready?")
    assert signed_in.sends(f"{page}/en/goodbye/words", **before, text="Bye.").status_code == 303


@pytest.mark.parametrize("to", ["words", "recording", "again"])
def test_a_form_without_its_token_is_refused(signed_in: Organizer, page: str, session: Session, to: str) -> None:
    answer = signed_in.sends(f"{page}/en/goodbye/{to}", text="Bye.", seen="0", version="built-in")
    assert (answer.status_code, versions(session)) == (400, [])


def test_hostile_text_is_only_text(sends: Sends, uploads: Sends, session: Session, signed_in: Organizer) -> None:
    for answer in (sends("words", text=HOSTILE), uploads(encoded("mp3"), f"{HOSTILE}.mp3", says=HOSTILE)):
        shown = answer.text + signed_in.reads(answer.location)
        assert not re.search(r"<img|<script>", shown)
    campaign = session.scalars(select(Campaign)).one()
    assert not re.search(r"<img|<script>", signed_in.reads(f"/organizers/campaigns/{campaign.id}/prompts"))


def test_a_recording_that_is_gone_is_shown_as_its_words(session: Session, campaign: int, reads: Any) -> None:
    recording = a_recording(session)
    says_instead(session, place_of(session, campaign), "Bye then.", recording.id)
    session.delete(recording)
    session.commit()
    take_a_version_of_its_own(session)
    assert "Now Your words Bye then." in reads("goodbye")
