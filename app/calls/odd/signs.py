"""What is odd within an hour, as the log tells it: each sign with its sentence about a campaign or a district."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Select, SQLColumnExpression, and_, exists, func, literal, select
from sqlalchemy.orm import Session

from app.limits.holds.change import Held
from app.representatives import HowFound
from models import (
    EVERY_CAMPAIGN,
    Call,
    CalledOffice,
    CallEvent,
    CallSource,
    CallStatus,
    District,
    Hold,
    LineOutcome,
    WhyHeld,
)

AN_HOUR = timedelta(hours=1)
SHORT_SECONDS = 10  # in which nobody says who they are and what they ask for
FEWEST_TALKS = 10  # with fewer, some wrong numbers and full mailboxes would be half of them
FEWEST_SUSPECT, FEWEST_RINGS = 10, 20
MOST_UNACCEPTED = 2 / 3  # of a usual crowd about a third does not pick up in time
FEWEST_OF_A_DISTRICT = 60  # a church hall of forty in one town is none

Sign = tuple[Held, str]


def short_talks(session: Session, now: datetime) -> Iterator[Sign]:
    """Half of the calls that were connected lasted less than ten seconds: whoever calls, does not talk."""
    short = func.count().filter(Call.talk_seconds < SHORT_SECONDS)
    talked = (Call.line_outcome == LineOutcome.ANSWERED, Call.talk_seconds.is_not(None))
    for campaign_id, many, few in session.execute(_by_campaign(WhyHeld.SHORT_TALKS, now, short, *talked)):
        if many >= FEWEST_TALKS and 2 * few >= many:
            sentence = f"{few} of {many} calls within an hour were over within {SHORT_SECONDS} seconds at the office."
            yield Held(campaign_id, WhyHeld.SHORT_TALKS), sentence


def browsers_work(session: Session, now: datetime) -> frozenset[int]:
    """Campaigns of which half of the rings were accepted by nobody: a script may ask, for which work is dear."""
    return frozenset(
        campaign_id
        for campaign_id, many, in_vain in session.execute(_unaccepted(now))
        if many >= FEWEST_SUSPECT and 2 * in_vain >= many
    )


def unaccepted_rings(session: Session, now: datetime) -> Iterator[Sign]:
    """Most whose phone we rang did not press 1: they did not ask for it themselves."""
    for campaign_id, many, few in session.execute(_unaccepted(now)):
        if many >= FEWEST_RINGS and few >= MOST_UNACCEPTED * many:
            sentence = f"Of {many} phones that we rang within an hour, nobody pressed 1 on {few}."
            yield Held(campaign_id, WhyHeld.UNACCEPTED_RINGS), sentence


def flooded_district(session: Session, now: datetime) -> Iterator[Sign]:
    """Most calls of the hour are for one district, where homes decide; but for those of a room full of people."""
    geoid = CalledOffice.district_geoid
    theirs = (CalledOffice.rank == 0, CalledOffice.how_found != HowFound.LISTED, Call.phone_bank_id.is_(None))
    why = WhyHeld.FLOODED_DISTRICT
    of_each = (
        select(geoid, func.count().label("many"), func.sum(func.count()).over().label("all"))
        .join(Call, Call.id == CalledOffice.call_id)
        .where(*theirs, *_lately(why, now, literal(EVERY_CAMPAIGN), geoid))
        .group_by(geoid)
        .subquery()
    )
    many = select(of_each, District.name).join(District, District.geoid == of_each.c.district_geoid)
    for row in session.execute(many.where(of_each.c.many >= FEWEST_OF_A_DISTRICT, 2 * of_each.c.many > of_each.c.all)):
        sentence = f"{row.many} of {row.all} calls within an hour were for one district: {row.name}."
        yield Held(EVERY_CAMPAIGN, why, row.district_geoid), sentence


SIGNS: dict[WhyHeld, Callable[[Session, datetime], Iterator[Sign]]] = {
    WhyHeld.SHORT_TALKS: short_talks,
    WhyHeld.UNACCEPTED_RINGS: unaccepted_rings,
    WhyHeld.FLOODED_DISTRICT: flooded_district,
}


def _unaccepted(now: datetime) -> Select[int, int, int]:
    went_on = (CallStatus.ACCEPTED, CallStatus.CONNECTING, CallStatus.TALKING)
    in_vain = func.count().filter(~_came_to(*went_on))
    rung = (Call.source == CallSource.WEB, Call.ended_at.is_not(None), _came_to(CallStatus.DIALING))
    return _by_campaign(WhyHeld.UNACCEPTED_RINGS, now, in_vain, *rung)


def _by_campaign(
    why: WhyHeld, now: datetime, few: ColumnElement[int], *only: ColumnElement[bool]
) -> Select[int, int, int]:
    lately = _lately(why, now, Call.campaign_id, literal(""))
    return select(Call.campaign_id, func.count(), few).where(*lately, *only).group_by(Call.campaign_id)


def _lately(
    why: WhyHeld, now: datetime, campaign_id: SQLColumnExpression[int], about: SQLColumnExpression[str]
) -> tuple[ColumnElement[bool], ...]:
    """Of the last hour; what somebody knew of who let it go on, is not held against it again."""
    went_on = and_(Hold.why == why, Hold.campaign_id == campaign_id, Hold.about == about)
    let_go = exists().where(went_on, Hold.over_at >= Call.created_at)
    return Call.created_at > now - AN_HOUR, Call.created_at <= now, ~Call.rehearsal, ~let_go


def _came_to(*statuses: CallStatus) -> ColumnElement[bool]:
    return exists().where(CallEvent.call_id == Call.id, CallEvent.to_status.in_(statuses))
