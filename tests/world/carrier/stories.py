"""What the carrier tells and asks of a whole call, in its natural order, for tests that say it in any other."""

from itertools import count

from hypothesis import strategies as st

from app.calls.life.status import move_call
from models import CallStatus, EventSource
from tests.world.calls import a_call
from tests.world.carrier.signed_sender import SignedSender

NUMBERS = count()


def a_new_carrier(app, session, campaign):
    """A call of its own for every example, which the carrier was asked to ring."""
    number = next(NUMBERS)
    call = a_call(session, app.extensions["ringdown"], campaign, phone=f"+1{200 + number // 100}55501{number % 100:02}")
    move_call(session, call.id, CallStatus.DIALING, source=EventSource.WORKER)
    session.commit()
    return SignedSender(app, call.id, f"CA{number:032}", f"CB{number:032}")


def a_conversation(carrier):
    """Everything that the carrier tells and asks of a call that went well, in its natural order."""
    yield lambda: carrier.reports("queued", 0, at=0)
    yield lambda: carrier.reports("initiated", 1, at=1)
    yield lambda: carrier.reports("ringing", 2, at=2)
    yield lambda: carrier.reports("in-progress", 3, at=6)
    yield lambda: carrier.asks("answered")
    yield lambda: carrier.asks("after/greeting/0/1", Digits="1")
    yield lambda: carrier.asks("after/script/0/2", Digits="1")
    yield lambda: carrier.reports("initiated", 0, office=True, at=59)
    yield lambda: carrier.reports("ringing", 1, office=True, at=60)
    yield lambda: carrier.reports("in-progress", 2, office=True, at=66)
    yield lambda: carrier.reports("completed", 3, office=True, at=108, CallDuration="42")
    yield lambda: carrier.asks("after/connect/0/3", **_bridge(carrier, "completed", DialCallDuration="42"))
    yield lambda: carrier.asks("after/after_office/0/4", Digits="1")
    yield lambda: carrier.reports("completed", 4, at=122, CallDuration="116")


def a_busy_office(carrier):
    """The same with an office whose line is busy."""
    yield lambda: carrier.reports("ringing", 0, at=2)
    yield lambda: carrier.reports("in-progress", 1, at=6)
    yield lambda: carrier.asks("answered")
    yield lambda: carrier.asks("after/greeting/0/1", Digits="1")
    yield lambda: carrier.asks("after/script/0/2", Digits="1")
    yield lambda: carrier.reports("initiated", 0, office=True, at=60)
    yield lambda: carrier.reports("ringing", 1, office=True, at=60)
    yield lambda: carrier.reports("busy", 2, office=True, at=62)
    yield lambda: carrier.asks("after/connect/0/3", **_bridge(carrier, "busy"))
    yield lambda: carrier.reports("completed", 2, at=80, CallDuration="74")


def nobody_home(carrier):
    """A supporter who does not pick up."""
    yield lambda: carrier.reports("initiated", 0, at=0)
    yield lambda: carrier.reports("ringing", 1, at=1)
    yield lambda: carrier.reports("no-answer", 2, at=26)


def _bridge(carrier, status, **more):
    return {"DialCallStatus": status, "DialCallSid": carrier.office_leg, **more}


HOW_MANY = {a_conversation: 14, a_busy_office: 10, nobody_home: 3}


@st.composite
def disorder(draw):
    """A kind of call, and the order in which its events arrive: each at least once, some again."""
    story = draw(st.sampled_from(sorted(HOW_MANY, key=lambda story: story.__name__)))
    how_many = HOW_MANY[story]
    again = draw(st.lists(st.integers(0, how_many - 1), max_size=4))
    return story, draw(st.permutations([*range(how_many), *again]))
