"""`flask doctor`: what is not right yet, and the cure of each."""

import click
import requests
from flask.cli import with_appcontext

from app.config import Settings
from app.extensions import given, settings
from app.readiness.check import Weight
from app.readiness.every import every_check
from app.readiness.outside import Outside
from app.store.db import db
from app.telephony.account import account_status
from app.telephony.twilio_numbers import AccountNumbers

SECONDS = 5
SIGNS = {Weight.BLOCKS: "✗", Weight.WARNS: "✗", Weight.HINTS: "!"}


@click.command("doctor")
@with_appcontext
def command() -> None:
    """Check database, migrations, carrier, public URL and tables; exit 0 if all is well."""
    checks = list(every_check(db.session, settings(), _outside(settings()), given().clock()))
    for check in sorted(checks, key=lambda check: [*Weight].index(check.weight)):
        click.echo(f"{SIGNS[check.weight]} {check}")
    if any(check.weight is not Weight.HINTS for check in checks):
        raise SystemExit(1)
    click.echo("All is well.")


def _outside(config: Settings) -> Outside:
    return Outside(
        account_status=lambda: account_status(config),
        setup_of=lambda number: AccountNumbers(config).setup_of(number),
        answers=_answers,
    )


def _answers(url: str) -> bool:
    try:
        return requests.get(url, timeout=SECONDS).ok
    except requests.RequestException:
        return False
