"""Where the days' keys lie is told once people are rung: beside the data they are no secret from who has it."""

import os

import pytest

from app.instance import instance_folder
from app.readiness.check import Weight
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


def test_a_journal_that_cannot_be_written_is_told(settings, tmp_path, monkeypatch):
    (tmp_path / "journal").mkdir()
    monkeypatch.setattr(os, "access", lambda path, _: path != tmp_path / "journal")  # an administrator may everything
    (sentence,) = (it.sentence for it in key_checks(settings.model_copy(update={"keys_path": str(tmp_path)})))
    assert "journal beside the keys cannot be written" in sentence


def test_lines_of_it_that_nobody_can_read_are_told(settings, tmp_path):
    (tmp_path / "journal").mkdir()
    (tmp_path / "journal" / "journal").write_text("torn\ntorn\n")
    (check,) = key_checks(settings.model_copy(update={"keys_path": str(tmp_path)}))
    assert (check.weight, check.sentence.split()[0]) == (Weight.HINTS, "2")
