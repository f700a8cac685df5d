"""The files by which a server is set up, read as they stand."""

from pathlib import Path

import pytest

from app.store.standing import ROOT


@pytest.fixture(scope="session")
def deploy() -> Path:
    """Their folder."""
    return ROOT / "deploy"
