"""Where the days' keys lie is told once people are rung: beside the data they are no secret from who has it."""

import pytest

from app.instance import instance_folder
from app.readiness.server import key_checks


@pytest.fixture
def told(settings):
    def told(**what):
        sentences = [it.sentence for it in key_checks(settings.model_copy(update=what))]
        return [it for it in sentences if "days' keys" in it]

    return told


def test_apart_from_the_data_there_is_nothing_to_tell(told):
    assert told() == []


@pytest.mark.parametrize("where", ["", str(instance_folder() / "keys"), str(instance_folder() / "x" / ".." / "keys")])
def test_keys_under_instance_are_told(told, where):
    assert "lie under instance/" in told(keys_path=where)[0]


def test_whoever_rings_nobody_yet_is_left_alone(told):
    assert told(keys_path="", twilio_account_sid="") == []


def test_a_folder_that_cannot_be_written_is_told(told):
    assert "cannot be written" in told(keys_path="/proc/keys")[0]
