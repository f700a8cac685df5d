"""Writes docs/voice-flows.md: every step of a call with its sentences, keys and paths. `make voice-flows` runs it."""

from collections.abc import Iterator
from dataclasses import fields, replace

from voice_flows.click_to_call import FLOW, HOTLINE_FIRST, PARTS
from voice_flows.flow import PLACE, Step
from voice_flows.known import Known
from voice_flows.parts.hotline import ANSWERS
from voice_flows.verbs import Ask, Bridge, Go, HangUp, Hears, Say, Verb

INTRODUCTION = f"""\
# What a caller hears

Made from the code by `make voice-flows`; a test keeps it true. Calls that we place begin at `{FLOW.first}`, calls to
the hotline at `{HOTLINE_FIRST}`. Words in braces are filled in. Some sentences are said, and some keys offered, only
where they apply. Silence and any other key lead where the last row says. After the first key of a call we placed, and
always on the hotline, a word does as well as its key ("yes", "again", "back").
"""
TEXTS = {field.name: f"{{{field.name}}}" for field in fields(Known) if field.type in {"str", str}}
USUAL = {"language": "en", "line": "answered", "found": "agree", "passed_over_why": "vacant"}
BASE = Known(**TEXTS | USUAL)  # type: ignore[arg-type]
CHOICES = ("{choice}",)
SITUATIONS = (
    replace(BASE, total=2, nth=1, points=("{point}",), other_line=True, script="{script}", choices=CHOICES),
    replace(BASE, total=2, nth=2, next_representative="", passed_over="", ahead=2, thanks=True, is_theirs=False),
    *(replace(BASE, line=line, next_representative="", passed_over="") for line in ("busy", "no-answer", "failed")),
    replace(BASE, next_representative="", booked="", opens="", can_book=False, script_own=""),
    replace(BASE, next_representative="", other_line=False),
    *(replace(BASE, found=found, choices=CHOICES) for found in ANSWERS if found),
    *(replace(BASE, passed_over_why=why, found="nobody") for why in ("no-number", "supports-already")),
)


def describe() -> str:
    """The whole document."""
    parts = "\n".join(_part(part.__doc__ or "", part.STEPS) for part in PARTS)
    return f"{INTRODUCTION}\n{parts}"


def _part(title: str, steps: tuple[Step, ...]) -> str:
    return f"## {title.rstrip('.')}\n\n" + "\n".join(map(_step, steps))


def _step(step: Step) -> str:
    name, verbs = step.__name__, [verb for known in SITUATIONS for verb in step(known)]
    said = "\n".join(f"> {sentence}" for sentence in dict.fromkeys(_sentences(verbs)))
    paths = "\n".join(f"| {answer} | {following} |" for answer, following in dict.fromkeys(_paths(name, verbs)))
    about = (step.__doc__ or "").strip()
    quoted = f"\n{said}\n" if said else ""
    return f"### {name}\n\n{about}\n{quoted}\n| answer | then |\n|---|---|\n{paths}\n"


def _sentences(verbs: list[Verb]) -> Iterator[str]:
    for verb in verbs:
        if isinstance(verb, Say):
            yield f"{verb.text}  "
        if isinstance(verb, Ask):
            yield from (f"{say.text}  " for say in verb.says)


def _paths(name: str, verbs: list[Verb]) -> Iterator[tuple[str, str]]:
    for verb in verbs:
        match verb:
            case Ask():
                yield from _answers(verb)
            case Bridge():
                yield "after the office", f"`{verb.then}`"
            case Go():
                yield "at once", f"`{verb.to}`"
            case HangUp():
                yield "–", "hangs up"  # noqa: RUF001 - a dash, as in any table
    for other in FLOW.may_become.get(name, ()):
        yield "where it applies", f"`{other}`"


def _answers(ask: Ask) -> Iterator[tuple[str, str]]:
    for key, step in ask.keys.items():
        yield ("a place" if key == PLACE else f"`{key}`"), f"`{step}`"
    only_keys = " (keys alone)" if ask.hears is Hears.KEY else ""
    yield f"silence, after {ask.wait_seconds} s{only_keys}", f"`{ask.otherwise}`"


if __name__ == "__main__":
    print(describe(), end="")  # noqa: T201 - it is what this program is for
