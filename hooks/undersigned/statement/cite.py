"""What a citation of the statement says, whatever its form."""

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
    """The statement as a whole, in one version. Its publisher is its author, an institution."""

    title: str
    publisher: str
    published: StatedDate
    version: str
    address: str

    @property
    def key(self) -> str:
        """A name for it in somebody's list of sources, in ASCII: its title and its year."""
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


# What TeX would take for a command. A brace counts for BibTeX even behind a backslash, so each
# becomes a command of its own.
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

# An address is printed as it stands, so only what would end its field is encoded (RFC 3986).
_TEX_ADDRESS = str.maketrans({"\\": "%5C", "{": "%7B", "}": "%7D", " ": "%20"})


def bibtex(citation: Citation) -> str:
    """One BibTeX entry; double braces keep names and capitals as they are."""
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
    """One line of text, its date in the words of a CLDR locale."""
    version = f"Version {citation.version}"
    date = shown_date(citation.published, locale)
    parts = (citation.publisher, citation.title, version, date)
    return " ".join(f"{part.rstrip('.')}." for part in parts) + f" {citation.address}"


def citation_file(citation: Citation) -> str:
    """CITATION.cff for the repository (Citation File Format 1.2.0).

    The format knows repositories of software and of data alone. So the file speaks of the
    repository, and names the statement as what to cite instead.
    """
    names = ("year", "month")
    statement: dict[str, object] = {
        "type": "generic",
        "title": citation.title,
        "authors": [{"name": citation.publisher}],
        **dict(zip(names, _date_parts(citation), strict=False)),
        "version": citation.version,
        "url": citation.address,
    }
    if citation.published.day:
        statement["date-published"] = str(citation.published)
    repository = {
        "cff-version": "1.2.0",
        "message": "Cite the statement itself, as given under preferred-citation.",
        "type": "dataset",
        "title": f"{citation.title}: text, commentary and register",
        "authors": [{"name": "The contributors to this repository"}],
        "preferred-citation": statement,
    }
    return yaml.safe_dump(repository, allow_unicode=True, sort_keys=False, width=1000)


def _date_parts(citation: Citation) -> list[int]:
    when = citation.published
    return [part for part in (when.year, when.month, when.day) if part]
