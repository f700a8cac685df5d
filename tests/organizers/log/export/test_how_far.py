"""While a file is sent its page reads how far it is, and afterwards how it ended; nobody else does."""

from datetime import timedelta

import pytest
from sqlalchemy import select, update

from app.calls.shown.log.download import forget_downloads
from app.clock import utc_now
from app.organizers.log.export import download
from models import Download, TeamRole
from models import Organizer as Account

A_MINUTE = timedelta(minutes=1)
KEY = "0123456789abcdef" * 2
HOW_FAR = "/organizers/calls/file/how-far"


@pytest.fixture
def how_far(signed_in):
    """What the page reads of the file with this key."""

    def how_far(key=KEY):
        return signed_in.opens(HOW_FAR, download=key, about=7).json

    return how_far


@pytest.mark.usefixtures("two_at_once")
def test_the_page_reads_how_far_it_is_while_it_is_sent(piece_by_piece, called, how_far, monkeypatch):
    monkeypatch.setattr(download, "TELLS_EVERY", 0.0)
    for _ in range(7):
        called(at=utc_now())
    assert how_far()["says"] == ""
    pieces = piece_by_piece(f"/organizers/calls.csv?download={KEY}", then=lambda: how_far()["rows"])
    assert [rows for _, rows in pieces] == [0, 0, 2, 4, 6]
    assert how_far() == {"rows": 7, "says": "Done: the file is whole, with 7 calls.", "ended": "whole"}


@pytest.mark.usefixtures("two_at_once")
def test_of_a_file_that_somebody_stopped_or_that_failed_it_reads_that(piece_by_piece, called, how_far, monkeypatch):
    for _ in range(7):
        called(at=utc_now())
    piece_by_piece(f"/organizers/calls.csv?download={KEY}", at_most=2)
    assert (how_far()["rows"], how_far()["ended"]) == (2, "stopped")
    monkeypatch.setattr(download, "rows_of", lambda *_: 1 // 0)
    with pytest.raises(ZeroDivisionError):
        piece_by_piece(f"/organizers/calls.csv?download={KEY[::-1]}")
    assert how_far(KEY[::-1])["ended"] == "failed"


def test_of_a_server_that_was_stopped_it_reads_the_same(signed_in, called, how_far, session):
    called()
    signed_in.opens("/organizers/calls.csv", download=KEY)
    session.execute(update(Download).values(ended=None, told_at=utc_now() - 2 * A_MINUTE))
    session.commit()
    assert how_far()["ended"] == "stopped"


@pytest.mark.parametrize("key", ["\0", "x" * 9000, "'", KEY.upper(), ""])
def test_a_key_that_no_page_made_up_is_that_of_no_file(how_far, key):
    assert how_far(key) == {"rows": 0, "says": "", "ended": None}


def test_nobody_else_reads_how_far_a_file_is(session, called, somebody):
    called()
    bo = somebody(TeamRole.ADMIN)
    session.add(Download(key=KEY, organizer_id=session.scalars(select(Account.id).order_by(Account.id)).first()))
    session.commit()
    assert bo.opens(HOW_FAR, download=KEY).json["says"] == ""


def test_a_key_that_no_page_made_up_is_left_out(signed_in, called, session):
    called()
    signed_in.opens("/organizers/calls.csv", download="<script>")
    assert session.scalars(select(Download.key)).all() == []


def test_an_hour_later_nothing_is_kept_of_it(signed_in, called, session):
    called()
    signed_in.opens("/organizers/calls.csv", download=KEY)
    session.execute(update(Download).values(told_at=utc_now() - 61 * A_MINUTE))
    forget_downloads(session)
    session.commit()
    assert session.scalars(select(Download.key)).all() == []
