"""Everything in one process, for every journey anew."""

from pathlib import Path

import pytest

from tests.world.people.journey import journey


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Trace none of them for coverage: other tests run the same lines, and these take several threads' time."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.no_cover)


@pytest.fixture
def world(settings, campaign):
    with journey(settings) as world:
        yield world


@pytest.fixture
def supporter(world):
    """The supporter's phone: answers, presses 1, hears the script, presses 1 again."""
    return world.supporter_phone.answers(after=4).then_presses("1", "1")


@pytest.fixture
def office(world):
    """The office's phone."""
    return world.office_phone


@pytest.fixture
def call_log(world):
    return world.call_log
