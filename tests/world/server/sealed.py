"""Everything that a server's own keys seal, by whichever keys it has."""

from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from pydantic import SecretStr
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from app.carrier_setup.api_key import ApiKey
from app.carrier_setup.kept import Credentials, keep_credentials, kept_setup, settings_with
from app.carrier_setup.test_call.confirming import code_to_speak, new_code, own_number
from app.clock import utc_now
from app.config import Settings
from app.guard.keys.days import DayKeys
from app.guard.keys.folder import KeyOf, KeysFolder
from app.guard.phone_vault import PHONE, PhoneVault
from app.jobs.forgetting import seal_by_newest
from app.limits.numbers import number_of
from app.privacy.forget.job import Forgetting
from app.store.unit import Unit, unit
from app.team.create import create_organizer
from app.team.second_factor.authenticator import kept, secret_of
from app.team.unsent import Unsent, find_unsent, keep_unsent
from models import Call, Organizer, TeamRole

OLD, NEW = b"o" * 32, b"n" * 32
SID, TOKEN, TOKEN_BEFORE = "AC" + "1" * 32, "a token", "the token before"
KEY = ApiKey("SK" + "1" * 32, SecretStr("a secret of the key"))
OWN_PHONE, NUMBER, SECRET = "+16175550123", "+16175550124", "JBSWY3DPEHPK3PXP"
FORM = Unsent("/somewhere", [("pitch", "Call them.")], had_file=False)


@dataclass
class Server:
    """What is kept there, and the folder of its days' keys."""

    session: Session
    settings: Settings
    folder: Path
    call: Call
    form_key: str = ""
    note: bytes = b""
    number: bytes = b""
    hold: str = ""

    def vault(self, *keys: bytes, now: datetime | None = None) -> PhoneVault:
        """As a program has it that is given these keys, the newest first."""
        days = DayKeys(KeysFolder(self.folder, keys), (lambda: now) if now else utc_now)
        return PhoneVault(keys, b"h" * 32, days)

    def config(self, *keys: bytes) -> Settings:
        """Its settings with these keys."""
        encryption = SecretStr(",".join(b64encode(key).decode() for key in keys))
        return self.settings.model_copy(update={"phone_encryption_keys": encryption, "keys_path": str(self.folder)})

    def seals_anew(self, *keys: bytes, killed_after: int = 1000) -> None:
        """Let the job run as a worker does that has these keys; it may be killed after so many batches."""
        left = iter(range(killed_after))

        @contextmanager
        def begin() -> Iterator[Unit]:
            if next(left, None) is None:
                raise KeyboardInterrupt
            with unit(self.session) as work:
                yield work

        seal_by_newest(Forgetting(begin, self.vault(*keys), utc_now, pause=lambda _: None))

    def seals(self, *keys: bytes) -> None:
        """One of everything, some of it yesterday."""
        vault, now = self.vault(*keys), utc_now()
        for token in (TOKEN_BEFORE, TOKEN):
            keep_credentials(self.session, vault, Credentials(SID, SecretStr(token), KEY), by="ana", now=now)
        create_organizer(self.session, "ana@example.org", "a long password", role=TeamRole.ADMIN)
        who = self.organizer
        who.tf_totp_secret = kept(vault, SECRET)
        new_code(self.session, vault, who.id, OWN_PHONE, now)
        self.form_key = keep_unsent(self.session, vault, who.id, FORM, now=now) or ""
        yesterday = self.vault(*keys, now=now - timedelta(days=1)).days
        self.note, self.hold = yesterday.seal("Kind.", KeyOf.NOTES, purpose="note"), vault.days.holds.make()
        self.number = vault.days.holds.seal(NUMBER, self.hold, purpose=PHONE) or b""
        of_before = vault.encrypt(NUMBER, purpose=PHONE)  # as it was before days had keys
        self.session.execute(update(Call).values(phone_encrypted=of_before))
        self.session.commit()

    @property
    def organizer(self) -> Organizer:
        """Whose all of it is."""
        return self.session.scalars(select(Organizer).where(Organizer.email == "ana@example.org")).one()

    def reads(self, *keys: bytes) -> dict[str, Any]:
        """All of it, as a program reads it that has these keys."""
        self.session.expire_all()
        vault, now, who = self.vault(*keys), utc_now(), self.organizer
        account = settings_with(kept_setup(self.session), self.settings, vault, now)
        own = own_number(self.session, vault, who.id, now)
        return {
            "tokens": account.auth_tokens,
            "key": account.twilio_api_key_secret.get_secret_value(),
            "app": secret_of(vault, who.tf_totp_secret),
            "own phone": own.e164 if own else None,
            "has code": bool(code_to_speak(self.session, vault, who.id, now)),
            "form": find_unsent(self.session, vault, who.id, self.form_key, now),
            "note": vault.days.open(self.note, KeyOf.NOTES, purpose="note"),
            "held": vault.days.open(self.number, KeyOf.NUMBERS, purpose=PHONE),
            "number": number_of(vault, self.call.phone_encrypted),
        }


EVERYTHING = {
    "tokens": [TOKEN, TOKEN_BEFORE],
    "key": KEY.secret.get_secret_value(),
    "app": SECRET,
    "own phone": OWN_PHONE,
    "has code": True,
    "form": FORM,
    "note": "Kind.",
    "held": NUMBER,
    "number": NUMBER,
}
NOTHING = {what: [] if what == "tokens" else "" if what == "key" else None for what in EVERYTHING} | {"has code": False}
