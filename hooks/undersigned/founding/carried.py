"""Files of the generator’s own repository that every new site has as they are.

`carried.txt` lists them. When the package is built, they are copied beside this module; in a
checkout they are read where they are.
"""

from importlib.resources import files
from pathlib import Path

# What a checkout has above this package: hooks/undersigned/founding/carried.py.
_CHECKOUT = Path(__file__).resolve().parents[3]

LOCK = "requirements.txt"


def carried_paths() -> tuple[str, ...]:
    """The paths of the files, from the root of a site."""
    return tuple((files(__package__) / "carried.txt").read_text("utf-8").split())


def carried(path: str) -> str:
    """The text of one of the files. Raises `OSError` where the package lacks it."""
    own = files(__package__) / "carried" / path
    return own.read_text("utf-8") if own.is_file() else (_CHECKOUT / path).read_text("utf-8")
