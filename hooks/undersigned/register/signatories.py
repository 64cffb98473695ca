"""The register as read: the signatories of entries that comply with every rule."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from ..dates import StatedDate, stated_date
from ..fields import BETWEEN, Kind
from ..identity import canonical_key, id_of
from ..model import Endorsement, Signatory, Standing
from ..problem import Problem, stopping
from ..text.source import Entry
from .entries import gather, misnamed
from .excluded import left_off, parted
from .rules import Examiner
from .rules.context import Context
from .rules.duplicates import blame_the_later, duplicates_among
from .rules.order import out_of_order


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

    def standing(self, standing: Standing) -> tuple[Signatory, ...]:
        """The signatories that have a standing."""
        return tuple(each for each in self.signatories if each.standing is standing)

    @property
    def active(self) -> tuple[Signatory, ...]:
        """The signatories who endorse the statement today."""
        return self.standing(Standing.ENDORSES)


def signatories_of(endorsements: Iterable[Endorsement]) -> Iterator[Signatory]:
    """The signatories of endorsements, in the order of what each signed last."""
    several: dict[str, list[Endorsement]] = {}
    single: dict[str, Endorsement] = {}
    for each in endorsements:
        if each.signatory in single:
            several.setdefault(each.signatory, [single[each.signatory]]).append(each)
        single[each.signatory] = each
    latest = {who: sorted(given, key=_newest_first) for who, given in several.items()}
    for each in endorsements:
        if each.signatory not in latest:
            yield Signatory(each)
        elif each is latest[each.signatory][0]:
            yield Signatory(each, tuple(latest[each.signatory][1:]))


def _newest_first(endorsement: Endorsement) -> tuple[int, tuple[int, ...]]:
    version = tuple(-int(part) for part in endorsement.version.split("."))
    return -endorsement.signed.last_day.toordinal(), version


# Lowers the severity of the problems that the present change did not introduce.
Lightening = Callable[[Iterable[Problem]], list[Problem]]


def read_register(
    root: Path,
    context: Context,
    blamed: Callable[[Entry], bool] = blame_the_later,
    lightened: Lightening = list,
) -> tuple[Register, list[Problem]]:
    """The register of a site, or an empty one where a problem stops it, and every problem.

    Without a published version there is nothing to endorse, and the register is empty. Of two
    conflicting entries, one that is `blamed` is reported rather than one that is not. Entries
    whose problems `lightened` reduces to notes are excluded, each with a note of its own; entries
    out of order are kept.
    """
    entries, problems = gather(root)
    problems += problems_among(entries, context, blamed)
    order = list(out_of_order(entries, blamed))
    if stopping(lightened([*problems, *order])) or not context.versions:
        return Register(), [*problems, *order]
    sound, faulty = parted(entries, stopping(problems))
    values = sorted((entry.values for entry in sound), key=canonical_key)
    register = Register(tuple(_endorsements(values, context)))
    return register, [*problems, *order, *map(left_off, faulty)]


def problems_among(
    entries: Sequence[Entry],
    context: Context,
    blamed: Callable[[Entry], bool] = blame_the_later,
) -> Iterator[Problem]:
    """Every problem of the entries but those of their order."""
    examiner = Examiner(context)
    for entry in entries:
        own = examiner.problems_of(entry)
        # The file is named after the entry, so the entry is corrected first.
        yield from own or misnamed(entry, context.version_of(entry))
    yield from duplicates_among(entries, context, blamed)


def _endorsements(entries: Iterable[Mapping[str, str]], context: Context) -> Iterator[Endorsement]:
    """The endorsements of entries that comply with every rule.

    The version endorsed by default is looked up once for each date, since many sign on one day.
    """
    endorsed: dict[StatedDate, str] = {}
    for values in entries:
        signed = _date(values["signed"])
        if signed not in endorsed:
            endorsed[signed] = context.version_endorsed(signed)
        yield _endorsement(values, signed, endorsed[signed])


def _endorsement(values: Mapping[str, str], signed: StatedDate, by_default: str) -> Endorsement:
    given = values.get
    return Endorsement(
        name=values["name"],
        kind=Kind(values["kind"]),
        signed=signed,
        version=given("endorses") or by_default,
        signatory=id_of(values),
        id=given("id"),
        formerly=_several(given("formerly")),
        sort_as=given("sort_as"),
        country=given("country"),
        website=given("website"),
        website_then=given("website_then"),
        affiliation=given("affiliation"),
        evidence=given("evidence"),
        confirmed_by_email=_date_if_given(given("confirmed_by_email")),
        archived=given("archived"),
        listed=_date_if_given(given("listed")),
        endorses=given("endorses"),
        statement=given("statement"),
        identifiers=_several(given("identifiers")),
        part_of=given("part_of"),
        succeeded_by=given("succeeded_by"),
        ended=_date_if_given(given("ended")),
        withdrawn=_date_if_given(given("withdrawn")),
        distinct_from=_several(given("distinct_from")),
        of=given("of"),
    )


def _several(text: str | None) -> tuple[str, ...]:
    return tuple(text.split(BETWEEN)) if text else ()


def _date_if_given(text: str | None) -> StatedDate | None:
    return _date(text) if text else None


def _date(text: str) -> StatedDate:
    date = stated_date(text)
    if date is None:
        raise ValueError(f"{text} has passed no date rule")
    return date
