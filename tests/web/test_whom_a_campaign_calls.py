"""A campaign calls the representative, the senator, both in turn, or its own list; and what is said where it cannot."""

import html
import re

import pytest
from sqlalchemy import select

from models import Call, CalledOffice, OfficeHolder, WhomToCall
from tests.world.campaign.campaigns import change_campaign
from tests.world.people.supporter import Supporter


@pytest.fixture
def supporter(client):
    return Supporter(client)


@pytest.fixture
def campaign_calls(session, campaign):
    """Change whom the campaign calls."""

    def calls(rule, **columns):
        change_campaign(session, whom_to_call=rule, **columns)

    return calls


@pytest.fixture
def holder(session):
    return lambda name: session.scalars(select(OfficeHolder.id).where(OfficeHolder.name == name)).one()


@pytest.fixture
def called(session):
    """Whom the one call reaches for, once a holder, and how they were found."""

    def offices():
        rows = select(CalledOffice.nth, OfficeHolder.name, CalledOffice.how_found, CalledOffice.passed_over)
        joined = rows.outerjoin(OfficeHolder, OfficeHolder.id == CalledOffice.office_holder_id)
        found = session.execute(joined.order_by(CalledOffice.rank))
        return [tuple(row) for row in dict.fromkeys((name, how, why) for _, name, how, why in found)]

    return offices


def hidden(page, name):
    found = re.search(rf'name="{name}" value="([^"]*)"', page.text)
    return html.unescape(found[1]) if found else ""


def goes_on(supporter, page, **typed):
    """Send the question's form with an answer."""
    return supporter.asks_to_be_called(settled=hidden(page, "settled"), instead=hidden(page, "instead"), **typed)


def test_a_campaign_for_the_senate_calls_the_senator(supporter, called, campaign_calls):
    campaign_calls(WhomToCall.SENATOR)
    supporter.asks_to_be_called(town="Acton")
    assert called() == [("Jamie Eldridge", "town", None)]


def test_a_split_town_asks_for_the_senator(supporter, called, campaign_calls):
    campaign_calls(WhomToCall.SENATOR)
    page = supporter.asks_to_be_called(town="Worcester")
    assert "Who is your state senator?" in page.text
    supporter.asks_to_be_called(town="Worcester", district="25D09")
    assert called()[0][1] == "chosen"


def test_both_are_called_in_turn_where_the_town_decides(supporter, called, campaign_calls):
    campaign_calls(WhomToCall.BOTH)
    supporter.asks_to_be_called(town="Holyoke")
    assert called() == [("Pat Duffy", "town", None), ("John Velis", "town", None)]


def test_a_representative_who_is_chosen_often_tells_the_senator(supporter, called, campaign_calls):
    campaign_calls(WhomToCall.BOTH)
    supporter.asks_to_be_called(town="Boston", district="25139")
    assert [how for _, how, _ in called()] == ["chosen", "chosen"]


def test_where_the_senator_is_not_certain_one_more_question_is_asked(supporter, called, campaign_calls):
    campaign_calls(WhomToCall.BOTH)
    page = supporter.asks_to_be_called(town="Worcester", district="25156")
    assert "One question about your senator" in page.text
    choice = re.findall(r'name="district" value="(\w+)"', page.text)[0]
    goes_on(supporter, page, town="Worcester", district=choice)
    assert [how for _, how, _ in called()] == ["chosen", "chosen"]


def test_a_zip_code_that_tells_the_representative_often_tells_the_senator(supporter, called, campaign_calls):
    campaign_calls(WhomToCall.BOTH)
    supporter.asks_to_be_called(town="Boston", zip="02128")
    assert [how for _, how, _ in called()] == ["zip", "zip"]


def test_the_second_question_keeps_how_the_first_was_answered(supporter, called, campaign_calls):
    campaign_calls(WhomToCall.BOTH)
    page = supporter.asks_to_be_called(town="Worcester", zip="01607")
    assert "Worcester within the 16th Worcester district may lie in any of 2 Senate districts" in page.text
    goes_on(supporter, page, town="Worcester", district="25D08")
    assert [how for _, how, _ in called()] == ["zip", "chosen"]


def test_a_zip_code_may_answer_the_second_question_too(supporter, called, campaign_calls):
    campaign_calls(WhomToCall.BOTH)
    page = supporter.asks_to_be_called(town="Worcester", district="25156")
    assert "does not tell these districts apart" in goes_on(supporter, page, town="Worcester", zip="01605").text
    goes_on(supporter, page, town="Worcester", zip="01609")
    assert [how for _, how, _ in called()] == ["chosen", "zip"]


def test_a_vacant_seat_is_passed_over_where_both_are_called(supporter, called, campaign_calls):
    campaign_calls(WhomToCall.BOTH)
    answer = supporter.asks_to_be_called(town="Leverett")
    assert called() == [(None, "town", "vacant"), ("Jo Comerford", "town", None)]
    page = supporter.client.get(answer.location)
    assert "Nobody holds the seat of the 1st Franklin district just now" in page.text
    assert "Your call to Senator Jo Comerford" in page.text


def test_the_senator_is_called_instead_of_a_vacant_seat_when_asked_for(supporter, called, campaign):
    page = supporter.asks_to_be_called(town="Leverett")
    assert "Call Senator Jo Comerford instead" in page.text
    assert goes_on(supporter, page, town="Leverett").status_code == 303
    assert called() == [(None, "town", "vacant"), ("Jo Comerford", "town", None)]


def test_a_member_without_a_number_is_told_and_the_senator_offered(supporter, called, campaign):
    page = supporter.asks_to_be_called(town="Taunton", district="25012")
    assert "We have no number for this office" in page.text
    assert "Representative Lisa Field represents Taunton" in page.text
    goes_on(supporter, page, town="Taunton")
    assert [why for _, _, why in called()] == ["no-number", None]


def test_nobody_gets_the_senator_by_asking_where_the_representative_can_be_called(supporter, called, campaign):
    supporter.asks_to_be_called(town="Holyoke", instead="senator")
    assert [name for name, _, _ in called()] == ["Pat Duffy"]


@pytest.mark.parametrize("settled", ["", "garbage", "eyIyNTAwMSI6ImNob3NlbiJ9.aaaa"])
def test_a_settled_district_is_believed_only_where_we_signed_it(supporter, called, campaign, settled):
    supporter.asks_to_be_called(town="Acton", settled=settled)
    assert called() == []


def test_a_list_is_called_without_a_question(supporter, called, campaign_calls, session, campaign, holder):
    campaign_calls(WhomToCall.LISTED, listed=[holder("Pat Duffy"), holder("Jo Comerford")])
    supporter.asks_to_be_called(town="Boston")
    assert called() == [("Pat Duffy", "listed", None), ("Jo Comerford", "listed", None)]


def test_their_own_representative_is_called_before_the_list_and_nobody_twice(supporter, called, campaign_calls, holder):
    campaign_calls(WhomToCall.OWN_THEN_LISTED, listed=[holder("Jo Comerford"), holder("Pat Duffy")])
    supporter.asks_to_be_called(town="Holyoke")
    assert called() == [("Pat Duffy", "town", None), ("Jo Comerford", "listed", None)]


def test_whom_the_list_adds_to_their_own_stands_on_the_page(supporter, campaign_calls, holder):
    campaign_calls(WhomToCall.OWN_THEN_LISTED, listed=[holder("Jo Comerford")])
    page = supporter.opens_the_page().text
    assert "First with your representative, then with Senator Jo Comerford." in page


def test_a_vacant_seat_does_not_keep_anybody_from_the_list(supporter, called, campaign_calls, holder):
    campaign_calls(WhomToCall.OWN_THEN_LISTED, listed=[holder("Jo Comerford")])
    supporter.asks_to_be_called(town="Leverett")
    assert called() == [(None, "town", "vacant"), ("Jo Comerford", "listed", None)]


def test_a_split_town_is_asked_before_the_list_is_called(supporter, called, campaign_calls, holder):
    campaign_calls(WhomToCall.OWN_THEN_LISTED, listed=[holder("Jo Comerford")])
    assert "Which street do you live on?" in supporter.asks_to_be_called(town="Acton").text
    assert called() == []


def test_a_list_without_anybody_is_told(supporter, campaign_calls):
    campaign_calls(WhomToCall.LISTED)
    assert "There is nobody to call just now" in supporter.asks_to_be_called().text


def test_no_town_is_asked_where_everybody_calls_the_same_offices(
    supporter, called, campaign_calls, session, campaign, holder
):
    campaign_calls(WhomToCall.LISTED, listed=[holder("Pat Duffy")])
    page = supporter.opens_the_page().text
    assert 'name="town"' not in page
    assert '<span class="filled">Representative Pat Duffy</span>' in page
    supporter.asks_to_be_called(town="")
    assert (called(), session.scalars(select(Call.town)).one()) == ([("Pat Duffy", "listed", None)], "")


def test_a_town_that_was_sent_though_none_is_asked_is_not_kept(supporter, campaign_calls, session, campaign, holder):
    campaign_calls(WhomToCall.LISTED, listed=[holder("Pat Duffy")])
    supporter.asks_to_be_called(town="x" * 150)
    assert session.scalars(select(Call.town)).one() == ""


@pytest.fixture
def supports(session, campaign, holder):
    """Put somebody on the campaign's list of those who support it already."""
    return lambda name: change_campaign(session, with_us=[holder(name)])


def test_who_supports_it_already_is_not_called_and_thanked_on_the_page(supporter, called, supports, campaign_calls):
    supports("Pat Duffy")
    campaign_calls(WhomToCall.REPRESENTATIVE)
    assert "Representative Pat Duffy supports this already" in supporter.asks_to_be_called().text
    assert called() == []


def test_a_senator_who_supports_it_already_is_not_offered_instead_of_a_vacant_seat(supporter, supports, campaign_calls):
    supports("Jo Comerford")
    campaign_calls(WhomToCall.REPRESENTATIVE)
    page = supporter.asks_to_be_called(town="Leverett").text
    assert "Your seat is empty just now" in page
    assert "Senator" not in page


def test_a_listed_member_without_a_number_is_not_said_to_represent_the_town(
    supporter, campaign_calls, session, campaign, holder
):
    campaign_calls(WhomToCall.LISTED, listed=[holder("Lisa Field")])
    page = supporter.asks_to_be_called(town="Boston").text
    assert "lists no telephone number for the office of Representative Lisa Field" in page
    assert "represents" not in page


def test_who_supports_it_already_is_called_with_a_script_of_thanks(supporter, supports, campaign_calls, session):
    supports("Pat Duffy")
    campaign_calls(WhomToCall.REPRESENTATIVE, thanks_script="Thank you, [Representative], for standing with us.")
    page = supporter.client.get(supporter.asks_to_be_called().location)
    assert "What you can say: thank you" in page.text
    assert 'Thank you, <span class="filled">Representative Pat Duffy</span>' in page.text
    assert session.scalars(select(CalledOffice.wording)).one() == "thanks"


def test_both_are_shown_in_their_order_on_the_page_of_the_call(supporter, campaign_calls):
    campaign_calls(WhomToCall.BOTH)
    page = supporter.client.get(supporter.asks_to_be_called().location).text
    assert "Your calls" in page
    assert page.index("Representative Pat Duffy") < page.index("Senator John Velis")


def test_an_address_typed_as_the_town_is_not_kept(supporter, session, campaign):
    supporter.asks_to_be_called(town="12 Main St, Holyoke")
    assert session.scalars(select(Call.town)).one() == "Holyoke"
