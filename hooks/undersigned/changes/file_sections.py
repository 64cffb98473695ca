"""What a summary says of files: comments in them, exceptions, and which were touched and how."""

from collections.abc import Iterable, Iterator

from ..markup.untrusted import LONGEST, bounded, code
from ..problem import Problem
from .comment_changes import CommentChanges, FileComment
from .review import Review
from .risks import Risk, risk_of
from .touched import Touched

# How many lines a section has; the rest are counted.
MOST = 40

# The opening names so many files of each risk.
_FEW = 10


def comments(found: CommentChanges) -> Iterator[str]:
    """The comments that the change writes, takes out, or keeps in a fold: no page has them."""
    lines = [
        *(f"new in {_comment(each)}" for each in found.new),
        *(f"gone from {_comment(each)}" for each in found.gone),
        *(f"kept by the fold, in {_comment(each)}" for each in found.folded),
    ]
    return _listed("Comments", lines)


def exempted(found: Iterable[tuple[str, str]]) -> Iterator[str]:
    """The addresses whose failure nobody is told of any more, with the reasons."""
    lines = (f"{code(address)}, because: {code(reason)}" for address, reason in found)
    return _listed("Addresses that may fail from now on", lines)


def unrecorded(found: Iterable[Problem]) -> Iterator[str]:
    """The pages whose readers are not told that they changed."""
    pages = (code(each.path) for each in found)
    return _listed("Changed without a line of their history", pages)


def content(review: Review) -> Iterator[str]:
    """The touched files of content, which the opening does not name."""
    if review.adds_one_drop_in_only:
        return iter(())
    files = (
        each
        for each in review.touched
        if not each.is_link and risk_of(each.path, review.texts) is None
    )
    return _listed("Content touched", map(_file, sorted(files, key=_rank)))


def others(review: Review) -> Iterator[str]:
    """All other touched files, where there is more to be said than the opening does."""
    files = [
        each
        for each in review.touched
        if each.is_link or risk_of(each.path, review.texts) not in (None, Risk.PROOF)
    ]
    files += review.outside
    if len(files) <= _FEW and not any(each.what or each.earlier for each in files):
        return iter(())
    return _listed("Other files touched", map(_file, sorted(files, key=_rank)))


def _rank(file: Touched) -> tuple[bool, int, str]:
    """Files that were there come first, and of these what lies least deep."""
    return file.is_new, file.path.count("/"), file.path


def _file(file: Touched) -> str:
    earlier = f", before {code(file.earlier)}" if file.earlier else ""
    what = f", {file.what}" if file.what else ""
    return f"{code(file.path)}{what}{earlier}"


def _comment(each: FileComment) -> str:
    """A comment at its place; of one that is cut, how long it is."""
    size = f", {len(each.text):,} characters" if len(each.text) > LONGEST else ""
    return f"{code(f'{each.path}:{each.line}')}{size}: {code(each.text)}"


def _listed(title: str, lines: Iterable[str]) -> Iterator[str]:
    """A heading and the first lines of a list; nothing if there are none."""
    found = [f"- {line}" for line in bounded(lines, MOST)]
    if found:
        yield from ("", f"## {title}", "", *found)
