"""The classes of routes: who may ask, and what every answer promises."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from app.guard.policies import FRAMES_OURS, IN_OUR_FRAME, MAY_LOCATE, PAGE_HEADERS, PROGRAM_HEADERS

KIB = 1024


class Guard(StrEnum):
    """What stands before a route."""

    SIGNATURE = "signature"  # of the carrier
    TOKEN = "token"  # nosec B105 # of whoever watches this server, named in the settings
    SIGN_IN = "sign-in"  # of an organizer, and in every form the token that our own pages put there


class Caching(StrEnum):
    """How long an answer may be kept that went well; of one that did not, nothing is kept."""

    NEVER = "no-store"
    UNTIL_IT_CHANGES = "no-cache"
    A_YEAR = "public, max-age=31536000, immutable"


@dataclass(frozen=True, kw_only=True, eq=False)
class RouteClass:
    """What holds for all routes of a class.

    `versioned` files are kept only under an address that names their version. Pages `in_readers_language` are, and may
    remember which one was chosen on them. `fails_in_json` says failures to programs, and of addresses `under` it where
    no route is, too. `counts_once` is a form that may be sent again by whoever got no answer; `sent_again`
    is what the carrier sends until we take it. `compressed` are only pages that hold no secret which an answer to a
    forged request would repeat: from lengths alone it could be guessed.
    What `follows_call` is about one that is under way, or was: what it shows or does need not be the call's end.
    What `comes_first` never waits behind pages: somebody is on the phone; and what `brings_files`, which take seconds
    to be looked into, never lets pages wait, and nor does what `takes_minutes`: a file that is written as it is sent,
    of which as many are written at once as there are threads for. On what an answer depends is told to caches
    among its `headers`.
    """

    name: str
    guard: Guard | None = None
    headers: Mapping[str, str] = field(default_factory=lambda: PAGE_HEADERS)
    caching: Caching = Caching.NEVER
    versioned: bool = False
    in_readers_language: bool = False
    remembers_language: bool = False
    fails_in_json: bool = False
    under: str | None = None
    counts_once: bool = False
    sent_again: bool = False
    compressed: bool = False
    comes_first: bool = False
    follows_call: bool = False
    brings_files: bool = False
    takes_minutes: bool = False
    usual_body: int = 128 * KIB  # bytes, at most: room to say kindly that a field of 100 kB is too long
    largest_body: int | None = None  # bytes, where those who have signed in may send more
    most_fields: int = 100


FOR_THE_CARRIER = "/voice"  # all that it fetches is under this address

CARRIER = RouteClass(
    name="carrier", headers=PROGRAM_HEADERS, guard=Guard.SIGNATURE, comes_first=True, usual_body=64 * KIB
)
REPORT = replace(CARRIER, name="report", sent_again=True)
# No form of another site brings along what a supporter's cookies open, and every form of ours has other keys: whoever
# forges a request learns nothing.
SUPPORTER = RouteClass(
    name="supporter",
    headers=PAGE_HEADERS | {"Vary": "Accept-Language, Cookie, Accept-Encoding"},
    in_readers_language=True,
    remembers_language=True,
    compressed=True,
)
# These pages alone may ask where the phone is: they match it themselves and send it to nobody.
ASKING = replace(SUPPORTER, name="asking", counts_once=True, headers={**SUPPORTER.headers, **MAY_LOCATE})
ASKED = replace(SUPPORTER, name="asked", headers=ASKING.headers)  # the page to which such a form led
FOLLOWING = replace(SUPPORTER, name="following", follows_call=True)
# Where nothing is new nothing is sent: the page's script compares, and no browser keeps anything of a call.
# What a page fetches for itself stands in that page's language, so that it chooses nothing for the next one.
FRAGMENT = replace(SUPPORTER, name="fragment", remembers_language=False)
ORGANIZER = RouteClass(name="organizer", guard=Guard.SIGN_IN, usual_body=512 * KIB, most_fields=1000)
# Whatever stands on no page again: a password, a code, the carrier's token.
SECRET = replace(ORGANIZER, name="secret")
# Room to say of most files, kindly, that they are too large.
UPLOAD = replace(ORGANIZER, name="upload", largest_body=32 * KIB * KIB, most_fields=100, brings_files=True)
DOWNLOAD = replace(ORGANIZER, name="download", takes_minutes=True)  # reads all that was asked for, however much
# A supporter's page before supporters see it, and the only page that shows it.
PREVIEW = RouteClass(
    name="preview",
    guard=Guard.SIGN_IN,
    headers=PAGE_HEADERS | {"Vary": "Accept-Language, Cookie", "Content-Security-Policy": IN_OUR_FRAME},
    in_readers_language=True,
)
COMPARING = replace(ORGANIZER, name="comparing", headers=PAGE_HEADERS | {"Content-Security-Policy": FRAMES_OURS})
SIGN_IN = RouteClass(name="sign-in")
PROGRAM = RouteClass(name="program", fails_in_json=True, under="/api/", usual_body=512 * KIB)
RECORDING = RouteClass(name="recording", caching=Caching.A_YEAR)
# Lists that a page fetches to help with typing, each under an address that never changes what it lists.
LISTS = replace(RECORDING, name="lists", headers=PAGE_HEADERS | {"Vary": "Accept-Encoding"}, compressed=True)
STATIC = RouteClass(
    name="static",
    headers=PAGE_HEADERS | {"Vary": "Accept-Encoding"},
    caching=Caching.A_YEAR,
    versioned=True,
    compressed=True,
)
HEALTH = RouteClass(name="health", comes_first=True)  # else whoever watches would take a crowd for a breakdown
WATCHED = RouteClass(name="watched", headers=PROGRAM_HEADERS, guard=Guard.TOKEN, comes_first=True)

CLASSES = (
    CARRIER,
    REPORT,
    SUPPORTER,
    ASKING,
    ASKED,
    FOLLOWING,
    FRAGMENT,
    ORGANIZER,
    SECRET,
    UPLOAD,
    DOWNLOAD,
    PREVIEW,
    COMPARING,
    SIGN_IN,
    PROGRAM,
    RECORDING,
    LISTS,
    STATIC,
    HEALTH,
    WATCHED,
)
