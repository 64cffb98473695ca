"""The rule that an earlier name is nobody else's present one."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice

from ...names.similarity import distinctive_words
from ...problem import Problem, Way, quoted
from .known import Known, are_told_apart
from .remedies import REMOVE, mended

# Of thousands of one name, an earlier name is compared with so many.
_AT_MOST = 20


def renamed_pairs(known: Sequence[Known]) -> Iterator[tuple[int, int]]:
    """The positions of every two entries one of which has the other's name as an earlier one."""
    renamed = [position for position, one in enumerate(known) if one.earlier]
    named: dict[tuple[str, bool], list[int]] = defaultdict(list)
    for position, one in enumerate(known if renamed else ()):
        named[one.folded, one.person].append(position)
    for position in renamed:
        one = known[position]
        for text in one.entry.each("formerly"):
            folded = _folded(text.value, one)
            same = (
                other
                for other in named.get((folded, one.person), ())
                if not are_told_apart(known[other], one)
            )
            for other in islice(same, _AT_MOST):
                yield min(position, other), max(position, other)


def one_earlier_name(second: Known, first: Known) -> Problem:
    """Nobody's earlier name is somebody's name: a renamed signatory keeps its id.

    Else it would be there twice, under each name. Two signatories, such as one that has taken up
    the name that another gave up, say so by `distinct_from`.
    """
    place = first.place_of("name")
    same = () if second.gives_id else (Way("id", first.id, "if it is the same"),)
    ways = (REMOVE, *same, Way("distinct_from", first.id, "if they are two"))
    for text in second.entry.each("formerly"):
        if _folded(text.value, second) == first.folded:
            found = f"formerly {quoted(text.value)} is {quoted(first.name)} on {place}"
            problem = mended(second.entry, found, ways, "formerly")
            return problem._replace(line=text.line, column=text.column)
    found = f"{quoted(second.name)} is an earlier name of {quoted(first.name)} on {place}"
    return mended(second.entry, found, ways, "name")


def _folded(name: str, one: Known) -> str:
    return "".join(distinctive_words(name, person=one.person))
