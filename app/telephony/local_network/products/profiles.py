"""TrustHub: the account's customer profiles; the carrier's people approve them, nobody here."""

from flask import Blueprint, request

from app.telephony.local_network.account.profiles import CustomerProfile
from app.telephony.local_network.engine import Engine
from app.telephony.local_network.products.paging import page_of
from app.telephony.local_network.products.times import iso_8601
from app.telephony.local_network.rest.errors import RestError, not_found

HOST = "https://trusthub.twilio.com"
PLACE = "/v1/CustomerProfiles"
FILTERS = {"Status": "status", "FriendlyName": "friendly_name", "PolicySid": "policy_sid"}
CHANGES = {"StatusCallback": "status_callback", "FriendlyName": "friendly_name", "Email": "email"}
# What a customer may set: the rest of the way is the carrier's.
SUBMITTED = ("draft", "pending-review")


def add_profiles(products: Blueprint, engine: Engine) -> None:
    """Add list, create, fetch, update and delete."""
    account, clock = engine.plant.account, engine.plant.clock

    @products.get(PLACE)
    def list_profiles() -> dict[str, object]:
        asked = {field: request.args[name] for name, field in FILTERS.items() if name in request.args}
        every = account.profiles.by_sid.values()
        found = [one for one in every if all(getattr(one, field) == value for field, value in asked.items())]
        return page_of(found, HOST, "results", lambda one: _resource(one, account.credentials.sid))

    @products.post(PLACE)
    def create_profile() -> tuple[dict[str, object], int]:
        form = request.form
        if not all(form.get(name) for name in ("FriendlyName", "Email", "PolicySid")):
            raise RestError(20001, "FriendlyName, Email and PolicySid are required")
        new = account.profiles.add(form["FriendlyName"], form["Email"], clock.now(), form["PolicySid"])
        return _resource(new, account.credentials.sid), 201

    @products.get(f"{PLACE}/<sid>")
    def fetch_profile(sid: str) -> dict[str, object]:
        return _resource(_find(engine, sid), account.credentials.sid)

    @products.post(f"{PLACE}/<sid>")
    def update_profile(sid: str) -> dict[str, object]:
        profile, status = _find(engine, sid), request.form.get("Status", "draft")
        if status not in SUBMITTED:
            raise RestError(20001, f"Invalid Status: {status}")
        profile.status = status if "Status" in request.form else profile.status
        for name, field in CHANGES.items():
            setattr(profile, field, request.form.get(name, getattr(profile, field)))
        profile.updated = clock.now()
        return _resource(profile, account.credentials.sid)

    @products.delete(f"{PLACE}/<sid>")
    def delete_profile(sid: str) -> tuple[str, int]:
        _find(engine, sid)
        del account.profiles.by_sid[sid]
        return "", 204


def _find(engine: Engine, sid: str) -> CustomerProfile:
    profile = engine.plant.account.profiles.by_sid.get(sid)
    if profile is None:
        raise not_found()
    return profile


def _resource(profile: CustomerProfile, account_sid: str) -> dict[str, object]:
    url = f"{HOST}{PLACE}/{profile.sid}"
    return {
        "sid": profile.sid,
        "account_sid": account_sid,
        "policy_sid": profile.policy_sid,
        "friendly_name": profile.friendly_name,
        "status": profile.status,
        "valid_until": None,
        "email": profile.email,
        "status_callback": profile.status_callback or None,
        "date_created": iso_8601(profile.created),
        "date_updated": iso_8601(profile.updated),
        "url": url,
        "links": {"customer_profiles_entity_assignments": f"{url}/EntityAssignments"},
        "errors": None,
    }
