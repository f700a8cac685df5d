"""A page tells after a redirect what its table says, and nothing else."""

import pytest

from app.organizers.campaigns.hotline_page import HOTLINE


def test_a_code_of_the_table_leads_to_the_page_and_is_told_there(app):
    with app.test_request_context():
        answer = HOTLINE.tells("same", campaign_id=7)
    assert (answer.status_code, answer.location) == (303, "/organizers/campaigns/7/hotline?done=same")
    with app.test_request_context(answer.location):
        assert HOTLINE.notice().text == "Nothing was changed: it is so already."


def test_an_address_that_somebody_made_up_tells_nothing(app):
    with app.test_request_context("/organizers/campaigns/7/hotline?done=<b>"):
        assert HOTLINE.notice() is None


def test_a_code_that_stands_in_no_table_is_our_mistake(app):
    with app.test_request_context(), pytest.raises(LookupError):
        HOTLINE.tells("sane", campaign_id=7)
