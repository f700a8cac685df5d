"""Organizers prepare again what an edition said, and never write over each other."""

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models import Edition
from tests.organizers.conftest import EMAIL, Organizer
from tests.organizers.prompts.conftest import Reads, Sends, hidden, publish, said
from tests.world.campaign.prompts import campaign_prompt, says_instead
from tests.world.campaign.sounds import encoded


def test_what_an_edition_said_is_prepared_again(sends: Sends, uploads: Sends, session: Session) -> None:
    uploads(encoded("mp3"), says="Recorded.")
    publish(session)
    recorded = session.scalar(select(func.max(Edition.id)).where(Edition.published_at.is_not(None)))
    sends("words", text="Written.")
    assert sends("again", edition=str(recorded)).location.endswith("done=changed")
    assert said(session) == ("Recorded.", True)


def test_what_was_published_is_shown_with_who_did(sends: Sends, session: Session, reads: Reads) -> None:
    sends("words", text="Written.")
    assert "Written." not in reads("goodbye").partition("What was published")[2]
    publish(session)
    assert "In force Written. Published by ana@example.org." in reads("goodbye")


def test_the_built_in_words_come_back(sends: Sends, session: Session, reads: Reads) -> None:
    sends("words", text="Written.")
    publish(session)
    assert sends("again", edition="built-in").location.endswith("done=changed")
    assert said(session) is None
    publish(session)
    assert "The built-in words In force" in reads("goodbye")


@pytest.mark.parametrize("edition", ["", "0", "-1", "abc", "9" * 5000, "٣"])
def test_an_edition_that_never_was_changes_nothing(sends: Sends, session: Session, edition: str) -> None:
    assert sends("again", edition=edition).location.endswith("done=same")
    assert said(session) is None


def test_an_edition_that_said_nothing_of_this_prompt_changes_nothing(sends: Sends, session: Session) -> None:
    sends("words", "ready", text="Press 1, or 2 to hear it again.")
    publish(session)
    other = session.scalar(select(func.max(Edition.id)).where(Edition.published_at.is_not(None)))
    assert sends("again", "goodbye", edition=str(other)).location.endswith("done=same")


def test_what_was_said_before_keys_had_to_be_named_is_not_said_again(
    sends: Sends, session: Session, campaign: int
) -> None:
    says_instead(session, campaign_prompt(session, campaign, key="press_one"), "Press one.")
    publish(session)
    before = session.scalar(select(func.max(Edition.id)).where(Edition.published_at.is_not(None)))
    sends("words", "press_one", text="Press 1 or 9.")
    answer = sends("again", "press_one", edition=str(before))
    assert (answer.status_code, "does not say “press 9”" in answer.text) == (422, True)


def test_saving_what_is_so_already_writes_nothing(sends: Sends, session: Session) -> None:
    sends("words", text="Bye.")
    assert sends("words", text="Bye.").location.endswith("done=same")
    assert session.scalars(select(Edition.saved_by).where(Edition.revision == 2)).all() == [EMAIL]


@pytest.mark.parametrize("seen", ["", "x", "9" * 5000, "-1", "999"])
def test_two_organizers_at_once_are_told_and_nothing_is_lost(sends: Sends, session: Session, seen: str) -> None:
    answer = sends("words", text="Mine, for an hour.", seen=seen)
    assert (answer.status_code, "Somebody else changed this prompt meanwhile" in answer.text) == (409, True)
    assert "Mine, for an hour." in answer.text
    assert said(session) is None


def test_whoever_comes_second_sees_both(sends: Sends, signed_in: Organizer, page: str, session: Session) -> None:
    before = hidden(signed_in.reads(f"{page}/en/goodbye"))
    sends("words", text="Theirs.")
    answer = signed_in.sends(f"{page}/en/goodbye/words", **before, text="Mine.")
    assert (answer.status_code, "Mine.</textarea>" in answer.text, "Theirs." in answer.text) == (409, True, True)
    assert said(session) == ("Theirs.", False)


def test_another_prompt_that_was_changed_meanwhile_is_no_hindrance(
    sends: Sends, signed_in: Organizer, page: str, session: Session
) -> None:
    before = hidden(signed_in.reads(f"{page}/en/goodbye"))
    sends("words", "ready", text="Press 1, or 2 to hear it again.")
    assert signed_in.sends(f"{page}/en/goodbye/words", **before, text="Bye.").status_code == 303
