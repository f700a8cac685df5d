"""What the page says at every moment of a call: five stops on a line, and one sentence in plain words."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from zlib import crc32

from app.calls.queue.estimate import InLine
from app.calls.shown.progress import Progress
from app.calls.shown.veil import is_veiled
from app.language.sentences import Sentence, counted, sentence
from app.telephony.profiles import CarrierProfile
from app.web.names import titled
from app.web.times import in_words
from models import CallStatus, CampaignState, EndReason, LineOutcome

STOPS = (
    sentence("Ringing you"),
    sentence("Press 1"),
    sentence("The script"),
    sentence("The office"),
    sentence("Talking"),
)

STOP_OF = {
    CallStatus.SCHEDULED: 0,
    CallStatus.REQUESTED: 0,
    CallStatus.DIALING: 0,
    CallStatus.RINGING: 0,
    CallStatus.ANSWERED: 1,
    CallStatus.ACCEPTED: 2,
    CallStatus.CONNECTING: 3,
    CallStatus.TALKING: 4,
    CallStatus.ASKING: 5,
}

NOW = {
    CallStatus.SCHEDULED: sentence("We ring you %(when)s."),
    CallStatus.REQUESTED: sentence("Your call is next. Keep your phone at hand."),
    CallStatus.DIALING: sentence(
        "We are ringing you now from %(campaign_number)s. Pick up when your phone rings, then press 1."
    ),
    # As long as nobody has pressed 1 it is the same whatever the phone does: `app/calls/shown/veil.py`.
    CallStatus.RINGING: sentence("Your phone is ringing: %(campaign_number)s. Pick up, then press 1."),
    CallStatus.ANSWERED: sentence("You are on the line. Press 1 on your phone to go on."),
    CallStatus.ACCEPTED: sentence(
        "We are reading you the script. Press 1 on your phone when you are ready to be connected."
    ),
    CallStatus.CONNECTING: sentence("Calling the office of %(representative)s …"),
    CallStatus.TALKING: sentence("You are connected with the office of %(representative)s. Press star to leave."),
    CallStatus.ASKING: sentence("You are back with us. Tell us on your phone's keypad how it went."),
}

IN_LINE = sentence(
    "You are number %(place)s in line for this office: about %(minutes)s. We ring you when it is your turn."
)
WAIT_ON = sentence(
    "Your turn did not come within ten minutes. Shall we keep your place, and ring you later? Else we do not ring you."
)
CANNOT_NOW = sentence(
    "We cannot place calls just now, which is not because of you. If we soon can again, we ring you; after ten minutes "
    "we ask you first."
)
RESTING = sentence("The office's line was busy a moment ago. We try it again in about %(minutes)s, and ring you then.")
TAKES_A_BREAK = sentence(
    "The campaign is taking a break. We ring you only if it goes on within a few hours of the time we agreed on."
)
OVERDUE = sentence("It is past the time we agreed on. We ring you as soon as we can.")
UNTOLD = sentence(
    "The telephone company has not told us yet whether it rings you. If your phone stays silent, please call the "
    "office yourself: its number and what you can say stand below."
)
FINDING_OUT = sentence(
    "We were away for a moment, and are finding out what became of your call. If you are on the phone, stay on the "
    "line."
)
OR_TALKING = sentence("Calling the office of %(representative)s, or talking with it already.")
NO_STAR = sentence("You are connected with the office of %(representative)s.")
NEXT = sentence("Next is the office of %(representative)s. Press 1 on your phone when you are ready to be connected.")

LATE_AFTER = timedelta(minutes=3)
MOST_MINUTES = 90

ENDED = {
    CallStatus.CANCELED: sentence("You canceled the call."),
    CallStatus.FAILED: sentence("The call could not be put through."),
}
# Of a call on which nobody pressed 1, whoever has the phone, and whatever they did.
NOT_TAKEN = sentence(
    "This call is over. If your phone did not ring, look for a missed call from %(campaign_number)s: some phones "
    "silence numbers they do not know."
)

CANNOT_RING = sentence(
    "We cannot place calls just now, which is not because of you. Please call the office yourself: its number and what "
    "you can say stand below."
)
TOO_LATE = sentence("Your call waited too long for its turn, so we did not ring you. Please try again.")
LOST_TRACK = sentence("We lost track of this call. If your phone did not ring, please try again.")
ENDED_BECAUSE = {
    EndReason.REFUSED: sentence("Somebody pressed 9 on the phone, so we do not call this number."),
    EndReason.EXPIRED: sentence(
        "We could not call the office at the time we agreed on, nor within a few hours after, so we did not ring you. "
        "Please try again."
    ),
    EndReason.NOBODY_THERE: sentence("Nobody holds that office any more, so we did not ring you."),
    EndReason.RUNG_OFTEN: sentence(
        "We rang your number as often as we may for now. Try again in an hour, or tomorrow."
    ),
    EndReason.AGREED_TWICE: sentence("We ring your number at one agreed time, and there was an earlier one."),
    EndReason.CAMPAIGN_HAD_ENOUGH: sentence(
        "This campaign rang as many people as it may in a day. Try again tomorrow."
    ),
    EndReason.CARRIER_REFUSED: sentence("The telephone company would not ring that number. Check it, or try another."),
    EndReason.REFUSED_TO_US: CANNOT_RING,
    EndReason.CARRIER_UNREACHABLE: CANNOT_RING,
    EndReason.OUT_OF_BUDGET: CANNOT_RING,
    EndReason.HELD: CANNOT_RING,
    EndReason.CAMPAIGN_NOT_LIVE: sentence("The campaign was paused before your turn came. Nobody was rung."),
    EndReason.WAITED_TOO_LONG: TOO_LATE,
    EndReason.NUMBER_BUSY: TOO_LATE,
    EndReason.QUIET_HOURS: sentence(
        "Your turn did not come before 9 in the evening, and we ring nobody at night. Try tomorrow."
    ),
    EndReason.OFFICE_HAD_ENOUGH: sentence(
        "This office takes only so many of our calls a day, and had them, so we did not ring you. Please try tomorrow."
    ),
    EndReason.WAVE_OVER: sentence(
        "The hours in which we call this office were over before your turn came, so we did not ring you. Ask once "
        "more, and we ring you when they come again."
    ),
    EndReason.ENDED_BY_TEAM: sentence("The people who run this campaign ended this call."),
    EndReason.LOST: LOST_TRACK,
    EndReason.NUMBER_GONE: LOST_TRACK,
}

OFFICE_ENDED = {
    LineOutcome.BUSY: sentence("The office's line was busy."),
    LineOutcome.NO_ANSWER: sentence("Nobody at the office picked up."),
    LineOutcome.FAILED: sentence("We could not reach the office's line."),
    LineOutcome.CANCELED: sentence("The call ended before the office picked up."),
}

IS_OVER = sentence("The call is over. Thank you for making it!")
OVER_BEFORE = sentence("The call ended before the office was rung.")
LISTEN = sentence("%(ended)s Listen to your phone.")


@dataclass(frozen=True)
class Stage:
    """How the page shows a call now: stops before `stop` are done; `went_well` is None while it goes on."""

    stop: int
    sentence: Sentence
    went_well: bool | None

    @property
    def key(self) -> str:
        """Short, and another one for every other sentence."""
        return f"{crc32(str(self.sentence).encode()):x}"


def stage_of(
    progress: Progress, campaign_number: str, line: InLine | None, now: datetime, carrier: CarrierProfile
) -> Stage:
    """The moment that a call is in; `line` is the office's line in which it stands, if it does."""
    if progress.ended:
        return _ended(progress, campaign_number)
    call = progress.call
    if progress.asks_to_wait_on(now):
        return Stage(0, WAIT_ON, None)
    if progress.waits_in_vain:
        return Stage(0, CANNOT_NOW, None)
    if line and call.status is CallStatus.REQUESTED and (line.ahead or line.seconds):
        waits = RESTING if line.rests and not line.ahead else IN_LINE
        return Stage(0, waits.filled(place=line.ahead + 1, minutes=in_minutes(line.minutes)), None)
    if _listens(progress) and call.office.line_outcome in OFFICE_ENDED:
        listen = LISTEN.filled(ended=OFFICE_ENDED[call.office.line_outcome])
        return Stage(STOP_OF[CallStatus.CONNECTING], listen, None)
    said = _now_said(progress, now, carrier).filled(
        campaign_number=campaign_number,
        representative=titled(call.office.representative),
        when=in_words(progress.ring_at, now) if progress.ring_at else "",
    )
    return Stage(STOP_OF[call.status], said, None)


def _listens(progress: Progress) -> bool:
    """Whether its supporter is told now on the phone what came of an office, as far as we know."""
    return progress.call.status is CallStatus.ASKING and not progress.is_being_found_out


def _now_said(progress: Progress, now: datetime, carrier: CarrierProfile) -> Sentence:
    status = progress.call.status
    if status is CallStatus.SCHEDULED:
        return _agreed(progress, now)
    if progress.is_being_found_out and not progress.is_untold:
        return FINDING_OUT
    if status is CallStatus.ACCEPTED and progress.reached:
        return NEXT
    if progress.is_untold:
        return UNTOLD
    if progress.is_being_found_out:
        return FINDING_OUT
    return _of_carrier(carrier).get(status, NOW[status])


def _of_carrier(carrier: CarrierProfile) -> Mapping[CallStatus, Sentence]:
    """What is said otherwise where a carrier knows no star, or tells of an office's leg only when it is over."""
    talking = {} if carrier.can.star_leaves else {CallStatus.TALKING: NO_STAR}
    return talking if carrier.tells_of_offices else {**talking, CallStatus.CONNECTING: OR_TALKING}


def _agreed(progress: Progress, now: datetime) -> Sentence:
    """What is said of a time that was agreed on, before it and after."""
    if progress.campaign_state is not CampaignState.LIVE:
        return TAKES_A_BREAK
    is_late = progress.ring_at is not None and now - progress.ring_at > LATE_AFTER
    return OVERDUE if is_late else NOW[CallStatus.SCHEDULED]


def in_minutes(minutes: int) -> Sentence:
    """“a minute”, “7 minutes”, or “3 hours”: nobody counts more than ninety minutes."""
    if minutes > MOST_MINUTES:
        return counted("an hour", "%(num)s hours", round(minutes / 60))
    return counted("a minute", "%(num)s minutes", minutes)


def _ended(progress: Progress, campaign_number: str) -> Stage:
    call = progress.call
    if progress.end_reason is EndReason.ENDED_BY_TEAM:  # in the midst of a talk, too
        return Stage(
            STOP_OF[CallStatus.TALKING] if call.line_outcome else 0, ENDED_BECAUSE[progress.end_reason], went_well=False
        )
    if call.line_outcome is LineOutcome.ANSWERED:
        return Stage(len(STOPS), IS_OVER, went_well=True)
    stop = 3 if call.line_outcome else 0
    if call.line_outcome in OFFICE_ENDED:
        return Stage(stop, OFFICE_ENDED[call.line_outcome], went_well=False)
    if progress.end_reason in ENDED_BECAUSE:
        return Stage(stop, ENDED_BECAUSE[progress.end_reason], went_well=False)
    otherwise = NOT_TAKEN.filled(campaign_number=campaign_number) if is_veiled(progress) else OVER_BEFORE
    return Stage(stop, ENDED.get(call.status, otherwise), went_well=False)
