"""What built pages show, judged without asking whether browsers read them as they are written."""

from collections.abc import Iterator

from undersigned.markup.built_pages import contents
from undersigned.markup.document import page
from undersigned.problem import Problem
from undersigned.shown import pages
from undersigned.shown.built import BuiltSite
from undersigned.shown.judging import problems_shown
from undersigned.shown.rows import Folded
from undersigned.shown.wanted import wanted_on


def shown_problems(site: BuiltSite) -> list[Problem]:
    """A problem for all that the pages of a site show otherwise than it was signed."""
    framed = site.folder / site.file_of(site.made.site.versions[-1].page)
    frame = pages.frame_of(page(framed.read_bytes() if framed.is_file() else b""))
    wanted = wanted_on(site, frame)

    def compared() -> Iterator[Problem]:
        for file, html in contents(site.pages, site.folder, site.folder):
            yield from problems_shown(site, wanted, file, Folded(html.decode()), page(html))

    return pages.shown_problems(site, wanted, compared())
