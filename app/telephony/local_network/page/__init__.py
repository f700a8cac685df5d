"""The handset page: two phones, their captions, and what happens underneath."""

from flask import Blueprint, Response, abort, jsonify, render_template, request

from app.telephony.local_network.engine import Engine
from app.telephony.local_network.page.account import add_account_switch
from app.telephony.local_network.page.controls import add_controls
from app.telephony.local_network.page.events import events_after
from app.telephony.local_network.page.happenings import GROUPS
from app.telephony.local_network.page.safety import SECURITY_HEADERS, check_host, check_same_origin


def create_page(engine: Engine) -> Blueprint:
    """Make the page at `/` and its JSON under `/phones/`."""
    page = Blueprint("page", __name__)
    page.before_request(check_host)
    page.before_request(check_same_origin)

    @page.after_request
    def secure(response: Response) -> Response:
        response.headers.update(SECURITY_HEADERS)
        return response

    @page.get("/")
    def handsets() -> str:
        numbers = [number.phone_number for number in engine.plant.numbers.all()]
        return render_template("page.html", numbers=numbers, happenings=GROUPS)

    @page.get("/phones/events")
    def events() -> Response:
        """What is new; where nothing is since the page last asked, nothing is sent."""
        after = request.args.get("after", 0, int)
        if after is None or after < 0:
            abort(400)
        answer = jsonify(engine.timeline.ask(lambda: events_after(engine, after)))
        answer.add_etag()
        answer.make_conditional(request)
        return answer

    add_controls(page, engine)
    add_account_switch(page, engine)
    return page
