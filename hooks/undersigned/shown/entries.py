"""Whether a page shows the entries that it lists, each where a reader sees it, and no others."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from ..markup import document
from ..markup.document import Element
from ..paths import PROOFS
from ..problem import counted, quoted
from .frame import IN_SIGHT, Step, astray, step_of, steps_with, written
from .listings import Listing
from .rows import CLASS, GRADE, NAME, Folded, links_in, words_of

PRINTED = "undersigned-document__name"

# Between the frame of a page and an entry or a printed name, by the templates that list them.
_LIST = written("section.undersigned-group", "ul.undersigned-entries")
_BENEATH = written("section.undersigned-beneath", "ul.undersigned-entries")
_PRINTED = written(
    "article.undersigned-document",
    "section.undersigned-document__signatories",
    "section.undersigned-document__group",
    *("ul", "li", "p"),
)

# Between the frame of a page and its links to sheets.
_CHIPS = written("section.undersigned-group", "ul.undersigned-chips", "li")
_SHEETS = written(
    "section.undersigned-group", "ul.undersigned-chips undersigned-chips--sheets", "li"
)
_BARS = written(
    "section.undersigned-group", "dl.undersigned-tally undersigned-tally--bars", "div", "dt"
)


class Shown(NamedTuple):
    """What the entries on a page say, in order.

    It is by what each is `known`, where their names lead, and the addresses to which rows lead for
    what a server said, and for other files named alike.
    """

    known: Sequence[str]
    led: Sequence[str]
    copies: Sequence[str]


def shown_by(page: Element, anchored: bool) -> Shown:
    """What the entries in the tree of a page say."""
    return Shown(
        [_known(each, anchored) for each in page.select(f".{CLASS}")],
        [each.attributes.get("href", "") for each in page.select(f".{NAME} a")],
        [each.attributes["href"] for each in page.select(f'.{GRADE} a[href*="{_COPIES}"]')],
    )


def said_by(page: Folded, anchored: bool) -> Shown:
    """What the rows of a page say, as they are written."""
    by_name = (
        "" if own else words_of(name) for own, name in zip(page.ids, page.names, strict=True)
    )
    known = [each or "" for each in page.ids] if anchored else [*by_name]
    leading = (each for each in page.grades if _COPIES in each)
    return Shown(
        known,
        [*filter(None, page.links)],
        [link for each in leading for link in links_in(each) if _COPIES in link],
    )


_COPIES = f"{PROOFS}/"


def faults_of_entries(
    page: Element, frame: Sequence[Step], listing: Listing | None, known: Sequence[str]
) -> Iterator[str]:
    """What is wrong with the entries on a page: all that it lists are shown, and no others."""
    items, names = page.select(f".{CLASS}"), page.select(f".{PRINTED}")
    beneath = listing is not None and listing.beneath
    yield from _out_of_place(items, (*frame, *(_BENEATH if beneath else _LIST)))
    yield from _out_of_place(names, (*frame, *_PRINTED))
    expected = listing.expected if listing else []
    if beneath and expected and not items:
        yield f"no signatories stand beneath the text, as extra.register.beneath says; {_TEMPLATE}"
        return
    printed = listing is not None and listing.to_print
    yield from _other_entries(known, [] if printed else expected)
    yield from _other_entries([*map(_text, names)], expected if printed else [])


def altered_rows(html: str, page: Element, count: int) -> Iterator[str]:
    """What is wrong with so many rows on a page, where the HTML before them reaches into them.

    A formatting element that is not closed begins again in each block that follows (HTML standard,
    13.2.4.3), so the rows are held against those of the same HTML without what precedes them.
    """
    first, shown = _ROW.search(html), page.select(f"li.{CLASS}")
    if len(shown) > count:
        yield f"there are other rows than those of {counted(count, 'entry', 'entries')}; {_REMOVED}"
    elif first:
        alone = document.page(html[first.start() :]).select(f"li.{CLASS}")
        if [each.html for each in alone] != [each.html for each in shown]:
            yield f"entries are shown otherwise than templates write them; {IN_SIGHT}"


# As templates write it, or a plugin that leaves quotes out.
_ROW = re.compile(rf'<li class="?{CLASS}"?[ >]')


def doubled_ids(page: Element, ids: Sequence[str]) -> Iterator[str]:
    """A message for each id of an entry that something else on the page has as well."""
    own = set(ids)
    found = Counter(each for each in map(_id, page.select("[id]")) if each in own)
    for each in (each for each, times in found.items() if times > 1):
        yield (
            f"id {quoted(each)} is that of an entry, and stands on this page twice; give a heading"
            " or whatever else has it another one"
        )


def other_proofs(shown: Iterable[str], listing: Listing) -> Iterator[str]:
    """What is wrong with the kept copies that rows lead to, given by their files.

    Each endorsement that a server proves leads to the copy that says so, and no other does.
    """
    copies = [each for each in shown if each.startswith(f"{PROOFS}/")]
    if copies != listing.copies:
        other = next((a or b for a, b in zip_longest(copies, listing.copies) if a != b), "")
        yield f"rows do not lead to the copies that prove them, at {quoted(other)}; {_DRAWN}"


def linked_from(page: Element, frame: Sequence[Step]) -> Iterator[str]:
    """The addresses of sheets to which a page leads, where readers see the links."""
    ways = [(*frame, *way) for way in (_CHIPS, _SHEETS, _BARS)]
    rooms: dict[Element, tuple[Step, ...]] = {}
    for link in page.select(".undersigned-chips a, .undersigned-tally a"):
        item, attributes = link.parent, link.attributes
        room = item.parent if item else None
        if item and room and attributes.keys() == {"href"}:
            if room not in rooms:  # that of all links of a list
                rooms[room] = steps_with(room)
            if not astray((*rooms[room], step_of(item)), ways):
                yield attributes["href"]


def misleading_names(led: Iterable[str], listing: Listing) -> Iterator[str]:
    """What is wrong with where the names of a page lead: each to the entry that has its id."""
    if listing.names_alone and [each.partition("#")[2] for each in led] != [
        entry.id for entry in listing.entries
    ]:
        yield f"names do not lead to their entries; {_DRAWN}"


def _known(element: Element, anchored: bool) -> str:
    """By what an entry is known; one with other attributes than templates write, by none."""
    attributes = element.attributes
    own = attributes.pop("id", "") if anchored else ""
    if element.name != "li" or attributes != {"class": CLASS}:
        return ""
    return own if anchored else " ".join(_text(each) for each in element.select(f".{NAME}"))


def _out_of_place(elements: Sequence[Element], way: Sequence[Step]) -> Iterator[str]:
    """One message for all that stand in a place that is not theirs."""
    above = [(each, parent) for each in elements if (parent := each.parent)]
    judged = {parent: astray(steps_with(parent), [way]) for parent in {each for _, each in above}}
    for place in dict.fromkeys(judged[parent] for _, parent in above if judged[parent]):
        yield f"entries stand {place}, where readers may not see them; {IN_SIGHT}"


def _other_entries(shown: Sequence[str], expected: Sequence[str]) -> Iterator[str]:
    if shown == expected:
        return
    added, missing = Counter(shown) - Counter(expected), Counter(expected) - Counter(shown)
    if added:
        yield f"{_some(added)} shown as {_entries(added)} and not listed here; {_REMOVED}"
    if missing:
        yield f"{_some(missing)} not shown among the entries of this page; {IN_SIGHT}"
    if not added and not missing:
        yield f"the entries are not shown in their order; {IN_SIGHT}"


_TEMPLATE = "put 'template: undersigned/text.html' at the head of this page"
_DRAWN = "let overrides/undersigned/parts.html draw them as this project has it"
_REMOVED = "remove the HTML by which the page poses as the register"


def _some(found: Counter[str]) -> str:
    first, more = next(iter(found)), found.total() - 1
    what = quoted(first) if first else "what has no name of its own"
    return f"{what} and {more:,} more are" if more else f"{what} is"


def _entries(found: Counter[str]) -> str:
    return "entries" if found.total() > 1 else "an entry"


def _text(element: Element) -> str:
    return " ".join(element.text.split())


def _id(element: Element) -> str:
    return element.attributes["id"]
