"""Two files are looked into at once; one more waits for a while, and all others are told at once."""

import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack

import pytest

from app.apart import AT_ONCE, NoPlaceError, begun_within
from app.apart.places import Places, a_place
from tests.world.patience import PATIENCE, eventually


@pytest.fixture
def places():
    return Places(at_once=2, most_wait=1)


@pytest.fixture
def taken(places):
    """Both places, until it is closed."""
    with ExitStack() as taken:
        for _ in range(2):
            taken.enter_context(places.one(0))
        yield taken


def comes(places, patience):
    with places.one(patience):
        return True


def test_a_third_is_told(places, taken):
    with pytest.raises(NoPlaceError):
        comes(places, 0)


def test_it_comes_once_one_is_done(places, taken):
    with ThreadPoolExecutor() as others:
        waits = others.submit(comes, places, PATIENCE)
        assert eventually(waits.running)
        taken.close()
        assert waits.result()


def test_while_one_waits_another_is_told_at_once(places, taken):
    with ThreadPoolExecutor() as others:
        waits = others.submit(comes, places, PATIENCE)
        began = time.monotonic()
        assert eventually(lambda: not_even_waited_for(places))
        assert time.monotonic() - began < PATIENCE
        taken.close()
        assert waits.result()


def not_even_waited_for(places):
    """Whether nobody else may wait; who may is told after a moment."""
    began = time.monotonic()
    with pytest.raises(NoPlaceError):
        comes(places, 0.05)
    return time.monotonic() - began < 0.05


def test_a_place_is_free_again_whatever_happened_there(places):
    for _ in range(3):
        with pytest.raises(ZeroDivisionError), places.one(0):
            1 / 0  # noqa: B018 - this is what happens


def test_whoever_waited_before_waits_no_more():
    with ExitStack() as taken, begun_within(-1.0):
        for _ in range(AT_ONCE):
            taken.enter_context(a_place())
        with pytest.raises(NoPlaceError):
            taken.enter_context(a_place())
