"""Whether the names that a page puts before all others are signatories’, and so are the words."""

from collections.abc import Iterator, Sequence

from ..markup.document import Element
from ..problem import quoted
from ..views.entries import ListedSignatory
from ..views.register import RegisterView
from .frame import Step, astray, steps_to, written

CLASS = "undersigned-named"
NAME = f"{CLASS}__name"

# Between the frame of a page and the link that holds a name, by the template that lists them.
_BEHIND = "section.undersigned-standing-behind"
_CARD = written(_BEHIND, f"ul.{CLASS}", "li")
_WAYS = (
    (*_CARD, *written("h3")),
    written(_BEHIND, "p"),
    written(_BEHIND, "ul.undersigned-newest", "li"),
)


def faults_of_foremost(
    page: Element, frame: Sequence[Step], register: RegisterView
) -> Iterator[str]:
    """What is wrong with the names on a page that leads to some, if it has any.

    They are those whom the site puts first, then the newest, as far as these are news. Each leads
    to its entry, and has its own words or none.
    """
    links = [link for each in page.select(f"bdi.{NAME}") if (link := each.parent)]
    ways = [(*frame, *way) for way in _WAYS]
    for place in dict.fromkeys(filter(None, (astray(steps_to(each), ways) for each in links))):
        yield f"names stand {place}, where readers may not see them; {_DRAWN}"
    shown = [(_text(each), each.attributes.get("href", "").partition("#")[2]) for each in links]
    first, newest = _known(register.foremost), _known(register.newest)
    if shown and shown not in [first + newest[:count] for count in range(len(newest) + 1)]:
        other = next((pair for pair in shown if pair not in first + newest), shown[0])
        yield f"{quoted(other[0])} is not named here as the register has it; {_DRAWN}"
    yield from _altered_words(page, register.foremost)


def _altered_words(page: Element, foremost: Sequence[ListedSignatory]) -> Iterator[str]:
    own = {" ".join((each.latest.statement or "").split()) for each in foremost}
    for quotation in page.select(f".{CLASS} blockquote"):
        if (words := _text(quotation)) not in own:
            yield f"{quoted(words)} is shown as the words of a signatory who wrote others; {_DRAWN}"


_DRAWN = "let overrides/undersigned/standing.html draw them as this project has it"


def _known(entries: Sequence[ListedSignatory]) -> list[tuple[str, str]]:
    return [(" ".join(each.name.split()), each.id) for each in entries]


def _text(element: Element) -> str:
    return " ".join(element.text.split())
