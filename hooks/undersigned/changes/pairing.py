"""Which entries of two states of a register are of one signatory, though their ids differ."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from ..fields import Kind
from ..names.slug import slug
from ..text.source import Entry
from ..urls import page_of

Groups = Mapping[str, Sequence[Entry]]
KeysOf = Callable[[Entry], set[str]]


def _identifiers(entry: Entry) -> set[str]:
    return {text.value for text in entry.each("identifiers")}


def _evidence(entry: Entry) -> set[str]:
    return _page(entry, "evidence")


def _website(entry: Entry) -> set[str]:
    return _page(entry, "website")


def _page(entry: Entry, field: str) -> set[str]:
    text = entry.get(field)
    return {page_of(text.value)} - {""} if text else set()


def _slug(entry: Entry) -> set[str]:
    name = entry.get("name")
    return {slug(name.value)} if name else set()


def _earlier_slugs(entry: Entry) -> set[str]:
    return {slug(text.value) for text in entry.each("formerly")}


# What two entries may share, as it is said to people, and how it is found before and after.
_SHARED: tuple[tuple[str, KeysOf, KeysOf], ...] = (
    ("its identifier", _identifiers, _identifiers),
    ("its earlier name", _slug, _earlier_slugs),
    ("its evidence", _evidence, _evidence),
    ("its website", _website, _website),
)


def same_signatories(
    removed: Groups, added: Groups, others: Sequence[Entry]
) -> Iterator[tuple[str, str, str]]:
    """The id before, the id after, and what says that both are of one signatory.

    `removed` and `added` are entries by id, `others` all that were kept. Many sign one letter, and
    colleagues have one website: what is shared counts only where one id before, one after and no
    other entry has it. A person is never taken for an organisation.
    """
    old, new = dict(removed), dict(added)
    for shared, before, after in _SHARED:
        for one, two in _pairs(_holders(old, before), _holders(new, after), others, after):
            if one in old and two in new and _are_of_a_kind(old[one], new[two]):
                del old[one], new[two]
                yield one, two, shared


def _holders(groups: Groups, keys_of: KeysOf) -> Mapping[str, set[str]]:
    """The ids whose entries have a key, by key."""
    found: dict[str, set[str]] = defaultdict(set)
    for who, entries in groups.items():
        for entry in entries:
            for key in keys_of(entry):
                found[key].add(who)
    return found


def _pairs(
    old: Mapping[str, set[str]],
    new: Mapping[str, set[str]],
    others: Iterable[Entry],
    keys_of: KeysOf,
) -> Iterator[tuple[str, str]]:
    """The ids that alone have a key, before and after."""
    alone = [key for key in old if len(old[key]) == 1 and len(new.get(key, ())) == 1]
    taken = {key for entry in others for key in keys_of(entry)} if alone else set()
    for key in alone:
        if key not in taken:
            yield min(old[key]), min(new[key])


def _are_of_a_kind(old: Iterable[Entry], new: Iterable[Entry]) -> bool:
    """Whether all are individuals, or none is."""
    kinds = {entry.values.get("kind") == Kind.INDIVIDUAL for entry in (*old, *new)}
    return len(kinds) == 1
