"""Reads an office's e-mail address: one address, as it may stand in a link."""

import re

LONGEST = 254  # characters, by RFC 5321
LONGEST_NAME = 64  # of them before the @

# What mail servers take in practice, without quotes and comments: nothing here ends an address or begins another one.
_NAME = re.compile(r"[\w!#$%&'*+/=?^`{|}~-]+(\.[\w!#$%&'*+/=?^`{|}~-]+)*", re.ASCII)
_HOST = re.compile(r"([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]", re.ASCII | re.IGNORECASE)


class EmailError(ValueError):
    """It is no e-mail address, or more than one."""


def read_email(written: str) -> str:
    """The address without the spaces around it.

    Raises:
        EmailError: it is none, or there is more beside it.
    """
    email = written.strip(" ")
    name, _, host = email.rpartition("@")
    if len(email) > LONGEST or len(name) > LONGEST_NAME or not (_NAME.fullmatch(name) and _HOST.fullmatch(host)):
        raise EmailError
    return email
