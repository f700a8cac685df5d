"""`flask serve` says what to do when it cannot listen where it was told to."""

import pytest

from app.serving.web_server import listen


@pytest.fixture
def serve(another_app):
    """Run `flask serve` with other settings, and return what it says in the end."""

    def serve(**settings):
        result = another_app(**settings).test_cli_runner().invoke(args=["serve"])
        assert result.exit_code == 1
        return result.output

    return serve


def test_an_address_that_is_not_of_this_computer(serve):
    told = serve(listen="192.0.2.1")
    assert "This computer has no address 192.0.2.1. Set LISTEN to one that it has, to 0.0.0.0 for all" in told


def test_a_port_that_is_taken(serve):
    with listen(0) as other:
        port = other.getsockname()[1]
        assert f"Port {port} is taken by another program." in serve(port=port)
