"""Numbers of Puerto Rico and the other territories are rung like all others, unless that is turned off."""

from tests.world.people.supporter import Supporter

SAN_JUAN = "(787) 555-0123"


def test_whoever_brought_their_number_from_puerto_rico_is_rung(client, campaign):
    assert "/call/" in Supporter(client).asks_to_be_called(phone=SAN_JUAN).location


def test_a_campaign_may_ring_the_states_alone(another_app, campaign):
    page = Supporter(another_app(territories=False).test_client()).asks_to_be_called(phone=SAN_JUAN)
    assert "in the United States" in page.text
    assert "555-0123" not in page.text
