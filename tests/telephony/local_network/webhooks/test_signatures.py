"""Signatures agree with Twilio's own validator."""

import pytest
from twilio.request_validator import RequestValidator

from app.telephony.local_network.webhooks.signing import signature, signed_url


def test_twilios_published_example():
    parameters = {
        "CallSid": "CA1234567890ABCDE",
        "Caller": "+14158675310",
        "Digits": "1234",
        "From": "+14158675310",
        "To": "+18005551212",
    }
    signed = signature("12345", "https://example.com/myapp.php?foo=1&bar=2", parameters)
    assert signed == "L/OH5YylLD5NRKLltdqwSvS0BnU="


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://example.org:8443/voice", "https://example.org/voice"),
        ("http://example.org:8080/voice", "http://example.org:8080/voice"),
        ("https://user:word@example.org/voice?a=1", "https://example.org/voice?a=1"),
        ("http://example.org/voice#rc=2&rp=all", "http://example.org/voice"),
        ("https://[::1]:8443/voice", "https://[::1]/voice"),
    ],
)
def test_what_is_signed_of_a_url(url, expected):
    assert signed_url(url) == expected


@pytest.mark.parametrize("url", ["https://example.org/a%27b?q=%7E", "https://example.org", "http://example.org:81/x"])
def test_twilios_validator_accepts_it(url):
    parameters = {"Digits": "", "SpeechResult": "Güney- Straße", "CallSid": "CA1"}
    assert RequestValidator("token").validate(url, parameters, signature("token", url, parameters))
