"""The entries of a site, read from signatories.yml and from the drop-ins beside it."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from ..names.slug import slug
from ..paths import DROP_INS, REGISTER, should_be_drop_in
from ..problem import Problem, quoted
from ..text.characters import addressed_comments
from ..text.source import Entry, Source, names_in, read_source
from ..text.yaml_reader import read_entries

LARGEST_DROP_IN = 8 * 1024


def gather(root: Path) -> tuple[list[Entry], list[Problem]]:
    """The entries of signatories.yml, then of each drop-in, and the problems of reading them.

    A drop-in whose entry is in signatories.yml field for field is left out: it is no duplicate,
    but a file that an interrupted fold has yet to delete.
    """
    source = read_source(root, REGISTER)
    names = names_in(root, DROP_INS)
    if isinstance(names, Problem):
        entries, problems = gathered(source, ())
        return entries, [*problems, names]
    return gathered(source, (_drop_in(root, name) for name in names if should_be_drop_in(name)))


def gathered(
    register: Source | Problem, drop_ins: Iterable[Source | Problem]
) -> tuple[list[Entry], list[Problem]]:
    """The entries of a register and drop-ins that have been read, and the problems of reading them.

    A drop-in whose entry is in the register field for field is left out.
    """
    entries, problems = ([], [register]) if isinstance(register, Problem) else _read(register)
    unfolded: list[Entry] = []
    for source in drop_ins:
        more, wrong = ([], [source]) if isinstance(source, Problem) else _read_drop_in(source)
        unfolded += more
        problems += wrong
    return [*entries, *_without_folded(entries, unfolded)], problems


def _drop_in(root: Path, name: str) -> Source | Problem:
    path = f"{DROP_INS}/{name}"
    return misplaced(path) or read_source(root, path, LARGEST_DROP_IN)


def misplaced(path: str) -> Problem | None:
    """The problem of a path among the drop-ins that does not end in '.yml', if it is one."""
    if path.endswith(".yml"):
        return None
    return Problem(path, 1, 1, "is no drop-in; name it '<slug>.yml' or move it away")


def _read_drop_in(source: Source) -> tuple[list[Entry], list[Problem]]:
    entries, problems = _read(source)
    if len(entries) != 1 and not problems:
        message = f"a drop-in holds one entry, this one {len(entries) or 'none'}; split or fill it"
        problems.append(Problem(source.path, 1, 1, message))
    return entries, problems


def _read(source: Source) -> tuple[list[Entry], list[Problem]]:
    entries, problems = read_entries(source)
    return entries, [*problems, *addressed_comments(source, entries)]


def _without_folded(register: list[Entry], drop_ins: list[Entry]) -> list[Entry]:
    names = {_name(each) for each in drop_ins}
    folded = [each.values for each in register if names and _name(each) in names]
    return [each for each in drop_ins if each.values not in folded]


def _name(entry: Entry) -> str:
    name = entry.get("name")
    return name.value if name else ""


def misnamed(entry: Entry) -> Iterator[Problem]:
    """A drop-in is named after its entry's slug, so that two for one signatory conflict."""
    name = entry.get("name")
    if name is not None and entry.path.startswith(f"{DROP_INS}/"):
        wanted = f"{DROP_INS}/{slug(name.value)}.yml"
        if entry.path != wanted:
            message = f"the file of {quoted(name.value)} is named {wanted}; rename it"
            yield entry.problem(message, "name")
