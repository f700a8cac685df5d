"""What is said of a code that is not right."""

from datetime import datetime

from app.language.moments.short import clock_time

EMPTY = "Type the six digits that your app shows now."
USED_OR_WRONG = (
    "That code is not right, or it was used already. Each counts once: wait until your app shows the next one, and "
    "type that. Here it is {now} in Massachusetts. If your phone shows other minutes, let it set its clock by itself."
)
BEHIND = (
    "That code is {minutes} old: the clock of your phone is behind. Here it is {now} in Massachusetts. Let your phone "
    "set its clock by itself (Settings, Date and time), then type a new code."
)
AHEAD = (
    "That code is right in {minutes}: the clock of your phone is ahead. Here it is {now} in Massachusetts. Let your "
    "phone set its clock by itself (Settings, Date and time), then type a new code."
)
KEY_GONE = (
    "This server has lost the key to your app's codes. Use a recovery code, or ask an admin to reset your second "
    "factor; then set up the app anew."
)
NO_SUCH_RECOVERY_CODE = (
    "That is none of your recovery codes, or it was used already: each is good for one time. Check every letter, or "
    "try another one of your list."
)


def of_code(now: datetime, minutes_off: int | None, *, is_theirs: bool) -> str:
    """What may be wrong with the clock by which the code is right.

    Of a code that will be right, nothing is said before they have signed in: whoever guesses it could wait for it.
    """
    if minutes_off and minutes_off < 0:
        return BEHIND.format(now=clock_time(now), minutes=_minutes(-minutes_off))
    if minutes_off and is_theirs:
        return AHEAD.format(now=clock_time(now), minutes=_minutes(minutes_off))
    return USED_OR_WRONG.format(now=clock_time(now))


def _minutes(many: int) -> str:
    return "a minute" if many == 1 else f"{many} minutes"
