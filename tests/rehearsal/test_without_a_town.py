"""Rehearsals of a campaign that calls the same offices for everybody: nobody is asked where they live."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from app.rehearsal.told import Who
from models import CallSource, OfficeHolder, WhomToCall
from tests.rehearsal.test_endings import said


@pytest.fixture
def words(session, words):
    pat = session.scalars(select(OfficeHolder.id).where(OfficeHolder.name == "Pat Duffy")).one()
    return replace(words, whom_to_call=WhomToCall.LISTED, listed=(pat,))


def test_the_page_is_sent_without_one(rehearses):
    story = rehearses(ending="answered")
    assert "On the page, the supporter asks to be called." in said(story, Who.SUPPORTER)
    assert "Ask for Representative Pat Duffy." in said(story)


def test_the_hotline_offers_to_go_on_and_hears_no_place(rehearses):
    story = rehearses("key 1", source=CallSource.HOTLINE)
    assert [str(offer.choice) for offer in story.offers] == ["key 1", "key 9", "wait", "hang-up"]
    assert "Ask for Representative Pat Duffy." in said(rehearses(ending="answered", source=CallSource.HOTLINE))
