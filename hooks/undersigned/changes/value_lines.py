"""Values of entries as lines of Markdown, and how two of them differ."""

from collections.abc import Iterable, Iterator
from itertools import takewhile

from ..domain_names import both_forms
from ..fields import BETWEEN
from ..lists import LISTS
from ..markup.untrusted import LONGEST, code, codes
from .differences import Difference
from .distinction import distinction, runs_leftwards

# How many characters of a common beginning are shown before the first that differs.
SHARED = 40

# No name of a field has two meanings in two lists.
_LABELS = {field.name: field.label for kept in LISTS for field in kept.fields}
_SEVERAL = frozenset(name for kept in LISTS for name in kept.several)


def differences(found: Iterable[Difference]) -> Iterator[str]:
    """What differs in an entry, each field on a line, or on several where one would mislead."""
    for each in found:
        yield from (f"  - {line}" for line in difference(each))


def difference(found: Difference) -> Iterator[str]:
    """A value before and after; on two lines where letters would draw the second before the first.

    Of two that look alike, the code points say what differs.
    """
    field, *values = found
    old, new = (
        "nothing" if value is None else value_of(field, value) for value in _shortened(found)
    )
    if any(map(runs_leftwards, values)):
        yield f"{label(field)} before: {old}"
        yield f"{label(field)} now: {new}"
    else:
        yield f"{label(field)}: {old} → {new}"
    if differing := distinction(found.old, found.new):
        yield f"**these look alike**, and differ in {code(differing)}"


def _shortened(difference: Difference) -> Iterable[str | None]:
    """Both values, with an ellipsis for a common beginning so long that it would hide the rest."""
    _, old, new = difference
    both = zip(old or "", new or "", strict=False)
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], both))
    skipped = shared - SHARED if shared > LONGEST - SHARED else 0
    return (value and (f"…{value[skipped:]}" if skipped else value) for value in (old, new))


def value_of(field: str, value: str) -> str:
    """A value as code, an address with both forms of its host; several as so many codes."""
    several = BETWEEN in value and field in _SEVERAL
    return codes(value.split(BETWEEN)) if several else address_of(value)


def address_of(value: str) -> str:
    """A value as code, behind an address its host in both forms where that is not plain ASCII."""
    return f"{code(value)} at {code(forms)}" if (forms := both_forms(value)) else code(value)


def label(field: str) -> str:
    """The name of a field as people are shown it; of an unknown one as code."""
    return _LABELS.get(field) or code(field)
