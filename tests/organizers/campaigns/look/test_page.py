"""Organizers prepare a color, a logo and what others show with a link; published, the page wears them."""

import io
from html import unescape

import pytest
from sqlalchemy import func, select
from werkzeug.datastructures import FileStorage

from app.campaigns.editions.prepared import prepared_edition
from app.organizers.no_place import NO_PLACE
from models import Picture
from tests.organizers.conftest import hidden_fields
from tests.world.campaign.campaigns import publish_prepared
from tests.world.campaign.pictures import encoded_picture

HOSTILE = '"><script>alert(1)</script>'


@pytest.fixture
def page(campaign):
    return f"/organizers/campaigns/{campaign}/look"


@pytest.fixture
def sends(signed_in, page, session):
    """Fills the form of the page with this."""

    def sends(**typed):
        form = {"accent": "", "share_description": ""} | hidden_fields(signed_in.reads(page), page)
        answer = signed_in.sends(page, **form | typed)
        session.rollback()
        return answer

    return sends


@pytest.fixture
def uploads(signed_in, page, session):
    """Chooses a picture."""

    def uploads(which="logo", data=None, **more):
        form = hidden_fields(signed_in.reads(page), f"{page}/{which}")
        file = FileStorage(io.BytesIO(encoded_picture() if data is None else data), "a.png")
        answer = signed_in.uploads(f"{page}/{which}", **form | {"picture": file} | more)
        session.rollback()
        return answer

    return uploads


@pytest.fixture
def look(session, campaign):
    """What is prepared."""
    return lambda: prepared_edition(session, campaign).content.look


@pytest.fixture
def published(session, campaign, client):
    """The page once it is published."""

    def published():
        publish_prepared(session, campaign)
        session.commit()
        return client.get("/c/safe-communities").text

    return published


def test_a_color_is_worn_once_it_is_published(sends, published, client, look):
    assert sends(accent="7A1F5C").location.endswith("done=changed")
    assert look().accent == "#7a1f5c"
    assert "/look/7a1f5c.css" in published()
    answer = client.get("/look/7a1f5c.css")
    assert "--accent:#7a1f5c" in answer.text
    assert "immutable" in answer.headers["Cache-Control"]


@pytest.mark.parametrize("color", ["teal", "#fff", "#gggggg", HOSTILE, "x" * 100_000])
def test_what_is_no_color_is_told_and_shown_again(sends, look, color):
    answer = sends(accent=color)
    assert answer.status_code == 422
    assert "Type a color as six digits" in answer.text
    assert color[:3] in unescape(answer.text)
    assert "<script>alert(1)" not in answer.text
    assert look().accent == ""


def test_a_pale_color_is_refused_with_one_that_can_be_read(sends):
    assert "Take a darker one: #" in sends(accent="#ffcc00").text


def test_a_description_that_is_too_long_is_not_lost(sends):
    answer = sends(share_description="y" * 301)
    assert "300 characters fit" in answer.text
    assert "y" * 301 in answer.text


def test_others_show_the_headline_and_the_beginning_of_the_pitch(published):
    page = published()
    assert '<meta property="og:title" content="Ask your representative' in page
    assert '<meta property="og:description" content="When people are afraid' in page
    assert '<meta property="og:image:alt" content="Ask your representative' in page


def test_others_show_what_was_written_for_them(sends, published):
    sends(share_description=HOSTILE)
    page = published()
    assert "&#34;&gt;&lt;script&gt;" in page
    assert "<script>alert(1)" not in page


def test_a_logo_is_on_the_page(uploads, published, client, session):
    assert uploads().location.endswith("done=changed")
    name = session.scalars(select(Picture.name)).one()
    page = published()
    assert f'src="/look/{name}.png" width="300" height="100"' in page
    answer = client.get(f"/look/{name}.png")
    assert (answer.mimetype, answer.data[:4]) == ("image/png", b"\x89PNG")
    assert "immutable" in answer.headers["Cache-Control"]


def test_a_picture_for_others_is_what_they_show(uploads, published, look, session):
    uploads()
    uploads("share_picture")
    assert (look().logo_id, look().share_picture_id) == (1, 2)
    name = session.scalars(select(Picture.name).order_by(Picture.id.desc())).first()
    assert f'content="http://127.0.0.1:8080/look/{name}.png"' in published()


def test_as_long_as_there_is_none_the_one_that_is_drawn_is_shown(signed_in, page, uploads):
    assert "we draw this one" in signed_in.reads(page)
    assert signed_in.opens(f"{page}/drawn.png").data[:4] == b"\x89PNG"
    uploads("share_picture")
    assert "we draw this one" not in signed_in.reads(page)


def test_a_logo_is_taken_away(uploads, look):
    uploads()
    uploads(remove="1")
    assert look().logo_id is None


@pytest.mark.parametrize(
    ("data", "told"), [(b"<svg onload=alert(1)>", "SVG files can carry programs"), (b"no", "no picture")]
)
def test_what_is_no_picture_is_told(uploads, session, data, told):
    answer = uploads(data=data)
    assert answer.status_code == 422
    assert told in answer.text
    assert session.scalar(select(func.count(Picture.id))) == 0


@pytest.mark.usefixtures("no_place")
def test_one_that_cannot_be_looked_into_now_is_told(uploads, look):
    answer = uploads()
    assert (answer.status_code, NO_PLACE in answer.text) == (503, True)
    assert int(answer.headers["Retry-After"]) > 0
    assert look().logo_id is None


def test_one_that_is_far_too_large_is_told(uploads, signed_in, page):
    answer = uploads(data=bytes(33 * 1024 * 1024))
    assert answer.location == f"{page}?done=too-large"
    assert "This file is far too large" in signed_in.reads(page, done="too-large")


def test_without_a_file_it_is_told_to_choose_one(signed_in, page):
    form = hidden_fields(signed_in.reads(page), f"{page}/logo")
    assert "Choose a file first" in signed_in.uploads(f"{page}/logo", **form).text


def test_the_second_of_two_is_told(signed_in, page, uploads, session):
    form = hidden_fields(signed_in.reads(page), f"{page}/logo")
    uploads()
    late = signed_in.uploads(f"{page}/logo", **form | {"picture": FileStorage(io.BytesIO(encoded_picture()), "b.png")})
    assert late.location.endswith("done=faster")
    assert session.scalar(select(func.count(Picture.id))) == 1


def test_the_second_of_two_sees_both_colors(signed_in, page, sends):
    form = {"accent": "", "share_description": ""} | hidden_fields(signed_in.reads(page), page)
    sends(accent="#7a1f5c")
    answer = signed_in.sends(page, **form | {"accent": "#0f5c63"})
    assert answer.status_code == 409
    assert "#0f5c63" in answer.text
    assert "#7a1f5c" in answer.text


@pytest.mark.parametrize("path", ["/look/nothing.css", "/look/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.png", "/look/x.png"])
def test_what_is_not_there_is_not_found(client, campaign, path):
    assert client.get(path).status_code == 404
