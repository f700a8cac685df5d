"""What a supporter agreed to by pressing 1, kept beside the call for as long as a claim could be made."""

from sqlalchemy import CTE, LargeBinary, exists, insert, select

from app.calls.life.status import Beside
from app.guard.phone_vault import PhoneVault
from app.limits.rings.number import pressed
from app.store.once import mark_array, param
from models import Call, Consent


def agrees(call: CTE) -> Beside:
    """To be called, in the words of the form, at this number, sealed so that no server reads it: by `agreeing`.

    Once a call; and the number is one where somebody wants to be rung.
    """
    columns = {
        "call_id": Call.id,
        "campaign_id": Call.campaign_id,
        "phone_sealed": param("consent_of", LargeBinary),
        "wording_version": Call.agreed_in,
    }
    first_time = (Call.agreed_in.is_not(None), ~exists().where(Consent.call_id == Call.id))
    row = select(*columns.values()).join_from(call, Call, Call.id == call.c.call_id).where(*first_time)
    return Beside((insert(Consent).from_select(list(columns), row).cte("consent"), pressed(call)))


def agreeing(phone: str, vault: PhoneVault) -> dict[str, object]:
    """Who agrees."""
    return {
        "consent_of": vault.consents.seal(phone),
        "rung_marks": mark_array(vault.marks(phone).held),
    }
