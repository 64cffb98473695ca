"""What a figure says, as text beneath its drawing: Markdown that cites its sources."""

from collections import Counter
from collections.abc import Callable, Iterator
from itertools import groupby

from ..bibliography.citations.citation import written_key
from ..figures.model import Figure, FigureKind, Row, When
from ..figures.wording import markdown, plain, shown_value, shown_when
from ..language.catalogue import Catalogue
from ..sentences import full_stop
from .marks import kind_words

# A comment in place of the mark of an event, whose drawing a page is given last.
MARK = "<!-- mark: {} -->"

# The class of the list of a timeline's events.
EVENTS = "drawn-events"


def summary(kind: FigureKind, catalogue: Catalogue) -> str:
    """What leads to that which is folded beneath a figure of a kind."""
    _ = catalogue.gettext
    if kind is FigureKind.STEPS:
        return _("In words, and to take along")
    if kind is FigureKind.TIMELINE:
        return _("The figure to take along")
    return _("The numbers, and the figure to take along")


# What a source is called in a sentence, by its key; empty where there is none.
Named = Callable[[str], str]


def cited(keys: tuple[str, ...]) -> str:
    """A citation of sources, behind what they say."""
    return f"[{'; '.join(map(written_key, keys))}]" if keys else ""


def credited(figure: Figure, catalogue: Catalogue) -> str:
    """Where all that a figure shows is from; a bare key is its author's name, with a note."""
    keys = figure.sources if figure.kind is FigureKind.TIMELINE else figure.keys
    named = "; ".join(map(written_key, keys))
    if not keys:
        return ""
    return catalogue.ngettext(
        "Source: %(sources)s.", "Sources: %(sources)s.", len(keys), sources=named
    )


def beneath(figure: Figure, named: Named, catalogue: Catalogue) -> Iterator[str]:
    """The rows of a figure in words, folded beneath its drawing; none of a timeline.

    `named` is what each source is called in a sentence: what is folded has no note, since the way
    back from one would lead to what is not seen.
    """
    if figure.kind is FigureKind.STEPS:
        yield from _steps(figure, named, catalogue)
    elif figure.kind is not FigureKind.TIMELINE:
        yield from _numbers(figure, named, catalogue)


def counted_events(figure: Figure, catalogue: Catalogue) -> str:
    """How many events of each kind a timeline has, as its legend shows; empty for other kinds."""
    found = Counter(row.event for row in figure.rows if row.event)
    words = kind_words(catalogue).items()
    kinds = [f"{word} {catalogue.number(found[kind])}" for kind, word in words if kind in found]
    if not kinds:
        return ""
    told = catalogue.pgettext("between names", ", ").join(kinds)
    return catalogue.ngettext(
        "%(count)s event: %(kinds)s.", "%(count)s events: %(kinds)s.", found.total(), kinds=told
    )


def events(figure: Figure, catalogue: Catalogue) -> Iterator[str]:
    """The events of a timeline by year, the newest first, as a part of the page."""
    words = kind_words(catalogue)
    dated = [(row.when, row) for row in figure.rows if row.when]
    dated.sort(key=lambda each: _order(each[0]), reverse=True)
    for year, found in groupby(dated, key=lambda each: each[0].first.year):
        yield f"\n## {year}\n"
        yield f'<div class="{EVENTS}" markdown>\n'
        for when, row in found:
            kind = row.event
            named = f"{MARK.format(kind)}{words[kind]}" if kind else ""
            date = markdown(shown_when(when, catalogue.locale))
            head = f"<small>{named} <span>{date}</span></small>"
            yield f"- {head} <span>{_sentence(row.label)}{cited(row.sources)}</span>"
        yield "\n</div>"


def _order(when: When) -> tuple[int, int, int]:
    """What is known by its month alone stands behind that month's days, as the later."""
    first = when.first
    return first.year, first.month or 13, first.day or 32


def _numbers(figure: Figure, named: Named, catalogue: Catalogue) -> Iterator[str]:
    for row in figure.rows:
        when = f", {shown_when(row.when, catalogue.locale)}" if row.when else ""
        note = f" {_sentence(row.note)}" if row.note else ""
        label = _sentence(row.label, when)
        yield f"- **{shown_value(row, catalogue.locale)}**: {label}{note}{_from(row, named)}"
    yield ""


def _steps(figure: Figure, named: Named, catalogue: Catalogue) -> Iterator[str]:
    for number, row in enumerate(figure.rows, 1):
        told = f"{_sentence(row.note)}{_ways(row, catalogue)}{_from(row, named)}"
        yield f"{number}. **{markdown(row.label)}** {told}"
    yield ""


def _ways(row: Row, catalogue: Catalogue) -> str:
    """Where principles break the chain at a step."""
    ways = (
        catalogue.part_gettext(
            "Principle %(number)s: %(words)s",
            number=str(each.principle),
            words=_sentence(each.words),
        )
        for each in row.breaks
    )
    return "".join(f" {way}" for way in ways)


def _from(row: Row, named: Named) -> str:
    names = "; ".join(markdown(name) for key in row.sources if (name := named(key)))
    return f" ({names})" if names else ""


def _sentence(words: str, after: str = "") -> str:
    """Words of a figure's file as a sentence in Markdown, with other text at its end, if any."""
    return f"{markdown(words)}{after}{full_stop(f'{plain(words)}{after}')}"
