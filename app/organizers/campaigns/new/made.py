"""Makes a campaign for whoever asks: they are its member, the audit log tells it, and the editor opens."""

from dataclasses import replace

from werkzeug.wrappers import Response

from app.campaigns.editions.content import Content
from app.campaigns.new.make import make_campaign
from app.campaigns.new.slugs import SlugTakenError
from app.extensions import given
from app.organizers.accounts.roles import signed_in
from app.organizers.audited import note
from app.organizers.campaigns.new.form import TAKEN
from app.organizers.campaigns.words.page import WORDS_PAGE
from app.serving.forms import F, Filled
from app.store.db import db
from app.store.unit import unit
from app.team.person import join_campaign
from models import AuditAct


def made(slug: str, content: Content, *, done: str) -> Response:
    """Make it, and lead to its words.

    Raises:
        SlugTakenError: the address is not free; nothing was made.
    """
    who = signed_in()
    with unit(db.session) as work:
        campaign_id = make_campaign(work.session, slug, content, by=who.email, now=given().clock())
        join_campaign(work.session, campaign_id, who.id)
        facts = {"address": f"/c/{slug}", "group": content.group}
        note(work.session, AuditAct.CAMPAIGN_MADE, content.english.subject, campaign_id=campaign_id, after=facts)
    return WORDS_PAGE.tells(done, campaign_id=campaign_id)


def elsewhere(form: Filled[F], taken: SlugTakenError) -> Filled[F]:
    """The form with an address in it that is free."""
    wrong = form.with_error("slug", TAKEN.format(free=taken.free))
    return replace(wrong, typed={**form.typed, "slug": taken.free})
