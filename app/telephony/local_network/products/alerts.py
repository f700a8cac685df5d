"""Monitor: the same troubles of calls as alerts, newest first."""

from flask import Blueprint, request

from app.telephony.local_network.engine import Engine
from app.telephony.local_network.products.paging import page_of
from app.telephony.local_network.products.times import iso_8601
from app.telephony.local_network.rest.troubles import Trouble, troubles
from app.telephony.local_network.webhooks.parameters import API_VERSION

HOST = "https://monitor.twilio.com"


def add_alerts(products: Blueprint, engine: Engine) -> None:
    """Add the list; `LogLevel` asks for "error" or "warning" alone."""
    account = engine.plant.account.credentials.sid

    @products.get("/v1/Alerts")
    def list_alerts() -> dict[str, object]:
        wanted = request.args.get("LogLevel", "")
        found = [one for one in troubles(engine) if wanted in ("", one.notice.level)]
        return page_of(found, HOST, "alerts", lambda one: _resource(one, account))


def _resource(trouble: Trouble, account: str) -> dict[str, object]:
    when = iso_8601(trouble.when)
    return {
        "account_sid": account,
        "alert_text": trouble.notice.text,
        "api_version": API_VERSION,
        "date_created": when,
        "date_generated": when,
        "date_updated": when,
        "error_code": str(trouble.notice.code),
        "log_level": trouble.notice.level,
        "more_info": f"https://www.twilio.com/docs/errors/{trouble.notice.code}",
        "request_method": None,
        "request_url": None,
        "resource_sid": trouble.notice.call_sid,
        "sid": trouble.sid,
        "url": f"{HOST}/v1/Alerts/{trouble.sid}",
        "service_sid": None,
    }
