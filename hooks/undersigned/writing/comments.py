"""Comments on lines of their own, and whether the entry above or the one below is meant."""

from collections.abc import Iterable, Sequence
from itertools import chain, takewhile
from typing import NamedTuple


class Comment(NamedTuple):
    """A comment from its '#', where it stands, and whether it is indented on its own line."""

    text: str
    start: int
    line: int
    indented: bool


Comments = tuple[Comment, ...]


def shared_out(
    comments: Sequence[Comment], above: int | None, below: int | None
) -> tuple[Comments, Comments, Comments]:
    """Comments between two entries: those of the one above, of neither, of the one below.

    `above` is the last line of the entry above, `below` the first of the one below, where there
    is one. Indented lines belong above, other lines to the entry they touch; to the one below if
    they touch both or, between two entries, neither, so that each has a place.
    """
    if above is None:
        groups = _groups(comments)
        touching = bool(groups) and below is not None and groups[-1][-1].line >= below - 1
        lead = groups.pop() if touching else ()
        return (), _flat(groups), lead
    foot = tuple(takewhile(lambda comment: comment.indented, comments))
    groups = _groups(comments[len(foot) :])
    last = foot[-1].line if foot else above
    touches_both = len(groups) == 1 and below is not None and groups[0][-1].line >= below - 1
    if groups and groups[0][0].line <= last + 1 and not touches_both:
        foot += groups.pop(0)
    return (foot, _flat(groups), ()) if below is None else (foot, (), _flat(groups))


def joined(comments: Iterable[Comment]) -> tuple[str, ...]:
    """The lines of comments without blank lines between them."""
    return tuple(comment.text for comment in comments)


def paragraphs(comments: Sequence[Comment]) -> tuple[str, ...]:
    """The lines of comments, with an empty one where there were blank lines."""
    lines: list[str] = []
    for group in _groups(comments):
        lines += ["", *joined(group)] if lines else joined(group)
    return tuple(lines)


def _groups(comments: Sequence[Comment]) -> list[Comments]:
    groups: list[Comments] = []
    for comment in comments:
        if groups and comment.line <= groups[-1][-1].line + 1:
            groups[-1] += (comment,)
        else:
            groups.append((comment,))
    return groups


def _flat(groups: Iterable[Comments]) -> Comments:
    return tuple(chain.from_iterable(groups))
