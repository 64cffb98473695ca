"""Files beside the text and the register that a reader would take for a version, or for a page.

Which versions there are, versions.yml says, and what lists signatories is made from the register.
"""

import os
import re
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath

from ..names.folding import folded
from ..names.similarity import skeleton
from ..paths import PAGES, RECORD_PAGE, VERSIONS
from ..problem import Problem, quoted
from ..text_paths import TextPaths
from .pictures import pictures_of
from .version import Version
from .versions import is_text

_REGISTER = "signatories"
REGISTER_PAGES = f"{PAGES}/{_REGISTER}"

# The sheets of a long register, and the pages of the record, of which one has words in a file.
_SHEETS = f"{REGISTER_PAGES}/list"
_DEEDS = f"{PAGES}/{RECORD_PAGE}"

# Words that go with the number of a version, folded; of other words two letters are a language.
_NAMES = "edition fassung release rev revision text v ver vers versio version versie versions"
_MARKS = (
    f"{_NAMES} alpha amended beta copy corrected declaration ed final index latest new no nr number"
    " old letter pledge principles print published rc readme signed signatories statement"
)
# What stands for a number behind or before one of the names.
_NUMBERS = (
    "i ii iii iv v vi one two three four five first second third fourth fifth next new latest"
    " final current newest"
)
_PART = re.compile(r"\d+|[^\W\d_]+")
_LANGUAGE = 2


def _drawn(words: str) -> frozenset[str]:
    return frozenset(skeleton(word) for word in words.split())


_KNOWN = {words: _drawn(words) for words in (_NAMES, _MARKS, _NUMBERS)}


def beside_the_text(path: str, texts: TextPaths) -> bool:
    """Whether a path lies, in any spelling, among the pages of the text or of the register."""
    folder, _, rest = path.partition("/")
    first = rest.partition("/")[0]
    return folder == PAGES and _drawn_as(first.partition(".")[0]) in map(
        _drawn_as, (texts.folder, _REGISTER)
    )


def looks_like_a_version(name: str) -> bool:
    """Whether a file or folder of this name seems to hold a version of the text.

    The digits of all scripts count, and letters by what they look like.
    """
    stem, _, ending = name.rpartition(".")
    parts = _PART.findall(_plain(stem if stem and ending.isalpha() else name))
    words = {skeleton(part) for part in parts if not part.isdigit()}
    if len(words) < len(set(parts)):  # one of them is a number
        return all(word in _KNOWN[_MARKS] or len(word) <= _LANGUAGE for word in words)
    named = words & _KNOWN[_NAMES]
    return bool(named and words - named) and words - named <= _KNOWN[_NUMBERS]


def false_versions(root: Path, versions: Sequence[Version]) -> Iterator[Problem]:
    """A problem for each file that could be taken for a version, or for a page of the register.

    Nothing is said of texts, which the rules of versions.yml judge, and while it lists no version.
    """
    if not versions:
        return
    texts = versions[-1].texts
    own = {
        *(f"{PAGES}/{version.served}" for version in versions),
        *(f"{PAGES}/{texts.changes_of(version.number)}" for version in versions[1:]),
        *(f"{texts.source}/{each.name}" for v in versions for each in pictures_of(v.text)),
        texts.draft,
    }
    for path in _files(root):
        free = path in own or is_text(path, texts) or not beside_the_text(path, texts)
        if not free and (message := _fault(path, texts)):
            yield Problem(path, 1, 1, message)


def _fault(path: str, texts: TextPaths) -> str:
    parts = PurePosixPath(path).parts[1:]
    folder = f"{PAGES}/{parts[0]}"
    if len(parts) == 1:
        place = f"{PAGES}/{_plain(parts[0]).partition('.')[0]}/index.md"
        return f"is served, or seems to be, where {place} is; move its words to that page"
    if folder not in (texts.source, REGISTER_PAGES):
        is_of_text = _drawn_as(parts[0]) == _drawn_as(texts.folder)
        known = texts.source if is_of_text else REGISTER_PAGES
        return f"lies in a folder that differs from {known} in spelling alone; move it there"
    if path.startswith(f"{_SHEETS}/"):
        return "lies among the sheets of a long register, which the site makes; move it elsewhere"
    if path != _DEEDS and _drawn_as(parts[1].partition(".")[0]) == _drawn_as("deeds"):
        return (
            "lies among the pages of the record of deeds, which the site makes, or seems to; move"
            f" its words to {_DEEDS}, or it elsewhere"
        )
    seeming = next(filter(looks_like_a_version, parts[1:]), None)
    if seeming is None:
        return ""
    return (
        f"{quoted(seeming)} looks like a version of the text, and {VERSIONS} says which there are;"
        f" give it a name in words, or publish a version by 'undersigned publish'"
    )


def _files(root: Path) -> Iterator[str]:
    """Every file beneath the pages, by path from the root; what a dot hides is not published."""
    for folder, folders, names in os.walk(root / PAGES):
        folders[:] = sorted(each for each in folders if not each.startswith("."))
        place = Path(folder).relative_to(root)
        yield from ((place / name).as_posix() for name in sorted(names) if name[0] != ".")


def _plain(name: str) -> str:
    """A name with its digits as 0 to 9 and its letters folded; what is not shown is left out."""
    numbers = (unicodedata.numeric(each, None) for each in name)
    digits = "".join(
        f"{number:g}" if number is not None and unicodedata.category(each) != "Lo" else each
        for each, number in zip(name, numbers, strict=True)
    )
    shown = (each for each in digits if unicodedata.category(each) not in ("Cf", "Mn", "Me"))
    return folded("".join(shown))


def _drawn_as(name: str) -> str:
    return skeleton(_plain(name))
