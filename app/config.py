"""Every setting: its name in the environment, what it means, and its default."""

import base64
import re
from pathlib import Path
from typing import Literal, Self
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, ValidationError, ValidationInfo, field_validator, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from app.instance import instance_folder, instance_secrets, never_called_key
from app.prices import TWILIO, Prices, prices_of
from app.setting_values import check_keys, check_mail_server, check_names, computers_address, cure_of
from models import ANOMALIES, WhyHeld

TWILIO_API = "https://api.twilio.com"
# Where each carrier's API is; SignalWire gives every customer an address of their own.
CARRIER_APIS = {"twilio": TWILIO_API, "signalwire": "", "somleng": "https://api.somleng.org"}
CENSUS_BUREAU = "https://geocoding.geo.census.gov"

SHORTEST_SECRET = 16


class Settings(BaseSettings):
    """What the program is told from outside. Names in the environment are these in capitals."""

    model_config = SettingsConfigDict(env_file=".env", extra="ignore", frozen=True)

    database_url: str = Field("", description="PostgreSQL; empty starts the embedded one under instance/")
    database_direct_url: str = Field("", description="Past its pooler: for workers, migrations and backups")
    database_pooler: bool = Field(False, description="DATABASE_URL is a pooler's, whose sessions are nobody's own")
    secret_key: SecretStr = Field(SecretStr(""), description="Signs pages, forms and carrier URLs")
    password_salt: SecretStr = Field(SecretStr(""), description="Salts organizers' passwords")
    phone_encryption_keys: SecretStr = Field(
        SecretStr(""), description="Encrypts phone numbers: base64 of 32 bytes, newest first, comma between"
    )
    phone_hash_key: SecretStr = Field(SecretStr(""), description="Finds phone numbers: base64 of 32 bytes")
    do_not_call_key: SecretStr = Field(SecretStr(""), description="Finds numbers never called: base64 of 32 bytes")
    consent_public_key: SecretStr = Field(SecretStr(""), description="Seals whose consent it is: by `flask privacy`")
    keys_path: str = Field("", description="Folder of the days' keys, the same for all processes, in no backup")
    listen: str = Field("127.0.0.1", description="Address the web app listens on: this computer only; 0.0.0.0 is all")
    port: int = Field(8080, ge=1, le=65534, description="Port of the web app; the demo takes the next one too")
    web_server: Literal["waitress", "gunicorn"] = Field("waitress", description="What serves the web app over HTTP")
    web_processes: int = Field(1, ge=1, le=32, description="How many processes serve the web app, behind one address")
    phone_port: int = Field(0, ge=0, le=65535, description="A port beside it with connections of its own; 0 is none")
    phone_threads: int = Field(4, ge=1, le=64, description="Threads that answer the carrier alone, never a page")
    trusted_proxies: int = Field(0, ge=0, le=9, description="How many proxies stand before this app, as a rule 0 or 1")
    public_base_url: str = Field("", description="Where the carrier reaches this app, e.g. https://call.example.org")
    carrier: Literal["twilio", "signalwire", "somleng"] = Field("twilio", description="Whose ways the carrier has")
    twilio_api_base_url: str = Field("", validate_default=True, description="Where its API is, if not where it should")
    twilio_account_sid: str = Field("", description="The carrier account, AC…")
    twilio_auth_token: SecretStr = Field(SecretStr(""), description="Its token: signs what the carrier sends")
    twilio_previous_auth_token: SecretStr = Field(SecretStr(""), description="Also accepted while rotating")
    twilio_api_key_sid: str = Field("", description="An API key that places the calls in place of the token, SK…")
    twilio_api_key_secret: SecretStr = Field(SecretStr(""), description="The API key's secret")
    carrier_signing_key: SecretStr = Field(SecretStr(""), description="Signs what the carrier sends, not the token")
    carrier_forgets: bool = Field(True, description="Let the carrier delete its record of a call once it is paid for")
    carrier_timeout_seconds: float = Field(10, gt=0, le=60, description="How long to wait for the carrier's answer")
    supporter_ring_seconds: int = Field(25, ge=5, le=600, description="How long a supporter's phone rings")
    office_ring_seconds: int = Field(30, ge=10, le=600, description="How long an office's phone rings")
    talk_limit_seconds: int = Field(900, ge=30, le=13800, description="How long a conversation may last")
    calls_per_second: float = Field(1.0, gt=0, le=1000, description="How many calls a second the carrier takes from us")
    calls_per_hour: int = Field(2, ge=1, description="How often one number is rung within an hour: once more if missed")
    calls_per_day: int = Field(3, ge=1, description="How often in a day, by all campaigns: more is harassment")
    calls_in_vain: int = Field(
        2,
        ge=1,
        description="After so many rings in vain we ask first whether that phone silences us, and ring daily",
    )
    number_known_days: int = Field(
        7, ge=1, le=30, description="Days that a hash of a number that was rung is kept, by which all this is known"
    )
    visitor_numbers_per_hour: int = Field(
        5, ge=1, description="How many different numbers one visitor may have rung within an hour: a household, a table"
    )
    visitor_numbers_per_day: int = Field(10, ge=1, description="The same within a day")
    form_seconds: int = Field(
        2, ge=0, le=60, description="Whoever sends the form sooner than that is asked to look once more; 0 asks nobody"
    )
    proof_of_work: Literal["auto", "always", "never"] = Field(
        "auto", description="Let browsers work for seconds before a call: auto, while something is odd about who asks"
    )
    visitor_codes: int = Field(
        10, ge=1, description="How many codes of the page for dialing us wait at once for one visitor: a table, a bus"
    )
    visitor_pages: int = Field(300, ge=1, description="How many pages of a visitor keep what was typed: a whole hall")
    feedback_changes: int = Field(
        5, ge=0, description="How often a supporter may change what they told of an office: second thoughts, no game"
    )
    feedback_hours: int = Field(48, ge=0, description="For how many hours they may: while they still know")
    call_page_days: int = Field(7, ge=1, description="For how many days after a call its page is open")
    visitor_agreed_times: int = Field(
        2, ge=1, description="How many agreed times at one office one visitor may have: nobody takes a whole Monday"
    )
    office_calls_per_day: int = Field(
        150, ge=1, description="How many of our calls an office's number takes in a day, for each that it takes at once"
    )
    strangers_percent: int = Field(
        25, ge=1, le=100, description="How much of an office's agreed times numbers share where nobody pressed 1 yet"
    )
    mailbox_seconds: int = Field(
        8, ge=0, description="A line talked so long before one caller's word of a full mailbox lets it rest: a greeting"
    )
    campaign_rings_per_minute: int = Field(300, ge=1, description="How many phones a campaign rings within a minute")
    campaign_rings_per_day: int = Field(5000, ge=1, description="The same within a day, whatever a crowd of bots wants")
    hotline_calls_per_hour: int = Field(6, ge=1, description="How often one number may dial the hotline within an hour")
    withheld_calls_per_hour: int = Field(
        20, ge=1, description="How often all who show no number may together: nobody can tell them apart"
    )
    hotline_turns: int = Field(
        40, ge=10, le=110, description="How many turns a call may take before it is connected; thrice for relays"
    )
    hotline_minutes: int = Field(
        10, ge=2, description="How many minutes until then, but for waiting in a line; thrice for relays"
    )
    prices: str = Field(TWILIO, description="What the carrier asks for, until it tells a price itself")
    hotline_reserve_percent: int = Field(
        5, ge=0, le=50, description="Of each budget: for a sentence to whoever dials in when the rest is spent"
    )
    anomalies_off: str = Field("", description="Anomalies that pause nothing, by their names, comma between")
    smtp_url: SecretStr = Field(
        SecretStr(""), description="The mail server: starttls://NAME:PASSWORD@HOST, or smtps://; empty sends no mail"
    )
    mail_from: str = Field("", description="The address that mail comes from; empty is no-reply at this server's name")
    geocoder: bool = Field(False, description="Let supporters give their street address; the Census Bureau is asked")
    geocoder_base_url: str = Field(CENSUS_BUREAU, description="Another geocoder that answers like the Census Bureau's")
    new_line_minutes: int = Field(
        60, ge=0, le=1440, description="How long an office's number that one organizer set waits for a second one"
    )
    line_rest_minutes: int = Field(3, ge=0, le=120, description="Minutes that an office's line rests when it was busy")
    machine_detection: bool = Field(
        False, description="Let the carrier guess whether a machine picked up at the office, for a fee; only told"
    )
    neural_voices: bool = Field(False, description="Have the newer kind of the carrier's voices read, for a higher fee")
    always_open: bool = Field(False, description="Take every office for open at any hour (demo, rehearsals)")
    fictional_numbers: bool = Field(False, description="Accept 555-01xx, which reach nobody (demo, rehearsals)")
    territories: bool = Field(
        True, description="Ring numbers of Puerto Rico, Guam and the other territories of the United States, too"
    )
    admins_need_second_factor: bool | None = Field(
        None, description="Let admins do nothing without a second factor; unset, where browsers come by https"
    )
    metrics_token: SecretStr = Field(SecretStr(""), description="Opens /metrics to whoever watches; empty opens none")
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field("INFO", description="How much is told")

    @field_validator("database_url", "database_direct_url")
    @classmethod
    def _name_the_driver_sqlalchemy_knows(cls, url: str) -> str:
        if not re.match(r"(postgres(ql(\+psycopg)?)?://.+)?$", url):
            raise ValueError("must begin with postgresql://")
        return url.replace("postgres://", "postgresql://", 1)

    @field_validator("listen")
    @classmethod
    def _address_of_a_computer(cls, address: str) -> str:
        return computers_address(address)

    @field_validator("geocoder_base_url", "public_base_url", "twilio_api_base_url")
    @classmethod
    def _address_without_trailing_slash(cls, url: str) -> str:
        if url and not re.match(r"https?://[^/\s]+", url):
            raise ValueError("must begin with https:// (or http:// on this computer)")
        return url.rstrip("/")

    @field_validator("twilio_api_base_url")
    @classmethod
    def _where_the_carrier_is(cls, url: str, others: ValidationInfo) -> str:
        there = url or CARRIER_APIS[others.data.get("carrier", "twilio")]
        if not there:
            raise ValueError("must be the address of your space with CARRIER=signalwire: https://NAME.signalwire.com")
        return there

    @field_validator("prices")
    @classmethod
    def _a_table_of_prices(cls, text: str) -> str:
        prices_of(text)
        return text

    @field_validator("anomalies_off")
    @classmethod
    def _anomalies_we_know(cls, names: str) -> str:
        check_names(names, {why.value for why in ANOMALIES})
        return names

    @field_validator("smtp_url")
    @classmethod
    def _a_mail_server(cls, url: SecretStr) -> SecretStr:
        check_mail_server(url.get_secret_value())
        return url

    @field_validator("mail_from")
    @classmethod
    def _an_address(cls, address: str) -> str:
        if address and not re.fullmatch(r"[!-;=?A-~]+@[A-Za-z0-9.-]+", address):
            raise ValueError("must be a mail address alone, like ringdown@example.org")
        return address

    @field_validator("phone_encryption_keys", "phone_hash_key", "do_not_call_key", "consent_public_key")
    @classmethod
    def _whole_keys(cls, keys: SecretStr) -> SecretStr:
        check_keys(keys.get_secret_value())
        return keys

    @field_validator("secret_key", "metrics_token")
    @classmethod
    def _long_enough(cls, key: SecretStr) -> SecretStr:
        if 0 < len(key.get_secret_value()) < SHORTEST_SECRET:
            raise ValueError(f"must be at least {SHORTEST_SECRET} characters of chance")
        return key

    @model_validator(mode="after")
    def _a_way_past_the_pooler(self) -> Self:
        if self.database_pooler and not (self.database_url and self.database_direct_url):
            raise ValueError("DATABASE_POOLER needs DATABASE_URL, the pooler's, and DATABASE_DIRECT_URL, past it")
        return self

    @model_validator(mode="after")
    def _fill_from_instance(self) -> Self:
        if not self.do_not_call_key.get_secret_value():  # as before it had one of its own
            self.__dict__["do_not_call_key"] = SecretStr(self.phone_hash_key.get_secret_value() or never_called_key())
        for name in ("secret_key", "password_salt", "phone_encryption_keys", "phone_hash_key"):
            if not getattr(self, name).get_secret_value():
                self.__dict__[name] = SecretStr(getattr(instance_secrets(), name))
        self.__dict__["public_base_url"] = self.public_base_url or f"http://127.0.0.1:{self.port}"
        if self.admins_need_second_factor is None:
            self.__dict__["admins_need_second_factor"] = self.is_https
        return self

    @property
    def is_https(self) -> bool:
        """Whether browsers reach this app by https alone."""
        return self.public_base_url.startswith("https://")

    @property
    def mail_sender(self) -> str:
        """The address that mail comes from."""
        return self.mail_from or f"no-reply@{urlsplit(self.public_base_url).hostname}"

    @property
    def encryption_keys(self) -> list[bytes]:
        """The keys for phone numbers, newest first."""
        return [base64.b64decode(key) for key in self.phone_encryption_keys.get_secret_value().split(",")]

    @property
    def hash_key(self) -> bytes:
        """The key under which phone numbers are looked up."""
        return base64.b64decode(self.phone_hash_key.get_secret_value())

    @property
    def never_called_key(self) -> bytes:
        """The key under which numbers are looked up that are never to be called."""
        return base64.b64decode(self.do_not_call_key.get_secret_value())

    @property
    def keys_folder(self) -> Path:
        """Where the days' keys lie."""
        return Path(self.keys_path) if self.keys_path else instance_folder() / "keys"

    @property
    def price_table(self) -> Prices:
        """What the carrier asks for."""
        return prices_of(self.prices)

    @property
    def anomalies_on(self) -> frozenset[WhyHeld]:
        """Those that pause what is odd."""
        off = set(self.anomalies_off.replace(" ", "").split(","))
        return frozenset(why for why in ANOMALIES if why.value not in off)

    @property
    def has_carrier(self) -> bool:
        """Whether a carrier is set up."""
        return bool(self.twilio_account_sid and self.auth_tokens)

    @property
    def has_api_key(self) -> bool:
        """Whether calls are placed with an API key; half of one is none."""
        return bool(self.twilio_api_key_sid and self.twilio_api_key_secret.get_secret_value())

    @property
    def auth_tokens(self) -> list[str]:
        """The carrier's tokens that are accepted now: the present one, and the previous while rotating."""
        return [it.get_secret_value() for it in (self.twilio_auth_token, self.twilio_previous_auth_token) if it]


def load_settings() -> Settings:
    """The settings from the environment.

    Raises:
        SystemExit: with a line for each setting that is wrong, and what it must be. Values are not repeated.
    """
    try:
        return Settings()
    except ValidationError as error:
        lines = [f"✗ {'.'.join(map(str, one['loc'])).upper()}: {cure_of(one['msg'])}" for one in error.errors()]
        raise SystemExit("\n".join(lines)) from None
