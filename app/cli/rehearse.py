"""`flask rehearse`: one whole call over the embedded phone network, told as a dialogue."""

import json

import click
from flask.cli import with_appcontext

from app.cli.session import make_ready
from app.extensions import settings
from app.rehearsal.endings import Ending
from app.rehearsal.play import CannotRehearse, Rehearsal, play
from app.rehearsal.tell import as_dialogue, as_json
from app.telephony.local_network import LiveCredentialsError
from models import TargetRule

FAULTS = ("repeat", "reorder", "drop")


@click.command("rehearse")
@click.option("--town", required=True, help="Where the supporter lives.")
@click.option("--representative", multiple=True, help="Whom they choose where a town has several; may be repeated.")
@click.option("--targets", default="", help=f"Whom to call instead of the campaign's own: {', '.join(TargetRule)}.")
@click.option(
    "--ending", default=Ending.ANSWERED.value, help=f"Of each line in turn, comma between: {', '.join(Ending)}."
)
@click.option("--faults", default="", help="What the network does to reports: repeat, reorder, drop; comma between.")
@click.option("--json", "as_object", is_flag=True, help="Print one JSON object.")
@with_appcontext
def command(
    *, town: str, representative: tuple[str, ...], targets: str, ending: str, faults: str, as_object: bool
) -> None:
    """Play a whole call from the form to the log, without a telephone; it is kept in the log as a rehearsal."""
    make_ready()
    rehearsal = Rehearsal(
        town=town,
        representatives=representative,
        endings=[Ending(it) for it in _several("ending", ending, tuple(Ending))],
        faults=_several("fault", faults, FAULTS),
        targets=_rule(targets),
    )
    try:
        played = play(settings(), rehearsal)
    except (CannotRehearse, LiveCredentialsError) as error:
        raise click.ClickException(str(error)) from error
    click.echo(json.dumps(as_json(played), ensure_ascii=False, indent=1) if as_object else as_dialogue(played))


def _several(what: str, typed: str, there_are: tuple[str, ...]) -> tuple[str, ...]:
    """The words between the commas, each one of those that there are."""
    wanted = tuple(word.strip() for word in typed.split(",") if word.strip())
    unknown = [word for word in wanted if word not in there_are]
    if unknown:
        hint = f"--{what}" if what == "ending" else f"--{what}s"
        raise click.BadParameter(f"unknown {what} {unknown[0]!r}; there are {', '.join(there_are)}", param_hint=hint)
    return wanted


def _rule(typed: str) -> TargetRule | None:
    """The rule that was meant: its name, or the names of both office holders."""
    wanted = _several("target", typed, tuple(TargetRule))
    if not wanted:
        return None
    return TargetRule(wanted[0]) if len(wanted) == 1 else TargetRule.BOTH
