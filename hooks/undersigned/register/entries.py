"""The entries of a site, read from signatories.yml and from the drop-ins beside it."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from ..fields import SEVERAL
from ..identity import id_of
from ..paths import DROP_INS, REGISTER, should_be_drop_in
from ..problem import Problem, quoted
from ..text.characters import addressed_comments
from ..text.source import MEBIBYTE, Entry, names_in, read_source
from ..text.yaml_reader import read_entries

LARGEST_DROP_IN = 8 * 1024
LARGEST = 64 * MEBIBYTE


def gather(root: Path) -> tuple[list[Entry], list[Problem]]:
    """The entries of signatories.yml, then of each drop-in, and the problems of reading them.

    A drop-in whose entry is in signatories.yml, as folding would write it, is left out: it is no
    duplicate, but a file that an interrupted fold has yet to delete.
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
    entries, problems = read_entries(source, SEVERAL)
    return entries, [*problems, *addressed_comments(source, entries)]


def _without_folded(register: list[Entry], drop_ins: list[Entry]) -> list[Entry]:
    names = {_name(each) for each in drop_ins}
    folded = [identity(each.values) for each in register if names and _name(each) in names]
    return [each for each in drop_ins if identity(each.values) not in folded]


def identity(values: Mapping[str, str]) -> frozenset[tuple[str, str]]:
    """What an entry and the drop-in that it was folded from have in common: all but `listed`."""
    return frozenset(each for each in values.items() if each[0] != "listed")


def _name(entry: Entry) -> str:
    name = entry.get("name")
    return name.value if name else ""


def drop_in_paths(values: Mapping[str, str], version: str = "") -> tuple[str, ...]:
    """The paths that the drop-in of an entry may have; the second is for a signatory's next one.

    It is named after the signatory's id, so that two files for one signatory conflict, and where
    the signatory endorses a version after another, also after that version.
    """
    name = id_of(values)
    first = f"{DROP_INS}/{name}.yml"
    return (first, f"{DROP_INS}/{name}@{version}.yml") if version else (first,)


def is_drop_in(entry: Entry) -> bool:
    """Whether an entry is one of a drop-in."""
    return entry.path.startswith(f"{DROP_INS}/")


def misnamed(entry: Entry, version: str = "") -> Iterator[Problem]:
    """A drop-in is named after its signatory's id, and may say which version it endorses."""
    name = entry.get("name")
    if name is not None and is_drop_in(entry):
        wanted = drop_in_paths(entry.values, version)
        if entry.path not in wanted:
            message = f"the file of {quoted(name.value)} is named {wanted[0]}; rename it"
            yield entry.problem(message, "name")
