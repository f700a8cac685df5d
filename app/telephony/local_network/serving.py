"""Runs the network as a program of its own: `flask phone-network` calls this."""

import threading
from collections.abc import Callable, Mapping

from app.telephony.local_network.network import PhoneNetwork
from app.telephony.local_network.timing.clock import RealClock
from app.telephony.local_network.ways import TWILIO, Ways


def serve(
    *,
    account_sid: str,
    auth_token: str,
    voice_urls: Mapping[str, str],
    port: int = 0,
    speed: float = 1.0,
    calls_per_second: float | None = 1.0,
    ways: Ways = TWILIO,
    tell: Callable[[str], None] = print,
    until: threading.Event | None = None,
) -> None:
    """Serve until `until` is set or the program is interrupted.

    `voice_urls` are the owned numbers and the URL each one's callers hear ("" for none); `tell` is given
    the network's base URL once it listens.

    Raises:
        LiveCredentialsError: live Twilio credentials were found.
    """
    network = PhoneNetwork(
        account_sid=account_sid,
        auth_token=auth_token,
        clock=RealClock(speed),
        calls_per_second=calls_per_second,
        port=port,
        ways=ways,
    )
    for number, url in voice_urls.items():
        network.connect_number(number, url)
    with network.running() as url:
        tell(url)
        try:
            (until or threading.Event()).wait()
        except KeyboardInterrupt:
            return
