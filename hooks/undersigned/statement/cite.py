"""Citations of the statement in BibTeX, CSL-JSON, plain text and the Citation File Format."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

import yaml

from ..dates import MONTH_MACROS, StatedDate
from ..locale import shown_date
from ..names.slug import slug
from .identity import Statement
from .version import Version


@dataclass(frozen=True, slots=True)
class Citation:
    """A version of the statement as a source; its author is the publisher, an institution."""

    title: str
    publisher: str
    published: StatedDate
    version: str
    address: str

    @property
    def key(self) -> str:
        """The citation key in ASCII: the slug of the title and the year."""
        return f"{slug(self.title)}-{self.published.year:04}"


def cited(statement: Statement, versions: Sequence[Version], number: str = "") -> Citation:
    """The citation of a version, of the one in force unless another is named."""
    version = next((each for each in versions if each.number == number), versions[-1])
    return Citation(
        title=statement.one_line_title,
        publisher=statement.one_line_publisher,
        published=version.published,
        version=version.number,
        address=statement.address.strip(),
    )


# The special characters of TeX. BibTeX counts a brace even after a backslash, so braces become
# commands.
_TEX = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{character: f"\\{character}" for character in "#$%&_"},
    }
)

# Addresses are printed verbatim, so only what would end the field is encoded (RFC 3986).
_TEX_ADDRESS = str.maketrans({"\\": "%5C", "{": "%7B", "}": "%7D", " ": "%20"})


def bibtex(citation: Citation) -> str:
    """A BibTeX entry; double braces keep names and capitals as they are."""
    when = citation.published
    fields = {
        "author": f"{{{{{citation.publisher.translate(_TEX)}}}}}",
        "title": f"{{{{{citation.title.translate(_TEX)}}}}}",
        "year": f"{when.year:04}",
        "month": MONTH_MACROS[when.month - 1],
        "day": str(when.day) if when.day else "",
        "note": f"{{Version {citation.version}}}",
        "url": f"{{{citation.address.translate(_TEX_ADDRESS)}}}",
    }
    lines = (f"  {name} = {value},\n" for name, value in fields.items() if value)
    return f"@misc{{{citation.key},\n{''.join(lines)}}}\n"


def csl_json(citation: Citation) -> str:
    """A list of one item of CSL-JSON (schema csl-data, version 1.0.2)."""
    item = {
        "id": citation.key,
        "type": "document",
        "title": citation.title,
        "author": [{"literal": citation.publisher}],
        "publisher": citation.publisher,
        "issued": {"date-parts": [_date_parts(citation)]},
        "version": citation.version,
        "URL": citation.address,
    }
    return json.dumps([item], ensure_ascii=False, indent=2) + "\n"


def plain(citation: Citation, locale: str) -> str:
    """A citation on one line, with the date in the form of a CLDR locale."""
    version = f"Version {citation.version}"
    date = shown_date(citation.published, locale)
    parts = (citation.publisher, citation.title, version, date)
    return " ".join(f"{part.rstrip('.')}." for part in parts) + f" {citation.address}"


def citation_file(citation: Citation) -> str:
    """The text of CITATION.cff for the repository (Citation File Format 1.2.0).

    The format describes software and data sets alone, so the file describes the repository and
    has the statement under `preferred-citation`.
    """
    repository = {
        "cff-version": "1.2.0",
        "message": "Cite the statement itself, as given under preferred-citation.",
        "type": "dataset",
        "title": f"{citation.title}: text, commentary and register",
        "authors": [{"name": "The contributors to this repository"}],
        "preferred-citation": _preferred(citation),
    }
    return yaml.safe_dump(repository, allow_unicode=True, sort_keys=False, width=1000)


def _preferred(citation: Citation) -> dict[str, object]:
    statement: dict[str, object] = {
        "type": "generic",
        "title": citation.title,
        "authors": [{"name": citation.publisher}],
        **dict(zip(("year", "month"), _date_parts(citation), strict=False)),
        "version": citation.version,
        "url": citation.address,
    }
    if citation.published.day:
        statement["date-published"] = str(citation.published)
    return statement


def _date_parts(citation: Citation) -> list[int]:
    when = citation.published
    return [part for part in (when.year, when.month, when.day) if part]
