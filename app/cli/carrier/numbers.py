"""The account's numbers: list, search, buy, give to a campaign, take back."""

import click
from flask.cli import with_appcontext

from app.carrier_setup.buying import Bought
from app.carrier_setup.buying import buy as buy_number
from app.carrier_setup.buying import search as search_numbers
from app.carrier_setup.fallback import wanted_setup
from app.carrier_setup.numbers import NumberNotGiven, connect_number, give_number, owners, take_number_back
from app.cli.carrier.asked import asking
from app.cli.carrier.typed import campaign_named, number_typed
from app.cli.session import make_ready
from app.cli.team.by_command import WHO, note
from app.extensions import given
from app.guard.phone_numbers import national
from app.store.db import db
from app.store.unit import unit
from models import AuditAct

SURE = "{number} costs {price} each month, until it is released at the carrier. Buy it?"
TOLD = {
    Bought.GONE: "Somebody else bought it in the same moment. Nothing was bought.",
    Bought.REFUSED: "The carrier did not sell it. Nothing was bought. See: flask carrier status",
    Bought.UNSURE: "The carrier gave no answer. Run the same again in a minute: it is looked up, and not bought twice.",
}


@click.command("numbers")
@with_appcontext
def numbers() -> None:
    """List the account's numbers, and whose each is."""
    with asking() as vendor:
        owned = vendor.numbers.owned()
    whose = owners(db.session)
    for one in owned:
        of = whose[one.e164].slug if one.e164 in whose else "free"
        click.echo(f"{national(one.e164)}  {of if one.has_voice else 'takes no calls'}")
    if not owned:
        click.echo("The account has none. Search for one: flask carrier search 617")


@click.command("search")
@click.argument("area_code")
@with_appcontext
def search(area_code: str) -> None:
    """List numbers of AREA_CODE that can be bought; of its neighbors where it has none."""
    with asking() as vendor:
        offers = search_numbers(vendor.numbers, area_code) if area_code.isdigit() else None
    if not offers or not offers.numbers:
        raise click.ClickException(f"With {area_code} there is none for sale, nor next to it. Try another area code.")
    for one in offers.numbers:
        click.echo(f"{national(one.e164)}  {one.place}")


@click.command("buy")
@click.argument("number")
@click.option("--yes", is_flag=True, help="Do not ask once more.")
@with_appcontext
def buy(number: str, *, yes: bool) -> None:
    """Buy NUMBER after its price was shown, set up so that whoever dials it reaches us."""
    e164 = number_typed(number)
    with asking() as vendor:
        price = vendor.account.number_price()
        if not yes:
            click.confirm(SURE.format(number=national(e164), price=price), abort=True)
        setup = wanted_setup(db.session, given().settings.public_base_url)
        with unit(db.session) as work:
            came = buy_number(work, vendor.numbers, e164, setup, by=WHO, now=given().clock())
            if came is Bought.BOUGHT:
                note(work.session, AuditAct.SETTING_CHANGED, "the carrier's numbers", after={"bought": national(e164)})
    if came in TOLD:
        raise click.ClickException(TOLD[came])
    click.echo(f"{national(e164)} is yours. Give it to a campaign: flask carrier give {e164} CAMPAIGN")


@click.command("give")
@click.argument("number")
@click.argument("campaign")
@with_appcontext
def give(number: str, campaign: str) -> None:
    """Let CAMPAIGN, the last part of its address, ring from NUMBER."""
    e164 = number_typed(number)
    try:
        with asking() as vendor:
            campaign_id, setup = campaign_named(campaign), wanted_setup(db.session, given().settings.public_base_url)
            db.session.rollback()
            connect_number(vendor.numbers, e164, setup)
        with unit(db.session) as work:
            if give_number(work.session, campaign_id, e164):
                after = {"number": national(e164)}
                note(work.session, AuditAct.CAMPAIGN_CHANGED, f"the number of {campaign}", after=after)
    except NumberNotGiven as not_given:
        raise click.ClickException(str(not_given)) from None
    click.echo(f"{campaign} rings from {national(e164)}.")


@click.command("take-back")
@click.argument("campaign")
@with_appcontext
def take_back(campaign: str) -> None:
    """Leave CAMPAIGN without a number."""
    make_ready()
    try:
        with unit(db.session) as work:
            if take_number_back(work.session, campaign_named(campaign)):
                note(work.session, AuditAct.CAMPAIGN_CHANGED, f"the number of {campaign}", after={"number": ""})
    except NumberNotGiven as not_taken:
        raise click.ClickException(str(not_taken)) from None
    click.echo(f"{campaign} has no number.")
