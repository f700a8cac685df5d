"""`flask carrier`: the group of its commands."""

import click

from app.cli.carrier.account import account, forget, permit, status
from app.cli.carrier.fallback import fallback
from app.cli.carrier.numbers import buy, give, numbers, search, take_back
from app.cli.carrier.test_call import test_call

COMMANDS = [account, buy, fallback, forget, give, numbers, permit, search, status, take_back, test_call]

command = click.Group(
    "carrier",
    commands=COMMANDS,
    help="Set up the carrier: its account, numbers, and whom it may ring.",
)
