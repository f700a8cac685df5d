"""Notifications: what the debugger has to say, of one call or of all."""

from flask import Blueprint, request

from app.telephony.local_network.engine import Engine
from app.telephony.local_network.rest.errors import not_found
from app.telephony.local_network.rest.paging import page_of
from app.telephony.local_network.rest.resources import rfc_2822
from app.telephony.local_network.rest.troubles import Trouble, troubles
from app.telephony.local_network.webhooks.parameters import API_VERSION

LEVELS = {"error": "0", "warning": "1"}


def add_notifications(rest: Blueprint, engine: Engine) -> None:
    """Add both lists; `Log` asks for errors ("0") or warnings ("1") alone."""

    @rest.get("/<account>/Notifications.json")
    def list_notifications(account: str) -> dict[str, object]:
        return _page(troubles(engine), account)

    @rest.get("/<account>/Calls/<sid>/Notifications.json")
    def list_notifications_of_call(account: str, sid: str) -> dict[str, object]:
        if sid not in engine.exchange.legs:
            raise not_found()
        return _page(troubles(engine, sid), account)


def _page(every: list[Trouble], account: str) -> dict[str, object]:
    found = [one for one in every if request.args.get("Log", "") in ("", LEVELS[one.notice.level])]
    page = page_of(found, lambda one: one.sid)
    return page.envelope("notifications", lambda one: _resource(one, account))


def _resource(trouble: Trouble, account: str) -> dict[str, object]:
    when = rfc_2822(trouble.when)
    return {
        "account_sid": account,
        "api_version": API_VERSION,
        "call_sid": trouble.notice.call_sid,
        "date_created": when,
        "date_updated": when,
        "error_code": str(trouble.notice.code),
        "log": LEVELS[trouble.notice.level],
        "message_date": when,
        "message_text": trouble.notice.text,
        "more_info": f"https://www.twilio.com/docs/errors/{trouble.notice.code}",
        "request_method": None,
        "request_url": None,
        "sid": trouble.sid,
        "uri": f"/{API_VERSION}/Accounts/{account}/Notifications/{trouble.sid}.json",
    }
