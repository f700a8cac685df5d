"""An address goes into one request and nowhere else: no log line, no cookie, no other server."""

import logging

import pytest

from tests.world.log_lines import log_lines

ADDRESS = "4711 Zyzzyva Lane, Acton, MA"


@pytest.fixture
def all_is_logged():
    """The HTTP library says everything it can."""
    logger = logging.getLogger("urllib3")
    with log_lines("DEBUG") as written:
        logger.setLevel(logging.DEBUG)
        yield written
        logger.setLevel(logging.WARNING)


@pytest.mark.parametrize(
    "told",
    [
        lambda census: census,
        lambda census: census.says("<html>", 500),
        lambda census: census.resets(),
        lambda census: census.is_slow(0.5),
        lambda census: census.says("{}", Bad_Header="x\r\nno colon here\r\nmore"),
    ],
)
def test_no_log_line_names_the_address_however_much_is_logged(hasty_geocoder, census, all_is_logged, told):
    told(census)
    hasty_geocoder.locate(ADDRESS)
    assert "urllib3" in all_is_logged()
    assert not [word for word in ("4711", "Zyzzyva", "address=") if word in all_is_logged()]


def test_a_failure_is_logged_by_its_kind(hasty_geocoder, census, all_is_logged):
    census.is_slow(0.5)
    hasty_geocoder.locate(ADDRESS)
    assert "event='geocoder_unavailable' reason='ReadTimeout'" in all_is_logged()


def test_nothing_ties_two_look_ups_together(geocoder, census):
    census.says("{}", Set_Cookie="id=1; Path=/")
    geocoder.locate(ADDRESS)
    geocoder.locate(ADDRESS)
    assert [headers.get("cookie") for headers in census.headers] == [None, None]
    assert {headers["connection"] for headers in census.headers} == {"close"}
