"""Where the database is away, or there are two, every command says so in a sentence, and what is to do."""

import pytest
from sqlalchemy import make_url

from app.store.copies.dump import dump

NOBODY_THERE = "postgresql://ringdown:secret-of-tests@127.0.0.1:9/ringdown"
COMMANDS = (
    "backup {new}",
    "restore {file}",
    "db upgrade",
    "db check",
    "seed",
    "statistics verify",
    "team first-admin",
    "demo",
)


@pytest.fixture(scope="module")
def file(new_database, tmp_path_factory):
    """A backup of an empty database."""
    file = tmp_path_factory.mktemp("copies") / "today.dump"
    dump(new_database("backed_up"), file)
    return file


@pytest.fixture
def told(another_app, file, tmp_path):
    """What a command says in an app with these settings, when it ends in vain."""

    def told(command, **settings):
        runner = another_app(**settings).test_cli_runner()
        result = runner.invoke(args=[word.format(file=file, new=tmp_path / "new.dump") for word in command.split()])
        assert result.exit_code == 1
        assert isinstance(result.exception, SystemExit)  # whatever else it is, is shown as a traceback
        return result.output

    return told


@pytest.mark.parametrize("command", COMMANDS)
def test_a_database_that_is_away_is_told_in_words_and_without_its_password(told, command):
    said = told(command, database_url=NOBODY_THERE)
    assert ("does not answer. Is it running?" in said, "secret-of-tests" in said) == (True, False)


def test_one_that_is_not_there_is_named(told, database_url):
    said = told("seed", database_url=make_url(database_url).set(database="no_such_database").render_as_string(False))
    assert 'database "no_such_database" does not exist' in said


@pytest.mark.parametrize("command", COMMANDS[:3])
def test_where_another_database_is_past_the_pooler_nothing_is_touched(told, database_url, new_database, command):
    said = told(command, database_url=database_url, database_direct_url=new_database("past_the_pooler"))
    assert "name two different databases" in said


def test_the_same_database_past_the_pooler_is_known(another_app, database_url):
    direct = make_url(database_url).update_query_dict({"application_name": "direct"})
    direct_url = direct.render_as_string(hide_password=False)
    same = another_app(database_url=database_url, database_direct_url=direct_url)
    result = same.test_cli_runner().invoke(args=["db", "upgrade"])
    assert result.output == "The database is up to date.\n"
