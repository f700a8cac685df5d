"""An office's e-mail address is one address, and nothing in it can become a second one or a header."""

import pytest

from app.representatives.facts.emails import EmailError, read_email

GOOD = ["pat.duffy@mahouse.gov", "O'Connor@masenate.gov", "a+b@x-y.example.org", f"{'a' * 64}@example.org"]
BAD = {
    "nothing": "",
    "no address": "pat duffy",
    "two of them": "pat@example.org, ana@example.org",
    "a space within": "pat duffy@example.org",
    "a line break and a header": "pat@example.org\nBcc: ana@example.org",
    "a line break after it": "pat@example.org\n",
    "a further field": "pat@example.org?bcc=ana@example.org",
    "a name beside it": "Pat Duffy <pat@example.org>",
    "a link": "mailto:pat@example.org",
    "no host": "pat@",
    "a host without a dot": "pat@localhost",
    "a number as host": "pat@127.0.0.1",
    "two dots": "pat..duffy@example.org",
    "a dot first": ".pat@example.org",
    "other letters": "pät@example.org",
    "too long a name": f"{'a' * 65}@example.org",
    "too long": f"a@{'b' * 60}.{'c' * 60}.{'d' * 60}.{'e' * 60}.{'f' * 20}.org",
}


@pytest.mark.parametrize("written", GOOD)
def test_an_address_is_kept_as_it_is_written(written):
    assert read_email(written) == written


def test_spaces_around_it_are_left_out():
    assert read_email(" pat@example.org ") == "pat@example.org"


@pytest.mark.parametrize("written", BAD.values(), ids=BAD)
def test_whatever_is_not_one_address_is_refused(written):
    with pytest.raises(EmailError):
        read_email(written)
