"""What an organizer hears whose own phone we ring: a code, or a call like a supporter's, in which we are the office."""

from voice_flows.verbs import Ask, Go, HangUp, Hears, Say, Verb

PRESSED, HEARD = "pressed", "heard"
A_BREATH = 0.6

WELCOME = "Hello. This is Ringdown, with the test call that you asked for."
PRESS = "To be connected to a voice of ours that stands for an office, press 1."
CONNECTING = "Connecting you now."
OFFICE = (
    "This is our own voice in place of an office. A supporter would now be talking with a person, or leave a message. "
    "The carrier rang your phone, your key arrived, and you can hear us: all that a supporter needs works."
)
FAREWELL = "Thank you. Goodbye."
NOTHING_PRESSED = "We heard no key, so the call ends here. Goodbye."
CODE = "Hello. This is Ringdown. Your code is {code}."
AGAIN = "Once more: {code}."


def code(digits: str) -> tuple[Verb, ...]:
    """The code, three times and slowly."""
    spoken = ", ".join(digits)
    again = Say(AGAIN.format(code=spoken), pause=A_BREATH)
    return (Say(CODE.format(code=spoken), pause=A_BREATH), again, again, Say(FAREWELL), HangUp())


def question(*, is_first: bool) -> tuple[Verb, ...]:
    """A key, as of a supporter: a mailbox presses none. On a trial the carrier swallows the first: asked again."""
    says = (Say(WELCOME, pause=A_BREATH), Say(PRESS)) if is_first else (Say(PRESS),)
    return (Ask(says, {"1": HEARD}, PRESSED, hears=Hears.KEY),)


def office() -> tuple[Verb, ...]:
    """The voice; then it goes on to the end, which tells that it was heard."""
    return (Say(CONNECTING, pause=A_BREATH), Say(OFFICE, pause=A_BREATH), Go(HEARD))


def farewell(*, heard: bool) -> tuple[Verb, ...]:
    """The end."""
    return (Say(FAREWELL if heard else NOTHING_PRESSED), HangUp())
