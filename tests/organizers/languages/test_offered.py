"""Organizers choose in which languages a campaign's texts are to be, and the checklist asks for no other."""

import re

import pytest

from app.campaigns.in_force import prepared_words
from app.readiness.campaign.languages import open_languages
from tests.organizers.conftest import hidden_fields
from tests.world.campaign.campaigns import change_campaign


@pytest.fixture
def page(session, campaign):
    change_campaign(session, translations={})
    return f"/organizers/campaigns/{campaign}/languages"


@pytest.fixture
def words(session, campaign):
    """What is prepared now."""

    def words():
        session.rollback()
        return prepared_words(session, campaign)

    return words


@pytest.fixture
def form(signed_in, page):
    """What the form sends unseen."""
    return lambda: hidden_fields(signed_in.reads(page), f"{page}/offered")


def test_at_first_all_languages_are_ticked(signed_in, page):
    assert len(re.findall('name="language" value="[^"]+" checked', signed_in.reads(page))) == 5


def test_the_languages_of_the_texts_are_chosen(signed_in, page, form, words):
    before, chosen = form(), {"language": ["pt", "xx", "es"]}
    assert signed_in.sends(f"{page}/offered", **before, **chosen).location.endswith("done=changed")
    assert words().content.languages == ("en", "es", "pt")
    assert [one.partition(":")[0] for one in open_languages(words())] == ["Spanish", "Portuguese"]
    assert signed_in.reads(page).count("Left in English") == 3


def test_of_two_who_choose_at_once_the_slower_is_told(signed_in, page, form):
    before = form()
    signed_in.sends(f"{page}/offered", **before, language=["es"])
    assert signed_in.sends(f"{page}/offered", **before, language=["es"]).location.endswith("done=same")
    assert signed_in.sends(f"{page}/offered", **before).location.endswith("done=faster")


@pytest.mark.parametrize(
    ("chosen", "kept"), [([], ("en",)), (["es", "pt", "ht", "zh_Hans", "zh_Hant"], ())], ids=["none", "all"]
)
def test_english_alone_is_named_and_all_languages_are_not(
    signed_in, session, campaign, page, form, words, chosen, kept
):
    signed_in.sends(f"{page}/offered", **form(), language=["es"])
    signed_in.sends(f"{page}/offered", **form(), language=chosen)
    assert words().content.languages == kept
