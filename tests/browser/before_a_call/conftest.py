"""The minute's look for what is odd is off: what a test finds odd would be trusted again within the minute."""

import pytest

from models import ANOMALIES


@pytest.fixture
def settings(settings):
    return settings.model_copy(update={"anomalies_off": ",".join(why.value for why in ANOMALIES)})
