"""Whatever fails at the Census Bureau, the finding is "unavailable", soon, and asked once."""

import json
from concurrent.futures import ThreadPoolExecutor

import pytest

from app.geocoding import Finding, Located, NoGeocoder
from app.geocoding.census import AT_ONCE, LARGEST_ANSWER, CensusGeocoder
from tests.world.census.answers import answer, match

ADDRESS = "12 Example St, Acton, MA"
UNAVAILABLE = Located(Finding.UNAVAILABLE)
GOOD = json.dumps(answer(match("25072", "25D14")))


@pytest.mark.parametrize("status", [204, 302, 400, 403, 404, 429, 500, 502, 503])
def test_any_other_status_is_unavailable(geocoder, census, status):
    census.says(GOOD, status, Location="/elsewhere")
    assert geocoder.locate(ADDRESS) == UNAVAILABLE
    assert len(census.asked) == 1


@pytest.mark.parametrize(
    "text",
    [
        "",
        "<!doctype html><title>We are down for maintenance</title>",
        GOOD[:-20],
        "null",
        "[]",
        '"text"',
        "{}",
        '{"result": null}',
        '{"result": {"addressMatches": 1}}',
        '{"result": {"addressMatches": [{}]}}',
        '{"result": {"addressMatches": [{"geographies": 1}]}}',
        '{"errors": ["Address cannot be empty"], "status": "400"}',
        "[" * 100_000,
    ],
)
def test_what_cannot_be_read_is_unavailable(geocoder, census, text):
    census.says(text)
    assert geocoder.locate(ADDRESS) == UNAVAILABLE


def test_a_body_without_end_is_not_read_to_the_end(geocoder, census):
    census.says(GOOD + " " * 4 * LARGEST_ANSWER)
    assert geocoder.locate(ADDRESS) == UNAVAILABLE


def test_a_body_shorter_than_announced_is_unavailable(geocoder, census):
    census.says(GOOD[:100], Content_Length=str(len(GOOD)))
    assert geocoder.locate(ADDRESS) == UNAVAILABLE


def test_an_answer_in_chunks_is_read(geocoder, census):
    census.says(f"{len(GOOD):x}\r\n{GOOD}\r\n0\r\n\r\n", Transfer_Encoding="chunked")
    assert geocoder.locate(ADDRESS).finding is Finding.MATCHED


@pytest.mark.parametrize("fault", [lambda census: census.is_slow(0.8), lambda census: census.drips(100, 0.1)])
def test_an_answer_that_takes_too_long_is_not_waited_for(hasty_geocoder, census, fault):
    fault(census)
    assert hasty_geocoder.locate(ADDRESS) == UNAVAILABLE


def test_a_connection_torn_down_is_unavailable_and_not_tried_again(geocoder, census):
    census.resets()
    assert geocoder.locate(ADDRESS) == UNAVAILABLE
    assert len(census.asked) == 1


def test_a_connection_refused_is_unavailable():
    assert CensusGeocoder("http://127.0.0.1:9").locate(ADDRESS) == UNAVAILABLE


@pytest.mark.parametrize("base_url", ["", "nonsense", "http://", "ftp://127.0.0.1"])
def test_an_address_of_the_bureau_that_is_none_is_unavailable(base_url):
    assert CensusGeocoder(base_url).locate(ADDRESS) == UNAVAILABLE


@pytest.mark.parametrize("address", ["", " ", "x" * 101])
def test_what_the_bureau_would_refuse_is_not_sent(geocoder, census, address):
    assert geocoder.locate(address) == Located(Finding.NO_MATCH)
    assert census.asked == []


@pytest.mark.parametrize("address", ["\ud800 St", "a\r\nHost: b", "a&layers=none", "12 Peña St #3", "\x00"])
def test_odd_addresses_stay_addresses(geocoder, census, address):
    assert geocoder.locate(address).finding in {Finding.MATCHED, Finding.UNAVAILABLE}
    assert all(asked == {**asked, "address": address, "layers": "all"} for asked in census.asked)


def test_a_crowd_is_not_let_through_at_once(geocoder, census):
    census.is_slow(0.25)
    with ThreadPoolExecutor(30) as threads:
        findings = list(threads.map(lambda _: geocoder.locate(ADDRESS).finding, range(30)))
    assert AT_ONCE <= findings.count(Finding.MATCHED) <= 5 * AT_ONCE
    assert set(findings) == {Finding.MATCHED, Finding.UNAVAILABLE}


def test_without_a_geocoder_no_address_is_known():
    assert NoGeocoder().locate(ADDRESS) == UNAVAILABLE
