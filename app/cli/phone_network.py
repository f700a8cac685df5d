"""`flask phone-network`: the embedded phone network as a program of its own."""

import click
from flask.cli import with_appcontext

from app.extensions import settings
from app.serving.web_server import PortTakenError, listen
from app.telephony.local_network import WAYS, LiveCredentialsError, local_credentials, serve
from app.telephony.local_network.account.credentials import Credentials

# These credentials open this simulation alone, so they may be shown.
TOLD = """Both phones: {url}/

Start the web app and the worker with these settings, and this network is their carrier:
CARRIER={carrier}
TWILIO_API_BASE_URL={url}{path}
TWILIO_ACCOUNT_SID={sid}
TWILIO_AUTH_TOKEN={token}
CARRIER_SIGNING_KEY={key}
FICTIONAL_NUMBERS=true"""


@click.command("phone-network")
@click.option("--port", default=8081, show_default=True, help="Where it listens, on this computer only.")
@click.option("--number", "numbers", multiple=True, default=("+16175550100",), help="A number it owns, in E.164.")
@click.option("--speed", default=1.0, show_default=True, help="How many times as fast as the wall clock time goes.")
@click.option("--carrier", type=click.Choice(list(WAYS)), default="twilio", help="Whose ways it plays.")
@with_appcontext
def command(port: int, numbers: tuple[str, ...], speed: float, carrier: str) -> None:
    """Run a phone network that speaks Twilio's API; its phones are operated on its page."""
    sid, token = local_credentials(settings().secret_key.get_secret_value())
    key = Credentials(sid, token).signing_key if WAYS[carrier].has_signing_key else ""
    told = TOLD.format(url="{url}", path=WAYS[carrier].base_path, carrier=carrier, sid=sid, token=token, key=key)
    try:
        listen(port).close()
        serve(
            account_sid=sid,
            auth_token=token,
            voice_urls=dict.fromkeys(numbers, ""),
            port=port,
            speed=speed,
            ways=WAYS[carrier],
            tell=lambda url: click.echo(told.format(url=url)),
        )
    except PortTakenError as error:
        raise click.ClickException(f"Port {port} is taken by another program. Try: --port {port + 10}") from error
    except LiveCredentialsError as error:
        raise click.ClickException(str(error)) from error
