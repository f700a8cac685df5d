"""What an audit says, from what pip-audit wrote on several days."""

import pytest

from tools.audit import LOCK, Answer, rounds, verdict

SIX = '{"name": "six", "version": "1.17.0", "vulns": []}'
JINJA = (
    '{"name": "jinja2", "version": "2.0", "vulns": [{"id": "PYSEC-2026-1", "fix_versions": ["3.0.0"], '
    '"aliases": ["CVE-2026-0001"], "description": "x"}]}'
)
OUT_OF_REACH = Answer(
    "",
    "WARNING:pip_audit._cli:--no-deps is supported, but users are encouraged to fully hash their pinned dependencies\n"
    "ERROR:pip_audit._cli:six: Dependency not found on PyPI and could not be audited: six (1.17.0)\n",
)
TWO_PYTHONS = """\
av==18.1.0 ; python_full_version < '3.12' \\
    --hash=sha256:0000
    # via ringdown (pyproject.toml)
av==19.0.2 ; python_full_version >= '3.12' \\
    --hash=sha256:0000
six==1.17.0 \\
    --hash=sha256:0000
"""


def wrote(*packages):
    return Answer(f'{{"dependencies": [{", ".join(packages)}], "fixes": []}}', "No known vulnerabilities found")


def test_nothing_known_is_said_when_everything_was_looked_up():
    assert verdict(["six==1.17.0"], [wrote(SIX)]) == ("Nothing is known against 1 dependencies.", 0)


def test_what_is_known_is_named():
    assert verdict(["jinja2==2.0", "six==1.17.0"], [wrote(JINJA, SIX)]) == ("jinja2==2.0: PYSEC-2026-1", 1)


def test_services_out_of_reach_are_no_good_news():
    words, code = verdict(["six==1.17.0"], [OUT_OF_REACH])
    assert code == 2
    assert words.startswith("1 of 1 dependencies not audited")
    assert words.endswith("could not be audited: six (1.17.0)")


@pytest.mark.parametrize("skipped", ['{"name": "av", "skip_reason": "Dependency not found"}', SIX])
def test_one_that_was_left_out_is_missed(skipped):
    words, code = verdict(["six==1.17.0", "av==19.0.2"], [wrote(SIX, skipped)])
    assert (words.partition(":")[0], code) == ("1 of 2 dependencies not audited", 2)


def test_what_is_known_is_named_beside_what_nobody_could_say():
    words, code = verdict(["jinja2==2.0", "six==1.17.0"], [wrote(JINJA), OUT_OF_REACH])
    assert words.startswith("jinja2==2.0: PYSEC-2026-1\n1 of 2 dependencies not audited")
    assert code == 2


def test_what_is_for_another_python_is_asked_about_too():
    assert rounds(TWO_PYTHONS) == [["av==18.1.0", "six==1.17.0"], ["av==19.0.2"]]


def test_every_pin_of_the_lock_is_asked_about():
    pinned = [line.partition(" ")[0] for line in LOCK.read_text().splitlines() if "==" in line and line[0].isalpha()]
    assert sorted(pin for pins in rounds(LOCK.read_text()) for pin in pins) == sorted(pinned)
