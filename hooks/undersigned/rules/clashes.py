"""What entries must not be to each other."""

from collections.abc import Callable, Iterator, Sequence

from ..problems import Problem, quoted
from ..slug import slug
from ..source import Entry


def nobody(_: Entry) -> bool:
    """No entry is to blame before another: the later one is."""
    return False


def clashes_among(
    entries: Sequence[Entry], blamed: Callable[[Entry], bool] = nobody
) -> Iterator[Problem]:
    """Every problem between entries, told of the one that is `blamed`, else of the later one."""
    known: dict[str, Entry] = {}
    for entry in entries:
        name = entry.get("name")
        if name is not None and name.value.strip():
            first = known.setdefault(slug(name.value), entry)
            if first is not entry and blamed(first) and not blamed(entry):
                yield _same_identity(first, entry)
            elif first is not entry:
                yield _same_identity(entry, first)
    for entry in entries:
        yield from _distinct_from_nobody(entry, known)


def _same_identity(entry: Entry, first: Entry) -> Problem:
    """No two entries have the same slug."""
    names = [each.fields["name"].value for each in (entry, first)]
    message = f"{quoted(names[0])} is already on {first.path}:{first.line}"
    if names[0] != names[1]:
        message += f" as {quoted(names[1])}"
    return entry.problem(f"{message}; remove one, or tell the two apart by name", "name")


def _distinct_from_nobody(entry: Entry, known: dict[str, Entry]) -> Iterator[Problem]:
    """`distinct_from` names the slug of another entry."""
    other = entry.get("distinct_from")
    if other and other.value.strip() and known.get(other.value, entry) is entry:
        message = f"distinct_from {quoted(other.value)} is no other entry's slug; correct it"
        yield entry.problem(message, "distinct_from")
