"""What the filter in the reader's browser offers to choose from, and former names to be found."""

from collections.abc import Callable, Iterable
from itertools import chain
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
    latest = [entry.latest for entry in entries]
    earlier = chain.from_iterable(entry.signatory.earlier for entry in entries)
    kinds = {each.kind for each in latest}
    countries = {each.country for each in latest if each.country}
    endorsed = {each.version for each in chain(latest, earlier)}
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
