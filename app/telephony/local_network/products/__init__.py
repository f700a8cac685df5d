"""Twilio's newer APIs, each under a path of its own: alerts, prices, permissions, and who the customer is."""

from flask import Blueprint

from app.telephony.local_network.engine import Engine
from app.telephony.local_network.products.alerts import add_alerts
from app.telephony.local_network.products.permissions import add_permissions
from app.telephony.local_network.products.pricing import add_pricing
from app.telephony.local_network.products.profiles import add_profiles
from app.telephony.local_network.rest.gate import guard


def create_products(engine: Engine) -> Blueprint:
    """Make the APIs that Twilio serves from hosts of their own (voice., trusthub. …), on the network's one."""
    products = Blueprint("products", __name__)
    guard(products, engine)
    add_alerts(products, engine)
    add_pricing(products)
    add_permissions(products, engine.plant.account.permissions)
    add_profiles(products, engine)
    return products
