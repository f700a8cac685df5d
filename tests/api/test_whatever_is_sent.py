"""Whatever a program sends by the API's own description, or against it, is answered as described, and never fails."""

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import GenerationMode
from schemathesis.specs.openapi.checks import positive_data_acceptance

from tests.world.examples import sized

EXAMPLES = sized(8, 5_000)
NOT_IN_A_SCHEMA = [positive_data_acceptance]  # that a place or a point must be given


@pytest.fixture
def described(app):
    """The API as it describes itself."""
    return schemathesis.openapi.from_wsgi("/api/v1/openapi.json", app)


@pytest.mark.parametrize("mode", GenerationMode)
@pytest.mark.parametrize("path", ["/api/v1/representatives", "/api/v1/representatives/many"])
def test_it_is_answered_as_described(described, path, mode):
    @given(case=described[path]["POST"].as_strategy(generation_mode=mode))
    @settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck), phases=(Phase.generate,))
    def answers(case):
        answer = case.call()
        assert answer.status_code < 500
        case.validate_response(answer, excluded_checks=NOT_IN_A_SCHEMA)

    answers()
