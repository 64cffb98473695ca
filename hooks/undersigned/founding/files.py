"""The files that a new site is made of, in its language."""

from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import PurePosixPath

from .answers import Answers
from .carried import LOCK, carried, carried_paths
from .filling import filled
from .marks import is_owned, marked
from .things import pages_in

# A leading dot is written so: packages leave out names that begin with one.
_DOT = "dot-"

# The folder of the text in docs/, before it is known how a site calls it.
_TEXT = ("docs", "text")

_PYTHON = ".python-version"


def founded(answers: Answers, required: str) -> dict[str, str]:
    """The text of each file of a new site, by its path from the root of the site.

    `required` is the line of requirements.txt by which the generator itself is installed.
    """
    python = carried(_PYTHON).strip()
    texts = {path: carried(path) for path in carried_paths()}
    texts[LOCK] = f"{texts[LOCK].rstrip()}\n{required}\n"
    for part in ("any", pages_in(answers.language)):
        for path, text in _texts(part):
            texts[_placed(path, answers.folder)] = filled(path, text, answers, python)
    return {path: marked(text) if is_owned(path) else text for path, text in sorted(texts.items())}


def owned(answers: Answers, required: str) -> dict[str, str]:
    """The text of each file that is the generator's own, marked, by its path from the root."""
    every = founded(answers, required)
    return {path: text for path, text in every.items() if is_owned(path)}


def _texts(part: str) -> Iterator[tuple[str, str]]:
    """The files of a part of those in the package, by their paths there."""
    waiting: list[tuple[str, Traversable]] = [("", files(__package__) / "files" / part)]
    while waiting:
        path, at = waiting.pop()
        if at.is_dir():
            waiting += [(f"{path}/{each.name}".lstrip("/"), each) for each in at.iterdir()]
        else:
            yield path, at.read_text("utf-8")


def _placed(path: str, folder: str) -> str:
    """Where a file of the package stands in a site whose text lies in a folder."""
    parts = PurePosixPath(path).parts
    if parts[:2] == _TEXT:
        parts = ("docs", folder, *parts[2:])
    named = (f".{each.removeprefix(_DOT)}" if each.startswith(_DOT) else each for each in parts)
    return "/".join(named)
