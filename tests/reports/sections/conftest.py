from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.reports.sections.story import Story, story


@pytest.fixture(scope="session")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Story]:
    """The story, which no test changes."""
    made = story(tmp_path_factory.mktemp("story"))
    yield made
    made.document.close()


@pytest.fixture
def own_story(told: Story, tmp_path: Path) -> Iterator[Story]:
    """A story that a test may change."""
    made = told.copied(tmp_path)
    yield made
    made.document.close()
