"""`flask representatives find`."""

import json


def test_a_town_is_found(run):
    found = json.loads(run("representatives", "find", "Holyoke", "--json").stdout)
    assert (found["resolution"], found["towns"]) == ("found", ["Holyoke"])
    assert found["candidates"] == [
        {
            "district": "5th Hampden",
            "name": "Pat Duffy",
            "party": "Democratic",
            "line": found["candidates"][0]["line"],
            "vacant": False,
        }
    ]


def test_a_vacant_seat_has_no_name(run):
    found = json.loads(run("representatives", "find", "Leverett", "--json").stdout)
    assert [(one["name"], one["vacant"]) for one in found["candidates"]] == [(None, True)]
