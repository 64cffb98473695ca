"""The entries of a site, read from signatories.yml and from the drop-ins beside it."""

from collections.abc import Iterator
from pathlib import Path

from ..names.slug import slug
from ..paths import DROP_INS, REGISTER, should_be_drop_in
from ..problem import Problem, quoted
from ..text.characters import addressed_comments
from ..text.source import MEBIBYTE, Entry, names_in, read_source
from ..text.yaml_reader import read_entries

LARGEST_DROP_IN = 8 * 1024
LARGEST = 64 * MEBIBYTE


def gather(root: Path) -> tuple[list[Entry], list[Problem]]:
    """The entries of signatories.yml, then of each drop-in, and the problems of reading them.

    A drop-in whose entry is in signatories.yml field for field is left out: it is no duplicate,
    but a file that an interrupted fold has yet to delete.
    """
    entries, problems = _read(root, REGISTER)
    names, unreadable = names_in(root, DROP_INS)
    unfolded: list[Entry] = []
    for name in filter(should_be_drop_in, names):
        more, wrong = _read_drop_in(root, f"{DROP_INS}/{name}")
        unfolded += more
        problems += wrong
    return [*entries, *_without_folded(entries, unfolded)], [*problems, *unreadable]


def _read_drop_in(root: Path, path: str) -> tuple[list[Entry], list[Problem]]:
    if not path.endswith(".yml"):
        return [], [Problem(path, 1, 1, "is no drop-in; name it '<slug>.yml' or move it away")]
    entries, problems = _read(root, path, LARGEST_DROP_IN)
    if len(entries) != 1 and not problems:
        message = f"a drop-in holds one entry, this one {len(entries) or 'none'}; split or fill it"
        problems.append(Problem(path, 1, 1, message))
    return entries, problems


def _read(root: Path, path: str, at_most: int = LARGEST) -> tuple[list[Entry], list[Problem]]:
    source, problems = read_source(root, path, at_most)
    if source is None:
        return [], problems
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
