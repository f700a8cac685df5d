"""Numbers are listed with what they can do, bought once, given to a campaign and taken back."""

import re

import pytest
from sqlalchemy import select

from app.campaigns.demo import demo_campaign
from app.guard.phone_numbers import national
from app.telephony.local_network import Faults, Refusal
from models import Campaign, CampaignState, NumberBought
from tests.organizers.carrier.conftest import PATH
from tests.organizers.conftest import CSRF
from tests.world.campaign.campaigns import WHO

pytestmark = pytest.mark.usefixtures("set_up")

OFFERED = re.compile(r'name="number" value="(\+1\d{10})"')
BUYS = {"at": "IncomingPhoneNumbers", "method": "POST"}


@pytest.fixture
def offers(signed_in):
    """The numbers that are offered in an area."""
    return lambda area_code="617": OFFERED.findall(signed_in.reads(f"{PATH}/buy", area_code=area_code))


@pytest.fixture
def owned(carrier):
    """The numbers of the account."""
    return lambda: [one.phone_number for one in carrier.plant.numbers.all()]


def test_an_account_without_numbers_says_so(signed_in):
    assert "The account has no number yet" in signed_in.reads(f"{PATH}/numbers")


def test_a_number_is_bought_after_its_price_was_seen(sends, signed_in, offers, owned, carrier, settings):
    number = offers()[0]
    assert number.startswith("+1617")
    assert "Buy it for $1.15 a month" in sends("/buy/confirm", number=number).text
    assert owned() == []
    assert sends("/buy", number=number).location.endswith("done=bought")
    assert owned() == [number]
    assert carrier.plant.numbers.find(number).voice_url == f"{settings.public_base_url}/voice/hotline"
    assert national(number) in signed_in.reads(f"{PATH}/numbers")


def test_pressed_twice_it_is_bought_once(sends, offers, owned):
    number = offers()[0]
    sends("/buy", number=number)
    assert sends("/buy", number=number).location.endswith("done=ours-already")
    assert owned() == [number]


def test_where_nobody_knows_it_is_said(sends, offers, owned, carrier, signed_in):
    number = offers()[0]
    carrier.suffer(Faults(refuse=Refusal(status=503, **BUYS)))
    assert "nobody knows yet whether the number is yours" in sends("/buy", number=number).text
    assert sends("/buy", number=number).location.endswith("done=bought")
    assert owned() == [number]


def test_what_the_carrier_does_not_sell_is_told(sends, offers, account):
    number = offers()[0]
    account.is_suspended()
    assert "did not sell this number" in sends("/buy", number=number).text


@pytest.mark.parametrize("lost", [Refusal(status=503, placed=True, **BUYS), Refusal(None, 2.0, placed=True, **BUYS)])
@pytest.mark.parametrize("carrier_timeout", [1.0])
def test_where_the_answer_is_lost_it_is_looked_up(sends, offers, owned, carrier, lost):
    number = offers()[0]
    carrier.suffer(Faults(refuse=lost))
    assert sends("/buy", number=number).location.endswith("done=bought")
    assert owned() == [number]


def test_what_nobody_knows_is_looked_up_before_another_is_offered(sends, signed_in, offers, session, carrier):
    number = offers()[0]
    carrier.plant.numbers.add(number, carrier.plant.clock.now())
    session.add(NumberBought(phone_number=number, asked_by="ana", asked_at=carrier.plant.clock.now()))
    session.commit()
    assert f"{national(number)} was bought after all" in signed_in.reads(f"{PATH}/buy")
    session.rollback()
    assert session.scalars(select(NumberBought.bought_at)).one()


def test_what_was_not_bought_can_be_asked_for_again(sends, signed_in, offers, session, carrier):
    session.add(NumberBought(phone_number=offers()[0], asked_by="ana", asked_at=carrier.plant.clock.now()))
    session.commit()
    assert "after all" not in signed_in.reads(f"{PATH}/buy")
    session.rollback()
    assert session.scalars(select(NumberBought)).all() == []


def test_somebody_who_was_faster_is_told_of(sends, offers, account, owned):
    number = offers()[0]
    account.stock.somebody_is_faster = 1
    page = sends("/buy", number=number)
    assert (page.status_code, owned()) == (409, [])
    assert "Somebody else bought this number in the same moment" in page.text


def test_an_area_without_numbers_offers_its_neighbors(signed_in, offers, account):
    account.stock.sold_out.add("617")
    assert offers()[0].startswith("+1857")
    assert "With 617 there is none for sale." in signed_in.reads(f"{PATH}/buy", area_code="617")
    account.stock.sold_out |= {"857", "781", "339", "508", "774"}
    assert "nor next to it" in signed_in.reads(f"{PATH}/buy", area_code="617")


@pytest.mark.parametrize("typed", ["", "17", "abc", "0617", "911x9"])
def test_what_is_no_area_code_is_said(signed_in, typed):
    assert "three digits, like 617" in signed_in.reads(f"{PATH}/buy", area_code=typed)


@pytest.mark.parametrize("number", ["", "617", "+442071838750"])
def test_what_was_not_offered_is_not_bought(sends, owned, number):
    assert sends("/buy", number=number).status_code == 422
    assert owned() == []


def test_two_hundred_numbers_are_listed(signed_in, account):
    account.owns(200)
    assert "200 in the account" in signed_in.reads(f"{PATH}/numbers")


def test_of_two_hundred_one_is_chosen_from_a_list(signed_in, account, sends, draft):
    account.owns(200)
    sends()
    assert '<select id="free-number"' in signed_in.reads(f"/organizers/campaigns/{draft.id}/number")


@pytest.mark.parametrize("carrier_timeout", [1.0])
def test_what_was_known_of_the_numbers_stays_to_be_seen(signed_in, carrier, account):
    account.owns(2)
    signed_in.reads(f"{PATH}/numbers")
    carrier.suffer(Faults(refuse=Refusal(status=None, hang=2.0, at="", method="")))
    page = signed_in.reads(f"{PATH}/numbers")
    assert "The carrier did not say which numbers" in page
    assert "2 in the account" in page


@pytest.mark.parametrize(
    ("at", "path"), [("AvailablePhoneNumbers", "/buy?area_code=617"), ("IncomingPhoneNumbers", "/numbers")]
)
@pytest.mark.parametrize("carrier_timeout", [1.0])
def test_a_carrier_that_is_silent_keeps_nobody_waiting(signed_in, carrier, at, path):
    carrier.suffer(Faults(refuse=Refusal(status=None, hang=2.0, at=at, method="GET")))
    page = signed_in.opens(PATH + path).text
    assert "gave no answer in time" in page or "waited for 1 seconds at most" in page


@pytest.fixture
def draft(session, campaign):
    """The campaign, not started and without a number."""
    here = session.get_one(Campaign, campaign)
    here.state, here.phone_number = CampaignState.DRAFT, ""
    session.commit()
    return here


@pytest.fixture
def gives(signed_in, draft):
    """Sends the form of the campaign's number."""
    at = f"/organizers/campaigns/{draft.id}/number"

    def gives(number="", path=""):
        return signed_in.sends(at + path, csrf_token=CSRF.search(signed_in.reads(at))[1], number=number)

    return gives


@pytest.fixture
def free(account, sends):
    """Two numbers of the account, of which we know."""
    account.owns(2)
    sends()
    return [one.phone_number for one in account.numbers.all()]


def test_a_campaign_is_given_a_number_that_is_connected(gives, free, draft, session, carrier, settings):
    for number in carrier.plant.numbers.all():
        number.voice_application_sid = "AP" + "1" * 32
    assert gives(free[0]).location.endswith("done=given")
    session.rollback()
    assert draft.phone_number == free[0]
    mine = carrier.plant.numbers.find(free[0])
    assert (mine.voice_url, mine.voice_application_sid) == (f"{settings.public_base_url}/voice/hotline", "")
    assert gives(path="/back").location.endswith("done=taken")
    session.rollback()
    assert draft.phone_number == ""
    assert gives(path="/back").location.endswith("done=same")


def test_a_number_that_reaches_nobody_any_more_is_connected_again(gives, free, draft, session, carrier, settings):
    gives(free[0])
    draft.state = CampaignState.LIVE
    session.commit()
    carrier.plant.numbers.find(free[0]).voice_url = "https://elsewhere.example.org/"
    assert gives(free[0]).location.endswith("done=connected")
    assert carrier.plant.numbers.find(free[0]).voice_url == f"{settings.public_base_url}/voice/hotline"


def test_where_no_number_was_chosen_that_is_said(gives):
    assert "Choose one of the numbers below." in gives("").text


def test_another_campaign_s_number_is_not_offered(gives, free, session, draft, signed_in):
    another = demo_campaign(WHO["now"])
    another.slug, another.phone_number = "another", free[0]
    session.add(another)
    session.commit()
    page = signed_in.reads(f"/organizers/campaigns/{draft.id}/number")
    assert national(free[1]) in page
    assert gives(free[0]).status_code == 422


def test_a_number_that_was_released_meanwhile_is_not_given(gives, free, carrier, signed_in, draft):
    signed_in.reads(f"/organizers/campaigns/{draft.id}/number")
    carrier.plant.numbers.remove_all()
    page = gives(free[0])
    assert (page.status_code, "does not own this number any more" in page.text) == (409, True)


def test_a_live_campaign_keeps_its_number(gives, free, draft, session):
    gives(free[0])
    draft.state = CampaignState.LIVE
    session.commit()
    assert "Pause it first" in gives(path="/back").text


def test_numbers_that_take_no_calls_are_not_offered(sends, free, account, signed_in, draft):
    account.takes_voice_away()
    sends()
    assert "has no number that is free" in signed_in.reads(f"/organizers/campaigns/{draft.id}/number")
    assert "takes none" in signed_in.reads(f"{PATH}/numbers")


def test_a_number_whose_calls_were_taken_away_meanwhile_is_not_given(gives, free, account):
    account.takes_voice_away()
    assert "takes no calls" in gives(free[0]).text


def test_one_who_is_silent_while_a_number_is_given_is_told_of(gives, free, carrier):
    carrier.suffer(Faults(refuse=Refusal(status=503, at="IncomingPhoneNumbers", method="POST")))
    assert "gave no answer in time. Nothing was changed." in gives(free[0]).text


def test_an_ended_campaign_keeps_its_number(gives, free, draft, session):
    gives(free[0])
    draft.state = CampaignState.ARCHIVED
    session.commit()
    assert "The campaign has ended" in gives(path="/back").text


def test_a_carrier_that_is_silent_about_permissions_or_prices_is_told_of(sends, offers, carrier):
    number = offers()[0]
    carrier.suffer(Faults(refuse=Refusal(status=503, at="DialingPermissions", method="GET")))
    assert sends("/permissions").location.endswith("done=silent")
    carrier.suffer(Faults(refuse=Refusal(status=503, at="PhoneNumbers/Countries", method="GET")))
    assert "Nothing was bought" in sends("/buy/confirm", number=number).text
