"""What somebody learns who takes this server: counted in the database as it is, by the form in which it stands."""

import pytest
from sqlalchemy import LargeBinary

from app.guard.keys.folder import KeysFolder
from app.privacy.seized import EVERYTHING, Form, what_if_seized
from models import Base
from tests.world.people.supporter import Supporter

# Bytes that are of no person: sounds, pictures, files of organizers, links and keys that open something once.
OF_NOBODY = {
    ("recording", "wav"),
    ("picture", "data"),
    ("uploaded_file", "content"),
    ("invitation", "link_hash"),
    ("organizer_passkey", "credential_id"),
    ("organizer_passkey", "public_key"),
    ("organizer_phone", "code_encrypted"),
    ("unsent_form", "key_hash"),
    ("carrier_setup", "previous_encrypted"),
    ("key_check", "digest"),
}


@pytest.fixture
def learned(app, session):
    """By what it is, what is learned of it now."""
    days = app.extensions["ringdown"].vault.days
    return lambda: {one.what: one for one in what_if_seized(session, days.folder)}


def test_whatever_is_encrypted_or_hashed_is_told():
    told = {(it.table.name, it.key) for kept in EVERYTHING for it in kept.columns}
    bytes_kept = {
        (table.name, column.name)
        for table in Base.metadata.sorted_tables
        for column in table.columns
        if isinstance(column.type, LargeBinary)
    }
    assert bytes_kept - told == OF_NOBODY


def test_of_an_empty_server_nothing_is_learned_of_supporters(learned):
    assert {what for what, one in learned().items() if one.how_many} <= {"names and mail addresses of organizers"}


def test_a_call_tells_its_town_and_with_the_key_of_its_day_its_number(learned, app, client, campaign):
    Supporter(client).asks_to_be_called()
    before = learned()
    assert before["towns of callers"].how_many == 1
    numbers = before["numbers of supporters"]
    assert (numbers.form, numbers.how_many, numbers.readable) == (Form.OF_A_DAY, 1, 1)


def test_without_the_key_of_its_day_a_number_is_there_and_nobody_reads_it(client, session, campaign, tmp_path):
    Supporter(client).asks_to_be_called()
    learned = {one.what: one for one in what_if_seized(session, KeysFolder(tmp_path, []))}
    numbers = learned["numbers of supporters"]
    assert (numbers.how_many, numbers.readable) == (1, 0)


def test_the_command_says_that_a_keyed_hash_is_no_secret_from_who_has_the_key(app, client, campaign):
    Supporter(client).asks_to_be_called()
    told = app.test_cli_runner().invoke(args=["privacy", "what-if-seized"])
    assert told.exit_code == 0, told.output
    without, _, with_keys = told.output.partition("With the keys besides")
    assert "all can be tried" not in without
    assert "all can be tried" in with_keys
    assert "5550123" not in told.output
