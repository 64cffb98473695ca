"""Where the pages of the text are: in which folder of docs/, and under which names."""

from dataclasses import dataclass

from .paths import PAGES


@dataclass(frozen=True, slots=True)
class TextPaths:
    """The paths of the texts and of the pages about them, from the folder that they are in.

    Of pages the path is that in docs/, of files in the repository the one from its root.
    """

    folder: str = "principles"

    @property
    def source(self) -> str:
        """The folder of the texts, from the root of the site."""
        return f"{PAGES}/{self.folder}"

    @property
    def draft(self) -> str:
        """The file of the next version while it is written, from the root of the site."""
        return f"{self.source}/draft.md"

    @property
    def draft_page(self) -> str:
        """The path, in docs/, of that file."""
        return f"{self.folder}/draft.md"

    @property
    def index(self) -> str:
        """The path, in docs/, of the page of the text in force."""
        return f"{self.folder}/index.md"

    @property
    def print_page(self) -> str:
        """The path, in docs/, of the page to print: the text with its signatories."""
        return f"{self.folder}/print.md"

    def text_of(self, number: str) -> str:
        """The file of the text of a version, from the root of the site."""
        return f"{self.source}/{number}.md"

    def page_of(self, number: str) -> str:
        """The path, in docs/, of the page of a version."""
        return f"{self.folder}/{number}.md"

    def changes_of(self, number: str) -> str:
        """The path, in docs/, of the page that says what a version changed of the one before it."""
        return f"{self.folder}/{number}/changes.md"

    def served(self, number: str) -> str:
        """The path, from the address of the site, of the exact bytes of a version's text."""
        return f"{self.folder}/{number}.txt"


# Where the texts are if mkdocs.yml does not say.
AS_USUAL = TextPaths()
