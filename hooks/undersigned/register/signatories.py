"""The register as read: the signatories of entries that comply with every rule."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter
from pathlib import Path
from typing import Any

from ..dates import StatedDate, stated_date
from ..evidence.grades import grade_of
from ..fields import BETWEEN, FIELDS, Form, Kind
from ..model import Endorsement, Signatory, Standing, recency
from ..problem import Problem, stopping
from ..progress import SILENT, Progress
from ..text.regular_entries import LONGEST_SHARED
from ..text.source import Entry
from .entries import gather, is_drop_in
from .examining import Later, examined
from .excluded import left_off, parted
from .rules.context import Context
from .rules.duplicates import blame_the_later
from .rules.order import keyed, out_of_order
from .shared_websites import graded_among


@dataclass(frozen=True)
class Register:
    """The endorsements of every entry in canonical order, whoever gave them and wherever they are.

    Whoever has withdrawn or ended is among them.
    """

    endorsements: tuple[Endorsement, ...] = ()

    @cached_property
    def signatories(self) -> tuple[Signatory, ...]:
        """Each signatory with all of its endorsements, in canonical order."""
        return tuple(signatories_of(self.endorsements))

    @cached_property
    def by_id(self) -> Mapping[str, Signatory]:
        """Each signatory by its id."""
        return {who.latest.signatory: who for who in self.signatories}

    @cached_property
    def by_standing(self) -> Mapping[Standing, tuple[Signatory, ...]]:
        """The signatories of each standing, in the same order."""
        found: dict[Standing, list[Signatory]] = {standing: [] for standing in Standing}
        for each in self.signatories:
            found[each.standing].append(each)
        return {standing: tuple(members) for standing, members in found.items()}

    def having(self, endorsements: Sequence[Endorsement]) -> "Register":
        """The register of these; itself, with all that it has found, if they are its own."""
        return self if endorsements is self.endorsements else Register(tuple(endorsements))

    @property
    def active(self) -> tuple[Signatory, ...]:
        """The signatories who endorse the statement today."""
        return self.by_standing[Standing.ENDORSES]


def signatories_of(endorsements: Iterable[Endorsement]) -> Iterator[Signatory]:
    """The signatories of endorsements, in the order of what each signed last."""
    several: dict[str, list[Endorsement]] = {}
    single: dict[str, Endorsement] = {}
    for each in endorsements:
        if each.signatory in single:
            several.setdefault(each.signatory, [single[each.signatory]]).append(each)
        single[each.signatory] = each
    latest = {who: sorted(given, key=_recency, reverse=True) for who, given in several.items()}
    for each in endorsements:
        if each.signatory not in latest:
            yield Signatory(each)
        elif each is latest[each.signatory][0]:
            yield Signatory(each, tuple(latest[each.signatory][1:]))


def _recency(endorsement: Endorsement) -> tuple[int, tuple[int, ...]]:
    return recency(endorsement.signed, endorsement.version)


# Lowers the severity of the problems that the present change did not introduce.
Lightening = Callable[[Iterable[Problem]], list[Problem]]


def read_register(
    root: Path,
    context: Context,
    blamed: Callable[[Entry], bool] = blame_the_later,
    lightened: Lightening = list,
    progress: Progress = SILENT,
    later: Later | None = None,
) -> tuple[Register, list[Problem]]:
    """The register of a site, or an empty one where a problem stops it, and every problem.

    Without a published version there is nothing to endorse, and the register is empty. Of two
    conflicting entries, one that is `blamed` is reported rather than one that is not. Entries
    whose problems `lightened` reduces to notes are excluded, each with a note of its own; entries
    out of order are kept. What is still looked for is in `later`, if that is given: should it find
    a problem that stops the register, this one is none.
    """
    found, problems = gather(root)
    progress.begin(len(found))
    entries, known, of_entries = examined(found, context, blamed, progress, later)
    problems += of_entries
    # A name that is blank has a place in the order, too.
    order = list(out_of_order(known if len(known) == len(entries) else keyed(entries), blamed))
    if stopping(lightened([*problems, *order])) or not context.versions:
        return Register(), [*problems, *order]
    faulty = parted(entries, stopping(problems))[1]
    left = set(map(id, faulty))
    kept = sorted((one for one in known if id(one.entry) not in left), key=attrgetter("key"))
    ordered = [(one.id, one.entry) for one in kept]
    # Half of the memory is what entries were compared by, which endorsements may have now.
    del known, kept
    unfolded = [number for number, (_, entry) in enumerate(ordered) if is_drop_in(entry)]
    endorsements = tuple(entered(list(_endorsements(ordered, context)), unfolded))
    register = Register(tuple(graded_among(endorsements)))
    return register, [*problems, *order, *map(left_off, faulty)]


def entered(endorsements: list[Endorsement], unfolded: Sequence[int]) -> list[Endorsement]:
    """The endorsements, with a day from which those at the positions `unfolded` count as news.

    A drop-in came after all that is folded, so it is news from the newest day among these. No
    history is asked, which a build may lack, and the day stays until a fold writes the right one.
    """
    others = set(range(len(endorsements))) - set(unfolded) if unfolded else ()
    news = [endorsements[number].news for number in others]
    if newest := max(news, key=lambda date: date.first_day, default=None):
        for number in unfolded:
            if endorsements[number].signed.first_day < newest.first_day:
                endorsements[number] = endorsements[number]._replace(entered=newest)
    return endorsements


def _endorsements(entries: Iterable[tuple[str, Entry]], context: Context) -> Iterator[Endorsement]:
    """The endorsements of entries that comply with every rule, each given with its id.

    The version endorsed by default is looked up once for each date, since many sign on one day.
    """
    endorsed: dict[str, str] = {}
    for who, entry in entries:
        values = entry.values
        signed = values["signed"]
        if signed not in endorsed:
            endorsed[signed] = context.version_endorsed(_date(signed))
        yield _endorsement(who, values, values.get("endorses") or endorsed[signed])


def _endorsement(who: str, values: Mapping[str, str], version: str) -> Endorsement:
    then = values.get("website_then") or values.get("website")
    individual = values["kind"] == Kind.INDIVIDUAL
    grade = grade_of(values.get("evidence"), then, individual=individual)
    # Twice as fast as arguments by name, of which a long register would give a million.
    made = [*_ABSENT]
    made[_OF_ENTRIES] = version, _apart(who), grade
    for name, value in values.items():
        made[_PLACES[name]] = _READ[name](value) if name in _READ else _apart(value)
    return Endorsement._make(made)


def _apart(text: str) -> str:
    """The text in memory of its own, unless it is so short that many entries share it.

    Each text that stays among those that go keeps memory around it from the system: of 100,000
    entries 70 MB, which each fork has again as far as it is written to.
    """
    return text if len(text) <= LONGEST_SHARED else f"{text} "[:-1]


def _several(text: str) -> tuple[str, ...]:
    return tuple(text.split(BETWEEN))


def _date(text: str) -> StatedDate:
    date = stated_date(text)
    if date is None:
        raise ValueError(f"{text} has passed no date rule")
    return date


# Where an endorsement has the value of each field, and what it has of a field that is absent.
_PLACES = {name: place for place, name in enumerate(Endorsement._fields)}
_OF_ENTRIES = slice(_PLACES["version"], _PLACES["grade"] + 1)
_ABSENT = tuple(Endorsement._field_defaults.get(name) for name in Endorsement._fields)

# The fields whose values the model has as something else than text. A mapping of kinds is faster
# than the call of an enumeration.
_READ: Mapping[str, Callable[[str], Any]] = {
    "kind": {kind.value: kind for kind in Kind}.__getitem__,
    **{field.name: _several for field in FIELDS if field.several},
    **{field.name: _date for field in FIELDS if field.form in (Form.DAY, Form.DAY_OR_MONTH)},
}
