"""What is prepared beside what is in force, the button that publishes it, and every edition there was."""

from flask import render_template, request
from werkzeug.wrappers import Response

from app.calls.shown.under_way import calls_under_way
from app.campaigns.editions.compare import differences
from app.campaigns.editions.content import Content
from app.campaigns.editions.earlier import edition_in_force, published_editions
from app.campaigns.editions.prepared import prepared_edition
from app.campaigns.editions.publish import publish, publish_again
from app.guard.who_may import least
from app.organizers.audited import Told
from app.organizers.blueprint import organizers
from app.organizers.campaigns.found import found_campaign
from app.organizers.change import Came, Change, Who, made, undone
from app.organizers.editions.concerns import concerns
from app.organizers.editions.told import told
from app.organizers.notices import Notice, Page
from app.representatives import directory
from app.store.db import db
from app.team.audit import Facts
from models import AuditAct, TeamRole

LONGEST_ID = len(str(2**63))
PUBLISH = "/campaigns/<int:campaign_id>/publish"
PUBLISH_PAGE = Page(
    "organizers.prepared",
    {
        "changed": Notice("Published. It is in force from now on."),
        "again": Notice("The earlier edition is in force again."),
        "same": Notice("Nothing was published: it is in force already."),
        "faster": Notice("Somebody saved something meanwhile. See below what would be published now.", is_bad=True),
    },
)


@organizers.get(PUBLISH)
@least(TeamRole.ORGANIZER)
def prepared(campaign_id: int) -> str:
    """What would be published, and what was."""
    words, edition = found_campaign(campaign_id), prepared_edition(db.session, campaign_id)
    in_force = edition_in_force(db.session, campaign_id)
    differing = differences(in_force.content if in_force else Content(), edition.content)
    return render_template(
        "organizers/editions/publish.html",
        campaign=words,
        edition=edition,
        in_force=in_force,
        told=told(differing, directory(db.session)),
        how_many=len(differing),
        concerns=concerns(differing, edition.content, calls_under_way(db.session, campaign_id)) if differing else "",
        editions=published_editions(db.session, campaign_id),
        seen=change_of(campaign_id).seen,
        notice=PUBLISH_PAGE.notice(),
    )


@organizers.post(PUBLISH)
@least(TeamRole.ORGANIZER)
def publish_prepared(campaign_id: int) -> Response:
    """Put all of it into force."""
    found_campaign(campaign_id)
    return PUBLISH_PAGE.tells(made(change_of(campaign_id), None), campaign_id=campaign_id)


@organizers.post(f"{PUBLISH}/again")
@least(TeamRole.ORGANIZER)
def publish_earlier(campaign_id: int) -> Response:
    """Put an earlier edition into force once more."""
    found_campaign(campaign_id)
    came = undone(change_of(campaign_id), request.form.get("edition", ""))
    return PUBLISH_PAGE.tells("again" if came is Came.CHANGED else came, campaign_id=campaign_id)


def change_of(campaign_id: int) -> Change[None]:
    """How what is in force is changed, by whoever saw what is prepared; and how an earlier edition comes back."""
    revision = prepared_edition(db.session, campaign_id).revision

    def put(_nothing: None, who: Who) -> bool:
        return publish(db.session, campaign_id, revision, by=who.by, now=who.now)

    def take_back(edition: str, who: Who) -> bool:
        which = int(edition) if edition.isascii() and edition.isdecimal() and len(edition) < LONGEST_ID else 0
        return publish_again(db.session, campaign_id, which, revision, by=who.by, now=who.now)

    return Change(_told(campaign_id), str(revision), put, take_back)


def _told(campaign_id: int) -> Told:
    """Which edition is in force: it tells the rest itself."""

    def facts() -> Facts:
        in_force = edition_in_force(db.session, campaign_id)
        return {"edition": f"version {in_force.row.version}" if in_force else "none"}

    subject = f"which edition of {found_campaign(campaign_id).subject} is in force"
    return Told(AuditAct.CAMPAIGN_CHANGED, subject, facts, campaign_id)
