"""The fields of a source by their meaning, under the names of BibTeX and BibLaTeX."""

from pybtex.database import Entry
from pybtex.richtext import Text

from .latex import cleaned, plain, rich
from .links import addresses_of

_CONTAINERS = ("journal", "journaltitle", "booktitle", "maintitle")
BODIES = ("howpublished", "organization", "institution", "school", "publisher", "eventtitle")


def text_of(entry: Entry, *names: str) -> Text:
    """The first of these fields that is not empty, as rich text."""
    return next((found for name in names if (found := rich(entry.fields.get(name, "")))), Text())


def words_of(entry: Entry, *names: str) -> str:
    """The first of these fields that is not empty, as plain text."""
    return next((found for name in names if (found := plain(entry.fields.get(name, "")))), "")


def title_of(entry: Entry) -> Text:
    """The title and subtitle in their own capitals; without a title, that of the container."""
    title = next(
        (
            found
            for name in ("title", *_CONTAINERS)
            if (found := rich(entry.fields.get(name, ""), linked=False))
        ),
        Text("Untitled"),
    )
    subtitle = rich(entry.fields.get("subtitle", ""), linked=False)
    if not subtitle:
        return title
    return Text(title, " " if str(title).endswith(("?", "!")) else ": ", subtitle)


def container_of(entry: Entry) -> Text:
    """The title of what the source is a part of; empty where it is the source's only title."""
    return text_of(entry, *_CONTAINERS) if words_of(entry, "title") else Text()


def bodies_of(entry: Entry, but: str) -> list[Text]:
    """The bodies that issued a source and the event, each once, without the author `but`.

    A field that holds the address alone is left out, since the title links to it.
    """
    seen, bodies = {but.casefold(), ""}, []
    addresses = addresses_of(entry)
    for name in BODIES:
        written = cleaned(str(entry.fields.get(name, "")))
        if any(written in (address, rf"\url{{{address}}}") for address in addresses):
            continue
        body = _within(rich(written), but)
        if (key := str(body).strip().casefold()) not in seen:
            seen.add(key)
            bodies.append(body)
    return bodies


def _within(body: Text, author: str) -> Text:
    """The body without the author's name before it: of 'Acme, Security Lab' the second part."""
    named = f"{author}, "
    if author and str(body).casefold().startswith(named.casefold()):
        return body[len(named) :]
    return body
