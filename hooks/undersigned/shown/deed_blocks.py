"""Whether pages show the sentences of the record where readers see them, and word for word."""

import re
from collections.abc import Iterator, Mapping, Sequence

from ..markup.content import DEEDS
from ..markup.document import Element, page
from ..problem import counted, quoted
from ..statement.principle_pages import principle_of
from ..views.principle_markdown import principle_words
from .built import BuiltSite
from .frame import IN_SIGHT, Step, astray, steps_to
from .text import Part, difference, parts_of

# A citation as the package writes it, and what stands for the notes that a page has in its place.
_CITATION = re.compile(r"\[@(?:\{[^{}\s]*\}|[^\[\]])+\]")
_NOTE = '<sup id="fnref:"></sup>'
_NOTES = re.compile(r"fnref\d*:.*", re.DOTALL)


def words_due(site: BuiltSite) -> Mapping[str, str]:
    """What the record says, in Markdown, on each page that has to show it, by the page's file.

    They are the pages of signatories, and those that say to be about a principle.
    """
    made = site.made
    if not made.view.record.pages:
        return {}
    due = {path: each.words for path, each in made.pages.items() if each.cites}
    for path in site.written:
        own = path not in made.pages and path != made.view.texts.draft_page
        number = principle_of((site.docs / path).read_text("utf-8-sig", "replace")) if own else None
        if number is not None:
            due[path] = principle_words(made.view.record, number, path, made.view.words.on_pages)
    return {site.file_of(path): words for path, words in due.items() if words}


def faults_of_blocks(
    root: Element, frame: Sequence[Step], site: BuiltSite, due: str
) -> Iterator[str]:
    """What is wrong with what a page says of the record; where nothing is due it may say nothing.

    Notes are left out of the comparison: their words are the bibliography's.
    """
    shown = root.select(f".{DEEDS}")
    if len(shown) != bool(due):
        times = counted(len(shown), "time")
        yield f"the record of deeds is shown {times} here; {_TIMES[bool(due)]}"
        return
    for block in shown:
        if place := astray(steps_to(block), [tuple(frame)]):
            yield f"the record of deeds stands {place}, where readers may not see it; {IN_SIGHT}"
        alone = page(site.drawn_alone(_CITATION.sub(_NOTE, due))).select(f".{DEEDS}")
        wanted = [part for each in alone for part in _without_notes(each)]
        if other := difference(_without_notes(block), wanted):
            yield f"the record of deeds is not shown as it is kept, at {quoted(other)}; {_CHANGED}"


_TIMES = {
    False: "remove the HTML by which this page poses as a record",
    True: "it belongs here once: close or remove the HTML in the words of this page",
}
_CHANGED = (
    "remove from the page what changes it, such as an abbreviation, or the plugin that does so"
)


def _without_notes(block: Element) -> list[Part]:
    """What a block is made of, without the marks by which it refers to notes."""
    found: list[Part] = []
    depth = 0
    for part in parts_of(block):
        begins = part.tag == "sup" and _NOTES.fullmatch(dict(part.attributes).get("id", ""))
        depth += bool(begins)
        if not depth:
            found.append(part)
        elif part.tag == "/sup":
            depth -= 1
    return found
