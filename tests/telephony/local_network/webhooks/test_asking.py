"""Webhooks meet apps that are slow, gone, moved, or not XML."""

import socket
import time

import pytest
from flask import Response, redirect, request

from app.telephony.local_network.server import LoopbackServer
from tests.world.patience import PATIENCE

HELLO = "<Response><Say>Hello.</Say></Response>"
FALLBACK = "<Response><Say>Fallback.</Say></Response>"


def failing(times, answer=HELLO, status=503):
    left = [times]

    def page(_form):
        left[0] -= 1
        return Response("busy", status) if left[0] >= 0 else Response(answer, content_type="text/xml")

    return page


@pytest.fixture
def closed_port():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{free.getsockname()[1]}/voice"


@pytest.fixture
def heard(network, supporter, ring):
    def call(**settings):
        ring(**settings)
        return [line.text for line in network.transcript()]

    return call


def test_a_server_error_ends_the_call_with_an_apology(app, heard, network):
    app.pages["/voice"] = failing(1)
    assert "application error" in heard()[0]
    assert (network.notices()[0].code, app.events()[-1]) == (11200, "completed")


def test_a_server_error_is_retried_where_the_url_asks_for_it(app, heard, network):
    app.pages["/voice"] = failing(2)
    assert heard(url="/voice#rc=2&rp=ct,5xx") == ["Hello."]
    tokens = {request.idempotency_token for request in network.requests("turn")}
    assert (len(network.requests("turn")), len(tokens)) == (3, 1)


def test_a_closed_door_is_knocked_at_twice(heard, network, closed_port, client, hotline):
    client.calls.create(to="+16175550123", from_=hotline, url=closed_port)
    network.wait_until_idle(PATIENCE)
    assert [request.failure for request in network.requests()] == ["ct", "ct"]
    assert network.notices()[0].code == 11205


@pytest.mark.parametrize(("patience", "failure"), [(1, "rt"), (600, None)])
def test_a_slow_app_is_given_up_unless_the_network_is_patient(
    app, start_network, client_of, hotline, patience, failure
):
    app.pages["/voice"] = lambda _: time.sleep(0.3) or HELLO
    network = start_network(patience=patience)
    network.everyone_else().answers()
    client_of(network).calls.create(to="+16175550123", from_=hotline, url=f"{app.url}/voice#rt=100&rc=0")
    network.wait_until_idle(PATIENCE)
    assert network.requests("turn")[0].failure == failure


def test_the_fallback_learns_what_went_wrong(app, heard):
    app.pages |= {"/voice": failing(1), "/fallback": FALLBACK}
    assert heard(fallback_url=f"{app.url}/fallback") == ["Fallback."]
    told = app.at("/fallback")[0]
    assert (told["ErrorCode"], told["ErrorUrl"]) == ("11200", f"{app.url}/voice")


def test_a_malformed_document_leads_to_the_fallback(app, heard):
    app.pages |= {"/voice": "<Response>", "/fallback": FALLBACK}
    assert heard(fallback_url=f"{app.url}/fallback") == ["Fallback."]
    assert app.at("/fallback")[0]["ErrorCode"] == "12100"


def test_parameters_of_a_get_are_signed_in_the_url(app, heard, network):
    app.pages["/voice"] = HELLO
    assert heard(url="/voice?a=1", method="GET") == ["Hello."]
    assert app.at("/voice")[0]["CallStatus"] == "in-progress"


def test_redirects_are_followed_and_signed_anew(app, heard):
    app.pages |= {"/voice": lambda _: redirect("/elsewhere", 307), "/elsewhere": HELLO}
    assert heard() == ["Hello."]
    assert app.at("/elsewhere")[0]["CallStatus"] == "in-progress"


def test_eleven_redirects_are_too_many(app, heard, network):
    app.pages["/voice"] = lambda _: redirect("/voice", 307)
    heard()
    assert network.notices()[0].code == 11215
    assert len(app.at("/voice")) == 11


def test_cookies_are_kept_for_the_call(app, heard):
    cookies = []

    def page(_form):
        cookies.append(request.cookies.get("step"))
        answer = Response("<Response><Redirect>/voice</Redirect></Response>", content_type="text/xml")
        answer.set_cookie("step", "one")
        return answer if len(cookies) == 1 else HELLO

    app.pages["/voice"] = page
    heard()
    assert cookies == [None, "one"]


def test_one_connection_carries_a_whole_call(app, heard):
    ports = []
    again = "<Response><Redirect>/again</Redirect></Response>"
    app.pages |= {"/voice": lambda _: ports.append(request.environ["REMOTE_PORT"]) or again}
    app.pages |= {"/again": lambda _: ports.append(request.environ["REMOTE_PORT"]) or HELLO}
    assert heard() == ["Hello."]
    assert (len(ports), len(set(ports))) == (2, 1)


def says_nothing(_environ, start_response):
    start_response("200 OK", [("Content-Type", "text/xml"), ("Content-Length", "11")])
    return [b"<Response/>"]


def test_an_app_that_was_started_anew_is_reached_at_once(network, client, hotline, supporter):
    port = 0
    for _ in range(2):
        server = LoopbackServer(says_nothing, port)
        server.start()
        port = server.port
        client.calls.create(to="+16175550123", from_=hotline, url=f"{server.url}/voice")
        network.wait_until_idle(PATIENCE)
        server.stop()
    assert [request.failure for request in network.requests()] == [None, None]


def test_plain_text_is_spoken(app, heard):
    app.pages["/voice"] = lambda _: Response("Tea & cake.", content_type="text/plain")
    assert heard() == ["Tea & cake."]


def test_an_answer_without_content_is_an_empty_document(app, heard):
    app.pages["/voice"] = lambda _: Response(status=204)
    assert heard() == []


def test_sound_is_played(app, heard):
    app.pages["/hello.mp3"] = lambda _: Response(b"sound", content_type="audio/mpeg")
    assert heard(url="/hello.mp3") == ["[hello.mp3]"]


def test_a_redirect_after_a_post_is_followed_by_a_get(app, heard):
    app.pages |= {"/voice": lambda _: redirect("/elsewhere", 303), "/elsewhere": HELLO}
    assert heard() == ["Hello."]
    assert app.at("/elsewhere") == [{}]


def test_another_content_type_is_an_error(app, heard, network):
    app.pages["/voice"] = lambda _: Response("{}", content_type="application/json")
    heard()
    assert network.notices()[0].code == 12300


def test_only_the_last_event_is_sent_unless_others_are_named(app, heard):
    app.pages["/voice"] = HELLO
    heard(status_callback_event=[])
    assert [(form["CallStatus"], form["SequenceNumber"]) for form in app.at("/status")] == [("completed", "0")]


def test_a_callback_that_the_app_refuses_is_a_warning(app, heard, network):
    app.pages |= {"/voice": HELLO, "/status": failing(1, status=403)}
    heard(status_callback_event=[])
    assert [(notice.level, notice.code) for notice in network.notices()] == [("warning", 15003)]


def test_what_the_app_says_about_its_log_is_kept(app, heard, network):
    app.pages["/voice"] = lambda _: Response(HELLO, content_type="text/xml", headers={"Ringdown-Log": "answered"})
    heard()
    assert network.requests("turn")[0].log == "answered"


def test_a_relative_action_of_a_given_document_is_an_error(heard, network, client, hotline, supporter):
    supporter.then_presses("1")
    twiml = '<Response><Gather numDigits="1" action="/next"/></Response>'
    client.calls.create(to="+16175550123", from_=hotline, twiml=twiml)
    network.wait_until_idle(PATIENCE)
    assert network.notices()[0].name == "url-not-absolute"
