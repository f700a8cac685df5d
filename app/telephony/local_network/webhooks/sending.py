"""One HTTP request as Twilio's client sends it: signed, cookies kept, few redirects, a hard end in time."""

import time
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from urllib.parse import urldefrag, urlencode, urljoin, urlsplit, urlunsplit

import requests
from requests.adapters import HTTPAdapter
from requests.cookies import RequestsCookieJar, extract_cookies_to_jar

from app.telephony.local_network.webhooks.overrides import Connection
from app.telephony.local_network.webhooks.signing import Seal

MOST_REDIRECTS = 10
LARGEST_BODY = 65_536
SEE_OTHER = (301, 302, 303)
USUAL_HEADERS = {**requests.utils.default_headers(), "User-Agent": "TwilioProxy/1.1 (local network)"}


@dataclass(frozen=True)
class Letter:
    """What is sent: a URL, a method, the form parameters, and the connection's limits."""

    url: str
    method: str
    parameters: Mapping[str, str]
    seal: Seal
    connection: Connection
    idempotency_token: str
    cookies: RequestsCookieJar = field(repr=False)


@dataclass(frozen=True)
class Answer:
    """What came back; `failure` is "ct" (no connection), "rt" (too slow), "redirects" or None."""

    status: int | None = None
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    failure: str | None = None
    milliseconds: int = 0

    @property
    def is_fine(self) -> bool:
        """Whether the app answered with success."""
        return self.failure is None and self.status is not None and 200 <= self.status < 300  # noqa: PLR2004  # HTTP

    def header(self, name: str) -> str:
        """Return a header, "" where there is none."""
        return self.headers.get(name, "")


def send(letter: Letter, wire: HTTPAdapter) -> Answer:
    """Send and follow redirects; never raises for what the other side does. The wire keeps connections open."""
    began = time.monotonic()
    answer = _follow(wire, letter, began)
    return replace(answer, milliseconds=round((time.monotonic() - began) * 1000))


def _follow(wire: HTTPAdapter, letter: Letter, began: float) -> Answer:
    for _ in range(MOST_REDIRECTS + 1):
        try:
            answer = _exchange(wire, letter, began)
        except (requests.ConnectTimeout, requests.ConnectionError) as error:
            return Answer(failure="rt" if "Read timed out" in str(error) else "ct")
        except requests.RequestException:
            return Answer(failure="rt")
        if "Location" not in answer.headers:
            return answer
        letter = _next(letter, answer)
    return Answer(failure="redirects")


def _exchange(wire: HTTPAdapter, letter: Letter, began: float) -> Answer:
    limits = letter.connection
    seconds = (limits.connect_ms / 1000, min(limits.read_ms, limits.total_ms) / 1000)
    with wire.send(_prepared(letter), stream=True, timeout=seconds) as response:
        extract_cookies_to_jar(letter.cookies, response.request, response.raw)  # type: ignore[no-untyped-call]  # has none
        return Answer(response.status_code, _body(response, began + limits.total_ms / 1000), response.headers)


def _prepared(letter: Letter) -> requests.PreparedRequest:
    url, form = (letter.url, letter.parameters)
    if letter.method == "GET":
        url, form = with_query(letter.url, letter.parameters), {}
    signed = letter.seal.headers(url, form) | {"I-Twilio-Idempotency-Token": letter.idempotency_token}
    request = requests.Request(
        letter.method, urldefrag(url).url, data=dict(form), headers=USUAL_HEADERS | signed, cookies=letter.cookies
    )
    return request.prepare()


def _body(response: requests.Response, deadline: float) -> bytes:
    body = b""
    for chunk in response.iter_content(8192):
        body += chunk
        if time.monotonic() > deadline:
            raise requests.ReadTimeout
        if len(body) > LARGEST_BODY:
            break
    return body


def _next(letter: Letter, answer: Answer) -> Letter:
    url = urljoin(letter.url, answer.headers["Location"])
    if answer.status in SEE_OTHER:
        return replace(letter, url=url, method="GET", parameters={})
    return replace(letter, url=url)


def with_query(url: str, parameters: Mapping[str, str]) -> str:
    """Put the parameters into the URL's query, after what is there."""
    parts = urlsplit(url)
    query = "&".join(filter(None, (parts.query, urlencode(parameters))))
    return urlunsplit(parts._replace(query=query))
