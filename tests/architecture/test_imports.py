"""Imports go one way: the contracts of pyproject.toml hold."""

import tomllib
from pathlib import Path

import pytest
from importlinter import cli

ROOT = Path(__file__).resolve().parents[2]
CONFIG = ROOT / "pyproject.toml"
CONTRACTS = tomllib.loads(CONFIG.read_text())["tool"].get("importlinter", {}).get("contracts", [])


@pytest.mark.parametrize("about", ["layers", "entry points", "voice_flows", "models", "calls", "local_network"])
def test_there_is_a_contract_about(about):
    assert [contract["name"] for contract in CONTRACTS if about in contract["name"]]


def test_every_contract_is_kept(capsys):
    kept = cli.lint_imports(config_filename=str(CONFIG), no_cache=True) == 0
    assert kept, capsys.readouterr().out
