"""Organizers go back to an earlier version, and never write over each other."""

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models import PromptVersion
from tests.organizers.conftest import Organizer
from tests.organizers.prompts.conftest import Reads, Sends, hidden, versions
from tests.world.campaign.sounds import encoded


def test_an_earlier_version_is_used_again(sends: Sends, uploads: Sends, session: Session) -> None:
    uploads(encoded("mp3"), says="Recorded.")
    sends("words", text="Written.")
    recorded = session.scalar(select(func.min(PromptVersion.id)))
    assert sends("again", version=str(recorded)).location.endswith("done=changed")
    assert [said for said, *_ in versions(session)] == ["Recorded.", "Written.", "Recorded."]
    assert versions(session)[-1][1]


def test_the_built_in_words_come_back(sends: Sends, session: Session, reads: Reads) -> None:
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
