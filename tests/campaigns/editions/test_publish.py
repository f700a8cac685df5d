"""What is prepared comes into force at one moment; what was in force before can be read, and come back."""

import pytest

from app.campaigns.editions.begin import new_campaign
from app.campaigns.editions.content import Content
from app.campaigns.editions.earlier import edition_in_force, published_edition, published_editions
from app.campaigns.editions.prepared import prepared_edition
from app.campaigns.editions.publish import publish, publish_again
from app.campaigns.in_force import campaign_words
from app.campaigns.texts import Texts
from app.campaigns.versions import CampaignChangedError
from tests.campaigns.editions.conftest import HEADLINE, PITCH
from tests.world.campaign.campaigns import WHO
from tests.world.one_unit import kept
from tests.world.people.crowd import at_once


@pytest.fixture
def publishes(session, campaign, prepared):
    """Publish what is prepared, as it was looked at."""

    def publishes(revision=None):
        seen = prepared().revision if revision is None else revision
        return kept(session, lambda work: publish(work.session, campaign, seen, **WHO))

    return publishes


@pytest.fixture
def again(session, campaign, prepared):
    """Publish an earlier edition again."""

    def again(edition_id, revision=None):
        seen = prepared().revision if revision is None else revision
        return kept(session, lambda work: publish_again(work.session, campaign, edition_id, seen, **WHO))

    return again


def test_all_that_is_prepared_comes_into_force_as_the_next_version(saves, publishes, in_force, version):
    before = version()
    saves({HEADLINE: "Call now", PITCH: "Because"})
    assert publishes()
    assert version() == before + 1
    assert (in_force().content.english.headline, in_force().content.english.pitch) == ("Call now", "Because")
    assert (in_force().row.version, in_force().row.published_by) == (before + 1, WHO["by"])


def test_what_is_prepared_next_begins_as_what_was_published(saves, publishes, prepared, in_force):
    saves({HEADLINE: "Call now"})
    revision = prepared().revision
    publishes()
    assert (prepared().content, prepared().revision) == (in_force().content, revision + 1)


def test_what_is_in_force_already_is_not_published_anew(publishes, version, session, campaign):
    before = version()
    assert not publishes()
    assert (version(), len(published_editions(session, campaign))) == (before, 1)


def test_whoever_looked_at_something_else_is_told(saves, publishes, prepared, in_force):
    seen = prepared().revision
    saves({HEADLINE: "Theirs"})
    with pytest.raises(CampaignChangedError):
        publishes(seen)
    assert in_force().content.english.headline != "Theirs"


def test_of_many_who_publish_at_once_one_does(session, campaign, saves, prepared):
    saves({HEADLINE: "Call now"})
    seen, engine = prepared().revision, session.get_bind()
    session.rollback()
    came = at_once(engine, 6, lambda own, _nth: publish(own, campaign, seen, **WHO))
    assert (came.count(True), sum(isinstance(one, CampaignChangedError) for one in came)) == (1, 5)
    assert len(published_editions(session, campaign)) == 2


def test_readers_of_either_version_get_its_words(saves, publishes, session, campaign, version):
    before = version()
    old = campaign_words(session, campaign, before).headline
    saves({HEADLINE: "Call now"})
    publishes()
    assert campaign_words(session, campaign, version()).headline == "Call now"
    assert campaign_words(session, campaign, before).headline == old


def test_every_edition_is_listed_with_who_and_when_the_newest_first(saves, publishes, session, campaign):
    saves({HEADLINE: "Call now"})
    publishes()
    newest, first = published_editions(session, campaign)
    assert (newest.replaced_at, first.replaced_at) == (None, WHO["now"])
    assert (newest.published_by, first.published_by) == (WHO["by"], "Ringdown")


def test_an_earlier_edition_is_read_and_one_of_another_campaign_is_not(saves, publishes, session, campaign, in_force):
    first = in_force()
    saves({HEADLINE: "Call now"})
    publishes()
    assert published_edition(session, campaign, first.id).content == first.content
    assert published_edition(session, campaign + 1, first.id) is None
    assert published_edition(session, campaign, prepared_edition(session, campaign).id) is None


def test_what_was_published_is_taken_back(saves, publishes, again, in_force, prepared, session, campaign):
    first = in_force()
    saves({HEADLINE: "Call now"})
    publishes()
    assert again(first.id)
    assert in_force().content == prepared().content == first.content
    assert in_force().row.version == first.row.version + 2
    assert len(published_editions(session, campaign)) == 3


def test_what_is_prepared_beside_it_stays_prepared(saves, publishes, again, in_force, prepared):
    first = in_force()
    saves({HEADLINE: "Call now"})
    publishes()
    saves({PITCH: "Not published yet"})
    again(first.id)
    assert in_force().content == first.content
    english = prepared().content.english
    assert (english.headline, english.pitch) == (first.content.english.headline, "Not published yet")


def test_what_is_in_force_cannot_be_taken_back_to(again, in_force, version):
    before = version()
    assert not again(in_force().id)
    assert not again(0)
    assert version() == before


def test_nothing_is_taken_back_unseen(saves, publishes, again, in_force, prepared):
    first, seen = in_force(), prepared().revision
    saves({HEADLINE: "Call now"})
    publishes()
    with pytest.raises(CampaignChangedError):
        again(first.id, seen)


def test_a_draft_has_nothing_in_force_until_its_first_edition_is_published(session, app, saves):
    draft = new_campaign("new", "+16175550103", Content(english=Texts(subject="the new Act")), **WHO)
    session.add(draft)
    session.commit()
    assert edition_in_force(session, draft.id) is None
    seen = prepared_edition(session, draft.id).revision
    assert not kept(session, lambda work: publish_again(work.session, draft.id, 1, seen, **WHO))
    assert kept(session, lambda work: publish(work.session, draft.id, seen, **WHO))
    assert campaign_words(session, draft.id, 2).subject == "the new Act"
