"""The product's files as trees: read once a process, and not before a test looks at them."""

import ast
from functools import cache

from tests.architecture.test_source import PRODUCT, ROOT


@cache
def trees() -> dict[str, ast.Module]:
    """The tree of every file, by its path."""
    return {str(path.relative_to(ROOT)): ast.parse(path.read_text()) for path in PRODUCT}


@cache
def nodes(tree: ast.AST) -> list[ast.AST]:
    """All that a tree consists of: to walk through every file once more for each question took seconds."""
    return list(ast.walk(tree))
