"""Nobody can tell from the address or the page of a call how many calls there were, nor from its cookie or its tag."""

import base64
import re

import pytest
from sqlalchemy import text

from tests.world.people.supporter import Supporter

FROM_HERE_ON = 7654321  # a number that stands nowhere else
PIECE = re.compile(r"[A-Za-z0-9_+/-]{4,}")


@pytest.fixture
def far_on(session):
    """As if so many calls, and codes, had been before."""
    for table in ("call", "dial_in"):
        session.execute(text(f"ALTER SEQUENCE {table}_id_seq RESTART {FROM_HERE_ON}"))
    session.commit()
    yield
    for table in ("call", "dial_in"):
        session.execute(text(f"ALTER SEQUENCE {table}_id_seq RESTART 1"))
    session.commit()


def everything(answer):
    """What was sent, and whatever it is when taken apart."""
    sent = f"{answer.headers}\n{answer.get_data(as_text=True)}"
    return sent + "".join(_readable(piece) for piece in PIECE.findall(sent))


def _readable(piece):
    whole = piece.replace("+", "-").replace("/", "_")
    return base64.urlsafe_b64decode(whole[: len(whole) // 4 * 4]).decode(errors="ignore")


@pytest.mark.parametrize("how", [{}, {"dial": "1", "phone": "", "consent": ""}])
def test_a_call_and_a_code_are_numbered_nowhere(client, campaign, far_on, how):
    led_to = Supporter(client).asks_to_be_called(**how)
    pages = [led_to, client.get(led_to.location), client.get(f"{led_to.location.partition('#')[0]}/progress")]
    assert [page.status_code for page in pages[1:]] == [200, 200]
    assert not [page for page in pages if str(FROM_HERE_ON)[:6] in everything(page)]
