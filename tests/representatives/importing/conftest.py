"""What is wrong with a file, as its reader is told."""

import pytest

from app.representatives.importing import FileProblemsError
from tests.representatives.importing.people_csv import plan_of


@pytest.fixture
def problems_of(session):
    """What is wrong with these bytes or rows, in sentences."""

    def problems_of(content, **asked):
        with pytest.raises(FileProblemsError) as error:
            plan_of(session, content, **asked)
        return "\n".join(error.value.problems)

    return problems_of
