"""Whatever is printed while people call, nobody could be found by it."""

import re

from tests.world.people.journey import journey

PERSONAL = re.compile(r"555.?0123|6175550123|Holyoke|Zacharias|Duffy")


def test_no_number_name_town_or_token_is_printed(settings, campaign, capfd):
    with journey(settings.model_copy(update={"log_level": "DEBUG"})) as world:
        world.supporter_phone.answers().then_presses("1", "1", "1")
        world.office_phone.answers().talks_for(10)
        answer = world.supporter_asks_to_be_called(name="Zacharias")
        world.supporter_asks_to_be_called(phone="6175550123 ext 9", town="Holyoke")
    printed = "".join(capfd.readouterr())
    tokens = {answer.url.rpartition("/")[2].partition("#")[0]}
    tokens |= {one.path.split("/")[2] for one in world.everything.network.requests()}
    assert not PERSONAL.findall(printed)
    assert not [token for token in tokens if token in printed]
