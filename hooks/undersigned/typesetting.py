"""Whether a site asks for its edition in PDF, and the packages that set it: the extra ``[pdf]``.

Typst sets the pages. Its own fonts lack Arabic, Devanagari, Thai, Han, Hangul and emoji (measured
with Typst 0.15), so fonts come as packages, too; none of the machine's is used, or the bytes of the
file would hang on it.
"""

from collections.abc import Callable, Mapping
from importlib.util import find_spec
from pathlib import Path

from .problem import Problem, quoted, setting_problem

SETTING = "pdf"

# The file, from the root of the site.
PATH = "statement.pdf"

# The packages of fonts by the names under which Python imports them. Amiri is there for Arabic:
# readers of a PDF get its letters back, where Noto draws their dots apart (measured with poppler).
_FONTS = ("manimgx_fonts", "manimgx_fonts_cjk", "fontpkg_amiri")
_TYPST = "typst"

Finder = Callable[[str], Path | None]


def folder_of(package: str) -> Path | None:
    """The folder of an installed package; none where it is not installed."""
    spec = find_spec(package)
    places = spec.submodule_search_locations if spec else None
    return Path(next(iter(places))) if places else None


def font_folders(find: Finder = folder_of) -> list[Path]:
    """The folders of all packages of fonts that are installed, always in one order."""
    return [folder for package in _FONTS if (folder := find(package))]


def read_pdf(edition: object, find: Finder = folder_of) -> tuple[bool, list[Problem]]:
    """Whether `extra.edition.pdf` asks for the edition in PDF; or what is wrong with it.

    What has to be installed for it is looked for, and not imported: a build would wait for that.
    """
    given = edition.get(SETTING, False) if isinstance(edition, Mapping) else False
    if not isinstance(given, bool):
        return False, [_problem(f"is {quoted(str(given))}; give true or false")]
    missing = [name for name in (_TYPST, *_FONTS) if given and find(name) is None]
    if missing:
        names = ", ".join(name.replace("_", "-") for name in missing)
        remedy = "run 'pip install --require-hashes -r requirements.txt', or set it to false"
        return False, [_problem(f"is true, and {names} cannot be imported; {remedy}")]
    return given, []


def _problem(message: str) -> Problem:
    return setting_problem(f"extra.edition.{SETTING} {message}")
