"""What a supporter asked of a campaign's page, and the call that this asks for."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from hmac import compare_digest

from app.calls.begin.request import CallRequest
from app.calls.hours.office import Closed
from app.calls.whom.search import Found
from app.extensions import given
from app.language.sentences import Sentence
from app.limits.rooms.room import Room
from app.serving.forms import Filled
from app.serving.page_languages import page_language
from app.web.asking.call_pages import calls_here
from app.web.asking.form_keys import secret_of
from app.web.asking.refused import began_calls_to
from app.web.campaign_page import Visited
from app.web.consent import later_version, version
from app.web.form import LATER, AskForm, When
from app.web.not_now.night_or_in_vain import daytime


@dataclass(frozen=True)
class Asked:
    """A campaign that was asked to call, and the form as it was typed and meant; the `room` whose code it has.

    `looks` says that somebody only looks again at the page that the form led to, and at which: it is made of what was
    `kept`, and says what was `wrong`.
    """

    campaign: Visited
    form: Filled[AskForm]
    meant: AskForm
    room: Room | None = None
    looks: str = ""
    kept: Mapping[str, str] = field(default_factory=dict)
    wrong: Mapping[str, tuple[Sentence | str, ...]] = field(default_factory=dict)

    @property
    def on_own_phone(self) -> bool:
        """Whether the supporter calls by themselves, because they would rather or because we ring nobody."""
        return self.meant.own or self.meant.wrote or self.campaign.why_not_ring is not None

    @property
    def is_to_be_rung(self) -> bool:
        """Whether we are to ring the number that was typed."""
        return not (self.on_own_phone or self.meant.dial)

    def knows(self, call_id: int) -> bool:
        """Whether it comes from the page that had its token, or from the browser that began this call by it."""
        secret = secret_of(given(), self.meant.token)
        return compare_digest(self.meant.secret.encode(), secret.encode()) or call_id in calls_here()


def request_for(asked: Asked, found: Found, ring_from: datetime | None) -> CallRequest:
    """The call, to be rung now or from a time on."""
    agreed_in = asked.meant.consent
    return CallRequest(
        campaign=asked.campaign.door,
        phone=asked.meant.phone,
        town=found.town,
        offices=found.offices,
        form_nonce=asked.meant.token,
        consent_version=later_version(agreed_in) if ring_from else version(agreed_in),
        language=page_language().voice,
        keeps_place=asked.meant.when is When.IN_LINE,
        more_time=asked.meant.more_time,
        knows=asked.knows,
        came_from=asked.meant.came_from,
        phone_bank_id=asked.room.id if asked.room else None,
        picks_up=asked.meant.picks_up and began_calls_to(asked.meant.phone),
    )


def moment_to_ring(asked: Asked, found: Found, closed: Closed | None) -> datetime | None:
    """From when on to ring, if another time than now was chosen."""
    when = asked.meant.when
    if when is When.DAYTIME:
        return daytime(asked.campaign, next(office for office in found.offices if office.number), asked.meant.phone)
    if when in LATER:
        return given().clock() + LATER[when]
    return closed.opens if closed and when is When.OPEN else None
