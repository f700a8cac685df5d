"""`flask rehearse`: one whole call over the embedded phone network, told as a dialogue."""

import json
from typing import TypedDict, Unpack

import click
from flask.cli import with_appcontext

from app.cli.rehearse.endings import ENDINGS
from app.cli.rehearse.hotline import HotlineRehearsal, play_hotline
from app.cli.rehearse.play import Rehearsal, play
from app.cli.rehearse.tell import as_dialogue, as_json
from app.cli.rehearse.world import CannotRehearse
from app.cli.session import make_ready
from app.extensions import settings
from app.rehearsal.endings import Ending
from app.telephony.local_network import LiveCredentialsError
from models import WhomToCall
from voice_flows.parts.hotline import LANGUAGE_KEYS

LANGUAGES = list(LANGUAGE_KEYS.values())
USUAL_TOWN, CODE_DIGITS = "Holyoke", 4
FAULTS = ("repeat", "reorder", "drop")


class Asked(TypedDict):
    """The options as they were typed; an empty one was not."""

    town: str
    representative: tuple[str, ...]
    language: str
    zip_code: str
    said: str
    code: str
    keys: str
    whom_to_call: str
    ending: str
    faults: str


@click.command("rehearse")
@click.option("--town", default="", help="Where the supporter lives, as typed on the page.")
@click.option("--representative", multiple=True, help="Whom they choose where a town has several; may be repeated.")
@click.option("--hotline", is_flag=True, help="Dial the campaign's number instead of filling its form.")
@click.option("--language", type=click.Choice(LANGUAGES), default="en", help="Chosen on the hotline.")
@click.option("--zip", "zip_code", default="", help="The ZIP code that is keyed on the hotline.")
@click.option("--say", "said", default="", help="What is said on the hotline: a town, a ZIP code, or both.")
@click.option("--code", default="", help="The code of a page for --town, that is keyed on the hotline.")
@click.option("--keys", default="", help="What is pressed on the hotline after the place, comma between: 1,1,2.")
@click.option(
    "--whom", "whom_to_call", default="", help=f"Whom to call instead of the campaign's own: {', '.join(WhomToCall)}."
)
@click.option("--ending", default=Ending.ANSWERED.value, help=f"Of each line in turn: {', '.join(ENDINGS)}.")
@click.option("--faults", default="", help="What the network does to reports: repeat, reorder, drop; comma between.")
@click.option("--json", "as_object", is_flag=True, help="Print one JSON object.")
@with_appcontext
def command(*, hotline: bool, as_object: bool, **asked: Unpack[Asked]) -> None:
    """Play a whole call, by form or by hotline, without a telephone; it is kept in the log as a rehearsal."""
    make_ready()
    try:
        played = play_hotline(settings(), _by_phone(asked)) if hotline else play(settings(), _by_form(asked))
    except (CannotRehearse, LiveCredentialsError) as error:
        raise click.ClickException(str(error)) from error
    click.echo(json.dumps(as_json(played), ensure_ascii=False, indent=1) if as_object else as_dialogue(played))


def _by_form(asked: Asked) -> Rehearsal:
    if asked["zip_code"] or asked["said"] or asked["code"] or asked["keys"]:
        raise click.UsageError("--zip, --say, --code and --keys belong to --hotline.")
    if not asked["town"]:
        raise click.UsageError("Say with --town where the supporter lives, or dial in with --hotline.")
    return Rehearsal(
        town=asked["town"],
        representatives=asked["representative"],
        endings=_endings(asked),
        faults=_several("fault", asked["faults"], FAULTS),
        whom_to_call=_rule(asked["whom_to_call"]),
    )


def _by_phone(asked: Asked) -> HotlineRehearsal:
    code = asked["code"]
    place = asked["zip_code"] or asked["said"] or (asked["town"] or USUAL_TOWN if code else "")
    if not place:
        raise click.UsageError("Say with --zip, --say or --code what the supporter answers on the hotline.")
    if code and not (code.isdecimal() and len(code) == CODE_DIGITS):
        raise click.BadParameter("a code has four digits, like 4821", param_hint="--code")
    return HotlineRehearsal(
        place=place,
        is_said=not asked["zip_code"],
        code=code,
        language=asked["language"],
        keys=[key for key in asked["keys"].replace(",", "") if key.strip()],
        endings=_endings(asked),
        faults=_several("fault", asked["faults"], FAULTS),
        whom_to_call=_rule(asked["whom_to_call"]),
    )


def _endings(asked: Asked) -> list[Ending]:
    return [Ending(it) for it in _several("ending", asked["ending"], ENDINGS)]


def _several(what: str, typed: str, there_are: tuple[str, ...]) -> tuple[str, ...]:
    """The words between the commas, each one of those that there are."""
    wanted = tuple(word.strip() for word in typed.split(",") if word.strip())
    unknown = [word for word in wanted if word not in there_are]
    if unknown:
        hint = f"--{what}" if what == "ending" else f"--{what}s"
        raise click.BadParameter(f"unknown {what} {unknown[0]!r}; there are {', '.join(there_are)}", param_hint=hint)
    return wanted


def _rule(typed: str) -> WhomToCall | None:
    """The rule that was meant: its name, or the names of both office holders."""
    wanted = _several("office holder", typed, tuple(WhomToCall))
    if not wanted:
        return None
    return WhomToCall(wanted[0]) if len(wanted) == 1 else WhomToCall.BOTH
