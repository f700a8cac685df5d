"""Two forms of Flask-Security, without the choices that it writes in a way that the library of forms calls outdated."""

from flask_security.forms import TwoFactorRescueForm
from flask_security.tf_plugin import TwoFactorSelectForm
from wtforms import RadioField, StringField


class NoRescueForm(TwoFactorRescueForm):
    """Made beside the form for codes; none of our pages shows it."""

    help_setup = RadioField(choices=["help"])


class WayForm(TwoFactorSelectForm):
    """Which second factor of several: one that they have not leads back to the beginning."""

    which = StringField()
