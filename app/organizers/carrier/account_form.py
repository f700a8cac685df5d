"""The form of an account with the carrier."""

from typing import Annotated

from pydantic import PlainValidator, SecretStr, ValidationInfo

from app.carrier_setup.kept import Credentials
from app.carrier_setup.typed import NotCredentials, account_sid_of, auth_token_of
from app.serving.forms import Form, Text, Wrong, known

READ = 200  # characters of a field that are looked at


def _sid(typed: str, info: ValidationInfo) -> str:
    try:
        return account_sid_of(typed, api_base_url=known(info, "api_base_url", str))
    except NotCredentials as wrong:
        raise Wrong(str(wrong)) from None


def _token(typed: str) -> str:
    try:
        return auth_token_of(typed)
    except NotCredentials as wrong:
        raise Wrong(str(wrong)) from None


class AccountForm(Form):
    """Account SID and auth token; the token is never shown again."""

    account_sid: Annotated[str, Text(limit=READ), PlainValidator(_sid)]
    auth_token: Annotated[str, Text(limit=READ), PlainValidator(_token)]

    def credentials(self) -> Credentials:
        """As they are used."""
        return Credentials(self.account_sid, SecretStr(self.auth_token))
