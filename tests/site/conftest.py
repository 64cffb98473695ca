"""The room of this repository's own site: what is in docs/, and who has signed it.

Whoever puts a statement of their own in its place rewrites what here knows the words of this one,
test_content.py and test_statement.py, and keeps what holds of any site.
"""

from pathlib import Path

import pytest

from tests.support.sites import REPOSITORY, SmallSite
from tests.support.store import Store


@pytest.fixture(scope="session")
def published(store: Store) -> Path:
    """This repository's site, built strictly."""
    return store.kept("this repository's site", SmallSite(REPOSITORY).build_at)
