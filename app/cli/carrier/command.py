"""`flask carrier`: the group of its commands."""

import click

from app.cli.carrier.account import account, forget, permit, status
from app.cli.carrier.numbers import buy, give, numbers, search, take_back

COMMANDS = [account, buy, forget, give, numbers, permit, search, status, take_back]

command = click.Group(
    "carrier",
    commands=COMMANDS,
    help="Set up the carrier: its account, numbers, and whom it may ring.",
)
