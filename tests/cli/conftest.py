"""Commands, run in the app of the small world."""

import json

import pytest


@pytest.fixture
def run(app):
    """Run `flask …`; returns the result, its output checked for success."""

    def run(*arguments, exit_code=0):
        result = app.test_cli_runner().invoke(args=list(arguments), standalone_mode=False)
        assert result.exit_code == exit_code, result.output
        return result

    return run


@pytest.fixture
def rehearse(app, campaign):
    """`flask rehearse … --json`, read."""

    def rehearse(*arguments):
        result = app.test_cli_runner().invoke(args=["rehearse", *arguments, "--json"])
        assert result.exit_code == 0, result.output
        return json.loads(result.stdout)

    return rehearse
