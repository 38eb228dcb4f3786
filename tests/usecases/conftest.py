"""A programme in a file of its own for each test, copied from one that is made once."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from sharedprog.usecases.document import Document
from tests.builders import Clock, programme_file


@pytest.fixture(scope="session")
def started(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new programme of two councils, closed."""
    document = programme_file(tmp_path_factory.mktemp("started"))
    document.close()
    return document.path


@pytest.fixture
def document(started: Path, tmp_path: Path) -> Iterator[Document]:
    """The same programme, open, in a folder of this test alone."""
    copy = tmp_path / started.name
    shutil.copy(started, copy)
    opened = Document.open(copy, who="Programme Manager", clock=Clock())
    yield opened
    opened.close()
