"""A carrier that refuses with each of its codes, or says nothing: supporters read whose fault it is, and what to do."""

import re
from html import unescape

import pytest

from app.calls.run.ring import ring
from tests.world.one_unit import kept

PAGE = "<html><body><h1>502 Bad Gateway</h1></body></html>"
CHECK_IT = ("The telephone company would not ring that number. Check it, or try another.", False)
NOT_YOURS = ("We cannot place calls just now, which is not because of you.", True)
NOT_TOLD = ("The telephone company has not told us yet whether it rings you.", True)
NUMBERS = dict.fromkeys((21202, 21211, 21214, 21217, 32203), CHECK_IT)
OURS = dict.fromkeys((10001, 13224, 13227, 20003, 20005, 20008, 21210, 21212, 21215, 21216, 21219, 32205), NOT_YOURS)
UNKNOWN = dict.fromkeys((21610, 99999), NOT_YOURS)


@pytest.fixture
def reads(session, own, client, ringing, carrier_server, call):
    """What the call's page says once the carrier has answered so, and whether it has the office's number in large."""

    def reads(status, body):
        carrier_server.answers(status, body)
        kept(session, lambda work: ring(work, call.id, ringing))
        page = client.get(f"/c/safe-communities/call/{own.tokens.sign('page', call.id)}").text
        return unescape(re.search(r'role="status">([^<]+)<', page)[1]), "big-number" in page

    return reads


@pytest.mark.parametrize(("code", "told"), [*NUMBERS.items(), *OURS.items(), *UNKNOWN.items()])
def test_each_code_is_somebody_s(reads, code, told):
    sentence, has_number = reads(400, {"code": code, "message": "no", "status": 400})
    assert (sentence[: len(told[0])], has_number) == told


@pytest.mark.parametrize(
    ("status", "body", "told"),
    [(401, "", NOT_YOURS), (403, PAGE, NOT_YOURS), (404, PAGE, NOT_YOURS), (400, "[]", NOT_YOURS), (302, "", NOT_YOURS)]
    + [(status, body, NOT_TOLD) for status, body in ((500, PAGE), (503, ""), (200, PAGE), (201, "{}"), (201, '"x"'))],
)
def test_what_has_no_code_is_nobody_s_who_typed(reads, status, body, told):
    sentence, has_number = reads(status, body)
    assert (sentence[: len(told[0])], has_number) == told
