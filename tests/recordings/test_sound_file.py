"""A recording as a file: anybody who knows its name has it, players seek in it, and nobody asks twice."""

import pytest

from tests.world.campaign.prompts import a_recording


@pytest.fixture
def recording(session, app):
    return a_recording(session)


@pytest.fixture
def asks(client, recording):
    def asks(**headers):
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return client.get(f"/recordings/{recording.name}.wav", headers=named)

    return asks


def test_it_is_a_sound_and_nothing_else(asks, recording):
    answer = asks()
    assert (answer.status_code, answer.mimetype, answer.data) == (200, "audio/wav", recording.wav)
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "Set-Cookie" not in answer.headers


def test_it_may_be_kept_for_a_year(asks):
    kept = asks().cache_control
    assert (kept.public, kept.max_age, kept.immutable, kept.no_cache) == (True, 31_536_000, True, None)


def test_whoever_has_it_is_told_so(asks):
    answer = asks(If_None_Match=asks().headers["ETag"])
    assert (answer.status_code, answer.data) == (304, b"")


def test_another_version_is_sent_whole(asks, recording):
    assert asks(If_None_Match='"other"').data == recording.wav


@pytest.mark.parametrize(
    ("asked", "part"), [("bytes=0-3", slice(0, 4)), ("bytes=100-", slice(100, None)), ("bytes=-10", slice(-10, None))]
)
def test_a_player_may_ask_for_a_part(asks, recording, asked, part):
    answer = asks(Range=asked)
    assert (answer.status_code, answer.data) == (206, recording.wav[part])
    assert answer.headers["Content-Range"].endswith(f"/{recording.size}")


def test_that_parts_may_be_asked_for_is_said(asks):
    assert asks().headers["Accept-Ranges"] == "bytes"


def test_a_part_that_is_not_there_is_refused(asks):
    assert asks(Range="bytes=9999999-").status_code == 416


def test_only_its_length_may_be_asked_for(client, recording):
    answer = client.head(f"/recordings/{recording.name}.wav")
    assert (answer.content_length, answer.data) == (recording.size, b"")


@pytest.mark.parametrize(
    "name", ["x", "A" * 32, "A" * 3000, "..%2f..%2fetc%2fpasswd", "%00" * 32, "%F0%9F%99%82" * 30, "1"]
)
def test_a_name_that_is_none_finds_nothing(client, recording, name):
    assert client.get(f"/recordings/{name}.wav").status_code == 404
    assert client.get(f"/recordings/{recording.name}").status_code == 404
