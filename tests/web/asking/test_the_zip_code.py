"""A ZIP code that did not decide narrows what is shown, and is not asked for again."""

import pytest

from tests.world.people.supporter import Supporter

pytestmark = pytest.mark.usefixtures("campaign")

ASKED = '<input id="zip" name="zip"'


@pytest.fixture
def supporter(client):
    return Supporter(client)


@pytest.mark.parametrize("typed", [{"town": "Boston 02130"}, {"town": "02130"}, {"town": "Boston", "zip": "02130"}])
def test_a_zip_code_that_was_told_is_not_asked_for_again(supporter, typed):
    page = supporter.asks_to_be_called(**typed).text
    assert page.count('name="district"') == 4
    assert ASKED not in page


def test_one_that_does_not_fit_the_town_may_be_told_again(supporter):
    page = supporter.asks_to_be_called(town="Acton 02139").text
    assert "ZIP code 02139 is not known to reach Acton." in page
    assert ASKED in page
