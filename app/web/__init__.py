"""The pages a supporter sees: the campaign, the call in progress, what came of it."""

from functools import cache

from flask import Flask, current_app, url_for
from markupsafe import Markup
from werkzeug.routing import BaseConverter

from app.campaigns.look.qr_code import qr_code
from app.extensions import given
from app.guard.route_classes import SUPPORTER
from app.guard.routes import classified


class SlugConverter(BaseConverter):
    """A campaign's name in an address: lower-case letters, digits and hyphens, nothing else reaches the database."""

    regex = "[a-z0-9-]{1,60}"


web = classified("web", __name__, SUPPORTER)


def public_base_url() -> str:
    """Where this server is found, whatever host the request claims."""
    return given().settings.public_base_url


def public_address(slug: str) -> str:
    """Where a campaign is found, whatever host the request claims."""
    return f"{public_base_url()}/c/{slug}"


def privacy_url() -> str:
    """Where it stands what is kept of supporters; "" where this server has no such page."""
    return url_for("web.privacy") if "web.privacy" in current_app.view_functions else ""


@cache
def qr_picture(address: str) -> Markup:
    """An address of ours as a picture that a phone's camera reads."""
    return Markup(qr_code(address))  # nosec B704 - squares of our own drawing


def init_web(app: Flask) -> None:
    """Give the app its public pages."""
    from app.web import (  # noqa: F401 - they register their routes
        after,
        ask,
        call_page,
        campaign_page,
        dial_in,
        feedback,
        front,
        own_phone,
        preview,
    )
    from app.web.filled_in import street_lists  # noqa: F401
    from app.web.first_showing import FirstShowings
    from app.web.look import init_look
    from app.web.privacy import forgetting, page  # noqa: F401
    from app.web.where import outline_lists  # noqa: F401

    app.extensions["first_showings"] = FirstShowings()
    app.url_map.converters["slug"] = SlugConverter
    app.add_template_global(public_address)
    app.add_template_global(public_base_url)
    app.add_template_global(privacy_url)
    app.add_template_global(qr_picture)
    init_look(app)
    app.register_blueprint(web)
