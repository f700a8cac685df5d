"""How organizers read of scripts: what each is for, which blanks there are, and the remarks on what is written."""

from collections.abc import Mapping
from typing import NamedTuple

from app.organizers.campaigns.script.remarks import About, Remark
from app.organizers.formats import minutes


class ScriptName(NamedTuple):
    """What a script is called, for whom it is, and what is said of an empty one."""

    title: str
    hint: str
    empty: str


SCRIPTS: Mapping[str, ScriptName] = {
    "script": ScriptName(
        "Script",
        "What supporters say when somebody at the office picks up. An empty line begins a new paragraph.",
        "There is no script yet. Begin with “Hello, my name is [name], from [City/Town].”, then say what you ask.",
    ),
    "voicemail_script": ScriptName(
        "Message for voicemail",
        "What they say to the office's machine: short, with everything in it.",
        "There is none: whoever reaches a machine is left with the script.",
    ),
    "thanks_script": ScriptName(
        "Script of thanks",
        "For those who are with us already. If you write one, they are called and thanked with it.",
        "There is none: those who are with us are not called.",
    ),
}

BLANKS = ("[name]", "[City/Town]", "[Representative]", "[office]")

REMARKS: Mapping[About, str] = {
    About.NOBODY_FILLS: "“{what}” is filled in by nobody: it is read out as it stands. Put words in its place.",
    About.LACKS_NAME: "Nobody says who is calling: put [name] in.",
    About.LACKS_TOWN: "Nobody says where they live: put [City/Town] in. Offices count callers of their own district.",
    About.LACKS_WHOM: "It names nobody at the office: put [Representative] or [office] in.",
    About.LONG: "It takes about {time} to say. Callers hear it before they are connected; under a minute is easier.",
    About.LONG_PARAGRAPH: "Paragraph {nth} takes about {time} in one breath. Divide it by an empty line.",
    About.TOO_LONG_AT_ONCE: (
        "Paragraph {nth} is too long for a voice: the phone says it in {many} portions. Divide it where you pause."
    ),
}


def sentence(remark: Remark) -> str:
    """The remark in words."""
    time = minutes(remark.many)
    return REMARKS[remark.about].format(what=remark.what, nth=remark.nth, many=remark.many, time=time)
