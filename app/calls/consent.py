"""What a supporter agreed to, kept beside the call for as long as a claim could be made."""

from app.guard.phone_vault import PhoneVault
from models import Call, Consent

CONSENT = "consent"


def consent_to(call: Call, phone: str, wording: str, vault: PhoneVault) -> Consent:
    """The row: to be called, in these words, at this number, of which a hash is kept. The call must be flushed."""
    return Consent(
        call_id=call.id,
        campaign_id=call.campaign_id,
        phone_hash=vault.fingerprint(phone, purpose=CONSENT),
        wording_version=wording,
    )
