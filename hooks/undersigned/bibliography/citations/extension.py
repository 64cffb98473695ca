"""Citations as an extension of Python-Markdown: ``undersigned.bibliography.citations.extension``.

It needs the extension ``footnotes`` beside it, and knows two settings: `root`, the folder of the
site whose bibliography is cited, and `bibliography`, the address to which notes lead.
"""

from pathlib import Path

from markdown import Extension, Markdown
from markdown.postprocessors import Postprocessor
from markdown.preprocessors import Preprocessor

from ...problem import report, stopping
from ...text.pages import code_shown
from ..library import Library, read_library
from .footnotes import Footnotes

# Before code between fences is taken out (25), which must not cite and is hidden from this.
_BEFORE_CODE = 28


class CitationsExtension(Extension):
    """Makes notes of citations of the sources of a library, or of the one at `root`.

    Raises ValueError where the bibliography at `root` is not all BibTeX.
    """

    def __init__(self, library: Library | None = None, **settings: object) -> None:
        self.library = library
        self.config = {
            "root": [".", "the folder with references.bib"],
            "bibliography": ["bibliography/", "the address of the page of all sources"],
        }
        super().__init__(**settings)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Register a preprocessor for the citations, and what puts the words into the notes."""
        notes = Footnotes(self.library or _read(Path(str(self.getConfig("root")))))
        md.preprocessors.register(_Citations(md, notes), "undersigned-citations", _BEFORE_CODE)
        address = str(self.getConfig("bibliography"))
        md.postprocessors.register(_Words(md, notes, address), "undersigned-words", 5)


class _Citations(Preprocessor):
    def __init__(self, md: Markdown, notes: Footnotes) -> None:
        super().__init__(md)
        self.notes = notes

    def run(self, lines: list[str]) -> list[str]:
        """The lines of a page with references to notes, then the notes."""
        noted = self.notes.noted("\n".join(lines))
        return [*code_shown(noted.text).split("\n"), "", *noted.definitions()]


class _Words(Postprocessor):
    def __init__(self, md: Markdown, notes: Footnotes, address: str) -> None:
        super().__init__(md)
        self.notes, self.address = notes, address

    def run(self, text: str) -> str:
        """The page with the words of its notes, which lead to the bibliography."""
        return self.notes.worded(text, self.address)


def _read(root: Path) -> Library:
    library, problems = read_library(root)
    if problems := stopping(problems):
        raise ValueError(report(problems))
    return library


def makeExtension(**settings: object) -> CitationsExtension:  # noqa: N802
    """The extension, as Python-Markdown asks a module for it by name."""
    return CitationsExtension(**settings)  # type: ignore[arg-type]
