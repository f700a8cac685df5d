"""`flask doctor` names what is wrong, and its cure."""


def doctor(app):
    return app.test_cli_runner().invoke(args=["doctor"])


def test_a_fresh_installation_is_well(another_app):
    result = doctor(another_app(twilio_account_sid="", twilio_api_base_url="https://api.twilio.com"))
    assert (result.exit_code, result.output) == (0, "All is well.\n")


def test_a_database_that_is_away_is_named(another_app):
    result = doctor(another_app(database_url="postgresql://postgres@127.0.0.1:9/none"))
    assert result.exit_code == 1
    assert "The database does not answer" in result.output


def test_missing_migrations_are_named(another_app, new_database):
    result = doctor(another_app(database_url=new_database("empty")))
    assert "flask db upgrade" in result.output


def test_an_unreachable_carrier_is_named(app):
    result = doctor(app)
    assert result.exit_code == 1
    assert "The carrier at http://127.0.0.1:9 cannot be reached" in result.output


def test_a_public_address_without_https_is_named(another_app):
    result = doctor(another_app(twilio_api_base_url="https://api.twilio.com"))
    assert "PUBLIC_BASE_URL is not https" in result.output
