"""The description of the API is whole, true, and loads nothing from elsewhere."""

import re

import pytest

from app.serving.problems import PROBLEM


@pytest.fixture
def description(client):
    return client.get("/api/v1/openapi.json").json


def test_it_is_openapi_3_1(description):
    assert description["openapi"].startswith("3.1")


def test_every_route_of_the_api_is_in_it(app, description):
    routes = {rule.rule for rule in app.url_map.iter_rules() if rule.endpoint.startswith("api.")}
    assert {*description["paths"], "/api/v1/openapi.json"} == routes


def test_every_reference_leads_somewhere(description):
    named = re.findall(r"'\$ref': '#/components/schemas/(\w+)'", str(description))
    assert set(named) <= set(description["components"]["schemas"])


def test_what_is_answered_has_the_fields_described(description, found):
    schemas = description["components"]["schemas"]
    told = found("Worcester")
    assert set(told) == set(schemas["Answer"]["properties"]) == set(schemas["Answer"]["required"])
    assert set(told["candidates"][0]) == set(schemas["AnsweredCandidate"]["properties"])


def test_every_field_of_the_question_is_explained(description):
    assert all(
        field["description"] for field in description["components"]["schemas"]["Question"]["properties"].values()
    )


def test_problems_have_their_own_media_type(description):
    answers = description["paths"]["/api/v1/representatives"]["post"]["responses"]
    assert {status: [*answer["content"]] for status, answer in answers.items() if status != "200"} == {
        status: [PROBLEM] for status in ("400", "413", "415", "422", "503")
    }
