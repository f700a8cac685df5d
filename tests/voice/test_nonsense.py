"""Whoever holds the carrier's key sends nonsense: it breaks nothing, and of another's leg nothing counts."""

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.world.carrier.stories import a_busy_office, a_conversation, a_new_carrier
from tests.world.database.kept import everything_kept
from tests.world.examples import MANY, sized
from tests.world.people.hotline_caller import HotlineCaller

TRIED = settings(MANY, max_examples=sized(15, 2000))  # ten thousand requests in the long run
HOSTILE = st.one_of(
    st.sampled_from(
        ["", "\0", "CA\0", "-1", "0", "32768", "9" * 19, "9" * 400, "x" * 5000, "'\"<&>", "²", "٣", "+1", "%00"]
    ),
    st.text(st.characters(codec="utf-8"), max_size=12),
)
PLACES = ("0", "1", "7", "99", "32767", "32768", "9" * 30, "connect", "script", "-1")
TROUBLE = "Something went wrong"
STRANGE_LEG = "CA" + "e" * 32


class Told:
    """What a carrier sent, each with the path and the form of it."""

    def __init__(self, carrier):
        self.carrier, self.sent = carrier, []
        sends = carrier.sends
        carrier.sends = lambda path, form, headers: self.sent.append((path, form)) or sends(path, form, headers)

    def __repr__(self):
        return "told"

    def again(self, path, form):
        """Any path and form, signed as the carrier would: what fails is no answer to them."""
        known = {"X-Twilio-Signature": self.carrier.signature(path, form)}
        answer = self.carrier.client.post(path, data=form, headers=known)
        assert path.endswith("/fallback") or TROUBLE not in answer.text
        return answer


@pytest.fixture
def told(app, session, campaign):
    """Every request of two calls that are over and of one to the hotline that is not."""
    all_told = []
    for story in (a_conversation, a_busy_office):
        carrier = a_new_carrier(app, session, campaign)
        all_told.append(Told(carrier))
        for event in story(carrier):
            event()
        carrier.posts("machine/0", {"CallSid": carrier.office_leg, "AnsweredBy": "human"})
    caller = HotlineCaller(app, 0)
    all_told.append(Told(caller))
    caller.dials()
    caller.tells("/voice/hotline/fallback", ErrorCode="11200")
    caller.tells("/voice/hotline/status", CallStatus="ringing", SequenceNumber="1")
    return [(one, path, form) for one in all_told for path, form in one.sent]


@TRIED
@given(data=st.data())
def test_no_field_breaks_anything(told, data):
    one, path, form = data.draw(st.sampled_from(told))
    names = st.sampled_from(sorted(set(form) - {"AccountSid"}))
    changed = data.draw(st.dictionaries(names, HOSTILE, min_size=1, max_size=3))
    assert one.again(path, {**form, **changed}).status_code in {200, 403}


@TRIED
@given(data=st.data())
def test_no_office_turn_or_step_of_an_address_breaks_anything(told, data):
    one, path, form = data.draw(st.sampled_from([it for it in told if it[1].count("/") > 3]))
    parts = path.split("/")
    where = data.draw(st.integers(3, len(parts) - 1))
    parts[where] = data.draw(
        st.sampled_from(["0", "1", "7", "99", "32767", "32768", "9" * 30, "connect", "script", "-1"])
    )
    assert one.again("/".join(parts), form).status_code in {200, 403, 404}


@TRIED
@given(data=st.data())
def test_of_a_leg_that_is_not_the_calls_nothing_counts(told, session, data):
    one, path, form = data.draw(st.sampled_from([it for it in told if not it[1].startswith("/voice/hotline")]))
    others = [STRANGE_LEG, *(other.get("CallSid") for _, _, other in told)]
    leg = data.draw(st.sampled_from([it for it in others if it not in {one.carrier.supporter_leg, form["CallSid"]}]))
    before = everything_kept(session)
    assert one.again(path, {**form, "CallSid": leg}).status_code == 200
    assert everything_kept(session) == before


@TRIED
@given(data=st.data())
def test_a_border_that_stands_elsewhere_is_refused(told, session, data):
    one, path, form = data.draw(st.sampled_from(told))
    name = data.draw(st.sampled_from(sorted(form)))
    written = name + form[name]
    at = data.draw(st.integers(1, len(written)))
    assume(at != len(name))
    moved = {(written[:at] if key == name else key): (written[at:] if key == name else form[key]) for key in form}
    assume(one.carrier.signature(path, moved) == one.carrier.signature(path, form))
    before = everything_kept(session)
    assert one.again(path, moved).status_code == 403
    assert everything_kept(session) == before


@TRIED
@given(data=st.data())
def test_a_border_that_is_gone_is_refused(told, session, data):
    one, path, form = data.draw(st.sampled_from([it for it in told if len(it[2]) > 2]))
    names = sorted(form)
    nth = data.draw(st.integers(0, len(names) - 2))
    joined = {**form, names[nth]: form[names[nth]] + names[nth + 1] + form[names[nth + 1]]}
    del joined[names[nth + 1]]
    assert one.carrier.signature(path, joined) == one.carrier.signature(path, form)
    before = everything_kept(session)
    assert one.again(path, joined).status_code == 403
    assert everything_kept(session) == before
