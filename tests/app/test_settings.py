"""Settings: from the environment, with what is missing made once for this computer."""

import base64
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from pydantic import ValidationError

from app.config import Settings
from tests.world.patience import PATIENCE

KEY = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE="
SECRETS = {"secret_key": "sixteen letters!", "password_salt": "p", "phone_encryption_keys": KEY, "phone_hash_key": KEY}
ROOT = Path(__file__).resolve().parents[2]
SHOW = "from app.config import Settings; print(Settings(_env_file=None).secret_key.get_secret_value())"


def given(**what):
    return Settings(_env_file=None, **(SECRETS | what))


def program(folder, **environment):
    """Another process of the same computer that asks for its secret key."""
    environment = {"PATH": os.environ["PATH"], "INSTANCE_PATH": str(folder), "PYTHONPATH": str(ROOT), **environment}
    return subprocess.Popen([sys.executable, "-c", SHOW], env=environment, stdout=subprocess.PIPE, text=True)  # noqa: S603


@pytest.mark.parametrize(
    ("url", "understood"),
    [
        ("postgres://u:p@h/d", "postgresql://u:p@h/d"),
        ("postgresql://u:p@h/d", "postgresql://u:p@h/d"),
        ("postgresql+psycopg://u@h/d", "postgresql+psycopg://u@h/d"),
        ("", ""),
    ],
)
def test_a_database_url_is_understood_as_others_write_it(url, understood):
    assert given(database_url=url).database_url == understood


def test_a_slash_at_the_end_of_our_address_makes_no_difference():
    assert given(public_base_url="https://call.example.org/").public_base_url == "https://call.example.org"


def test_without_an_address_we_are_on_this_computer():
    assert given(port=9000).public_base_url == "http://127.0.0.1:9000"


def test_keys_are_read_newest_first():
    assert [len(key) for key in given(phone_encryption_keys=f"{KEY},{KEY}").encryption_keys] == [32, 32]


def test_no_secret_shows_when_settings_are_printed():
    assert "hunter2" not in repr(given(secret_key="hunter2" * 3, twilio_auth_token="hunter2"))


def test_settings_cannot_be_changed_later():
    with pytest.raises(ValidationError):
        given().port = 1


@pytest.mark.parametrize("nonsense", [{"port": "many"}, {"calls_per_hour": "x"}, {"calls_per_hour": 0}])
def test_nonsense_is_refused_at_the_start(nonsense):
    with pytest.raises(ValidationError):
        given(**nonsense)


def test_both_tokens_are_accepted_while_rotating():
    assert given(twilio_auth_token="new", twilio_previous_auth_token="old").auth_tokens == ["new", "old"]


def test_without_a_token_none_is_accepted():
    assert given().auth_tokens == []


def test_where_no_do_not_call_key_is_set_it_is_that_of_before():
    other = base64.b64encode(b"n" * 32).decode()
    assert given().never_called_key == given().hash_key
    assert given(do_not_call_key=other).never_called_key == b"n" * 32


def test_two_programs_that_start_at_once_make_one_set_of_secrets(tmp_path):
    programs = [program(tmp_path / "instance") for _ in range(2)]
    first, second = (one.communicate(timeout=PATIENCE)[0].strip() for one in programs)
    assert first == second != ""


def test_secrets_are_readable_by_their_user_alone(tmp_path):
    program(tmp_path).communicate(timeout=PATIENCE)
    assert [(file.name, oct(file.stat().st_mode)[-3:]) for file in tmp_path.iterdir()] == [("secrets.json", "600")]


def test_a_secret_from_the_environment_is_used_and_the_others_made(tmp_path):
    shown = program(tmp_path, SECRET_KEY="of the environment").communicate(timeout=PATIENCE)[0]
    assert shown.strip() == "of the environment"
    assert json.loads((tmp_path / "secrets.json").read_text())["phone_hash_key"]


@pytest.mark.parametrize(
    "url",
    ["starttls://n:p@mail.example.org", "smtps://n:p%40@mail.example.org:465", "smtp://localhost:25", ""],
)
def test_a_mail_server_is_understood(url):
    assert given(smtp_url=url).smtp_url.get_secret_value() == url


@pytest.mark.parametrize(
    "url",
    [
        "mail.example.org",
        "https://mail.example.org",
        "starttls://",
        "smtps://n:hunter/2@mail.example.org",
        "smtp://h:0",
    ],
)
def test_what_is_no_mail_server_is_refused_without_repeating_it(url):
    with pytest.raises(ValidationError, match="starttls://NAME:PASSWORD@HOST") as refused:
        given(smtp_url=url)
    assert "hunter" not in str(refused.value.errors(include_input=False))


def test_a_password_is_not_to_be_read_by_everybody_on_the_way():
    with pytest.raises(ValidationError, match="everybody on the way"):
        given(smtp_url="smtp://n:p@mail.example.org")


def test_mail_comes_from_this_server_unless_an_address_is_given():
    assert given(public_base_url="https://call.example.org").mail_sender == "no-reply@call.example.org"
    assert given(mail_from="calls@example.org").mail_sender == "calls@example.org"


@pytest.mark.parametrize("address", ["Calls <calls@example.org>", "calls", "a@b.org\r\nBcc: c@d.org", "a b@c.org"])
def test_mail_comes_from_an_address_alone(address):
    with pytest.raises(ValidationError, match="a mail address alone"):
        given(mail_from=address)


def test_every_carriers_api_is_known_but_that_which_gives_everybody_an_address_of_their_own():
    assert given(carrier="twilio").twilio_api_base_url == "https://api.twilio.com"
    assert given(carrier="somleng").twilio_api_base_url == "https://api.somleng.org"
    with pytest.raises(ValidationError, match=r"https://NAME\.signalwire\.com"):
        given(carrier="signalwire")


def test_another_address_of_a_carrier_wins():
    there = "https://example.signalwire.com"
    assert given(carrier="signalwire", twilio_api_base_url=f"{there}/").twilio_api_base_url == there


def test_a_carrier_that_nobody_knows_is_refused():
    with pytest.raises(ValidationError, match="'twilio', 'signalwire' or 'somleng'"):
        given(carrier="another")
