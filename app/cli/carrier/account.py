"""Which account is used, how it stands, and whom it may ring."""

import click
from flask.cli import with_appcontext
from pydantic import SecretStr

from app.carrier_setup.api_key import NO_KEY, ApiKey
from app.carrier_setup.kept import Credentials, forget_credentials, is_in_environment, keep_credentials
from app.carrier_setup.looked import Looked, keep_looked
from app.carrier_setup.refused import why_not_used
from app.carrier_setup.typed import NotCredentials, account_sid_of, auth_token_of
from app.carrier_setup.typed_key import api_key_secret_of, api_key_sid_of
from app.cli.carrier.asked import asking
from app.cli.session import make_ready
from app.cli.team.by_command import WHO, note
from app.extensions import given, settings
from app.readiness.kept import kept_checks
from app.store.alerts import alert_over
from app.store.db import db
from app.store.unit import unit
from app.team.audit import Facts
from models import AlertKind, AuditAct

SUBJECT = "the carrier's account"
FIRST = "This server's settings name an account, and that one is used: change TWILIO_ACCOUNT_SID, or unset it."


@click.command("account")
@click.option("--sid", prompt="Account SID", help="It begins with AC.")
@click.option("--token", prompt="Auth token", hide_input=True, help="Better left out: it is asked for, unseen.")
@click.option(
    "--key", default="", help="SID of an API key that places the calls, SK…; its secret is asked for, unseen."
)
@with_appcontext
def account(sid: str, token: str, key: str) -> None:
    """Try account SID and auth token, and keep them if the carrier takes them. Without --key no API key is used."""
    make_ready()
    if is_in_environment(settings()):
        raise click.ClickException(FIRST)
    meant = _meant(sid, token, key)
    looked = given().look(meant.within(settings()))
    why_not = why_not_used(looked, seconds=settings().carrier_timeout_seconds)
    if why_not:
        raise click.ClickException(why_not)
    own = given()
    with unit(db.session) as work:
        keep_credentials(work.session, own.vault, meant, by=WHO, now=own.clock())
        alert_over(work.session, AlertKind.TOKEN_CHANGED, "", now=own.clock())
        note(work.session, AuditAct.SETTING_CHANGED, SUBJECT, after=_told(meant))
    own.account.changed()
    _tell(looked.model_copy(update={"reached": own.reaches_us(own.account.settings())}))


@click.command("status")
@with_appcontext
def status() -> None:
    """Ask the carrier how the account stands; exit 0 if all is well."""
    with asking():
        _tell(given().look(given().account.settings()))


@click.command("permit")
@with_appcontext
def permit() -> None:
    """Let the account ring the United States and their territories, and nobody else."""
    with asking() as vendor:
        vendor.account.permit_only_ours(vendor.account.permissions())
    with unit(db.session) as work:
        note(work.session, AuditAct.SETTING_CHANGED, "whom the carrier's account may ring")
    click.echo("It rings the United States and their territories only.")


@click.command("forget")
@with_appcontext
def forget() -> None:
    """Use the account no more that was set up here."""
    make_ready()
    with unit(db.session) as work:
        forget_credentials(work.session)
        note(work.session, AuditAct.SETTING_CHANGED, SUBJECT, after={"account": ""})
    given().account.changed()
    click.echo("Nobody is rung until another is set up.")


def _told(meant: Credentials) -> Facts:
    """What the audit log tells: of each its last characters."""
    key = f"…{meant.key.sid[-4:]}" if meant.key.sid else ""
    return {"account": f"…{meant.account_sid[-4:]}", "API key": key}


def _meant(sid: str, token: str, key: str) -> Credentials:
    try:
        account_sid = account_sid_of(sid, api_base_url=settings().twilio_api_base_url)
        return Credentials(account_sid, SecretStr(auth_token_of(token)), _key(api_key_sid_of(key)))
    except NotCredentials as wrong:
        raise click.ClickException(str(wrong)) from None


def _key(sid: str) -> ApiKey:
    """The API key; its secret stands in no history of a shell."""
    if not sid:
        return NO_KEY
    typed = click.prompt("Secret of the API key", hide_input=True, default="", show_default=False)
    return ApiKey(sid, SecretStr(api_key_secret_of(typed, key_sid=sid)))


def _tell(looked: Looked) -> None:
    """Keep what was seen, and say what is not right."""
    own = given()
    with unit(db.session) as work:
        keep_looked(work.session, looked, own.clock())
    checks = kept_checks(db.session, own.account.settings())
    for check in checks:
        click.echo(f"✗ {check}")
    if checks:
        raise SystemExit(1)
    click.echo("All is well: supporters can be rung.")
