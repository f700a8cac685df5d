"""The campaign's page: why, the form, the script, what else to do."""

from dataclasses import dataclass, replace
from functools import cached_property, partial

from flask import Response, abort, current_app, make_response, render_template, request

from app.calls.errors import CampaignChanged
from app.calls.own_phone.why_not_ring import why_not_ring
from app.calls.whom.offices_in_turn import CHAMBERS, MOST_HOLDERS, listed_in_turn
from app.campaigns.at_door import CampaignAtDoor, find_campaign, last_seen
from app.campaigns.in_force import CampaignWords, campaign_words, words_in_memory
from app.campaigns.script_shown import shown_script
from app.campaigns.state.by_date import state_by_date
from app.extensions import given
from app.language.sentences import Sentence
from app.language.text import clean_text
from app.language.whence import source_of
from app.limits.pauses import Pause
from app.limits.placing import WhyNotRing
from app.limits.rooms.codes import LONGEST_TYPED
from app.limits.rooms.room import Room
from app.limits.suspicion.proof import proof_is_asked
from app.representatives import Directory, directory_in_memory, directory_of, town_names
from app.representatives.importing import take_force
from app.serving.forms import Filled
from app.serving.page_languages import page_language, translated
from app.statistics.public.count import PublicCount, count_told
from app.store.db import db
from app.store.unit import unit
from app.web import web
from app.web.asking.form_keys import FormKeys, new_keys
from app.web.consent import wording
from app.web.first_showing import FirstShowings
from app.web.form import NOTHING_TYPED, AskForm
from app.web.names import titled
from app.web.phone_bank.code import with_room
from app.web.times import in_words
from models import CampaignState
from voice_flows.names import NOBODY, Titled


@dataclass(frozen=True)
class Visited:
    """A campaign that somebody visits: what is fresh, and its words."""

    door: CampaignAtDoor
    words: CampaignWords
    is_preview: bool = False

    @property
    def is_live(self) -> bool:
        """Whether it rings anybody."""
        return self.state is CampaignState.LIVE

    @cached_property
    def state(self) -> CampaignState:
        """How it stands: by its end date, too, which may have come a moment ago."""
        return state_by_date(self.door.state, self.words.content.when, given().clock())

    @cached_property
    def why_not_ring(self) -> WhyNotRing | None:
        """Why its supporters can only call on their own phones; None where we ring them, as every rehearsal does."""
        own = given()
        if own.rehearsal:
            return None
        return why_not_ring(self.door, self.words, own.clock(), has_carrier=own.account.may_ring())

    @property
    def asks_proof(self) -> bool:
        """Whether browsers have to show that they took some trouble, before anybody is rung."""
        own = given()
        return not own.rehearsal and proof_is_asked(own.settings, is_suspicious=self.door.asks_proof)

    @property
    def connects_callers(self) -> bool:
        """Whether whoever dials its number is connected, although nobody is rung just now."""
        return self.why_not_ring is WhyNotRing.NO_WORKER and self.words.serves_hotline and not self.is_deaf

    @property
    def is_deaf(self) -> bool:
        """Whether nobody can call us just now either."""
        return deafens(self.door.pause, self.door.not_placed)

    @property
    def roster(self) -> Directory:
        """Who sits where, as a rule from memory."""
        stamp = self.door.roster
        in_memory = directory_in_memory(db.engine, stamp) if stamp else None
        return in_memory or directory_of(db.session, stamp)


def deafens(pause: Pause | None, not_placed: WhyNotRing | None) -> bool:
    """Whether nobody who dials us gets through: then no page offers our number. Rehearsals have their own network."""
    own = given()
    is_paused = pause is not None and pause.fault.is_deaf and pause.holds(own.clock())
    return not own.rehearsal and (is_paused or not_placed is WhyNotRing.HELD)


def visited(slug: str) -> Visited:
    """The campaign at this address; 404 if there is none."""
    door = _door_today(slug)
    if door is None:
        abort(404)
    return visited_with(door, campaign_words(db.session, door.id, door.version))


def _door_today(slug: str) -> CampaignAtDoor | None:
    """The campaign once everybody sits who is to sit by now: whoever comes first lets a prepared roster take force."""
    door = find_campaign(db.session, slug)
    if door is None or not door.is_overtaken(given().clock()):
        return door
    with unit(db.session) as work:
        take_force(work.session, given().clock())
    return find_campaign(db.session, slug)


def visited_before(slug: str) -> Visited:
    """The campaign as it was when somebody last looked. No statement: who acts by it checks that nothing changed."""
    door = last_seen(db.engine, slug)
    if door is None or door.is_overtaken(given().clock()):
        return visited(slug)
    words = words_in_memory(db.engine, door.id, door.version)
    return visited_with(door, words) if words else visited(slug)


def check_unchanged(campaign: Visited) -> None:
    """Look whether the campaign is still as it was.

    Raises:
        CampaignChanged: it is not.
    """
    if find_campaign(db.session, campaign.words.slug) != campaign.door:
        raise CampaignChanged


def visited_with(door: CampaignAtDoor, words: CampaignWords) -> Visited:
    """The campaign with these words."""
    rule = given().whom_to_call
    return Visited(door, replace(words, whom_to_call=rule) if rule else words)


@web.get("/c/<slug:slug>")
def campaign(slug: str) -> Response:
    """The page as it first appears."""
    campaign = visited(slug)
    if not campaign.is_live:  # its links carry along what the address asked for
        return show(campaign, NOTHING_TYPED)
    came_from = source_of(request.args.get("from", ""))
    if request.args.get("room"):
        return show_in_room(campaign, request.args["room"], came_from)
    listed = _listed(campaign)
    showings: FirstShowings = current_app.extensions["first_showings"]
    count = count_told(db.session, campaign.words, campaign.state, given().clock())
    key = (campaign.door, campaign.why_not_ring, page_language().code, tuple(listed), request.script_root, count)
    renders = partial(_page, campaign, NOTHING_TYPED, listed=listed, count=count)
    return make_response(showings.page(key, _keys(campaign, came_from), renders))


def show_in_room(campaign: Visited, typed: str, came_from: str) -> Response:
    """The page for whoever comes by the link of a phone bank: its code stands there, or why it does not help."""
    code = clean_text(typed, limit=LONGEST_TYPED)
    form, room = with_room(
        Filled[AskForm]({**NOTHING_TYPED.typed, "room": code, "came_from": came_from}), campaign.door.id
    )
    return show(campaign, form, room=room)


def _listed(campaign: Visited) -> list[Titled]:
    """Whom a campaign calls of a list of its own, so that nobody has to start a call to find out."""
    rule = campaign.words.whom_to_call
    if not (rule.calls_list and campaign.is_live):
        return []
    in_turn = listed_in_turn(campaign.words, campaign.roster)
    called = [one.person.representative for one in in_turn if not one.passed_over]
    return called[: MOST_HOLDERS - len(CHAMBERS[rule])]


def show(
    campaign: Visited, form: Filled[AskForm], *, code: int = 200, earlier: str = "", room: Room | None = None
) -> Response:
    """The page with what was typed and what is wrong with it, and where the `earlier` call is if that is why.

    Every showing has keys of its own. Whoever came by the link of a phone bank reads which `room` that is.
    """
    keys = _keys(campaign, form.typed["came_from"])
    listed, count = _listed(campaign), count_told(db.session, campaign.words, campaign.state, given().clock())
    return make_response(_page(campaign, form, keys, listed=listed, count=count, earlier=earlier, room=room), code)


def _back(campaign: Visited) -> Sentence | str:
    """When it rings again, if that was said."""
    back_at, now = campaign.door.back_at, given().clock()
    return in_words(back_at, now) if back_at and back_at > now else ""


def _keys(campaign: Visited, came_from: str) -> FormKeys:
    return new_keys(given(), campaign.door.id, asks_proof=campaign.asks_proof, came_from=came_from)


def _page(
    campaign: Visited,
    form: Filled[AskForm],
    keys: FormKeys,
    *,
    listed: list[Titled],
    count: PublicCount | None,
    earlier: str = "",
    room: Room | None = None,
) -> str:
    asks_place = campaign.words.whom_to_call.asks_place
    town = "" if "town" in form.errors else form.typed["town"]
    first = NOBODY if asks_place or not listed else listed[0]
    show_script = partial(shown_script, name=form.typed["name"], town=town, whom=first)
    texts = campaign.words.in_language(page_language().code)
    return render_template(
        "asking/campaign.html",
        campaign=campaign.words,
        texts=texts,
        state=campaign.state,
        back=_back(campaign),
        is_live=campaign.is_live,
        is_preview=campaign.is_preview,
        why_not=campaign.why_not_ring,
        connects_callers=campaign.connects_callers,
        form=form.typed,
        errors=form.errors,
        keys=keys,
        earlier=earlier,
        place=room.place if room else "",
        towns=town_names(),
        consent=wording(campaign.words.group, campaign.words.whom_to_call),
        listed=[translated(titled(whom)) for whom in listed],
        count=count,
        asks_place=asks_place,
        script=show_script(texts.script),
        voicemail=show_script(texts.voicemail_script),
    )
