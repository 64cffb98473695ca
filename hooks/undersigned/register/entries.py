"""The entries of a list that people keep, read from its file and from the drop-ins beside it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from ..entry_list import SIGNATORIES, EntryList, folder_for
from ..identity import id_of
from ..names.slug import LONGEST as LONGEST_SLUG
from ..names.slug import slug
from ..paths import DROP_INS, should_be_drop_in
from ..problem import Problem, Severity, quoted, stopping
from ..text.characters import addressed_comments
from ..text.modelines import modelines_in
from ..text.source import MEBIBYTE, Entry, names_in, read_source
from ..text.yaml_reader import read_entries
from .terms.tidy import tidy, tidy_entry, wanting_quotes

LARGEST_DROP_IN = 8 * 1024
LARGEST = 64 * MEBIBYTE

# An id of the record, which has a number and a date behind that of a signatory.
_LONG_ID = re.compile(rf"(?=.{{{LONGEST_SLUG + 1},120}}\Z)[a-z0-9]+(?:-[a-z0-9]+)*")

# Endings of text files, of which an editor may put one behind another.
_SUFFIX = re.compile(r"(?:\.(?:ya?ml|txt|md|markdown|json))+\Z", re.I)


def gather(root: Path, kept: EntryList = SIGNATORIES) -> tuple[list[Entry], list[Problem]]:
    """The entries of a list, then of each drop-in, and the problems of reading them.

    A drop-in whose entry is in the list, as folding would write it, is left out: it is no
    duplicate, but a file that an interrupted fold has yet to delete.
    """
    entries, problems = list[Entry](), list[Problem]()
    if kept.is_expected(root):
        entries, problems = _read(root, kept.path, kept)
    names, unreadable = names_in(root, kept.drop_ins)
    unfolded: list[Entry] = []
    for name in filter(should_be_drop_in, names):
        more, wrong = _read_drop_in(root, f"{kept.drop_ins}/{name}", kept)
        unfolded += more
        problems += wrong
    in_both = _without_folded(entries, unfolded, kept)
    return [*entries, *in_both], [*problems, *unreadable]


def _read_drop_in(root: Path, path: str, kept: EntryList) -> tuple[list[Entry], list[Problem]]:
    if not path.endswith(".yml"):
        return [], list(_no_drop_in(root, path, kept))
    entries, problems = _read(root, path, kept, LARGEST_DROP_IN)
    if len(entries) == 1 or stopping(problems):
        return entries, problems
    if not entries:
        message = "a drop-in holds one entry, this one none; write one, or remove the file"
    elif all(entries[0].given.isdisjoint(each.given) for each in entries[1:]):
        # Whoever corrects the dashes corrects all else that is said of these entries.
        message = "a dash begins an entry; keep the first and put a space in place of each other"
        return [], [entries[1].problem(message)]
    else:
        return entries, [*problems, *_too_many(root, entries, kept)]
    return entries, [*problems, Problem(path, 1, 1, message)]


def _too_many(root: Path, entries: Sequence[Entry], kept: EntryList) -> Iterator[Problem]:
    """The problems of all entries of a drop-in but the first; no two are sent to one file."""
    taken: set[str] = set()
    for entry in entries:
        wanted = kept.drop_in_of(entry.values)
        if entry is not entries[0]:
            is_free = wanted not in taken and not (root / wanted).exists()
            is_free = is_free and names_a_file(kept.id_of(entry.values))
            place = wanted if is_free else f"a file of its own in {kept.drop_ins}/"
            yield entry.problem(f"a drop-in holds one entry; move this one to {place}")
        taken.add(wanted)


def _no_drop_in(root: Path, path: str, kept: EntryList) -> Iterator[Problem]:
    """The problem of a file in a folder of drop-ins that is named otherwise, or of a folder."""
    if (root / path).is_dir() and not (root / path).is_symlink():
        return  # what is in it is for `misplaced` to say
    entries, _ = _read(root, path, kept, LARGEST_DROP_IN)
    wanted = f"{kept.drop_ins}/{slug(_SUFFIX.sub('', path.rpartition('/')[2]))}.yml"
    if len(entries) == 1 and names_a_file(kept.id_of(entries[0].values)):
        wanted = kept.drop_in_of(entries[0].values)
    yield Problem(path, 1, 1, f"is no drop-in; name it {wanted}, or move it away if it is none")


def names_a_file(own: str) -> bool:
    """Whether an id, which somebody wrote, is fit to be advised as the name of a file."""
    return slug(own) == own or _LONG_ID.fullmatch(own) is not None


def _read(
    root: Path, path: str, kept: EntryList, at_most: int = LARGEST
) -> tuple[list[Entry], list[Problem]]:
    source, problems = read_source(root, path, at_most)
    if source is None:
        return [], problems
    entries, problems = read_entries(source, kept.several, Severity.NOTE)
    wrong = list(wanting_quotes(entries, problems, kept.by_name))
    for_programs = modelines_in(source, sound=not stopping(wrong))
    wrong += [*addressed_comments(source, entries), *for_programs]
    named = kept.named_by
    own = [each for each in entries if named in each.values or _is_own(each, kept)]
    return own, [*wrong, *_misfiled(entries, own)] if len(own) < len(entries) else wrong


def _is_own(entry: Entry, kept: EntryList) -> bool:
    """Whether an entry is one of the list, or by its fields of none: rules say what it lacks."""
    return kept.named_by in entry.given or folder_for(entry.given) in ("", kept.drop_ins)


def _misfiled(entries: Sequence[Entry], own: Sequence[Entry]) -> Iterator[Problem]:
    """The problem of each entry that belongs to another list; nothing else is asked of it."""
    known = set(map(id, own))
    for entry in entries:
        if id(entry) not in known:
            place = f"a file of its own in {folder_for(entry.given)}/"
            yield entry.problem(f"an entry of this kind is not read from here; move it to {place}")


def _without_folded(listed: list[Entry], drop_ins: list[Entry], kept: EntryList) -> list[Entry]:
    """The drop-ins that are not in the list."""
    names = {tidy(each.values.get(kept.named_by, "")) for each in drop_ins}
    # Of a long list, few entries are compared in full.
    folded = {
        identity(each.values)
        for each in (listed if names else ())
        if each.values.get(kept.named_by, "") in names
    }
    return [each for each in drop_ins if identity(tidy_entry(each).values) not in folded]


def identity(values: Mapping[str, str]) -> frozenset[tuple[str, str]]:
    """What an entry and the drop-in that it was folded from have in common: all but `listed`."""
    return frozenset(each for each in values.items() if each[0] != "listed")


def drop_in_paths(values: Mapping[str, str], version: str = "") -> tuple[str, ...]:
    """The paths that the drop-in of an entry may have; the second is for a signatory's next one.

    It is named after the signatory's id, so that two files for one signatory conflict, and where
    the signatory endorses a version after another, also after that version.
    """
    name = id_of(values)
    first = f"{DROP_INS}/{name}.yml"
    return (first, f"{DROP_INS}/{name}@{version}.yml") if version else (first,)


def is_drop_in(entry: Entry, kept: EntryList = SIGNATORIES) -> bool:
    """Whether an entry is one of a drop-in."""
    return entry.path.startswith(f"{kept.drop_ins}/")


def listed_by_hand(entry: Entry, kept: EntryList = SIGNATORIES) -> Iterator[Problem]:
    """The day of listing is written by a fold, which takes it from git: no drop-in states it."""
    if is_drop_in(entry, kept) and (key := entry.keys.get("listed")):
        message = "listed is written by 'undersigned fold', and by nobody before; remove the line"
        yield Problem(entry.path, key.line, key.column, message)


def misnamed(entry: Entry, version: str = "") -> Iterator[Problem]:
    """A drop-in is named after its signatory's id, and may say which version it endorses."""
    name = entry.get("name")
    if name is not None and is_drop_in(entry):
        wanted = drop_in_paths(entry.values, version)
        if entry.path not in wanted:
            message = f"the file of {quoted(name.value)} is named {wanted[0]}; rename it"
            yield entry.problem(message, "name")
