"""What organizers save is prepared, whoever else saves; of two in one text the second is told, and both stay."""

import pytest
from sqlalchemy.exc import NoResultFound

from app.campaigns.editions.prepare import FieldsChangedError, Typed, prepare
from app.campaigns.editions.prepared import prepared_edition
from tests.campaigns.editions.conftest import HEADLINE, PITCH, SCRIPT
from tests.world.campaign.campaigns import WHO
from tests.world.people.crowd import at_once


def test_what_is_saved_is_prepared_and_not_in_force(saves, prepared, in_force, version):
    before = (version(), in_force().content)
    assert saves({HEADLINE: "Call now"})
    assert prepared().content.english.headline == "Call now"
    assert (version(), in_force().content) == before


def test_each_save_is_the_next_revision_with_who_and_when(saves, prepared):
    before = prepared().revision
    saves({HEADLINE: "Call now"})
    assert (prepared().revision, prepared().saved_by, prepared().saved_at) == (before + 1, WHO["by"], WHO["now"])


def test_what_is_so_already_is_no_revision(saves, prepared):
    before = prepared()
    assert not saves({HEADLINE: before.content.english.headline})
    assert prepared() == before


def test_two_people_save_two_fields(saves, seen, prepared):
    before = seen(HEADLINE, PITCH)
    old = prepared().content.english
    saves({HEADLINE: "Theirs"})
    assert saves({HEADLINE: old.headline, PITCH: "Mine"}, seen_before=before)
    assert (prepared().content.english.headline, prepared().content.english.pitch) == ("Theirs", "Mine")


def test_the_second_of_two_in_one_field_is_shown_what_the_first_made_of_it(saves, seen, prepared):
    before = seen(HEADLINE, PITCH)
    saves({HEADLINE: "Theirs"})
    with pytest.raises(FieldsChangedError) as told:
        saves({HEADLINE: "Mine", PITCH: "Mine too"}, seen_before=before)
    assert told.value.stands == {HEADLINE: "Theirs"}
    assert (prepared().content.english.headline, prepared().revision) == ("Theirs", 2)


def test_two_who_type_the_same_are_no_conflict(saves, seen):
    before = seen(HEADLINE)
    saves({HEADLINE: "The same"})
    assert not saves({HEADLINE: "The same"}, seen_before=before)


def test_who_types_nothing_and_sees_what_is_no_longer_so_is_told(saves, seen, prepared):
    before, old = seen(HEADLINE), prepared().content.english.headline
    saves({HEADLINE: "Theirs"})
    with pytest.raises(FieldsChangedError):
        saves({HEADLINE: old}, seen_before=before)


def test_what_stood_beside_the_field_must_stand_there_still(saves, seen):
    before = seen(PITCH, SCRIPT)
    saves({SCRIPT: "Theirs"})
    with pytest.raises(FieldsChangedError) as told:
        saves({PITCH: "Mine"}, seen_before=before, beside=(SCRIPT,))
    assert told.value.stands == {SCRIPT: "Theirs"}


def test_of_many_who_save_one_field_at_once_one_does_and_of_other_fields_all_do(session, campaign, seen, prepared):
    shown, engine = seen(HEADLINE, *((("prompts", "en", f"p{nth}")) for nth in range(8))), session.get_bind()
    session.rollback()

    def save(own_session, nth):
        return prepare(own_session, campaign, Typed({HEADLINE: f"Call {nth}"}, shown), **WHO)

    def say(own_session, nth):
        return prepare(own_session, campaign, Typed({("prompts", "en", f"p{nth}"): {"text": "x"}}, shown), **WHO)

    came = at_once(engine, 8, save)
    assert (came.count(True), sum(isinstance(one, FieldsChangedError) for one in came)) == (1, 7)
    assert at_once(engine, 8, say) == [True] * 8
    assert len(prepared().content.prompts["en"]) == 8


def test_of_a_campaign_that_is_not_there_nothing_is_prepared(session, campaign):
    with pytest.raises(NoResultFound):
        prepared_edition(session, campaign + 1)
