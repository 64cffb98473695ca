"""What readers take along of a figure: a drawing, a table, a citation, and HTML that shows it."""

import csv
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from html import escape
from io import StringIO

from pybtex.database import Entry
from pybtex.richtext import Text

from ..bibliography.style.reference import reference
from ..bibliography.style.short_form import name_in_text
from ..data.table import guarded
from ..figures.fields import ROWS
from ..figures.model import Figure, Row
from ..figures.wording import plain
from ..language.catalogue import ENGLISH, Catalogue
from ..look.palette import OURS, Palette
from ..page_addresses import PageAddress, as_folder
from ..paths import FIGURES
from ..settings import Settings
from ..site import Site
from .drawing import WIDTHS, drawing_of
from .shapes import NOTE, Drawing, Group, Ink, Part, height_of, paragraph
from .svg import document

_MARGIN = 24.0
_COLUMNS = ("date", "until", "or", "kind", "label", "bound", "value", "of", "note", "sources")


def taking_of(site: Site, settings: Settings) -> "Taking":
    """What figures of a checked site say of it where they are taken to."""
    name, edition = settings.site_name, settings.edition.name
    return Taking(
        name if not edition or edition in name else f"{name}, {edition}",
        settings.site_url or settings.published,
        {key.lower(): entry for key, entry in site.library.sources.items()},
        site.showing,
        settings.address_of,
        settings.catalogue,
        lambda entry: site.library.shown(entry.key),
        site.look.colours.day,
    )


@dataclass(frozen=True, slots=True)
class Taking:
    """What is said of a site where its figures are taken to: its name, its address, its sources.

    They have the `colours` of its page by day.

    `site` ends with a slash and is empty where it is not known. `sources` are by their keys in
    lower case, `pages` the paths in docs/ of those that show a figure, by its name. What is said
    is of the `catalogue`.
    """

    name: str
    site: str
    sources: Mapping[str, Entry]
    pages: Mapping[str, str] = field(default_factory=dict)
    address_of: PageAddress = as_folder
    catalogue: Catalogue = ENGLISH
    shown: Callable[[Entry], Text] = reference
    colours: Palette = OURS.day

    def address(self, figure: Figure) -> str:
        """The address of the figure on its page; empty where the site does not know its own."""
        path = self.pages.get(figure.name)
        if not self.site or path is None:
            return ""
        return f"{self.site}{self.address_of(path).removeprefix('./')}#figure-{figure.name}"

    def named(self, key: str) -> str:
        """What a source is called in a sentence; empty where there is none of this key."""
        return next((str(name_in_text(each)) for each in self._entries((key,))), "")

    def citation(self, figure: Figure) -> str:
        """The figure as a source, on one line."""
        address = self.address(figure)
        said = self.catalogue.gettext(
            "“%(title)s”, figure in: %(name)s.", title=figure.title, name=self.name
        )
        return f"{said} {address}" if address else said

    def files(self, figures: Iterable[Figure]) -> Iterator[tuple[str, str]]:
        """The files of figures, by their paths from the root of the site."""
        for figure in figures:
            yield f"{FIGURES}/{figure.name}.svg", self.svg(figure)
            yield f"{FIGURES}/{figure.name}.csv", "".join(self.csv(figure))

    def svg(self, figure: Figure) -> str:
        """The drawing as a file, with its title, caveat, sources and where it is from."""
        inner = drawing_of(figure, WIDTHS["wide"], self.catalogue)
        width = inner.width + 2 * _MARGIN
        head = paragraph(_MARGIN, _MARGIN, inner.width, figure.title, 18, Ink.INK, bold=True)
        parts: list[Part] = [*head]
        top = _MARGIN + height_of(head) + 6
        if figure.unit:
            counted = self.catalogue.gettext("Counted: %(unit)s.", unit=figure.unit)
            unit = paragraph(_MARGIN, top, inner.width, counted, NOTE, Ink.PALE)
            parts, top = [*parts, *unit], top + height_of(unit) + 8
        parts.append(Group(_MARGIN, top + 4, inner.parts))
        top += inner.height + 20
        for words in filter(None, (plain(figure.caveat), self._credits(figure))):
            lines = paragraph(_MARGIN, top, inner.width, words, NOTE, Ink.PALE)
            parts, top = [*parts, *lines], top + height_of(lines) + 6
        drawing = Drawing(width, top + _MARGIN - 8, tuple(parts))
        return document(drawing, figure.title, figure.alt, self.colours)

    def csv(self, figure: Figure) -> Iterator[str]:
        """The rows as a table (RFC 4180), without columns in which nothing would stand."""
        valued = "value" in ROWS[figure.kind].known
        rows = [self._cells(row, valued) for row in figure.rows]
        columns = [name for name in _COLUMNS if any(row[name] for row in rows)]
        for cells in [columns, *([row[name] for name in columns] for row in rows)]:
            line = StringIO(newline="")
            csv.writer(line).writerow([guarded(cell) for cell in cells])
            yield line.getvalue()

    def lines(self, figure: Figure, up: str) -> Iterator[str]:
        """The links and texts by which a page offers all this, as Markdown within HTML."""
        _ = self.catalogue.gettext
        path = f"{up}{FIGURES}/{figure.name}"
        drawn, table = f"[SVG]({path}.svg)", f"[CSV]({path}.csv)"
        files = _("As a file: %(svg)s and %(csv)s. To cite it:", svg=drawn, csv=table)
        yield f'<p markdown="span">{files}</p>\n'
        yield f'<pre class="copy">{_verbatim(self.citation(figure))}</pre>\n'
        if address := self.address(figure):
            elsewhere = _("To show it on another page:")
            yield f'<p markdown="span">{elsewhere}</p>\n'
            picture = f"{self.site}{FIGURES}/{figure.name}.svg"
            shown = (
                f'<a href="{_attribute(address)}">'
                f'<img src="{_attribute(picture)}" alt="{_attribute(figure.alt)}"></a>'
            )
            yield f'<pre class="copy">{_verbatim(shown)}</pre>\n'

    def _cells(self, row: Row, valued: bool) -> dict[str, str]:
        when = row.when
        return {
            "date": str(when.first) if when else "",
            "until": str(when.until) if when and when.until else "",
            "or": str(when.other) if when and when.other else "",
            "kind": row.event or "",
            "label": plain(row.label),
            "bound": row.bound or "",
            "value": f"{row.value:f}" if valued else "",
            "of": f"{row.whole:f}" if row.whole is not None else "",
            "note": plain(row.note),
            "sources": " ".join(str(self.shown(each)) for each in self._entries(row.sources)),
        }

    def _credits(self, figure: Figure) -> str:
        names = "; ".join(str(name_in_text(each)) for each in self._entries(figure.keys))
        where = self.address(figure) or self.name
        _, drawn = self.catalogue.gettext, {"name": self.name, "where": where}
        if not names:
            return _("Drawn by: %(name)s, %(where)s", **drawn)
        return _("Sources: %(sources)s. Drawn by: %(name)s, %(where)s", sources=names, **drawn)

    def _entries(self, keys: tuple[str, ...]) -> list[Entry]:
        found = (self.sources.get(key.lower()) for key in keys)
        return [entry for entry in found if entry is not None]


def _verbatim(text: str) -> str:
    """A text in HTML in which nothing is read as Markdown, and no '@' as a citation."""
    return escape(text, quote=False).replace("@", "&#64;")


def _attribute(value: str) -> str:
    """A value between double quotes in HTML, with no escape that it does not need."""
    return escape(value, quote=False).replace('"', "&quot;")
