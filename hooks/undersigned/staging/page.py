"""A page while it is staged, by what templates of this project ask of one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple, Union, cast

from ..build.engine_pages import EnginePage
from ..build.output import DrawnPage
from .markdown import Heading
from .navigation import Section


class SourceFile(NamedTuple):
    """The file of a page: its path in docs/, and the address at which the page is served."""

    src_uri: str
    url: str


@dataclass(frozen=True, slots=True)
class StagedPage:
    """A page whose words are drawn. Nobody can edit it from where it is read."""

    file: SourceFile
    title: str
    meta: Mapping[str, Any]
    markdown: str
    content: str
    toc: Sequence[Heading]
    canonical_url: str | None
    is_homepage: bool
    parent: Union[Section, "StagedPage", None] = None
    source: str = field(default="", repr=False)
    is_made: bool = False
    edit_url: None = None
    is_page: bool = True

    @property
    def path(self) -> str:
        """Its path in docs/."""
        return self.file.src_uri

    @property
    def url(self) -> str:
        """Its address from the root of the site."""
        return self.file.url

    @property
    def to_engine(self) -> EnginePage:
        """The page by what an engine has of one; nothing is asked of it that it has not."""
        return cast(EnginePage, self)

    @property
    def drawn(self) -> DrawnPage:
        """The page as the search and the bibliography read it."""
        return DrawnPage(self.path, self.url, self.title, self.content, self.meta)
