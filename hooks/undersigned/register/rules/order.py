"""The rule about the order of entries in signatories.yml."""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from ...names.collation import by_name
from ...problem import Problem, quoted
from ...text.source import Entry


def out_of_order(entries: Sequence[Entry], blamed: Callable[[Entry], bool]) -> Iterator[Problem]:
    """The entries of signatories.yml are in canonical order; drop-ins have one entry each.

    Of two neighbours in the wrong order the later is reported, unless only the earlier is `blamed`.
    """
    register = [entry for entry in entries if entry.path == "signatories.yml"]
    named = [(by_name(name.value), entry) for entry in register if (name := entry.get("name"))]
    for (key, before), (following, after) in pairwise(named):
        if following < key:
            first, second = key[1], following[1]
            if blamed(before) and not blamed(after):
                message = f"{quoted(first)} stands before {quoted(second)}"
                yield before.problem(f"{message}; 'undersigned format' mends it", "name")
            else:
                message = f"{quoted(second)} stands after {quoted(first)}"
                yield after.problem(f"{message}; 'undersigned format' mends it", "name")
