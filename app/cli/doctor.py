"""`flask doctor`: what is not right yet, and the cure of each."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from urllib.parse import urlsplit

import click
import requests
from flask.cli import with_appcontext
from sqlalchemy import select, text
from sqlalchemy.exc import SQLAlchemyError

from app.cli.hotline import hotline_problems
from app.config import TWILIO_API, Settings
from app.extensions import given, settings
from app.representatives.facts.age import Age, age_of, days_old
from app.store.db import db
from app.store.migrate import UnknownMigration, pending
from app.telephony.carrier import CarrierError
from models import District, Roster

SECONDS = 5


@click.command("doctor")
@with_appcontext
def command() -> None:
    """Check database, migrations, carrier, public URL and tables; exit 0 if all is well."""
    problems = [problem for check in CHECKS for problem in check(settings())]
    for problem in problems:
        click.echo(f"✗ {problem}")
    with suppress(SQLAlchemyError):  # told above
        for hint in _vacant_for_long():
            click.echo(f"! {hint}")
    if problems:
        raise SystemExit(1)
    click.echo("All is well.")


def _database(_settings: Settings) -> Iterator[str]:
    try:
        db.session.execute(text("SELECT 1"))
    except SQLAlchemyError:
        yield "The database does not answer. Start it, or unset DATABASE_URL to use the embedded one."
        return
    try:
        missing = pending(db.engine)
    except UnknownMigration as unknown:
        yield str(unknown)
        return
    if missing:
        yield "The database needs migrations. Run: flask db upgrade"
        return
    yield from _tables()


def _tables() -> Iterator[str]:
    rosters = db.session.scalars(select(Roster)).all()
    if not rosters:
        yield "There are no offices in the database. Run: flask seed"
    today = given().clock().date()
    for roster in rosters:
        if age_of(roster.as_of, today) is Age.OLD:
            age = days_old(roster.as_of, today)
            cure = "Run: flask representatives import"
            yield f"The offices of {roster.state} are {age} days old ({roster.as_of}). {cure}"


def _vacant_for_long() -> Iterator[str]:
    """Seats that should be filled by now: no fault of this installation, but worth a look."""
    today = given().clock().date()
    overdue = select(District).where(District.vacant_until < today).order_by(District.geoid)
    for district in db.session.scalars(overdue):
        name = f"{district.name} ({district.state} {district.chamber.title()})"
        yield f"{name} was to be vacant until {district.vacant_until}. If it is filled: flask representatives import"


def _carrier(config: Settings) -> Iterator[str]:
    if bool(config.twilio_account_sid) != bool(config.auth_tokens):
        yield "TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN belong together, and one is missing. Set both."
        return
    if not config.twilio_account_sid:
        if config.twilio_api_base_url == TWILIO_API:
            return  # nothing is set up: only demos and rehearsals, which bring their own
        yield "TWILIO_API_BASE_URL is set, but no account. Set TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN."
        return
    url = f"{config.twilio_api_base_url}/2010-04-01/Accounts/{config.twilio_account_sid}.json"
    try:
        answer = requests.get(url, auth=(config.twilio_account_sid, config.auth_tokens[0]), timeout=SECONDS)
    except requests.RequestException:
        yield f"The carrier at {config.twilio_api_base_url} cannot be reached. Check the network, TWILIO_API_BASE_URL."
        return
    if answer.status_code != requests.codes.ok:
        yield f"The carrier refuses the account ({answer.status_code}). Check TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN."


def _public_url(config: Settings) -> Iterator[str]:
    is_twilio = config.twilio_account_sid and config.twilio_api_base_url == TWILIO_API
    if not is_twilio:
        return
    if urlsplit(config.public_base_url).scheme != "https":
        yield "PUBLIC_BASE_URL is not https, so the carrier cannot reach it safely. Set it to this server's address."
        return
    try:
        alive = requests.get(f"{config.public_base_url}/healthz", timeout=SECONDS).ok
    except requests.RequestException:
        alive = False
    if not alive:
        yield f"{config.public_base_url}/healthz does not answer. Is the web app running, and the address right?"


def _keys(config: Settings) -> Iterator[str]:
    made_here = {"secret_key", "phone_encryption_keys", "phone_hash_key"} - config.model_fields_set
    if config.database_url and config.twilio_account_sid and made_here:
        names = ", ".join(sorted(name.upper() for name in made_here))
        yield f"Keys were made on this computer alone, other servers cannot read its numbers. Set: {names}"


def _hotlines(config: Settings) -> Iterator[str]:
    """Told only where the carrier answers and the database is ready; what is amiss with those is told above."""
    if config.twilio_account_sid and config.auth_tokens:
        with suppress(SQLAlchemyError, CarrierError):
            yield from hotline_problems(db.session, config)


CHECKS: tuple[Callable[[Settings], Iterator[str]], ...] = (_database, _carrier, _public_url, _keys, _hotlines)
