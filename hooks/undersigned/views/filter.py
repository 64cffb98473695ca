"""What the filter in the reader's browser offers to choose from, and former names to be found."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from ..fields import Kind
from ..names.similarity import distinctive_words
from .entries import ListedSignatory


class Choices(NamedTuple):
    """All that there is to filter by: kinds, codes of countries, numbers of versions."""

    kinds: tuple[Kind, ...]
    countries: tuple[str, ...]
    versions: tuple[str, ...]


def choices(
    entries: Iterable[ListedSignatory], versions: Iterable[str], by_name: Callable[[str], object]
) -> Choices:
    """The choices that signatories offer: kinds in the model's order, countries by name.

    Versions keep the order in which they are given; `by_name` sorts codes of countries.
    """
    entries = tuple(entries)
    kinds = {each.latest.kind for each in entries}
    countries = {each.latest.country for each in entries if each.latest.country}
    endorsed = {given.version for each in entries for given in each.signatory.endorsements}
    return Choices(
        tuple(kind for kind in Kind if kind in kinds),
        tuple(sorted(countries, key=by_name)),  # type: ignore[arg-type]
        tuple(version for version in versions if version in endorsed),
    )


def formerly(entry: ListedSignatory) -> list[str]:
    """Every other name that a signatory had, the latest first; another spelling is none."""
    names = {_letters(entry.name, entry): entry.name}
    for each in entry.signatory.endorsements:
        for name in (each.name, *each.formerly):
            names.setdefault(_letters(name, entry), name)
    return list(names.values())[1:]


def _letters(name: str, entry: ListedSignatory) -> str:
    return "".join(distinctive_words(name, person=entry.is_individual))
