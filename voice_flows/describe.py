"""Describes every step of a call with its sentences, keys and paths, for docs/voice-flows.md."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from voice_flows.click_to_call import FLOW, HOTLINE_FIRST, PARTS
from voice_flows.flow import COME_BACK, PLACE, STAR, Step
from voice_flows.hearing import AGAIN
from voice_flows.known import MORE_TIME, Abilities, Caller, Campaign, Known, Line, Office
from voice_flows.names import NOBODY, Label, Titled
from voice_flows.outcomes import LineShowed, PlaceFound, WhyPassedOver
from voice_flows.parts.forgetting import FORGET_FIRST
from voice_flows.parts.peace import CONFIRM_FIRST
from voice_flows.parts.where import ANSWERS
from voice_flows.verbs import Ask, Bridge, Go, HangUp, Say, Verb

INTRODUCTION = f"""\
# What a caller hears

Made from the code by `make voice-flows`; a test keeps it true. Calls that we place begin at `{FLOW.first}`, calls to
the hotline at `{HOTLINE_FIRST}`; calls to hear from a number's owner whether it is never to be called at
`{CONFIRM_FIRST}`, and whether we are to forget it at `{FORGET_FIRST}`.
Words in braces are filled in. Some sentences are said, and some keys offered, only where they apply. Silence and any
other key lead where the last row says. Where nobody reads aloud, waits in a line or is greeted, a word does as well as
its key ("yes", "back"). Words that mean nothing are no answer, and no silence: the question is asked again. Nor does
silence end a call where words count before the question was asked once more: what was said may not have been heard.
A 0 asks again where it leads nowhere else and no ZIP code is keyed, and "again" does wherever a word counts; the second
time it is spoken slowly. Of a text that is read they lead back to the sentence that was being said, and not to its
beginning. What is said without a question is cut short by any key, which answers nothing; last words are said again by
a 0. With a carrier that understands no words, and in Haitian Creole, keys alone count; with one by which no
star leaves an office nobody is told to press it: both say other sentences.

Whoever asked for more time, by key 8 or on the page, is waited for {MORE_TIME} times as long as this says, at every
question but that in an office's line, which is looked at as often; silences between sentences, and how long we ring
the supporter, are as many times longer. An office hears and sees nothing of it.
"""
MayBecome = Mapping[str, tuple[str, ...]]

CAMPAIGN = Campaign("{group}", "{subject}", "{campaign_number}")
CALLER = Caller(town="{town}", found=PlaceFound.AGREE, place=Label("{place}"))
OFFICE = Office(
    representative=Titled("{representative}"),
    script="{script}",
    script_own="{script_own}",
    next_representative=Titled("{next_representative}"),
    passed_over=Titled("{passed_over}"),
    passed_over_why=WhyPassedOver.VACANT,
)
LAST = replace(OFFICE, next_representative=NOBODY)
LINE = Line(
    showed=LineShowed.ANSWERED, opens="{opens}", booked="{booked}", code="{code}", instead="{instead}", page="{page}"
)
LISTED = replace(CAMPAIGN, asks_place=False)
MENU = replace(CALLER, choices=(Titled("{choice}"), Titled("{choice}")))
ONE = replace(CALLER, found=PlaceFound.STREETS, choices=(Titled("{choice}"),))
SITUATIONS = (
    Known(
        replace(CAMPAIGN, points=("{point}",), contact="{contact}"),
        MENU,
        replace(OFFICE, total=2),
        replace(LINE, has_other=True),
    ),
    Known(CAMPAIGN, CALLER, replace(LAST, total=2, nth=2, thanks=True, is_theirs=False), replace(LINE, ahead=2)),
    *(
        Known(CAMPAIGN, CALLER, LAST, replace(LINE, showed=showed))
        for showed in (LineShowed.BUSY, LineShowed.NO_ANSWER, LineShowed.FAILED)
    ),
    Known(CAMPAIGN, replace(CALLER, can_book=False), replace(LAST, script_own=""), Line(showed=LineShowed.ANSWERED)),
    Known(CAMPAIGN, CALLER, LAST, LINE),
    Known(CAMPAIGN, CALLER, OFFICE, replace(LINE, by_wave=True)),
    Known(CAMPAIGN, CALLER, OFFICE, replace(LINE, by_wave=True, opens="")),
    Known(LISTED, CALLER, OFFICE, LINE),
    Known(LISTED, CALLER, replace(OFFICE, representative=NOBODY), LINE),
    *(Known(CAMPAIGN, replace(MENU, found=found), OFFICE, LINE) for found in ANSWERS if found),
    Known(CAMPAIGN, ONE, OFFICE, LINE),
    *(
        Known(CAMPAIGN, replace(CALLER, found=PlaceFound.NOBODY), replace(OFFICE, passed_over_why=why), LINE)
        for why in WhyPassedOver
        if why is not WhyPassedOver.VACANT
    ),
)
# What is said in other words with a carrier that can do less; that leads nowhere else.
BY_KEYS = Known(
    CAMPAIGN, replace(CALLER, found=PlaceFound.MANY), OFFICE, LINE, Abilities(listens=False, star_leaves=False)
)


def describe(may_become: MayBecome) -> str:
    """The whole document; `may_become` names the steps to which only the app can know that a call is led instead."""
    parts = "\n".join(_part(part.__doc__ or "", part.STEPS, may_become) for part in PARTS)
    return f"{INTRODUCTION}\n{parts}"


def _part(title: str, steps: tuple[Step, ...], may_become: MayBecome) -> str:
    told = (_step(step, may_become.get(step.__name__, ())) for step in steps)
    return f"## {title.rstrip('.')}\n\n" + "\n".join(told)


def _step(step: Step, others: tuple[str, ...]) -> str:
    name, verbs = step.__name__, [verb for known in SITUATIONS for verb in step(known)]
    said = "\n".join(f"> {sentence}" for sentence in dict.fromkeys(_sentences([*verbs, *step(BY_KEYS)])))
    paths = "\n".join(f"| {answer} | {following} |" for answer, following in dict.fromkeys(_paths(verbs, others)))
    about = (step.__doc__ or "").strip()
    quoted = f"\n{said}\n" if said else ""
    return f"### {name}\n\n{about}\n{quoted}\n| answer | then |\n|---|---|\n{paths}\n"


def _sentences(verbs: list[Verb]) -> Iterator[str]:
    for verb in verbs:
        if isinstance(verb, Say):
            yield f"{verb.text}  "
        if isinstance(verb, Ask):
            yield from (f"{say.text}  " for say in verb.says)


def _paths(verbs: list[Verb], others: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for verb in verbs:
        match verb:
            case Ask():
                yield from _answers(verb)
            case Bridge():
                yield "after the office", f"`{verb.then}`"
                yield from ((f"`{STAR}`, before it is rung", f"`{COME_BACK}`"),) if verb.star_leaves else ()
            case Go():
                yield "at once", f"`{verb.to}`"
            case HangUp():
                yield "–", "hangs up"  # noqa: RUF001 - a dash, as in any table
    for other in others:
        yield "where it applies", f"`{other}`"


def _answers(ask: Ask) -> Iterator[tuple[str, str]]:
    for key, step in ask.keys.items():
        open_answer = "a name or number" if ask.hears.is_open else "a place"
        yield (open_answer if key == PLACE else f"`{key}`" if key != AGAIN else "“again”"), f"`{step}`"
    only_keys = " (keys alone)" if not ask.hears.listens else ""
    yield f"silence, after {ask.wait_seconds} s{only_keys}", f"`{ask.otherwise}`"
