"""What the carrier knows of the legs of a story, so many seconds into it: what it answers when it is asked."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from app.telephony.carrier import CarrierLeg, CarrierUnknown, RingRequest
from models import LEG_ENDINGS, LegStatus
from tests.world.carrier.signed_sender import BEGUN, SignedSender
from tests.world.carrier.stories import a_busy_office, a_conversation, nobody_home

Moments = tuple[tuple[int, LegStatus], ...]
S = LegStatus

# When each event of a story happens: seconds.
WHEN = {
    a_conversation: (0, 1, 2, 6, 6, 20, 58, 59, 60, 66, 108, 108, 115, 122),
    a_busy_office: (2, 6, 6, 20, 59, 60, 60, 62, 62, 80),
    nobody_home: (0, 1, 26),
}
# Without these turns a story would have gone otherwise; all else that the carrier sends may get lost.
TURNS = {a_conversation: (4, 5, 6), a_busy_office: (2, 3, 4), nobody_home: ()}
RANG: Moments = ((0, S.QUEUED), (2, S.RINGING), (6, S.IN_PROGRESS))
SUPPORTERS: dict[object, Moments] = {
    a_conversation: (*RANG, (122, S.COMPLETED)),
    a_busy_office: (*RANG, (80, S.COMPLETED)),
    nobody_home: ((0, S.QUEUED), (1, S.RINGING), (26, S.NO_ANSWER)),
}
OFFICES: dict[object, Moments] = {
    a_conversation: ((59, S.INITIATED), (60, S.RINGING), (66, S.IN_PROGRESS), (108, S.COMPLETED)),
    a_busy_office: ((60, S.RINGING), (62, S.BUSY)),
}


@dataclass
class StoryCarrier:
    """A carrier that is asked `seconds` into a story; its list of calls lags, and sometimes it does not answer."""

    story: object
    sender: SignedSender
    lags: int = 0
    seconds: int = 0
    is_away: bool = False
    rung: int = 0

    def ring(self, request: RingRequest) -> str:  # noqa: ARG002 - whoever is rung once more is rung twice
        """Nobody is to ask for that."""
        self.rung += 1
        raise CarrierUnknown

    def end(self, sid: str) -> None:
        """Nor for that."""

    def leg(self, sid: str) -> CarrierLeg | None:
        """The supporter's, by its id."""
        return self._leg(sid, None, SUPPORTERS[self.story])

    def child_legs(self, sid: str) -> list[CarrierLeg]:
        """The office's, once it was dialed."""
        leg = self._leg(self.sender.office_leg, sid, OFFICES.get(self.story, ()))
        return [leg] if leg else []

    def legs_to(
        self,
        number: str,  # noqa: ARG002 - it is one
        *,
        caller_id: str | None,  # noqa: ARG002
        since: datetime,  # noqa: ARG002
    ) -> list[CarrierLeg]:
        """The supporter's, once it is in the list."""
        leg = self.leg(self.sender.supporter_leg)
        return [leg] if leg and self.seconds >= self.lags else []

    def _leg(self, sid: str, parent: str | None, moments: Moments) -> CarrierLeg | None:
        if self.is_away:
            raise CarrierUnknown
        past = [(at, status) for at, status in moments if at <= self.seconds]
        if not past:
            return None
        last, status = past[-1]
        answered = next((at for at, what in past if what is S.IN_PROGRESS), None)
        ended = last if status in LEG_ENDINGS else None
        return CarrierLeg(
            sid=sid,
            parent_sid=parent,
            to="",
            status=status,
            created_at=_at(past[0][0]),
            started_at=None if answered is None else _at(answered),
            ended_at=None if ended is None else _at(ended),
            duration=None if ended is None else ended - (ended if answered is None else answered),
        )


def _at(seconds: int) -> datetime:
    return BEGUN + timedelta(seconds=seconds)
