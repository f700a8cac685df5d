"""What supporters read of the table, in their own language: entries that are one thing to a reader share a topic."""

from dataclasses import dataclass

from app.language.sentences import Sentence, sentence
from app.privacy.forget.times import A_CALL, CONSENT, EXACT, NOTE, NUMBER_OF_A_CALL


@dataclass(frozen=True)
class Told:
    """What it is, why it is kept, and until when."""

    what: Sentence
    why: Sentence
    until: Sentence


NUMBER = Told(
    sentence("Your phone number"),
    sentence("We ring you."),
    sentence(
        "Gone %(hours)s hours after your call ended; of a call at an agreed time, as soon as that ended. If you dial "
        "us, it is never written down.",
        hours=round(NUMBER_OF_A_CALL.total_seconds() / 3600),
    ),
)
PLACE = Told(
    sentence("Where you live: what you type or say of it"),
    sentence("It tells who represents you, and Back loses nothing."),
    sentence(
        "On the phone gone as soon as that is known, on a page after half an hour. A street that you type is never "
        "written down, and where your phone is stays in your phone."
    ),
)
TOWN = Told(
    sentence("Your town"),
    sentence("Organizers see where people call from."),
    sentence("After %(days)s days only your county is known.", days=EXACT.days),
)
MARK = Told(
    sentence("A mark by which your number is known again"),
    sentence("No phone rings too often, and nobody is rung twice at once."),
    sentence("Gone some days after your phone rang, at the latest after a month."),
)
CALL = Told(
    sentence("Your call: when it was, in which language, which office, and what came of it"),
    sentence("Each step follows the one before, and organizers see what came of their campaign."),
    sentence(
        "After %(days)s days only the day is known, after %(gone)s days the call is gone. What stays is counted, and "
        "no call can be told from it.",
        days=EXACT.days,
        gone=A_CALL.days,
    ),
)
CARRIER = Told(
    sentence("What the phone company told us of your call"),
    sentence("What it tells twice counts once, and a fault can be found."),
    sentence(
        "Gone after %(days)s days, and without any number. The phone company keeps records of its own.",
        days=EXACT.days,
    ),
)
NOTE_OF_CALL = Told(
    sentence("Your note on the call, if you write one"),
    sentence("Organizers read what offices say."),
    sentence("Gone after %(days)s days.", days=NOTE.days),
)
AGREED = Told(
    sentence("That somebody agreed to be called: when, and to which words"),
    sentence("A complaint can be answered."),
    sentence(
        "%(years)s years. Without your number, or with it locked by a key that is not on this server.",
        years=CONSENT.days // 365,
    ),
)
NEVER = Told(
    sentence("A mark of your number, if you ask us never to call it"),
    sentence("We never do."),
    sentence("For good. Where only a caller ID asked, for a day."),
)
ADDRESS = Told(
    sentence("A mark of your internet address"),
    sentence("Nobody can have a thousand phones rung."),
    sentence("Gone after that day."),
)
HELD = Told(
    sentence("Calls of a campaign that a court or an authority asks for"),
    sentence("The law obliges this server to keep them: a legal hold."),
    sentence(
        "Longer than is said here, until the hold is over, even if you ask to be forgotten. Meanwhile numbers and "
        "notes that would be gone are locked by a key of the hold alone. All of it ends with the hold."
    ),
)
COUNTED = Told(
    sentence("Counts: how many called, from where, and what came of it"),
    sentence("Organizers see what came of their campaign."),
    sentence("As long as the campaign. Towns and sources of fewer than five calls are joined."),
)
