"""Looks for passwords and keys in whatever is committed; of files that did not change since none was found, not again.

Tests hold passwords that open nothing and tokens made of chance, so there only what has the shape of a real one counts.
"""

import subprocess  # nosec B404 # runs our own programs alone
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
CLEAN = ROOT / "instance" / "no-secrets"
HOOK = [str(Path(sys.executable).with_name("detect-secrets-hook")), "--no-verify"]
SAID_TO_BE_NONE = ["--exclude-lines", r"nosec B105|(NAME:PASSWORD|n:p|n:p%40|user:word)@"]
BY_SHAPE_ALONE = [
    part for one in ("Base64HighEntropyString", "HexHighEntropyString", "KeywordDetector")
    for part in ("--disable-plugin", one)
]  # fmt: skip
NO_TEXT = {".csv", ".json", ".lock", ".npz", ".png", ".po", ".svg", ".wav", ".woff2", ".xz"}


def main() -> int:
    """0 where nothing was found."""
    CLEAN.parent.mkdir(exist_ok=True)
    began = CLEAN.with_suffix(".draft")
    began.touch()
    changed = _changed()
    tests = [path for path in changed if path.startswith("tests/")]
    found = _search([path for path in changed if path not in tests], SAID_TO_BE_NONE)
    found |= _search(tests, [*SAID_TO_BE_NONE, *BY_SHAPE_ALONE])
    if not found:
        began.replace(CLEAN)
    return found


def _changed() -> list[str]:
    """The files of text that were written since the last search that found nothing."""
    listed = subprocess.run(  # nosec B603 B607 # git of whoever runs this
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.split("\0")
    since = CLEAN.stat().st_mtime if CLEAN.exists() else 0.0
    files = (ROOT / path for path in listed if path)
    return [
        str(it.relative_to(ROOT))
        for it in files
        if it.suffix not in NO_TEXT and it.is_file() and it.stat().st_mtime > since
    ]


def _search(paths: list[str], how: list[str]) -> int:
    if not paths:
        return 0
    return subprocess.run([*HOOK, *how, *paths], cwd=ROOT, check=False).returncode  # nosec B603 # as above


if __name__ == "__main__":
    sys.exit(main())
