"""The pages of the register: its views, and the sheets of one that is too long for one page."""

from collections.abc import Iterator, Mapping

from .build.output import UNSEARCHED, Docs, Page
from .paths import REGISTER
from .views.sheets import Sheet
from .views.site import SiteView


def register_pages(view: SiteView) -> Iterator[Page]:
    """All of them; what they list is in the view of the register."""
    yield from _views()
    yield from _sheets(view)


def _views() -> Iterator[Page]:
    """The views of the register; the template adds it beneath the words of the page."""
    for name, heading in (
        ("index", "Signatories"),
        ("by-country", "Signatories by country"),
        ("by-date", "Signatories by date"),
        ("evidence", "Evidence and its grades"),
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
    for sheet in view.register.sheets:
        yield _sheet(sheet, "sheet", f"# {sheet.heading}\n", {})
    for group in view.register.listed_groups:
        title = view.words.group(group.key)
        for sheet in group.sheets:
            yield _sheet(sheet, "names", f"# Signatories: {title}{sheet.part}\n", {"group": group})


def _sheet(sheet: Sheet, template: str, words: str, meta: Mapping[str, object]) -> Page:
    return Page(
        sheet.path,
        f"undersigned/{template}.html",
        words,
        meta={"sheet": sheet, "hide": ["toc"], **meta, **UNSEARCHED},
        docs=Docs.NOTHING,
        listed_in=REGISTER,
    )
