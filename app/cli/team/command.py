"""`flask team`: the group of its commands."""

import click

from app.cli.team.first_admin import first_admin
from app.cli.team.new_password import new_password
from app.cli.team.people import add, remove, reset_second_factor, role

COMMANDS = [add, first_admin, new_password, remove, reset_second_factor, role]

command = click.Group(
    "team",
    commands=COMMANDS,
    help="Say who runs this server: the first admin, others, what each may do.",
)
