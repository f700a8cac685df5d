"""The form of an account with the carrier."""

from typing import Annotated

from pydantic import PlainValidator, SecretStr, ValidationInfo

from app.carrier_setup.api_key import ApiKey
from app.carrier_setup.kept import Credentials
from app.carrier_setup.typed import NotCredentials, account_sid_of, auth_token_of
from app.carrier_setup.typed_key import api_key_secret_of, api_key_sid_of
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


def _key_sid(typed: str) -> str:
    try:
        return api_key_sid_of(typed)
    except NotCredentials as wrong:
        raise Wrong(str(wrong)) from None


def _key_secret(typed: str, info: ValidationInfo) -> str:
    """The secret. Of the key that is used already it need not be pasted again: it is shown nowhere any more."""
    if "api_key_sid" not in info.data:
        return ""
    sid, kept = info.data["api_key_sid"], known(info, "kept_key", ApiKey)
    if sid and sid == kept.sid and not typed:
        typed = kept.secret.get_secret_value()
    try:
        return api_key_secret_of(typed, key_sid=sid)
    except NotCredentials as wrong:
        raise Wrong(str(wrong)) from None


class AccountForm(Form):
    """Account SID and auth token, and an API key where one places the calls; what is secret is never shown again."""

    account_sid: Annotated[str, Text(limit=READ), PlainValidator(_sid)]
    auth_token: Annotated[str, Text(limit=READ), PlainValidator(_token)]
    api_key_sid: Annotated[str, Text(limit=READ), PlainValidator(_key_sid)]
    api_key_secret: Annotated[str, Text(limit=READ), PlainValidator(_key_secret)]

    def credentials(self) -> Credentials:
        """As they are used."""
        key = ApiKey(self.api_key_sid, SecretStr(self.api_key_secret))
        return Credentials(self.account_sid, SecretStr(self.auth_token), key)
