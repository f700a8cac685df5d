"""Flask as we use it: views and hooks are plain functions, and which hooks a route has is found once."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from itertools import chain
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from flask import Flask, Request, Response
from flask.globals import _cv_request
from flask.typing import ResponseReturnValue
from werkzeug.routing import MapAdapter

from app.guard.route_classes import RouteClass
from app.guard.routes import asked_class, is_for
from app.this import this_request

Hook = Callable[..., Any]


class Hooks(NamedTuple):
    """What is called before a view, after it, and once all is over, each in its order."""

    before: tuple[Hook, ...]
    after: tuple[Hook, ...]
    over: tuple[Hook, ...]


class RingdownApp(Flask):
    """The app. Flask would ask of every view and hook, at every request, whether it is a coroutine, and of which."""

    def create_url_adapter(self, request: Request | None) -> MapAdapter | None:
        """What finds routes and makes addresses; outside a request it is always the same.

        No route of ours goes by a host: Flask would read, check and spell out anew what each request claims about it.
        """
        if request is None:
            return self._outside
        env, (scheme, host) = request.environ, self._reached_at
        path = str(env["PATH_INFO"]).encode("latin1").decode(errors="replace")
        asked_for = str(env.get("QUERY_STRING", ""))
        return MapAdapter(self.url_map, host, env.get("SCRIPT_NAME", ""), "", scheme, path, request.method, asked_for)

    def preprocess_request(self) -> ResponseReturnValue | None:
        """Call the hooks before the view; the first that answers answers in its place."""
        for hook in self._hooks().before:
            said: ResponseReturnValue | None = hook()
            if said is not None:
                return said
        return None

    def process_response(self, response: Response) -> Response:
        """Call the hooks after it, and keep the session."""
        context = _cv_request.get()
        hooks: Iterable[Hook] = chain(context._after_request_functions, self._hooks().after)  # noqa: SLF001 - Flask's
        for hook in hooks:
            response = hook(response)
        session = context._session  # noqa: SLF001 - its property would say that somebody read it
        if session is not None and not self.session_interface.is_null_session(session):
            self.session_interface.save_session(self, session, response)
        return response

    def do_teardown_request(self, exc: BaseException | None = None) -> None:
        """Call the hooks of the end."""
        for hook in self._hooks().over:
            hook(exc)

    def ensure_sync(self, func: Hook) -> Hook:
        """The function as it is."""
        return func

    @cached_property
    def _reached_at(self) -> tuple[str, str]:
        """The scheme and the host of every address that is made whole."""
        base = urlsplit(self.extensions["ringdown"].settings.public_base_url)
        return base.scheme, base.netloc

    @cached_property
    def _outside(self) -> MapAdapter | None:
        return super().create_url_adapter(None)

    @cached_property
    def _hooks_of(self) -> dict[tuple[str | None, RouteClass], Hooks]:
        return {}

    def _hooks(self) -> Hooks:
        """Those of this request's route."""
        this, asked = this_request(), asked_class()
        which = this.endpoint, asked
        found = self._hooks_of.get(which)
        if found is None:
            found = self._hooks_of[which] = self._found(this.blueprints, asked)
        return found

    def _found(self, blueprints: list[str], asked: RouteClass) -> Hooks:
        inner, outer = (*blueprints, None), (None, *reversed(blueprints))
        return Hooks(
            before=_called(self.before_request_funcs, outer, asked),
            after=_called(self.after_request_funcs, inner, asked, last_first=True),
            over=_called(self.teardown_request_funcs, inner, asked, last_first=True),
        )


def _called(
    named: Mapping[str | None, Sequence[Hook]],
    names: Iterable[str | None],
    asked: RouteClass,
    *,
    last_first: bool = False,
) -> tuple[Hook, ...]:
    """The hooks of these names that are for this class of routes."""
    order: Callable[[Sequence[Hook]], Iterable[Hook]] = reversed if last_first else iter
    return tuple(hook for name in names for hook in order(named.get(name, ())) if is_for(hook, asked))
