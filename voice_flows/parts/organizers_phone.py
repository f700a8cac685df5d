"""What an organizer hears whose own phone we ring: a code, or a call like a supporter's, in which we are the office."""

from voice_flows.verbs import Ask, Bridge, Go, HangUp, Hears, Say, Verb

PRESSED, HEARD, AFTER, ANSWER = "pressed", "heard", "after", "line"
A_BREATH = 0.6
RING_SECONDS, TALK_SECONDS = 20, 60

WELCOME = "Hello. This is Ringdown, with the test call that you asked for."
PRESS = "To be connected to a recorded voice that stands for an office, press 1."
PRESS_TO_TRY = "To be connected with the office's number that you want to try, press 1."
CONNECTING = "Connecting you now."
STANDS_FOR = (
    "This is a recorded voice in place of an office. A supporter would now talk with a person, or leave a message."
)
ALL_OF_IT = (
    "Your phone rang, your key arrived, the carrier dialed on, and you can hear this: all that a supporter needs works."
)
WITHOUT_A_NUMBER = (
    "Your phone rang, your key arrived, and you can hear this. No office was dialed: for that your campaign needs a "
    "number of its own."
)
NOT_CONNECTED = "The carrier did not connect you with the recorded voice. The page says why. Goodbye."
WAS_IT = "Was that the office? If it was, press 1, and the number is confirmed. If it was not, press 2 or hang up."
CONFIRMED = "Thank you. The number is confirmed. Goodbye."
NOT_CONFIRMED = "The number stays unconfirmed. Correct it on the office's page. Goodbye."
NOBODY_THERE = "Nobody picked up there, so the number stays unconfirmed. Goodbye."
FAREWELL = "Thank you. Goodbye."
NOTHING_PRESSED = "We heard no key, so the call ends here. Goodbye."
CODE = "Hello. This is Ringdown. Your code is {code}."
AGAIN = "Once more: {code}."


def code(digits: str) -> tuple[Verb, ...]:
    """The code, three times and slowly."""
    spoken = ", ".join(digits)
    again = Say(AGAIN.format(code=spoken), pause=A_BREATH)
    return (Say(CODE.format(code=spoken), pause=A_BREATH), again, again, Say(FAREWELL), HangUp())


def question(*, is_first: bool, tries_line: bool = False) -> tuple[Verb, ...]:
    """A key, as of a supporter: a mailbox presses none. On a trial the carrier swallows the first: asked again."""
    press = Say(PRESS_TO_TRY if tries_line else PRESS)
    says = (Say(WELCOME, pause=A_BREATH), press) if is_first else (press,)
    return (Ask(says, {"1": HEARD}, PRESSED, hears=Hears.KEY),)


def connect(number: str, *, star_leaves: bool) -> tuple[Verb, ...]:
    """On to the number that stands for the office, which is shown there too, as the campaign's is at an office."""
    bridge = Bridge(number, number, RING_SECONDS, TALK_SECONDS, AFTER, star_leaves=star_leaves)
    return (Say(CONNECTING, pause=A_BREATH), bridge)


def connect_line(number: str, extension: str, shown: str, *, star_leaves: bool) -> tuple[Verb, ...]:
    """On to an office's own number, as a supporter is connected; a minute is enough to hear whose it is."""
    bridge = Bridge(number, shown, RING_SECONDS, TALK_SECONDS, AFTER, extension, star_leaves=star_leaves)
    return (Say(CONNECTING, pause=A_BREATH), bridge)


def was_it() -> tuple[Verb, ...]:
    """Whether it was the office: of what they hear there nothing is known to us."""
    return (Ask((Say(WAS_IT),), {"1": ANSWER, "2": ANSWER}, ANSWER, hears=Hears.KEY),)


def office_played(*, is_dialed: bool) -> tuple[Verb, ...]:
    """The voice; then it goes on to the end, which tells that it was heard."""
    how = ALL_OF_IT if is_dialed else WITHOUT_A_NUMBER
    return (Say(STANDS_FOR, pause=A_BREATH), Say(how, pause=A_BREATH), Go(HEARD))


def farewell(last_words: str = FAREWELL) -> tuple[Verb, ...]:
    """The end."""
    return (Say(last_words), HangUp())
