"""Prints how large the product's files, functions and folders are: `python -m tests.architecture.sizes`."""

import ast
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PRODUCT = ("app", "models", "voice_flows")
LARGEST = 5


def product_files() -> list[Path]:
    """Every Python file of the product."""
    return sorted(path for folder in PRODUCT for path in (ROOT / folder).rglob("*.py"))


def functions(path: Path) -> Iterator[tuple[int, str]]:
    """The length in lines of every function of a file, and where it stands."""
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield (node.end_lineno or node.lineno) - node.lineno + 1, f"{path.relative_to(ROOT)}:{node.name}"


def line(what: str, sizes: Iterable[tuple[int, str]]) -> str:
    """Median, nine tenths, and the longest of some sizes."""
    ordered = sorted(sizes)
    median, most, (longest, where) = ordered[len(ordered) // 2][0], ordered[len(ordered) * 9 // 10][0], ordered[-1]
    return f"{what:<10} {len(ordered):>5}   median {median:>3}   p90 {most:>3}   longest {longest:>3}  {where}"


def report() -> str:
    """Everything, a line each."""
    files = product_files()
    lines = [(len(path.read_text().splitlines()), str(path.relative_to(ROOT))) for path in files]
    folders = Counter(str(path.parent.relative_to(ROOT)) for path in files)
    widest = ", ".join(f"{folder} {how_many}" for folder, how_many in folders.most_common(LARGEST))
    return "\n".join(
        [
            line("files", lines),
            line("functions", (one for path in files for one in functions(path))),
            f"{'lines':<10} {sum(size for size, _ in lines):>5}",
            f"{'folders':<10} {len(folders):>5}   most files: {widest}",
        ]
    )


if __name__ == "__main__":
    print(report())  # noqa: T201 - what it is for
