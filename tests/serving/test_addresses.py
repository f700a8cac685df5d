"""Where this server is reached its settings say: no route and no address goes by what a request claims of its host."""

import pytest
from flask import url_for

HOSTS = ("evil.example", "[::1", "a b", "x" * 300 + ".example", "\N{LATIN SMALL LETTER E WITH ACUTE}.example", "")


@pytest.mark.parametrize("host", HOSTS)
def test_whatever_a_request_claims_an_address_is_ours(app, host):
    base_url = app.extensions["ringdown"].settings.public_base_url
    with app.test_request_context("/healthz", headers={"Host": host}):
        assert url_for("web.campaign", slug="bill", _external=True) == f"{base_url}/c/bill"


@pytest.mark.parametrize("host", HOSTS)
def test_whatever_a_request_claims_it_is_answered(client, host):
    assert client.get("/healthz", headers={"Host": host}).status_code == 200
