"""Programs that ask the API, and what they are told."""

import pytest


@pytest.fixture
def ask(client):
    """Ask who represents a place; gives the whole answer."""
    return lambda place, **more: client.post("/api/v1/representatives", json={"place": place, **more})


@pytest.fixture
def found(ask):
    """Ask who represents a place; gives what the answer says."""
    return lambda place, **more: ask(place, **more).json


@pytest.fixture
def run(app):
    """Run `flask …`."""
    return lambda *arguments: app.test_cli_runner().invoke(args=list(arguments), standalone_mode=False)
