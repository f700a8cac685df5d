"""One attacker: a browser of its own on one of a few addresses, that does what harms most, again and again."""

import random
import re
import string
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

import requests
from twilio.request_validator import RequestValidator

from app.telephony.signature import signed_url
from app.telephony.voice_urls import HOTLINE
from tests.world.campaign.campaigns import CAMPAIGN_NUMBER

PAGE, API = "/c/safe-communities", "/api/v1/representatives"
KEYS = re.compile(r'name="(token|secret|sure)" value="([^"]+)"')
WITHHELD = ("", "anonymous", "+266696687", "+7378742833", "+86282452253", "Restricted", "unknown")
ODD = (
    "\x00",
    "\ud7ff",
    "\u202e",
    "%00",
    "' OR 1=1 --",
    "<script>",
    "{{7*7}}",
    "\u0663",
    "\U0001f642" * 50,
    "x" * 5_000,
)
TOWNS = ("Holyoke", "Lowell", "Boston Ward 6", "Springfield", "01040", "Lynn", "nowhere", "Union Square")
PATIENCE = 120.0  # seconds: an answer that takes longer is none


@dataclass(frozen=True)
class Account:
    """The carrier's account whose signature dials the hotline; a wrong token signs in vain."""

    sid: str
    token: str


@dataclass
class Attacker:
    """Whoever it is, told apart by `seed`, with a `browser` of their own; `came` counts what was answered to what."""

    base: str
    account: Account
    seed: int
    browser: requests.Session = field(default_factory=requests.Session)
    came: Counter[tuple[str, int]] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        """One of a few addresses, and chance that can be played again."""
        self._chance = random.Random(self.seed)  # nosec B311 # so that the same attack can be played again
        self.browser.headers["X-Forwarded-For"] = f"203.0.113.{self.seed % 5}"

    def attacks(self, times: int) -> None:
        """Do each of all that there is in turn, so many times together."""
        ways = self.ways()
        for nth in range(times):
            name, way = list(ways.items())[(nth + self.seed) % len(ways)]
            self.came[name, way().status_code] += 1

    def ways(self) -> dict[str, Callable[[], requests.Response]]:
        """All that there is to do, by name."""
        return {
            "form": self._rings_a_stranger,
            "booking": self._books_a_stranger,
            "nonsense": self._sends_nonsense,
            "codes": self._takes_a_code,
            "rooms": self._guesses_a_room,
            "feedback": self._tells_lies,
            "hotline": self._dials_as_somebody_else,
            "api": self._asks_the_api,
        }

    def _form(self, **typed: str) -> dict[str, str]:
        keys = dict(KEYS.findall(self.browser.get(f"{self.base}{PAGE}", timeout=PATIENCE).text))
        kept = {**keys, "town": self._chance.choice(TOWNS), "consent": "en"}
        return kept | {"phone": f"413 555 01{self._chance.randrange(100):02d}"} | typed

    def _asks(self, **typed: str) -> requests.Response:
        form = self._form(**typed)
        answer = self._sends(form)
        once_more = dict(KEYS.findall(answer.text))
        return self._sends({**form, **once_more}) if "sure" in once_more else answer

    def _sends(self, form: dict[str, str]) -> requests.Response:
        return self.browser.post(f"{self.base}{PAGE}/call", data=form, allow_redirects=False, timeout=PATIENCE)

    def _rings_a_stranger(self) -> requests.Response:
        return self._asks()

    def _books_a_stranger(self) -> requests.Response:
        return self._asks(when=self._chance.choice(("in-an-hour", "tomorrow", "open", "in-line")))

    def _sends_nonsense(self) -> requests.Response:
        names = self._chance.sample(("phone", "town", "zip", "street", "number", "when", "settled", "room", "token"), 4)
        return self._asks(**{name: self._chance.choice(ODD) for name in names})

    def _takes_a_code(self) -> requests.Response:
        return self._asks(dial="1")

    def _guesses_a_room(self) -> requests.Response:
        letters = string.ascii_uppercase + string.digits
        return self._asks(room="".join(self._chance.choices(letters, k=8)))

    def _tells_lies(self) -> requests.Response:
        page = self._asks(own="1", town="Holyoke").headers.get("Location", PAGE).partition("#")[0]
        told = {
            "line": self._chance.choice(("0", "1", "-1", "x")),
            "outcome": self._chance.choice(("contact", "wrote")),
        }
        return self.browser.post(f"{self.base}{page}", data=told, allow_redirects=False, timeout=PATIENCE)

    def _dials_as_somebody_else(self) -> requests.Response:
        caller = self._chance.choice((*WITHHELD, "+16175550123", f"+1413555{self._chance.randrange(10_000):04d}"))
        form = {
            "AccountSid": self.account.sid,
            "CallSid": f"CA{self._chance.randrange(16**32):032x}",
            "From": caller,
            "To": CAMPAIGN_NUMBER,
            "CallStatus": "ringing",
        }
        validator = RequestValidator(self.account.token)
        signature = validator.compute_signature(signed_url(self.base, HOTLINE), form)
        headers = {"X-Twilio-Signature": str(signature)}
        return self.browser.post(f"{self.base}{HOTLINE}", data=form, headers=headers, timeout=PATIENCE)

    def _asks_the_api(self) -> requests.Response:
        place: object = self._chance.choice((*TOWNS, *ODD, "", None, 1, ["x"], {"place": {}}))
        body = {
            "place": place,
            "zip": self._chance.choice(("01905", "x", "", None)),
            "lat": self._chance.choice((42, 9e9)),
        }
        return self.browser.post(f"{self.base}{API}", json=body, timeout=PATIENCE)
