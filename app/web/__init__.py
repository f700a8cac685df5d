"""The pages a supporter sees: the campaign, the call in progress, what came of it."""

from flask import Flask

from app.route_classes import RouteClass, classified

web = classified("web", __name__, RouteClass.PUBLIC)


def init_web(app: Flask) -> None:
    """Give the app its public pages."""
    from app.web import ask, call_page, campaign_page, feedback  # noqa: F401 - they register their routes

    app.register_blueprint(web)
