"""The engines that a site can be staged for, by what differs between them."""

from enum import Enum, StrEnum

# Of the classes of the theme those that pages may give, with which these still stand in a copy.
THEME_CLASSES = frozenset(("md-button", "md-button--primary"))

# That of the article in the theme of all of them, before which a class of this project is put.
ARTICLE_CLASS = "md-content__inner"

# What a build runs of this project, beside which nothing has to be run for its pages.
HOOKS = frozenset((
    "bibliography", "citations", "extensions", "generate", "head", "load_site", "release", "theme",
))  # fmt: skip
PLUGINS = frozenset(("bibtex", "material/search", "search", "undersigned"))


class Links(Enum):
    """How an engine reads relative links in the HTML of a page."""

    SERVED = "as a browser does, from where the page is served"
    SOURCE = "as in Markdown, from the file of the page"


class Engine(StrEnum):
    """What builds a staged site; none where `undersigned frame` does."""

    MKDOCS = "mkdocs"
    PROPERDOCS = "properdocs"
    ZENSICAL = "zensical"
    NONE = "none"

    @property
    def links(self) -> Links:
        """How it reads links: Zensical counts those in HTML from the file (0.0.73 and 0.1.3)."""
        return Links.SOURCE if self is Engine.ZENSICAL else Links.SERVED

    @property
    def build(self) -> str:
        """The command that builds what is staged in the folder that its place names."""
        if self is Engine.NONE:
            return "undersigned frame {folder} SITE"
        return f"{self} build -f {{folder}}/mkdocs.yml"
