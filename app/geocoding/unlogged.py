"""Keeps addresses out of log lines: the HTTP library writes URLs when debugging, and some in its warnings."""

import logging

ADDRESS_PATH = "/geocoder/geographies/onelineaddress"
WRITE_URLS = ("urllib3.connection", "urllib3.connectionpool", "urllib3.response", "urllib3.util.retry")


class _NamesNoAddress(logging.Filter):
    """Drops every record that quotes a request with an address in it, at whatever level."""

    def filter(self, record: logging.LogRecord) -> bool:
        return ADDRESS_PATH not in record.getMessage()


_FILTER = _NamesNoAddress()


def keep_addresses_out_of_logs() -> None:
    """From now on; calling it again changes nothing."""
    for name in WRITE_URLS:
        logging.getLogger(name).addFilter(_FILTER)
