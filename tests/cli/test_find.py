"""`flask representatives find`."""

import json


def test_a_town_is_found(run):
    found = json.loads(run("representatives", "find", "Holyoke", "--json").stdout)
    assert (found["resolution"], found["towns"]) == ("found", ["Holyoke"])
    (person,) = found["candidates"]
    assert (person["district"], person["name"], person["party"]) == ("5th Hampden", "Pat Duffy", "Democratic")
    assert (person["line"][:6], person["vacant"]) == ("(617) ", False)


def test_a_vacant_seat_has_no_name(run):
    found = json.loads(run("representatives", "find", "Leverett", "--json").stdout)
    assert [(one["name"], one["vacant"]) for one in found["candidates"]] == [(None, True)]
