"""The openings of all pages of a site, by their paths in docs/."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date

from ..paths import PAGES, path_in_pages
from ..problem import Problem, quoted
from ..text.source import Source
from ..text_paths import TextPaths
from .front_matter import READINGS, read_opening
from .opening import Opening


def read_openings(
    pages: Sequence[Source], today: date, texts: Collection[str], paths: TextPaths
) -> tuple[Mapping[str, Opening], list[Problem]]:
    """What pages say of themselves, of those that do, and what is wrong with that.

    `texts` are the paths of those that are published: of their files no setting is taken. The pages
    of all are at `paths`.
    """
    openings, problems = dict[str, Opening](), list[Problem]()
    written = {path_in_pages(page.path) for page in pages}
    for page in pages:
        if page.path in texts:
            continue
        opening, wrong = read_opening(page, today, lambda at: at in written or _is_made(at, paths))
        if opening.key_points or opening.history or opening.readings:
            openings[opening.path] = opening
        problems += wrong
    return openings, problems


# Pages that a site has without a file in docs/ begin with one of these. Which of them there are is
# known when they are made: a template that leads to another says so.
_MADE = ("signatories/", "bibliography/", "bibliography.md", "data.md")


def _is_made(path: str, texts: TextPaths) -> bool:
    return path.startswith((*_MADE, f"{texts.folder}/"))


def recommended(page: Source) -> Iterator[str]:
    """The keys of the sources that a page recommends."""
    if f"{READINGS}:" in page.text:
        opening, _ = read_opening(page, date.max, lambda _: True)
        yield from (reading.source.value for reading in opening.readings)


def unknown_readings(openings: Iterable[Opening], known: Collection[str]) -> Iterator[Problem]:
    """A problem for each reading whose source is in no bibliography, or that is there twice.

    `known` are the keys.
    """
    for opening in openings:
        before = dict[str, int]()
        for reading in opening.readings:
            key, line, column = reading.source
            message = ""
            if key not in known:
                message = f"no source has the key {quoted(key)}; add it to references.bib"
            elif key in before:
                message = f"{quoted(key)} is on line {before[key]} too; remove one of the two"
            before.setdefault(key, line)
            if message:
                yield Problem(f"{PAGES}/{opening.path}", line, column, message)
