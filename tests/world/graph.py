"""The flow as a graph for tests: what a step says, where every answer leads, and whole walks through it."""

from itertools import chain, repeat

from app.calls.steps.table import MAY_BECOME
from tests.world.known import KIM, known
from voice_flows.click_to_call import FLOW, TO_NEXT_OFFICE, TO_OTHER_LINE
from voice_flows.flow import MOST_TURNS, PLACE
from voice_flows.names import Title, Titled
from voice_flows.outcomes import LineShowed, PlaceFound, WhyPassedOver
from voice_flows.parts.where import ANSWERS
from voice_flows.verbs import Ask, Bridge, Go, HangUp

KEYS = [*"0123456789*#", ""]
LINES = list(LineShowed)
STEPS = sorted(FLOW.steps)
RINGS = ["connect", "leave_message", "other_line"]
MORE = {"next_representative": KIM, "total": 2}
CHOICES = tuple(Titled(name, Title.REPRESENTATIVE) for name in ("Lee", "Roy", "Day", "Fox", "Orr", "May"))
VACANT = {"passed_over": Titled("1st Franklin"), "passed_over_why": WhyPassedOver.VACANT}
SITUATIONS = [
    {},
    {"has_other": True},
    MORE,
    {"has_other": True, **MORE},
    {"can_book": False},
    {"script_own": "Sí."},
    {"contact": "Ana, 617 555 0142"},
    {"opens": "on Monday at 9", "booked": "on Monday at 9"},
    *({"found": found, "choices": CHOICES, **VACANT} for found in ANSWERS),
    {"found": PlaceFound.NOBODY, **VACANT, "passed_over_why": WhyPassedOver.SUPPORTS_ALREADY},
]


def speaks(step, line=LineShowed.ANSWERED, **what):
    return FLOW.speak(step, known(showed=line, **what))


def ways(step, line=LineShowed.ANSWERED, **what):
    """Every (answer, step) by which a step is left; an empty answer is silence, the end of a bridge, or none needed."""
    for verb in speaks(step, line, **what):
        if isinstance(verb, Ask):
            keys = [key for key in KEYS if not verb.is_asked_again_by(key)]
            yield from ((key, verb.leads_to(key)) for key in [*keys, *([PLACE] if verb.hears.is_place else [])])
        if isinstance(verb, Bridge):
            yield from (("", verb.then), ("*", FLOW.after(step, 1, known(showed=line, **what), "*")))
        if isinstance(verb, Go):
            yield "", verb.to
    yield from (("", step) for step in MAY_BECOME.get(step, ()))


def every_way(step):
    return chain.from_iterable(ways(step, line, **what) for line in LINES for what in SITUATIONS)


def ways_to(goal, **what):
    return {(step, key) for step in STEPS for key, following in ways(step, **what) if following == goal}


def asked(verbs):
    return any(isinstance(verb, Ask) for verb in verbs)


def walk(answers, line=LineShowed.ANSWERED, lines=1, holders=1, first=FLOW.first, **what):
    """The steps of a call on which this is answered, and then nothing; so many lines a holder, so many holders."""
    steps, answers, at, nth = [first], chain(answers, repeat("")), 1, 1

    def now():
        following = MORE if nth < holders else {}
        return known(**what | {"showed": line, "nth": nth, "has_other": at < lines} | following)

    while not isinstance(FLOW.speak(steps[-1], now())[-1], HangUp):
        assert len(steps) <= MOST_TURNS, "this call does not end"
        answer = next(answers) if asked(FLOW.speak(steps[-1], now())) else ""
        steps.append(FLOW.after(steps[-1], len(steps), now(), answer))
        at = at + 1 if steps[-1] == TO_OTHER_LINE else 1 if steps[-1] == TO_NEXT_OFFICE else at
        nth += steps[-1] == TO_NEXT_OFFICE
    return steps


def said(steps, **what):
    """Everything that is said at these steps, in one text."""
    verbs = chain.from_iterable(speaks(step, **what) for step in steps)
    says = chain.from_iterable(verb.says if isinstance(verb, Ask) else [verb] for verb in verbs)
    return " ".join(getattr(say, "text", "") for say in says)
