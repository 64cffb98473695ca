"""The ways to mend what is wrong between entries, and their words for who edits a file."""

from collections.abc import Iterable, Sequence
from itertools import count

from ...names.slug import LONGEST
from ...problem import Problem, Way, advised
from ...text.source import Entry
from ...text.yaml_writer import plain_or_quoted

# Where two entries are one, or one is there by mistake.
REMOVE = Way(action="remove one")


def elsewhere(action: str, when: str = "") -> Way:
    """A way that is not in the entry with the problem, but in one that is there already."""
    return Way(action=action, when=when, elsewhere=True)


def mended(entry: Entry, found: str, ways: Sequence[Way], field: str | None = None) -> Problem:
    """The problem of a field's value, or of an entry as a whole, with the ways to mend it."""
    problem = entry.problem(advised(found, ways, in_a_file), field)
    return problem._replace(found=found, ways=tuple(ways))


def without_way(problem: Problem, when: str) -> Problem:
    """The problem without the ways for a condition, where that cannot be met."""
    ways = tuple(way for way in problem.ways if way.when != when)
    if len(ways) == len(problem.ways):
        return problem
    return problem._replace(message=advised(problem.found, ways, in_a_file), ways=ways)


def in_a_file(way: Way) -> str:
    """A way in words for who edits the entry, such as: add 'id: acme-2' if they are two."""
    return phrase(_in_yaml(way), way)


def phrase(words: str, way: Way) -> str:
    """What to do, and under which condition."""
    return f"{words} {way.when}" if way.when else words


class FreeIds:
    """Ids that nobody has, for entries that want one that is taken.

    Where thousands want one id, none counts from the first number again.
    """

    def __init__(self, taken: Iterable[str], longest: int = LONGEST) -> None:
        self._taken = set(taken)
        self._longest = longest
        self._numbers: dict[str, int] = {}

    def like(self, wanted: str) -> str:
        """The wanted id or, where somebody has it, the first with a hyphen and a number from 2."""
        for number in count(self._numbers.get(wanted, 1)):
            offered = _numbered(wanted, number, self._longest)
            if offered not in self._taken:
                self._numbers[wanted] = number
                return offered
        raise AssertionError("numbers do not end")

    def take(self, given: str) -> None:
        """Offer an id to nobody else."""
        self._taken.add(given)


def _numbered(wanted: str, number: int, longest: int) -> str:
    if number == 1:
        return wanted
    ending = f"-{number}"
    return wanted[: longest - len(ending)].rstrip("-") + ending


def _in_yaml(way: Way) -> str:
    if not way.field:
        return way.action
    if not way.value:
        return f"give '{way.field}'"
    return f"add '{way.field}: {plain_or_quoted(way.value)}'"
