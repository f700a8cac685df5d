"""Whatever is chosen, a rehearsal ends or offers a choice, and writes nothing that stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import text
from sqlalchemy.orm import Session

from app.calls.steps.at_hand import AtHand
from app.calls.steps.heard import Heard
from app.rehearsal.endings import Ending
from app.rehearsal.play import play
from app.rehearsal.scene import Scene
from app.rehearsal.told import QUIET
from app.store.db import db
from app.store.unit import never_kept
from models import THROUGH_US, CallSource
from tests.world.database.kept import everything_kept
from tests.world.examples import WHOLE_CALLS

PLACES = ("Holyoke", "01040", "Boston", "Acton", "Leverett", "Worchester", "asdf", "4821", "Nashua")
PICKS = st.lists(st.tuples(st.integers(0, 12), st.sampled_from(PLACES)), min_size=6, max_size=14)


def chosen(story, nth, place):
    """One of the choices that are offered, as a page sends it."""
    offer = story.offers[nth % len(story.offers)]
    return f"{offer.choice} {place}" if offer.is_typed else str(offer.choice)


@given(source=st.sampled_from(THROUGH_US), place=st.sampled_from(PLACES), picks=PICKS)
@WHOLE_CALLS
def test_whatever_is_chosen_ends_or_offers_a_choice(rehearses, session, source, place, picks):
    before, story = everything_kept(session), rehearses(source=source, place=place)
    for nth, said in picks:
        if story.is_over:
            break
        choice = chosen(story, nth, said)
        story = rehearses(*story.choices, choice, source=source, place=place)
        assert story.choices[-1] == choice
    assert story.offers or story.log or (source, story.phones) == (CallSource.WEB, QUIET)
    assert everything_kept(session) == before


@pytest.mark.parametrize("source", THROUGH_US)
@pytest.mark.parametrize("ending", Ending)
def test_an_ending_leaves_the_database_as_it_was(rehearses, session, ending, source):
    before = everything_kept(session)
    assert rehearses(ending=ending, source=source).captions
    assert everything_kept(session) == before


def test_nobody_waits_for_somebody_elses_rehearsal(app, session, words, rehearses):
    own = app.extensions["ringdown"]
    with Session(db.engine) as another, never_kept(another) as work:
        scene = Scene(words, CallSource.WEB, "Holyoke")
        play(AtHand(work, own.vault, own.clock, own.settings, Heard()), scene, [], Ending.ANSWERED)
        session.execute(text("SET LOCAL lock_timeout = '2s'"))
        assert rehearses(ending="answered").log


def test_a_rehearsal_that_was_played_twice_is_the_same(rehearses):
    first, again = rehearses(ending="answered"), rehearses(ending="answered")
    assert (first.captions, first.choices) == (again.captions, again.choices)
