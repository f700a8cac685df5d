"""What a call may cost at most, by the limits that the carrier and the flows keep: reserved before it is placed."""

from decimal import ROUND_CEILING, Decimal

from app.calls.queue.first import First
from app.campaigns.in_force import CampaignWords
from app.config import Settings
from app.limits.money.reserve import ALL, MayCost
from app.prices import minutes
from app.telephony.carrier import RingRequest
from models import WhomToCall

CHARACTERS_A_SECOND = 18  # that a voice reads, when it is quick
LISTENED_TURNS = 20  # after so many turns a call is listened to no more: keys alone count
LEGS_OF_A_HOLDER = 3  # each may begin one more minute
HOTLINE_SECONDS = 3600  # whoever dials in is led to an end before that, and to so many office holders at most
ONE_SENTENCE = 40  # seconds
WORDS_LIMIT = 600  # seconds: of all that is said before talks and after them
OWN_HOLDERS = {WhomToCall.REPRESENTATIVE: 1, WhomToCall.SENATOR: 1, WhomToCall.BOTH: 2, WhomToCall.OWN_THEN_LISTED: 1}


def share_of_calls(settings: Settings) -> Decimal:
    """Of each budget what calls may cost; the rest is for one sentence to whoever dials in when that is spent."""
    return ALL - Decimal(settings.hotline_reserve_percent) / 100


def ring_may_cost(call: First, request: RingRequest, settings: Settings) -> MayCost:
    """A call that we place: its supporter's leg ends in time, and so does the talk with each office holder."""
    a_minute = settings.price_table.a_minute_to(request.to)
    offices = _offices(settings, call.number or "", call.holders)
    dollars = minutes(request.time_limit) * a_minute + offices + _speech(settings, request.time_limit)
    return MayCost(call.id, call.campaign_id, dollars, a_minute, share_of_calls(settings))


def call_costs_at_most(settings: Settings, holders: int) -> Decimal:
    """A call that we place, wherever that is dearest: a budget that is any must have room for one."""
    dearest = max(settings.price_table.to.values())
    seconds = holders * settings.talk_limit_seconds + WORDS_LIMIT
    return minutes(seconds) * dearest + _offices(settings, "", holders) + _speech(settings, seconds)


def least_budget(settings: Settings, holders: int) -> Decimal:
    """The smallest, to the cent, that has room for a call."""
    needed = call_costs_at_most(settings, holders) / share_of_calls(settings)
    return needed.quantize(Decimal("0.01"), ROUND_CEILING)


def holders_of(words: CampaignWords) -> int:
    """How many office holders a call of this campaign reaches for at most."""
    return max(OWN_HOLDERS.get(words.whom_to_call, 0) + len(words.listed), 1)


def hotline_may_cost(call_id: int, campaign_id: int, holders: int, settings: Settings) -> MayCost:
    """A call that somebody placed to us."""
    a_minute = settings.price_table.coming_in
    legs = minutes(HOTLINE_SECONDS) * a_minute + _offices(settings, "", holders)
    dollars = legs + _speech(settings, HOTLINE_SECONDS)
    return MayCost(call_id, campaign_id, dollars, a_minute, share_of_calls(settings))


def sentence_costs(call_id: int, campaign_id: int, settings: Settings) -> MayCost:
    """A call to us that is answered with one sentence, out of what the others leave of each budget."""
    prices = settings.price_table
    dollars = prices.coming_in + prices.said(ONE_SENTENCE * CHARACTERS_A_SECOND)
    return MayCost(call_id, campaign_id, dollars, prices.coming_in)


def _offices(settings: Settings, office: str, holders: int) -> Decimal:
    talk = minutes(settings.talk_limit_seconds) + LEGS_OF_A_HOLDER
    return holders * talk * settings.price_table.a_minute_to(office)


def _speech(settings: Settings, seconds: int) -> Decimal:
    prices = settings.price_table
    return prices.said(seconds * CHARACTERS_A_SECOND) + prices.heard(LISTENED_TURNS)
