"""Commands for the terminal, registered under flask."""

from flask import Flask


def init_cli(app: Flask) -> None:
    """Give the app its commands."""
    from app.cli import database, demo, doctor, hotline, organizer, phone_network, seed, serve, worker
    from app.cli.rehearse import command as rehearse

    for module in (database, demo, doctor, hotline, organizer, phone_network, rehearse, seed, serve, worker):
        app.cli.add_command(module.command)
    _register_representatives(app)


def _register_representatives(app: Flask) -> None:
    from app.cli.representatives.commands import register
    from app.cli.session import ready_session

    register(app.cli, ready_session)
