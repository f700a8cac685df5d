"""Whoever writes into the log without a thought: what goes wrong quotes whatever it was about."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass

import structlog
from flask import Flask

QUOTING = "/it-goes-wrong"


@dataclass(frozen=True)
class Told:
    """All that somebody told us, in one value."""

    words: Sequence[str]


def quotes(app: Flask, words: Sequence[str], numbers: Sequence[str]) -> None:
    """Write these words and numbers in each way in which a line comes to be; the app has answered nobody yet."""

    def goes_wrong() -> str:
        raise LookupError(" ".join(words))

    app.add_url_rule(QUOTING, view_func=goes_wrong)
    assert app.test_client().get(QUOTING).status_code == 500
    structlog.get_logger().warning("quoted", told=Told(words), to=numbers[0], all_of=numbers)
    library = logging.getLogger("urllib3.connectionpool")
    library.warning("Retrying after %s", [f"/Calls.json?To=%2B{number.removeprefix('+')}" for number in numbers])
    try:
        goes_wrong()
    except LookupError:
        library.exception("it broke")
