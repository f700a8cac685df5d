"""Times in words, as they stand behind "it opens" and "we will ring you"."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.clock import EASTERN
from app.language.moments.said import SAID_IN, moment_said
from tests.world.examples import MANY
from tests.world.known import known
from voice_flows.length import seconds_to_say
from voice_flows.speak import say
from voice_flows.words import WORDS

MONDAY = datetime(2026, 11, 30, 14, 0, tzinfo=UTC)  # 9:00 AM in Massachusetts
THURSDAY = datetime(2026, 12, 3, 18, 15, tzinfo=UTC)
SATURDAY = datetime(2026, 8, 1, 16, 5, tzinfo=UTC)
LONGEST = datetime(2026, 11, 25, 16, 45, tzinfo=UTC)


@pytest.mark.parametrize(
    ("language", "monday", "thursday", "saturday"),
    [
        (
            "en",
            "on Monday, November 30, at 9:00 AM",
            "on Thursday, December 3, at 1:15 PM",
            "on Saturday, August 1, at 12:05 PM",
        ),
        (
            "es",
            "el lunes 30 de noviembre a las nueve de la mañana",
            "el jueves 3 de diciembre a la una y 15 de la tarde",
            "el sábado primero de agosto a las doce y 5 del mediodía",
        ),
        (
            "pt",
            "na segunda-feira, 30 de novembro, às nove da manhã",
            "na quinta-feira, 3 de dezembro, à uma e 15 da tarde",
            "no sábado, primeiro de agosto, ao meio-dia e 5",
        ),
        (
            "ht",
            "lendi 30 novanm a nevè nan maten",
            "jedi 3 desanm a inè 15 nan apremidi",
            "samdi premye out a midi 5",
        ),
        ("zh", "11月30日星期一上午9点", "12月3日星期四下午1点15分", "8月1日星期六中午12点5分"),
        ("yue", "11月30號星期一朝早9點", "12月3號星期四下晝1點15分", "8月1號星期六中午12點5分"),
    ],
)
def test_a_time_is_said_as_people_say_it(language, monday, thursday, saturday):
    assert [moment_said(moment, language) for moment in (MONDAY, THURSDAY, SATURDAY)] == [monday, thursday, saturday]


def test_every_language_that_is_spoken_says_times():
    assert set(SAID_IN) == set(WORDS)


def test_a_language_that_we_do_not_speak_hears_english():
    assert moment_said(MONDAY, "xx") == moment_said(MONDAY, "en")


@pytest.mark.parametrize(
    ("language", "opens", "booked"),
    [
        ("es", "Abre el lunes 30 de", "Le llamaremos el lunes 30 de"),
        ("pt", "Abre na segunda-feira, 30", "Vamos ligar para você na segunda-feira, 30"),
        ("ht", "L ap louvri lendi 30", "N ap rele w lendi 30"),
        ("zh", "11月30日星期一上午9点上班", "我们会在11月30日星期一上午9点打给您"),
    ],
)
def test_times_fit_after_the_words_before_them(language, opens, booked):
    when = moment_said(MONDAY, language)
    assert opens in say("closed_until", known(language=language, opens=when)).text
    assert booked in say("booked", known(language=language, booked=when)).text


@pytest.mark.parametrize("language", WORDS)
@pytest.mark.parametrize("key", ["closed_until", "booked", "have_booking"])
def test_with_its_own_times_no_prompt_takes_longer_than_twelve_seconds(language, key):
    when = moment_said(LONGEST, language)
    spoken = say(key, known(language=language, opens=when, booked=when))
    assert seconds_to_say(spoken.text, language) <= 12


@MANY
@given(moment=st.datetimes(timezones=st.just(EASTERN)), language=st.sampled_from(sorted(WORDS)))
def test_every_moment_can_be_said(moment, language):
    assert moment_said(moment, language)


@pytest.mark.parametrize(
    ("language", "soon", "later"),
    [
        ("en", "in ten minutes", "in thirty-five minutes"),
        ("es", "en 10 minutos", "en 35 minutos"),
        ("pt", "em 10 minutos", "em 35 minutos"),
        ("ht", "nan 10 minit", "nan 35 minit"),
        ("zh", "10分钟后", "35分钟后"),
        ("yue", "10分鐘之後", "35分鐘之後"),
    ],
)
def test_within_the_hour_it_is_so_many_minutes(language, soon, later):
    told = [moment_said(MONDAY, language, MONDAY - timedelta(minutes=minutes)) for minutes in (10, 34)]
    assert told == [soon, later]


@pytest.mark.parametrize("minutes", [0, -5, 60, 90])
def test_else_it_is_a_day_and_an_hour(minutes):
    assert moment_said(MONDAY, "en", MONDAY - timedelta(minutes=minutes)) == moment_said(MONDAY, "en")


def test_a_minute_is_one():
    assert moment_said(MONDAY, "en", MONDAY - timedelta(seconds=20)) == "in one minute"
