"""The US Census Bureau's geocoder: one request for one address, never repeated, never logged."""

import json
import time
from http.client import HTTPException
from http.cookiejar import DefaultCookiePolicy
from threading import BoundedSemaphore

import requests
import structlog
from urllib3.exceptions import HTTPError

from app.geocoding.census_answer import read_answer
from app.geocoding.located import Finding, Located
from app.geocoding.unlogged import ADDRESS_PATH, keep_addresses_out_of_logs

TIMEOUT = (3.0, 5.0)  # seconds to connect, and to wait for the answer
LONGEST_ADDRESS = 100  # characters; the Bureau refuses more
LARGEST_ANSWER = 1024 * 1024  # bytes; an answer with every layer has about 20 kB a match
AT_ONCE = 4  # look-ups in one process: where the Bureau is slow, the carrier must still find a free thread
WAITS_FOR_ITS_TURN = 1.0  # seconds
ASKED_FOR = {"benchmark": "Public_AR_Current", "vintage": "Current_Current", "layers": "all", "format": "json"}
# A connection of its own, like no cookies: nothing ties one supporter's look-up to another's.
HEADERS = {"Accept": "application/json", "Accept-Encoding": "identity", "Connection": "close"}
PIECE = 64 * 1024

NO_ANSWER = (OSError, HTTPException, HTTPError)  # what `requests` raises is an OSError too
NOT_READABLE = (AttributeError, KeyError, RecursionError, TypeError, ValueError)

log = structlog.get_logger()


class CensusGeocoder:
    """The Census Bureau, or whoever answers like it at another address (see `Geocoder`)."""

    def __init__(
        self,
        base_url: str,
        timeout: tuple[float, float] = TIMEOUT,
        session: requests.Session | None = None,
    ) -> None:
        keep_addresses_out_of_logs()
        self._url = base_url.rstrip("/") + ADDRESS_PATH
        self._timeout = timeout
        self._session = session or requests.Session()
        self._session.cookies.set_policy(DefaultCookiePolicy(allowed_domains=()))
        self._turns = BoundedSemaphore(AT_ONCE)

    def locate(self, address: str) -> Located:
        """Ask the Bureau once."""
        if not 0 < len(address.strip()) <= LONGEST_ADDRESS:
            return Located(Finding.NO_MATCH)
        if not self._turns.acquire(timeout=WAITS_FOR_ITS_TURN):
            return _unavailable("TooManyAtOnce")
        try:
            return read_answer(json.loads(self._ask(address.strip())))
        except (*NO_ANSWER, *NOT_READABLE) as error:
            return _unavailable(type(error).__name__)  # its message would quote the address
        finally:
            self._turns.release()

    def _ask(self, address: str) -> bytes:
        deadline = time.monotonic() + sum(self._timeout)
        with self._session.get(
            self._url,
            params={"address": address, **ASKED_FOR},
            headers=HEADERS,
            timeout=self._timeout,
            allow_redirects=False,
            stream=True,
        ) as response:
            if response.status_code != requests.codes.ok:
                raise requests.HTTPError(response.status_code)
            return _body(response, deadline)


def _body(response: requests.Response, deadline: float) -> bytes:
    """The whole body, unless it is too large or comes in too slowly."""
    body = b""
    while piece := response.raw.read1(PIECE):
        body += piece
        if len(body) > LARGEST_ANSWER or time.monotonic() > deadline:
            raise ValueError(len(body))
    return body


def _unavailable(reason: str) -> Located:
    log.warning("geocoder_unavailable", reason=reason)
    return Located(Finding.UNAVAILABLE)
