"""What the running app was given: its settings, its clock, its carrier, its keys. Passed in once, found here."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cached_property

from app.calls.steps.lately import Lately
from app.carrier_setup.in_force import AccountInForce
from app.carrier_setup.looked import Looked
from app.clock import Clock
from app.config import Settings
from app.geocoding import Geocoder
from app.guard.phone_vault import PhoneVault
from app.guard.tokens import Tokens
from app.outgoing.mail import Mailer
from app.store.job_queue import DEFAULT_QUEUE
from app.telephony.account.api import Vendor
from app.telephony.carrier import Carrier
from app.telephony.profiles import profile_of
from app.telephony.voice_urls import VoiceUrls
from app.this import this_app
from models import WhomToCall


@dataclass(frozen=True)
class Given:
    """Everything an entry point hands to the use cases.

    A rehearsal has a queue of its own, and may try another `whom_to_call` than its campaign's; `lately` is how turns
    that were taken here left their calls. The `demo` has an admin
    whom one click signs in, so it must serve this computer alone. `make_vendor` and `look` ask the carrier about the
    account of the settings that they are given, and `reaches_us` whether what it sends by them would arrive.
    """

    settings: Settings
    clock: Clock
    account: AccountInForce
    make_carrier: Callable[[], Carrier]
    make_vendor: Callable[[Settings], Vendor]
    look: Callable[[Settings], Looked]
    reaches_us: Callable[[Settings], bool]
    geocoder: Geocoder
    vault: PhoneVault
    tokens: Tokens
    rehearsal: bool = False
    demo: bool = False
    whom_to_call: WhomToCall | None = None
    queue: str = DEFAULT_QUEUE
    lately: Lately = field(default_factory=Lately)

    @cached_property
    def carrier(self) -> Carrier:
        """The carrier. Its client is large, and most web workers never ask it for anything: made once it is needed."""
        return self.make_carrier()

    @cached_property
    def mailer(self) -> Mailer:
        """Who sends letters, where a mail server is set up."""
        return Mailer(self.settings)

    def voice_urls(self, call_id: int) -> VoiceUrls:
        """The URLs by which the carrier reaches this call."""
        reads_fragments = profile_of(self.settings).reads_fragments
        return VoiceUrls.of_call(self.settings.public_base_url, self.tokens, call_id, reads_fragments=reads_fragments)

    def urls_to_ring(self, call_id: int) -> VoiceUrls:
        """The same for when it is asked to ring: what answers in our place is said once, for the whole call."""
        urls = self.voice_urls(call_id)
        return urls if self.rehearsal else replace(urls, elsewhere=self.account.fallback_url())


def given() -> Given:
    """What the current app was given."""
    value: Given = this_app().extensions["ringdown"]
    return value


def settings() -> Settings:
    """The current app's settings."""
    return given().settings
