"""Every ZIP code of Massachusetts, said in twenty ways in every language that the carrier can hear, heard badly."""

import random
from collections import Counter

import pytest

from app.calls.whom.spoken import place_as_typed
from app.representatives import ResolutionKind, resolve
from app.representatives.facts.tables import tables
from app.telephony.local_network.phones.mishearing import Recognizer
from tests.world.people.sayings import TAGS, WAYS, Code

CODES = [code for code, it in sorted(tables().zips.items()) if it.state == tables().state]
SPOKEN_TRIES = 2  # the third is by keys
MISHEARS = 0.25  # of what is said


def districts(place):
    return set(resolve(place).geoids)


def end_of(code, language, way, recognizer):
    """Whether somebody comes to their district or its question, to a wrong one, or is unheard, and at which try."""
    town = tables().zips[code].towns[0]
    theirs = {
        ResolutionKind.FOUND: districts(code),
        ResolutionKind.CHOOSE: districts(code) | districts(f"{town} {code}"),
    }
    for nth in range(SPOKEN_TRIES):
        said = WAYS[(way + nth) % len(WAYS)](Code(code, town, language))
        found = resolve(place_as_typed(recognizer.hears(said, TAGS[language]), language))
        if found.kind in theirs:
            return ("right" if set(found.geoids) <= theirs[found.kind] else "wrong", nth)
    return ("unheard", SPOKEN_TRIES)


def hearing(mishears, seed=0):
    return Recognizer(mishears, random.Random(seed))  # noqa: S311 - repeatable on purpose


def ends(ways, seed):
    recognizer = hearing(MISHEARS, seed)
    return [(code, language, way, *end_of(code, language, way, recognizer)) for code, language, way in ways]


def is_heard(told):
    counted = Counter(end for *_, end, _ in told)
    assert [one for one in told if one[3] == "wrong"] == []
    return counted["right"] / len(told)


def test_every_zip_code_is_heard_in_some_way_and_never_for_another():
    languages = list(TAGS)
    some = [(code, languages[nth % 4], nth // 4 % len(WAYS)) for nth, code in enumerate(CODES)]
    assert is_heard(ends(some, seed=28)) >= 0.97


@pytest.mark.long
@pytest.mark.parametrize("language", TAGS)
@pytest.mark.parametrize("seed", range(3))
def test_every_zip_code_is_heard_in_every_way_and_never_for_another(language, seed):
    every = [(code, language, way) for code in CODES for way in range(len(WAYS))]
    assert is_heard(ends(every, seed)) >= 0.97


@pytest.mark.parametrize("language", TAGS)
def test_without_noise_nothing_is_lost_at_all(language):
    ways = [(code, language, nth % len(WAYS)) for nth, code in enumerate(CODES)]
    told = [(*way, *end_of(*way, hearing(0.0))) for way in ways]
    assert [one for one in told if one[3:] != ("right", 0)] == []
