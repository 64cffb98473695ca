"""What a figure says, as text beneath its drawing: Markdown that cites its sources."""

from collections.abc import Callable, Iterator, Mapping
from itertools import groupby

from ..bibliography.citations.citation import written_key
from ..figures.model import Figure, FigureKind, Row, When
from ..figures.wording import markdown, shown_value, shown_when
from .marks import WORDS

# A comment in place of the mark of an event, whose drawing a page is given last.
MARK = "<!-- mark: {} -->"

# The class of the list of a timeline's events.
EVENTS = "drawn-events"

SUMMARIES: Mapping[FigureKind, str] = {
    FigureKind.STEPS: "In words, and to take along",
    FigureKind.TIMELINE: "The figure to take along",
}
NUMBERS = "The numbers, and the figure to take along"


def cited(keys: tuple[str, ...]) -> str:
    """A citation of sources, behind what they say."""
    return f"[{'; '.join(map(written_key, keys))}]" if keys else ""


def beneath(figure: Figure, locale: str) -> Iterator[str]:
    """The rows of a figure in words, folded beneath its drawing; none of a timeline."""
    yield from _LISTED.get(figure.kind, _numbers)(figure, locale)


def events(figure: Figure, locale: str) -> Iterator[str]:
    """The events of a timeline by year, the newest first, as a part of the page."""
    dated = [(row.when, row) for row in figure.rows if row.when]
    dated.sort(key=lambda each: _order(each[0]), reverse=True)
    for year, found in groupby(dated, key=lambda each: each[0].first.year):
        yield f"\n## {year}\n"
        yield f'<div class="{EVENTS}" markdown>\n'
        for when, row in found:
            kind = row.event
            named = f"{MARK.format(kind)} {WORDS[kind]}, " if kind else ""
            head = f"<small>{named}{markdown(shown_when(when, locale))}</small>"
            yield f"- {head} {_stopped(markdown(row.label))}{cited(row.sources)}"
        yield "\n</div>"


def _order(when: When) -> tuple[int, int, int]:
    """What is known by its month alone stands behind that month's days, as the later."""
    first = when.first
    return first.year, first.month, first.day or 32


def _numbers(figure: Figure, locale: str) -> Iterator[str]:
    for row in figure.rows:
        when = f", {shown_when(row.when, locale)}" if row.when else ""
        note = f" {_stopped(markdown(row.note))}" if row.note else ""
        label = _stopped(f"{markdown(row.label)}{when}")
        yield f"- **{shown_value(row)}**: {label}{note}{cited(row.sources)}"
    yield ""


def _steps(figure: Figure, _: str) -> Iterator[str]:
    for number, row in enumerate(figure.rows, 1):
        yield f"{number}. **{markdown(row.label)}** {_stopped(markdown(row.note))}{_ways(row)}"
    yield ""


def _ways(row: Row) -> str:
    """Where principles break the chain at a step, and the sources of all that is said of it."""
    ways = (f" Principle {each.principle}: {_stopped(markdown(each.words))}" for each in row.breaks)
    return f"{''.join(ways)}{cited(row.sources)}"


def _none(*_: object) -> Iterator[str]:
    yield from ()


def _stopped(sentence: str) -> str:
    """The words with a full stop, unless a sign ends them that needs none."""
    return sentence if sentence.endswith((".", "!", "?", "…", "&#46;", "&#33;", "&#63;")) else (
        f"{sentence}."
    )  # fmt: skip


_LISTED: Mapping[FigureKind, Callable[[Figure, str], Iterator[str]]] = {
    FigureKind.STEPS: _steps,
    FigureKind.TIMELINE: _none,
}
