"""One of the team: what they may do, changed, and the way out of it."""

from http import HTTPStatus

from flask import abort, redirect, render_template, request
from werkzeug.wrappers import Response

from app.campaigns.whom_to_call import all_campaigns
from app.guard.who_may import least
from app.organizers import labels
from app.organizers.accounts.lead_on import HOME
from app.organizers.accounts.roles import signed_in
from app.organizers.audited import note
from app.organizers.blueprint import organizers
from app.organizers.change import digest, outrun
from app.organizers.team.forms import PartForm, part_of, ticked
from app.organizers.team.notices import TEAM
from app.serving.forms import Filled, read_form
from app.store.db import db
from app.store.unit import unit
from app.team.people.admins import LastAdminError
from app.team.people.changing import NobodyThereError, change_part, remove_member
from app.team.people.members import Member, member, members
from app.team.people.parts import Part, as_told
from models import AuditAct, TeamRole

Answer = Response | tuple[str, int]

MEMBER = "/team/<int:organizer_id>"
LARGEST_ID = 2**31 - 1
LAST = "{who} the last admin. Make somebody else an admin first: without one, nobody could invite anybody any more."
FASTER = "Somebody else changed this meanwhile. See below what holds now, and choose again."


class _FasterError(Exception):
    """What was changed is not what the form was shown."""


@organizers.get(MEMBER)
@least(TeamRole.ADMIN)
def team_member(organizer_id: int) -> str:
    """What they may do now."""
    somebody = _found(organizer_id)
    return _page(somebody, Filled[PartForm]({"role": somebody.role}), somebody.part.campaigns)


@organizers.post(MEMBER)
@least(TeamRole.ADMIN)
def change_member(organizer_id: int) -> Answer:
    """Let them do something else from now on."""
    somebody, campaigns = _found(organizer_id), all_campaigns(db.session)
    form = read_form(PartForm, request.form)
    if form.meant is None:
        return _page(somebody, form, ticked(campaigns)), HTTPStatus.UNPROCESSABLE_ENTITY
    try:
        came = _change(somebody, part_of(form.meant, campaigns), form.seen)
    except LastAdminError:
        return _page(somebody, form.with_error("role", _last(somebody)), ticked(campaigns)), HTTPStatus.CONFLICT
    except _FasterError:
        faster = outrun(form, "role", FASTER)
        return _page(_found(organizer_id), faster, ticked(campaigns)), HTTPStatus.CONFLICT
    except NobodyThereError:
        return TEAM.tells("gone")
    return _on(somebody, came)


@organizers.post(f"{MEMBER}/remove")
@least(TeamRole.ADMIN)
def remove_from_team(organizer_id: int) -> Answer:
    """Take them out of the team."""
    somebody, me = _found(organizer_id), signed_in()
    try:
        with unit(db.session) as work:
            gone = remove_member(work.session, organizer_id, asked_by=me.id)
            note(work.session, AuditAct.REMOVED, gone.email, before=as_told(work.session, gone.part), who=me.email)
    except LastAdminError:
        form = Filled[PartForm]({"role": somebody.role}).with_error("remove", _last(somebody))
        return _page(somebody, form, somebody.part.campaigns), HTTPStatus.CONFLICT
    except NobodyThereError:
        return TEAM.tells("gone")
    return _on(somebody, "removed")


def _found(organizer_id: int) -> Member:
    somebody = member(db.session, organizer_id) if organizer_id <= LARGEST_ID else None
    return somebody or abort(HTTPStatus.NOT_FOUND)


def _last(somebody: Member) -> str:
    return LAST.format(who="You are" if somebody.id == signed_in().id else "They are")


def _change(somebody: Member, part: Part, seen: str) -> str:
    """Make the change as one unit of work, for whoever saw what holds now; returns which notice tells of it."""
    with unit(db.session) as work:
        before, after = change_part(work.session, somebody.id, part, asked_by=signed_in().id)
        if _digest(before) != seen:
            raise _FasterError
        if before != after:
            note(
                work.session,
                AuditAct.ROLE_CHANGED,
                somebody.email,
                before=as_told(work.session, before),
                after=as_told(work.session, after),
            )
    return "same" if before == after else "changed"


def _digest(part: Part) -> str:
    return digest(part.role, sorted(part.campaigns))


def _on(somebody: Member, came: str) -> Response:
    """Back to the team; who has changed themselves, to what they may see now."""
    is_me = somebody.id == signed_in().id and came != "same"
    return redirect(HOME, HTTPStatus.SEE_OTHER) if is_me else TEAM.tells(came)


def _page(somebody: Member, form: Filled[PartForm], chosen: frozenset[int]) -> str:
    admins = [one for one in members(db.session) if one.role is TeamRole.ADMIN]
    return render_template(
        "organizers/team/member.html",
        labels=labels,
        somebody=somebody,
        is_me=somebody.id == signed_in().id,
        is_last=admins == [somebody],
        campaigns=all_campaigns(db.session),
        form=form,
        ticked=chosen,
        seen=form.seen or _digest(somebody.part),
    )
