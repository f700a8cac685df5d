"""Imports go one way: the contracts of pyproject.toml hold."""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CONFIG = ROOT / "pyproject.toml"
CONTRACTS = tomllib.loads(CONFIG.read_text())["tool"].get("importlinter", {}).get("contracts", [])


@pytest.mark.parametrize(
    "about", ["layers", "entry points", "voice_flows", "models", "calls", "readiness", "local_network", "no circle"]
)
def test_there_is_a_contract_about(about):
    assert [contract["name"] for contract in CONTRACTS if about in contract["name"]]


def test_every_contract_is_kept():
    # A process of its own: the linter sets up logging for itself, and would silence that of later tests.
    linter = Path(sys.executable).with_name("lint-imports")
    result = subprocess.run([linter, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603
    assert result.returncode == 0, result.stdout
