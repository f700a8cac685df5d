"""What a supporter agreed to, kept beside the call for as long as a claim could be made."""

from sqlalchemy import CTE, LargeBinary, String, insert, select

from app.calls.life.status import Beside
from app.guard.phone_vault import PhoneVault
from app.store.once import param
from models import Consent

CONSENT = "consent"


def consented(call: CTE) -> Beside:
    """To be called, in these words, at this number, of which a hash is kept: the parameters that `agreed` makes."""
    columns = {
        "call_id": call.c.id,
        "campaign_id": call.c.campaign_id,
        "phone_hash": param("consent_of", LargeBinary),
        "wording_version": param("consent_in", String),
    }
    row = select(*columns.values()).select_from(call)
    return Beside((insert(Consent).from_select(list(columns), row).cte("consent"),))


def agreed(phone: str, wording: str, vault: PhoneVault) -> dict[str, object]:
    """Who agreed, in which version of the words."""
    return {"consent_of": vault.fingerprint(phone, purpose=CONSENT), "consent_in": wording}
