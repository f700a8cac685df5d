"""Whether the carrier is set up, takes the account, and lets it ring supporters."""

from collections.abc import Collection, Iterator, Mapping

from app.carrier_setup.looked import Looked
from app.config import TWILIO_API, Settings
from app.readiness.check import About, Check, Weight
from app.readiness.profile import profile_checks
from app.telephony.account.facts import Profile, Standing

SET_BOTH = Check(
    About.CARRIER,
    Weight.WARNS,
    "TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN belong together, and one is missing.",
    "Set both.",
)
SET_BOTH_OF_KEY = Check(
    About.CARRIER,
    Weight.WARNS,
    "An API key's SID and its secret belong together, and one is missing: calls are placed with the auth token.",
    "Set both TWILIO_API_KEY_SID and TWILIO_API_KEY_SECRET, or neither; or paste both under “Carrier”.",
)
KEY_REFUSED = Check(
    About.CARRIER,
    Weight.WARNS,
    "The carrier does not take the API key: nobody is rung.",
    "Make a new key in the same account, and set TWILIO_API_KEY_SID and TWILIO_API_KEY_SECRET, or paste it under "
    "“Carrier”; or use none.",
)
NO_ACCOUNT = Check(
    About.CARRIER,
    Weight.WARNS,
    "CARRIER or TWILIO_API_BASE_URL is set, but no account.",
    "Set TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN, or let an admin paste them under “Carrier”.",
)
NAMED = 5

STANDS: Mapping[Standing, tuple[str, str]] = {
    Standing.SUSPENDED: (
        "The carrier has suspended the account: it can neither ring anybody nor be rung.",
        "Sign in at the carrier and see why; as a rule a bill is open. It works again some minutes after payment.",
    ),
    Standing.CLOSED: (
        "The carrier's account is closed for good.",
        "Paste the account SID and auth token of another one under “Carrier”.",
    ),
}
TRIAL = Check(
    About.CARRIER,
    Weight.WARNS,
    "The account is a trial: it rings the few numbers alone that were verified there, says so before everything else, "
    "swallows the first key that is pressed, and ends calls after ten minutes.",
    "Try everything with your own phone now, and upgrade the account at the carrier before supporters call.",
)
REVIEW = "The review takes between one and four days; until then the campaign runs on supporters' own phones."
PROFILES: Mapping[Profile, tuple[str, str]] = {
    Profile.MISSING: (
        "The account has no customer profile, without which nobody in the United States is rung.",
        f"Fill one in at the carrier (Trust Hub, Primary Customer Profile): it takes half an hour. {REVIEW}",
    ),
    Profile.BEGUN: (
        "The account's customer profile was begun and not sent.",
        f"Send it at the carrier (Trust Hub). {REVIEW}",
    ),
    Profile.IN_REVIEW: (
        "The carrier reviews the account's customer profile: until that is done nobody is rung.",
        f"Wait. {REVIEW}",
    ),
    Profile.REJECTED: (
        "The carrier did not accept the account's customer profile.",
        "Read the reason at the carrier (Trust Hub), mend it and send it again.",
    ),
}
NO_MONEY = Check(
    About.CARRIER,
    Weight.WARNS,
    "The account has no money left: it can neither ring anybody nor be rung.",
    "Pay at the carrier. It works again some minutes later.",
)
ONLY_OURS = "Press “The United States and their territories only” under “Carrier”."
NOT_HOME = Check(
    About.CARRIER,
    Weight.WARNS,
    "The account may not ring the United States.",
    ONLY_OURS,
)
TEST_CREDENTIALS = 20008


def carrier_checks(config: Settings, looked: Looked | None, shut: Collection[Check] = ()) -> Iterator[Check]:
    """What is not right with the account. Nothing needs to be set up for demos and rehearsals.

    What of it is kept here and `shut` is no half that somebody forgot to set.
    """
    yield from shut
    if bool(config.twilio_account_sid) != bool(config.auth_tokens):
        yield from () if shut else (SET_BOTH,)
    elif config.twilio_account_sid:
        yield from profile_checks(config)
        if _is_half_a_key(config) and not shut:
            yield SET_BOTH_OF_KEY
        yield from _account_checks(config, looked) if looked else ()
    elif config.twilio_api_base_url != TWILIO_API:
        yield NO_ACCOUNT


def _is_half_a_key(config: Settings) -> bool:
    return bool(config.twilio_api_key_sid) != bool(config.twilio_api_key_secret.get_secret_value())


def _account_checks(config: Settings, looked: Looked) -> Iterator[Check]:
    if looked.refused is not None:
        yield _refused(looked.refused)
    elif looked.standing and looked.standing in STANDS:
        yield _told(*STANDS[looked.standing])
    else:
        yield from _working_checks(looked)
    if looked.silent_at == "account":
        sentence = f"The carrier at {config.twilio_api_base_url} cannot be reached, or gave no answer in time."
        cure = "Ask again in a minute; if that does not help, check this server's network, and TWILIO_API_BASE_URL."
        yield _told(sentence, cure)
    elif looked.silent_at:
        sentence = f"The carrier gave no answer within {config.carrier_timeout_seconds:g} seconds when asked for the "
        yield _told(f"{sentence}{looked.silent_at}.", "Look again in some minutes.")


def _working_checks(looked: Looked) -> Iterator[Check]:
    if looked.takes_key is False:
        yield KEY_REFUSED
    if looked.is_trial:
        yield TRIAL
    if looked.is_out_of_money:
        yield NO_MONEY
    elif looked.is_low:
        low = f"Only {looked.balance} are left in the account."
        yield Check(About.CARRIER, Weight.HINTS, low, "Pay in time: without money nobody is rung.")
    if looked.profile and looked.profile in PROFILES:
        yield _told(*PROFILES[looked.profile])
    if looked.may_ring_home is False:
        yield NOT_HOME
    if looked.beyond_home:
        yield _told(_beyond(looked.beyond_home), ONLY_OURS)


def _refused(code: int) -> Check:
    if code == TEST_CREDENTIALS:
        return _told(
            "These are the carrier's test credentials, which ring nobody.",
            "Take account SID and auth token from the first page of its console, not those for tests.",
        )
    cure = "Check account SID and auth token: in TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN, or under “Carrier”."
    return _told(f"The carrier refuses the account{f' ({code})' if code else ''}.", cure)


def _beyond(countries: tuple[str, ...]) -> str:
    more = f" and {len(countries) - NAMED} more" if len(countries) > NAMED else ""
    named = ", ".join(countries[:NAMED])
    return f"The account may ring other countries or costly numbers ({named}{more}): whoever gets hold of it could."


def _told(sentence: str, cure: str) -> Check:
    return Check(About.CARRIER, Weight.WARNS, sentence, cure)
