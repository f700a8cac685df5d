"""Demo and rehearsal have phones that anybody may operate: they stay on this computer, whatever `LISTEN` says."""

from urllib.parse import urlsplit

import psutil
import pytest

from app.one_process import Arrangement, running


@pytest.fixture
def everything(settings):
    """The product in one process, told to listen everywhere."""
    everywhere = settings.model_copy(update={"listen": "0.0.0.0"})  # noqa: S104 - as in a container
    with running(everywhere, Arrangement(numbers=())) as everything:
        yield everything


def test_neither_the_app_nor_the_phones_are_reached_from_elsewhere(everything):
    ports = {urlsplit(url).port for url in (everything.web_url, everything.network_url)}
    listening = [open_.laddr for open_ in psutil.Process().net_connections("inet") if open_.laddr.port in ports]
    assert {address.port for address in listening} == ports
    assert {address.ip for address in listening} == {"127.0.0.1"}
