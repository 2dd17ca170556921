"""Which corpus do the tests of the conformance program start from? An empty one."""

from pathlib import Path

import pytest

from tests.unit.conformance.corpora import CorpusFolder


@pytest.fixture
def corpus(tmp_path: Path) -> CorpusFolder:
    return CorpusFolder(tmp_path)
