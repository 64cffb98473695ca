"""The pages of the register: its views, and the sheets of one that is too long for one page."""

from collections.abc import Iterator, Mapping

from .build.output import UNSEARCHED, Docs, Page
from .language.catalogue import Catalogue
from .paths import REGISTER
from .views.sheets import Sheet
from .views.site import SiteView


def register_pages(view: SiteView) -> Iterator[Page]:
    """All of them; what they list is in the view of the register."""
    yield from _views(view.words.catalogue)
    yield from _sheets(view)


def _views(catalogue: Catalogue) -> Iterator[Page]:
    """The views of the register; the template adds it beneath the words of the page."""
    _ = catalogue.gettext
    for name, heading in (
        ("index", _("Signatories")),
        ("by-country", _("Signatories by country")),
        ("by-date", _("Signatories by date")),
        ("evidence", _("Evidence and its grades")),
    ):
        template = "signatories" if name == "index" else name
        yield Page(
            f"signatories/{name}.md",
            f"undersigned/{template}.html",
            f"# {heading}\n",
            meta={} if name == "evidence" else {"hide": ["toc"]},
            docs=Docs.WORDS,
            navigable=True,
            listed_in="" if name == "evidence" else REGISTER,
        )


def _sheets(view: SiteView) -> Iterator[Page]:
    """The sheets of a long register: every entry once, then the names of each kind and country."""
    words = view.words
    for sheet in view.register.sheets:
        heading = sheet.heading(sheet.title, words.catalogue)
        yield _sheet(sheet, "sheet", f"# {heading}\n", {})
    for group in view.register.listed_groups:
        for sheet in group.sheets:
            heading = sheet.heading(words.group(group.key), words.catalogue)
            yield _sheet(sheet, "names", f"# {heading}\n", {"group": group})


def _sheet(sheet: Sheet, template: str, words: str, meta: Mapping[str, object]) -> Page:
    return Page(
        sheet.path,
        f"undersigned/{template}.html",
        words,
        meta={"sheet": sheet, "hide": ["toc"], **meta, **UNSEARCHED},
        docs=Docs.NOTHING,
        listed_in=REGISTER,
    )
