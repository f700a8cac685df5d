"""Notes that supporters wrote of offices, in front of an organizer."""

from collections.abc import Callable
from html import unescape
from itertools import count

import pytest

from app.calls.life.notes import sealed_note
from models import Feedback, ReportedOutcome, ReportSource, Stance
from tests.organizers.conftest import CSRF

PAGE = "/organizers/notes"
Wrote = Callable[..., Feedback]


@pytest.fixture
def wrote(called, session, app) -> Wrote:
    """Lets a supporter write a note after a call; every column of what they told can be chosen."""
    vault, pages = app.extensions["ringdown"].vault, count()

    def wrote(text="They were kind.", *, of=None, **told) -> Feedback:
        call = called(**(of or {}))
        usual = {"source": ReportSource.PAGE, "outcome": ReportedOutcome.CONTACT, "stance": Stance.YES}
        note = sealed_note(vault, text, f"page {next(pages)}")
        made = Feedback(called_office_id=call.offices[0].id, **usual | {"note_sealed": note} | told)
        session.add(made)
        session.commit()
        return made

    return wrote


@pytest.fixture
def presses(signed_in):
    """Presses a button of the inbox, and reads what follows."""

    def presses(path, address=PAGE, **form):
        token = CSRF.search(signed_in.reads(address))[1]
        answer = signed_in.sends(f"{PAGE}/{path}", csrf_token=token, **form)
        return unescape(signed_in.reads(answer.location.partition("#")[0]) if answer.location else answer.text)

    return presses
