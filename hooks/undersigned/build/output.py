"""One page or file that a site publishes, and how a page of the engine becomes one of these."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from typing import Any, NamedTuple

from ..statement.notes import with_notes
from ..statement.pictures import shown_from
from ..workers import Work

# Alone on a line of any page, this is replaced by the text of the version in force.
MARKER = "\\statement"

# Signatories, and what has been signed, are in the search once, on a page of their own.
UNSEARCHED = {"search": {"exclude": True}}

# Templates of this project that a page of docs/ may name; others ask for what it has not.
OF_ANY_PAGE = tuple(
    f"undersigned/{name}.html"
    for name in ("home", "text", "cite", "sign", "principle", "glossary", "readings")
)


class Docs(Enum):
    """What is taken of a page or file of the same path in docs/."""

    WHOLE = "it is published as it is"
    WORDS = "its words are shown, in the template of this page"
    NOTHING = "it is not published"


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its path in docs/, the template it is drawn with, its words in Markdown, its meta.

    A page that is not `navigable` is left out of the navigation. A page without a `title` has the
    one that is in its words. `listed_in` is the file, from the root of the repository, in which
    people keep what the page lists. What `cites` is given its words before citations are read.
    """

    path: str
    template: str
    words: str
    title: str = ""
    meta: Mapping[str, object] = field(default_factory=dict)
    docs: Docs = Docs.WHOLE
    navigable: bool = False
    listed_in: str = ""
    cites: bool = False

    def edited_in(self, given: str | None) -> str | None:
        """The file, from docs/, in which people edit what the page shows; none where nobody does.

        `given` is its own file there, if it has one. A text that was signed is never edited.
        """
        if self.listed_in:
            return f"../{self.listed_in}"
        return None if self.docs is Docs.NOTHING else given


@dataclass(frozen=True, slots=True)
class File:
    """A file as it is served: its path from the root of the site, and what makes its bytes.

    Of a long register no memory holds them all at once: they are made as they are written.
    """

    path: str
    parts: Callable[[], Iterable[bytes]]
    docs: Docs = Docs.WHOLE

    @property
    def content(self) -> bytes:
        """All of its bytes, made anew."""
        return b"".join(self.parts())

    def write(self, folder: str) -> None:
        """Write the file beneath the root of a site."""
        with self.place_in(folder).open("wb") as file:
            file.writelines(self.parts())

    def place_in(self, folder: str) -> Path:
        """Where the file is beneath the root of a site, in a folder that is there."""
        place = Path(folder, self.path)
        place.parent.mkdir(parents=True, exist_ok=True)
        return place

    @property
    def wins(self) -> bool:
        """Whether it is published even if docs/ has a file of its path."""
        return self.docs is Docs.NOTHING

    @property
    def stays(self) -> bool:
        """Whether no setting leaves it out: what was signed, and what a dot would hide."""
        return self.wins or self.path.startswith(".")


def writing(files: Iterable[File], folder: str, *, is_long: bool) -> Work[None]:
    """The writing of files that docs/ cannot replace; they are there at once, but empty.

    If it `is_long`, as for a long register, a second processor does it meanwhile, if there is one.
    """
    waiting = [each for each in files if each.wins]
    for each in waiting:
        each.place_in(folder).touch()

    def write() -> None:
        for each in waiting:
            each.write(folder)

    return Work(write, is_long=is_long)


class DrawnPage(NamedTuple):
    """A page once its Markdown is HTML: its path in docs/, its address from the root of the site.

    Its `settings` are those at its head.
    """

    path: str
    address: str
    title: str
    html: str
    settings: Mapping[str, object]

    @property
    def is_searched(self) -> bool:
        """Whether the search looks through it, unless it says `search: {exclude: true}`."""
        given = self.settings.get("search")
        return not (isinstance(given, dict) and given.get("exclude"))


def framed(
    page: Page | None, generated: bool, meta: Mapping[str, object], words: str
) -> tuple[dict[str, Any], str]:
    """The meta and the Markdown with which a page is drawn; those given are of its file, if any.

    Of a text that was signed nothing is taken from the file: of a line such as 'Scope: all' at its
    head, an engine would make a setting. A principle leads to the next one, in place of the
    theme's way on.
    """
    if page and (generated or page.docs is Docs.NOTHING):
        title = {"title": page.title} if page.title else {}
        shown = words if page.cites else page.words
        return {"template": page.template, **title, **page.meta}, shown
    own = {key: value for key, value in meta.items() if key != "template" or _is_open(value)}
    if page and page.docs is Docs.WORDS:
        return {"template": page.template, **own, **page.meta}, words
    if own.get("principle"):
        hidden = own.get("hide")
        hide = [*(hidden if isinstance(hidden, list) else ()), "footer"]
        return {"template": "undersigned/principle.html", **own, "hide": hide}, words
    return own, words


def _is_open(template: object) -> bool:
    """Whether a page may name a template: it asks for nothing that only some page has."""
    return template in OF_ANY_PAGE or "undersigned" not in str(template).split("/")


def shown_text(text: str, folder: str = "") -> str:
    """The Markdown by which a page shows a published text: drawn in one way, from its words.

    `folder` is where its pictures are, from that of the page.
    """
    words = with_notes(shown_from(text, folder))
    return f'<div class="undersigned-text" markdown>\n\n{words}\n</div>'


def with_blocks(words: str, blocks: Mapping[str, str]) -> str:
    """The Markdown of a page in which every line that is a marker alone is its block."""
    return "\n".join(blocks.get(line.strip(), line) for line in words.split("\n"))


def texts_asked(words: str) -> int:
    """How often a page with these words shows a published text: by itself, or where it asks."""
    asked = sum(line.strip() == MARKER for line in words.split("\n"))
    return asked or int(words.startswith(shown_text("").partition("\n")[0]))
