"""The second site: a letter of lighthouse keepers, as content that takes the package."""

import shutil
from pathlib import Path

from .sites import REPOSITORY

LIGHTHOUSES = REPOSITORY / "tests/sites/lighthouses"

# Who has withdrawn, by id.
WITHDRAWN = "lantern-sound-ferries"

# The letter's commitments in order, each by the page that is about it.
COMMITMENTS = ("lamps", "records", "notice")


def lighthouses(folder: Path) -> Path:
    """The site of the keepers' letter in a folder, which is made."""
    shutil.copytree(LIGHTHOUSES, folder, ignore=shutil.ignore_patterns("site"))
    return folder
