"""Whether a request comes from the carrier: its signature over the URL that it was given."""

import hmac
import re
from base64 import b64encode
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain
from urllib.parse import urlsplit, urlunsplit

from app.telephony.seal import Seal
from app.telephony.voice_urls import fragment_of

USUAL_PORTS = {"http": 80, "https": 443}


def signed_url(base_url: str, path: str) -> str:
    """The URL as the carrier signs it: the port is left out of https, and kept in http (Twilio's documentation).

    It is put together from the configured address, never from what the request claims about its host.
    """
    return _signed_bases(base_url)[0] + path


def signed_urls(base_url: str, path: str) -> Iterator[str]:
    """All forms of it that carriers sign, the usual one first: with and without port, and the fragment it had."""
    bases = _signed_bases(base_url)
    yield from (base + path for base in bases)
    fragment = fragment_of(path)
    if fragment:
        yield from (base + path + fragment for base in bases)


@lru_cache(maxsize=8)
def _signed_bases(base_url: str) -> tuple[str, ...]:
    base = urlsplit(base_url)
    place = base.netloc.rpartition("@")[2]
    without = re.sub(r":\d+$", "", place)
    usual = without if base.scheme == "https" else place
    places = dict.fromkeys((usual, without, place, f"{without}:{base.port or USUAL_PORTS[base.scheme]}"))
    return tuple(urlunsplit((base.scheme, one, base.path, "", "")) for one in places)


def signature_of(url: str, form: Iterable[tuple[str, str]], seal: Seal) -> bytes:
    """What the carrier signs a request with: the URL and its form, in the order of the names (Twilio's documentation).

    By SHA-1, as most carriers do; as a key of an HMAC it is not broken.
    """
    return _signature(url, _written(form), seal.keys[0], seal.algorithm)


def is_signed(urls: Iterable[str], form: Iterable[tuple[str, str]], signature: str | None, seal: Seal) -> bool:
    """Whether `signature` was made with one of the keys over one of these URLs and this form."""
    given = (signature or "").encode()
    if len(given) != seal.length:
        return False
    written = _written(form)
    made = (_signature(url, written, key, seal.algorithm) for url in urls for key in seal.keys)
    return any(hmac.compare_digest(given, one) for one in made)


def _written(form: Iterable[tuple[str, str]]) -> str:
    return "".join(chain.from_iterable(sorted(set(form))))


def _signature(url: str, written: str, key: str, algorithm: str) -> bytes:
    return b64encode(hmac.digest(key.encode(), (url + written).encode(), algorithm))
