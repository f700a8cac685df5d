"""Commands for the terminal, registered under flask; each is imported once it is run."""

import click
from flask import Flask

from app import create_app
from app.cli.on_demand import OnDemand

# By its name, where a command stands and its own first sentence.
COMMANDS = {
    "backup": (
        "app.cli.copies.backup",
        "Write the whole database into the file TO, or into a file named by the time in the folder TO.",
    ),
    "carrier": (
        "app.cli.carrier.command",
        "Set up the carrier: its account, numbers, and whom it may ring.",
    ),
    "db": ("app.cli.database", "Bring the database up to date, or write a migration."),
    "demo": ("app.cli.demo", "Start everything, print where it is, and stay until interrupted."),
    "doctor": ("app.cli.doctor", "Check database, migrations, carrier, public URL and tables; exit 0 if all is well."),
    "hotline": (
        "app.cli.hotline",
        "Tell the carrier that calls to the campaigns' numbers are Ringdown's; twice does no harm.",
    ),
    "phone-network": (
        "app.cli.phone_network",
        "Run a phone network that speaks Twilio's API; its phones are operated on its page.",
    ),
    "privacy": (
        "app.cli.privacy.command",
        "Tell what somebody learns who takes this server, whose consent it was, and what to do without a key.",
    ),
    "rehearse": (
        "app.cli.rehearse.command",
        "Play a whole call, by form or by hotline, without a telephone; it is kept in the log as a rehearsal.",
    ),
    "representatives": (
        "app.cli.representatives.command",
        "Find who represents a place, measure how well that goes, import who sits, build the tables anew.",
    ),
    "restore": (
        "app.cli.copies.restore",
        "Put the backup FILE into the database, which must be empty, and bring it up to date.",
    ),
    "ring-again": (
        "app.cli.again",
        "Let a number be called again: its owner asked for that in writing, and is whom they say they are.",
    ),
    "seed": (
        "app.cli.seed",
        "Write down Massachusetts' offices and the first campaign; what is there already stays.",
    ),
    "serve": (
        "app.cli.serve",
        "Serve the web app on LISTEN and PORT until interrupted, and on PHONE_PORT where that is set.",
    ),
    "statistics": (
        "app.cli.statistics",
        "Compare the statistics with a recount of the calls, or count anew.",
    ),
    "team": (
        "app.cli.team.command",
        "Say who runs this server: the first admin, others, what each may do.",
    ),
    "worker": ("app.cli.worker", "Run jobs (ringing, reconciling) until interrupted."),
}

# The demo makes another app that does, once it knows where its phones are.
ANSWER_NO_REQUEST = {"backup", "restore", "db", "demo", "representatives"}

# Where all that `--help` has to say is the sentence above.
TAKE_NOTHING = {"demo", "doctor", "hotline", "ring-again", "seed", "serve", "worker"}


def init_cli(app: Flask) -> None:
    """Give the app its commands."""
    for name, (module, sentence) in COMMANDS.items():
        answers, takes_nothing = name not in ANSWER_NO_REQUEST, name in TAKE_NOTHING
        app.cli.add_command(OnDemand(name, module, sentence, answers=answers, takes_nothing=takes_nothing))


def for_terminal() -> Flask:
    """What `flask` loads to find a command: one that has our commands alone, until one of them makes the app itself.

    Flask's own commands (`routes`, `shell`, `run`) load what they are about, and get the app.
    """
    if click.get_current_context().parent:
        return create_app()
    finds_commands = Flask(__name__)
    init_cli(finds_commands)
    return finds_commands
