"""The fields of a source by what they mean, whether BibTeX or BibLaTeX named them."""

from pybtex.database import Entry
from pybtex.richtext import Text

from .latex import cleaned, plain, rich
from .links import addresses_of

_CONTAINERS = ("journal", "journaltitle", "booktitle", "maintitle")
BODIES = ("howpublished", "organization", "institution", "school", "publisher", "eventtitle")


def text_of(entry: Entry, *names: str) -> Text:
    """The first of these fields that says something, as rich text."""
    return next((found for name in names if (found := rich(entry.fields.get(name, "")))), Text())


def words_of(entry: Entry, *names: str) -> str:
    """The first of these fields that says something, as bare words."""
    return next((found for name in names if (found := plain(entry.fields.get(name, "")))), "")


def title_of(entry: Entry) -> Text:
    """The title with its subtitle, in its own capitals; that of the whole where it has none."""
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
    """What the source is a part of; nothing where that is its only title."""
    return text_of(entry, *_CONTAINERS) if words_of(entry, "title") else Text()


def bodies_of(entry: Entry, but: str) -> list[Text]:
    """Who issued it and where, each once, without who was named as its author already.

    A way of publication that is nothing but the address is told by the link.
    """
    told, bodies = {but.casefold(), ""}, []
    addresses = addresses_of(entry)
    for name in BODIES:
        written = cleaned(str(entry.fields.get(name, "")))
        if any(written in (address, rf"\url{{{address}}}") for address in addresses):
            continue
        body = _within(rich(written), but)
        if (key := str(body).strip().casefold()) not in told:
            told.add(key)
            bodies.append(body)
    return bodies


def _within(body: Text, author: str) -> Text:
    """A part of whoever was named as the author already: 'Security Lab'."""
    named = f"{author}, "
    if author and str(body).casefold().startswith(named.casefold()):
        return body[len(named) :]
    return body
