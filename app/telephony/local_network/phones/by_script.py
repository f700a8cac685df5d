"""Phones by script: sentences about one phone, such as `phone(n).answers(after=4).then_presses("1")`."""

from collections.abc import Callable
from dataclasses import replace
from typing import Self

from app.telephony.local_network.phones.behaviour import Answer, Behaviour, Ender, Moment, Pickup, Reply, Screens
from app.telephony.local_network.phones.gestures import KEYS
from app.telephony.local_network.phones.sounds import seconds_to_say

VOICEMAIL_GREETING = "You have reached my voicemail. Please leave a message after the tone."
SCREENING = (  # some seven seconds
    "Hello. The person you are calling uses call screening. Please say who you are and why you are calling."
)
PICKS_UP_AT_ONCE, LISTENS_SECONDS = 0.5, 7.0


class Phone:
    """One phone of the network; every sentence adds to what is known about it and returns it again."""

    def __init__(self, number: str, book: dict[str, Behaviour], dial: Callable[[str, str], str] | None = None) -> None:
        self.number = number
        self._book, self._dial = book, dial

    def answers(self, after: float = 4.0) -> Self:
        """Answer after so many seconds of ringing."""
        return self._is(replace(self._known(), pickup=Pickup.ANSWERS, after=after))

    def is_busy(self) -> Self:
        """Be engaged."""
        return self._is(replace(self._known(), pickup=Pickup.BUSY))

    def does_not_answer(self) -> Self:
        """Ring until the caller gives up."""
        return self._is(replace(self._known(), pickup=Pickup.SILENT))

    def declines(self, after: float = 4.0) -> Self:
        """Refuse the call after so many seconds of ringing."""
        return self._is(replace(self._known(), pickup=Pickup.DECLINES, after=after))

    def is_unreachable(self, error: int = 0) -> Self:
        """Be a number behind which there is no phone; the carrier may name an error of its own for it."""
        return self._is(replace(self._known(), pickup=Pickup.UNREACHABLE, error=error))

    def is_operated_by_hand(self) -> Self:
        """Wait for a person at the handset page."""
        return self._is(replace(self._known(), pickup=Pickup.BY_HAND))

    def is_voicemail(
        self,
        greeting: str = VOICEMAIL_GREETING,
        after: float = 20.0,
        message_seconds: float = 20.0,
        ended_by: Ender = Ender.OFFICE,
        stays: float = 60.0,
    ) -> Self:
        """Answer as a machine: greet, press nothing.

        As the dialled side of a bridge it is talked to for `message_seconds` and then ended by `ended_by`;
        otherwise it hangs up by itself `stays` seconds after answering.
        """
        talk = seconds_to_say(greeting) + message_seconds
        return self._is(
            replace(
                self._known(),
                pickup=Pickup.ANSWERS,
                after=after,
                greeting=greeting,
                talks_for=talk,
                ender=ended_by,
                stays=stays,
            )
        )

    def screens_callers(self, taken_after: float | None = None, greeting: str = SCREENING) -> Self:
        """Pick up without ringing, talk for some seven seconds, listen, and only then ring.

        Its person takes the phone when it has rung for `taken_after` seconds, hears what is said from there on, and
        answers as the script says; None is never.
        """
        rings_after = seconds_to_say(greeting) + LISTENS_SECONDS
        screens = Screens(greeting, rings_after, taken_after)
        return self._is(
            replace(self._known(), pickup=Pickup.ANSWERS, after=PICKS_UP_AT_ONCE, greeting=greeting, screens=screens)
        )

    def says(self, *lines: str) -> Self:
        """Say these lines, one after the other, as soon as the two sides are joined."""
        return self._is(replace(self._known(), lines=(*self._known().lines, *lines)))

    def talks_for(self, seconds: float, ended_by: Ender = Ender.OFFICE) -> Self:
        """Stay joined with the other side for so long; then somebody ends it, the office unless said."""
        return self._is(replace(self._known(), talks_for=seconds, ender=ended_by))

    def then_presses(self, *keys: str, after: float = 1.0) -> Self:
        """Answer the next questions, one text of keys each, `after` seconds after its prompt."""
        return self._replies(*(Reply(keys=text, after=after) for text in keys))

    def is_reached_by_relay(self, *keys: str, after: float = 20.0) -> Self:
        """Be slow at everything: a relay picks up, types what it hears, and presses so long after each prompt."""
        return self.answers(after).then_presses(*keys, after=after)

    def then_interrupts_with(self, keys: str, after: float = 0.5) -> Self:
        """Answer the next question while its prompt is still being spoken, `after` seconds into it."""
        return self._replies(Reply(keys=keys, after=after, interrupts=True))

    def then_says(self, speech: str, after: float = 1.0) -> Self:
        """Answer the next question by speaking."""
        return self._replies(Reply(speech=speech, after=after))

    def whenever_asked(self, words: str, *answers: str, after: float = 1.0) -> Self:
        """Listen, and answer a question in which these words are asked: the first time so, the next so.

        The last of the `answers` is given from then on; keys are pressed, and all else is said. Of several questions
        that fit, the one written down first counts.
        """
        replies = tuple(
            Reply(keys=text, after=after) if set(text) <= set(KEYS) else Reply(speech=text, after=after)
            for text in answers
        )
        return self._is(replace(self._known(), answers=(*self._known().answers, Answer(words, replies))))

    def cuts_short(self, words: str, key: str, after: float = 0.5) -> Self:
        """Press this key `after` seconds into whatever is said that has these words in it, each time."""
        reply = Reply(keys=key, after=after, interrupts=True)
        return self._is(replace(self._known(), answers=(*self._known().answers, Answer(words, (reply,)))))

    def then_presses_nothing(self) -> Self:
        """Leave the next question unanswered."""
        return self._replies(Reply())

    def then_hangs_up(self, after: float = 1.0) -> Self:
        """Hang up at the next question."""
        return self._replies(Reply(hangs_up=True, after=after))

    def hangs_up_after(self, seconds: float) -> Self:
        """Hang up so many seconds after answering."""
        return self._is(replace(self._known(), stays=seconds))

    def hangs_up_during(self, verb: str, nth: int = 1, after: float = 1.0) -> Self:
        """Hang up `after` seconds into the nth "say", "gather", "dial" or "bridge"."""
        return self._is(replace(self._known(), leaves_during=Moment(verb, nth, after)))

    def dials(self, owned_number: str) -> str:
        """Call a number of the network; returns the SID of the inbound call.

        Raises:
            LookupError: nobody on the network has that number.
        """
        if self._dial is None:
            raise LookupError("This entry stands for many phones and cannot dial.")
        return self._dial(self.number, owned_number)

    def _known(self) -> Behaviour:
        return self._book.get(self.number, Behaviour())

    def _is(self, behaviour: Behaviour) -> Self:
        self._book[self.number] = behaviour
        return self

    def _replies(self, *replies: Reply) -> Self:
        return self._is(replace(self._known(), replies=(*self._known().replies, *replies)))
