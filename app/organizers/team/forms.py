"""The forms of the team: somebody's role and campaigns, and for whom an invitation is."""

from typing import Annotated

from flask import request
from pydantic import PlainValidator

from app.campaigns.whom_to_call import CampaignRow
from app.organizers.team.addresses import AddressOrNothing
from app.serving.forms import Form, Text, Wrong
from app.team.people.parts import Part
from models import TeamRole

NO_ROLE = "Choose what they may do."


def _role(typed: str) -> TeamRole:
    try:
        return TeamRole(typed)
    except ValueError:
        raise Wrong(NO_ROLE) from None


class PartForm(Form):
    """What somebody may do; their campaigns are ticked, each under a name of its own."""

    role: Annotated[TeamRole, Text(limit=20), PlainValidator(_role)]


class InviteForm(PartForm):
    """The same, for somebody with this address or for whoever has the link."""

    email: AddressOrNothing


def ticked(campaigns: list[CampaignRow]) -> frozenset[int]:
    """The campaigns that were ticked in the form that was sent."""
    return frozenset(one.id for one in campaigns if request.form.get(f"campaign-{one.id}"))


def part_of(form: PartForm, campaigns: list[CampaignRow]) -> Part:
    """What was meant."""
    return Part(form.role, ticked(campaigns)).of_role()
