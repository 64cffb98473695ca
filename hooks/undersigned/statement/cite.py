"""Citations of the statement in BibTeX, CSL-JSON, plain text and the Citation File Format."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import yaml

from ..dates import MONTH_MACROS, StatedDate
from ..language.catalogue import ENGLISH, Catalogue, catalogue_of
from ..locale import shown_date
from ..names.slug import slug
from ..sentences import sentence
from .edition import Edition
from .identity import Statement
from .version import Version


@dataclass(frozen=True, slots=True)
class Citation:
    """A source whose author is an institution: a version of the text, or an edition of it.

    What is not known is empty: the text of an independent edition has no `version` of its
    publisher's, and an edition, which changes, has no day. `note` says what else it is.
    """

    title: str
    author: str
    published: StatedDate | None
    version: str
    address: str
    note: str = ""

    @property
    def key(self) -> str:
        """The citation key in ASCII: the slug of the title and the year, if it has one."""
        return f"{slug(self.title)}-{self.published.year:04}" if self.published else self._undated

    @property
    def _undated(self) -> str:
        return f"{slug(self.title)}-{slug(self.author)}"


def cited(
    statement: Statement, edition: Edition, versions: Sequence[Version], number: str = ""
) -> Citation:
    """The citation of a version of the text, of the one in force unless another is named.

    The numbers of versions are the edition's: where that is not the publisher's own, they are left
    out beside the publisher's name.
    """
    version = next((each for each in versions if each.number == number), versions[-1])
    return Citation(
        title=statement.one_line_title,
        author=statement.one_line_publisher,
        published=version.published,
        version="" if edition.independent else version.number,
        address=statement.address.strip(),
    )


def cited_edition(
    statement: Statement,
    edition: Edition,
    version: str,
    site_name: str,
    site_url: str,
    catalogue: Catalogue = ENGLISH,
) -> Citation:
    """The citation of the site as an edition of the text, without a day: it changes."""
    return Citation(
        title=" ".join(site_name.split()),
        author=edition.name,
        published=None,
        version=version,
        address=edition.address or site_url,
        note=catalogue.gettext(
            "Independent edition with commentary and register. Text by %(publisher)s",
            publisher=statement.one_line_publisher,
        ),
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


def bibtex(citations: Iterable[Citation]) -> str:
    """BibTeX entries; double braces keep names and capitals as they are."""
    return "\n".join(map(_bibtex_entry, citations))


def _bibtex_entry(citation: Citation) -> str:
    when = citation.published
    remarks = [f"Version {citation.version}"] if citation.version else []
    note = " ".join([*map(sentence, remarks), citation.note]) if citation.note else "".join(remarks)
    fields = {
        "author": f"{{{{{citation.author.translate(_TEX)}}}}}",
        "title": f"{{{{{citation.title.translate(_TEX)}}}}}",
        "year": f"{when.year:04}" if when else "",
        "month": MONTH_MACROS[when.month - 1] if when and when.month else "",
        "day": str(when.day) if when and when.day else "",
        "note": f"{{{note.translate(_TEX)}}}" if note else "",
        "url": f"{{{citation.address.translate(_TEX_ADDRESS)}}}" if citation.address else "",
    }
    lines = (f"  {name} = {value},\n" for name, value in fields.items() if value)
    return f"@misc{{{citation.key},\n{''.join(lines)}}}\n"


def csl_json(citations: Iterable[Citation]) -> str:
    """A list of items of CSL-JSON (schema csl-data, version 1.0.2)."""
    items = [_csl_item(citation) for citation in citations]
    return json.dumps(items, ensure_ascii=False, indent=2) + "\n"


def _csl_item(citation: Citation) -> dict[str, object]:
    parts = _date_parts(citation)
    item = {
        "id": citation.key,
        "type": "document" if parts else "webpage",
        "title": citation.title,
        "author": [{"literal": citation.author}],
        "publisher": citation.author,
        "issued": {"date-parts": [parts]} if parts else None,
        "version": citation.version,
        "note": citation.note,
        "URL": citation.address,
    }
    return {name: value for name, value in item.items() if value}


def plain(citation: Citation, locale: str) -> str:
    """A citation on one line, with the date in the form of a CLDR locale."""
    _, version = catalogue_of(locale).on_pages.gettext, ""
    if citation.version:
        version = _("Version %(version)s", version=citation.version)
    date = shown_date(citation.published, locale) if citation.published else ""
    parts = (citation.author, citation.title, version, date, citation.note)
    told = " ".join(sentence(part) for part in parts if part)
    return f"{told} {citation.address}".rstrip()


def citation_file(citation: Citation, edition: Edition) -> str:
    """The text of CITATION.cff for the repository (Citation File Format 1.2.0).

    The format describes software and data sets alone, so the file describes the repository, which
    is the edition's, and has the statement under `preferred-citation`.
    """
    repository = {
        "cff-version": "1.2.0",
        "message": "Cite the statement itself, as given under preferred-citation.",
        "type": "dataset",
        "title": f"{citation.title}: text, commentary and register",
        "authors": [{"name": edition.name}],
        "preferred-citation": _preferred(citation),
    }
    return yaml.safe_dump(repository, allow_unicode=True, sort_keys=False, width=1000)


def _preferred(citation: Citation) -> dict[str, object]:
    statement: dict[str, object] = {
        "type": "generic",
        "title": citation.title,
        "authors": [{"name": citation.author}],
        **dict(zip(("year", "month"), _date_parts(citation), strict=False)),
        "version": citation.version,
        "url": citation.address,
    }
    if citation.published and citation.published.day:
        statement["date-published"] = str(citation.published)
    return {name: value for name, value in statement.items() if value}


def _date_parts(citation: Citation) -> list[int]:
    when = citation.published
    return [part for part in (when.year, when.month, when.day) if part] if when else []
