"""`flask rehearse`: one whole call over the embedded phone network, told as a dialogue."""

import json

import click
from flask.cli import with_appcontext

from app.cli.session import make_ready
from app.extensions import settings
from app.rehearsal.endings import ENDINGS, Ending
from app.rehearsal.play import CannotRehearse, Rehearsal, play
from app.rehearsal.tell import as_dialogue, as_json
from app.telephony.local_network import LiveCredentialsError

FAULTS = ("repeat", "reorder", "drop")


@click.command("rehearse")
@click.option("--town", required=True, help="Where the supporter lives.")
@click.option("--representative", default="", help="Whom they choose where a town has several.")
@click.option("--ending", type=click.Choice([ending.value for ending in ENDINGS]), default=Ending.ANSWERED.value)
@click.option("--faults", default="", help="What the network does to reports: repeat, reorder, drop; comma between.")
@click.option("--json", "as_object", is_flag=True, help="Print one JSON object.")
@with_appcontext
def command(town: str, representative: str, ending: str, faults: str, as_object: bool) -> None:
    """Play a whole call from the form to the log, without a telephone; it is kept in the log as a rehearsal."""
    make_ready()
    wanted = tuple(fault.strip() for fault in faults.split(",") if fault.strip())
    unknown = [fault for fault in wanted if fault not in FAULTS]
    if unknown:
        raise click.BadParameter(f"unknown fault {unknown[0]!r}; there are {', '.join(FAULTS)}", param_hint="--faults")
    try:
        played = play(settings(), Rehearsal(town, representative, Ending(ending), wanted))
    except (CannotRehearse, LiveCredentialsError) as error:
        raise click.ClickException(str(error)) from error
    click.echo(json.dumps(as_json(played), ensure_ascii=False, indent=1) if as_object else as_dialogue(played))
