"""Whose API key places the calls: the environment's, or the one that is kept."""

from pydantic import SecretStr

from app.carrier_setup.api_key import NO_KEY, ApiKey

KEY = ApiKey("SK" + "1" * 32, SecretStr("kept"))


def test_the_environment_s_comes_first(settings):
    named = settings.model_copy(update={"twilio_api_key_sid": "SK" + "2" * 32})
    assert KEY.within(named) == named


def test_the_kept_one_is_used_where_it_names_none(settings):
    used = KEY.within(settings)
    assert (used.twilio_api_key_sid, used.twilio_api_key_secret, used.has_api_key) == (KEY.sid, KEY.secret, True)


def test_without_one_nothing_changes(settings):
    assert NO_KEY.within(settings) == settings
