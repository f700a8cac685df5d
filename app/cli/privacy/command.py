"""`flask privacy`: the group that joins its commands."""

import click

from app.cli.privacy.consents import consent_key, consents
from app.cli.privacy.holds import holds_command
from app.cli.privacy.lost_key import lost_do_not_call_key
from app.cli.privacy.seized import what_if_seized_command

COMMANDS = [consent_key, consents, holds_command, lost_do_not_call_key, what_if_seized_command]

command = click.Group(
    "privacy",
    commands=COMMANDS,
    help="Tell what somebody learns who takes this server, whose consent it was, and what to do without a key.",
)
