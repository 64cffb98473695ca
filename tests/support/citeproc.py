"""References by citeproc-py, as another program draws them of CSL-JSON."""

import warnings
from collections.abc import Mapping
from functools import cache

from citeproc import (
    Citation,
    CitationItem,
    CitationStylesBibliography,
    CitationStylesStyle,
    formatter,
)
from citeproc.source.json import CiteProcJSON

# The one style that comes with citeproc-py.
STYLE = "harvard-cite-them-right"


@cache
def _style() -> CitationStylesStyle:
    return CitationStylesStyle(STYLE, validate=False)


def drawn(item: Mapping[str, object]) -> str:
    """An item as a line of a bibliography, in plain text."""
    with warnings.catch_warnings(action="ignore"):  # it has no place for `custom`
        source = CiteProcJSON([item])
    page = CitationStylesBibliography(_style(), source, formatter.plain)
    page.register(Citation([CitationItem(item["id"])]))
    [line] = map(str, page.bibliography())
    return line
