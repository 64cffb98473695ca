"""The second site: a letter of lighthouse keepers, as content that takes the package."""

import shutil
from pathlib import Path

from .sites import REPOSITORY

LIGHTHOUSES = REPOSITORY / "tests/sites/lighthouses"

# Of the register: those who are counted, of each sort, and the one who has withdrawn.
ORGANISATIONS, INDIVIDUALS = 15, 4
WITHDRAWN = "lantern-sound-ferries"

# The letter's commitments, by number, and the page of each.
COMMITMENTS = {1: "lamps", 2: "records", 3: "notice"}


def lighthouses(folder: Path) -> Path:
    """The site of the keepers' letter in a folder, which is made."""
    shutil.copytree(LIGHTHOUSES, folder, ignore=shutil.ignore_patterns("site"))
    return folder
