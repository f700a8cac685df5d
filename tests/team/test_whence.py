"""From where somebody came is told coarsely: a network, and a kind of device."""

import pytest

from app.team.whence import kind_of_device, network_of

MOZILLA = "Mozilla/5.0"
APPLE = "AppleWebKit/537.36 (KHTML, like Gecko)"


@pytest.mark.parametrize(
    ("user_agent", "kind"),
    [
        (f"{MOZILLA} (Windows NT 10.0; Win64; x64; rv:131.0) Gecko/20100101 Firefox/131.0", "Firefox on Windows"),
        (f"{MOZILLA} (Macintosh; Intel Mac OS X 10_15_7) {APPLE} Chrome/130.0 Safari/537.36", "Chrome on a Mac"),
        (f"{MOZILLA} (Windows NT 10.0) {APPLE} Chrome/130.0 Safari/537.36 Edg/130.0", "Edge on Windows"),
        (
            f"{MOZILLA} (iPhone; CPU iPhone OS 18_0 like Mac OS X) {APPLE} Version/18.0 Safari/604",
            "Safari on an iPhone",
        ),
        (f"{MOZILLA} (iPad; CPU OS 18_0 like Mac OS X) {APPLE} CriOS/130.0 Safari/604.1", "Chrome on an iPad"),
        (f"{MOZILLA} (Linux; Android 15) {APPLE} SamsungBrowser/27 Chrome/125 Safari/5", "Samsung Internet on Android"),
        (f"{MOZILLA} (X11; Linux x86_64) {APPLE} HeadlessChrome/130.0 Safari/537.36", "Chrome on Linux"),
        (f"{MOZILLA} (X11; CrOS x86_64) {APPLE} Chrome/130.0 Safari/537.36", "Chrome on a Chromebook"),
        ("Werkzeug/3.1", "an unknown device"),
        ("", "an unknown device"),
    ],
)
def test_a_device_is_told_by_its_kind(user_agent, kind):
    assert kind_of_device(user_agent) == kind


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("203.0.113.77", "203.0.113.x"),
        ("::ffff:203.0.113.77", "203.0.113.x"),
        ("2001:db8:7:1234:5678::9", "2001:db8:7::x"),
        ("", "an unknown network"),
        ("unix:", "an unknown network"),
    ],
)
def test_an_address_is_told_by_its_network(address, network):
    assert network_of(address) == network
