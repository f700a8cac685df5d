"""One test over many cases that differ in nothing: it runs them all, and names those that fail."""

from collections.abc import Callable, Iterable
from functools import wraps
from inspect import signature
from typing import Any


def every(names: str | tuple[str, ...], cases: Iterable[Any]) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """As `pytest.mark.parametrize`, but for thousands of pure cases, each of which takes microseconds."""
    wanted = (names,) if isinstance(names, str) else names
    all_cases = [(case,) if isinstance(names, str) else tuple(case) for case in cases]
    assert all_cases, "there is nothing to look at"

    def decorate(test: Callable[..., None]) -> Callable[..., None]:
        @wraps(test)
        def of_all(**others: Any) -> None:
            failed = []
            for case in all_cases:
                try:
                    test(**others, **dict(zip(wanted, case, strict=True)))
                except AssertionError as error:
                    failed.append(f"{case}: {error}")
            assert not failed, f"{len(failed)} of {len(all_cases)} cases fail:\n" + "\n".join(failed[:20])

        kept = [it for it in signature(test).parameters.values() if it.name not in wanted]
        of_all.__signature__ = signature(test).replace(parameters=kept)  # type: ignore[attr-defined]
        return of_all

    return decorate
