"""A programme in a file of its own for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from sharedprog.usecases.document import Document
from tests.builders import programme_file


@pytest.fixture
def document(tmp_path: Path) -> Iterator[Document]:
    """A new programme of two councils, open, in a folder of this test alone."""
    opened = programme_file(tmp_path)
    yield opened
    opened.close()
