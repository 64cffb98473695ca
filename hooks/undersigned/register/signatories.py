"""The register as read: the signatories of entries that comply with every rule."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..dates import StatedDate, stated_date
from ..model import Kind, Signatory
from ..names.collation import by_name
from ..problem import Problem, stopping
from ..statement.version import Version, endorsed_by_default
from ..text.source import Entry
from .entries import gather, misnamed
from .excluded import left_off, parted
from .rules import Examiner
from .rules.context import Context
from .rules.duplicates import blame_the_later, duplicates_among
from .rules.order import out_of_order


@dataclass(frozen=True, slots=True)
class Register:
    """The signatories in canonical order, including those who withdrew."""

    signatories: tuple[Signatory, ...] = ()

    @property
    def active(self) -> tuple[Signatory, ...]:
        """The signatories who endorse the statement today."""
        return tuple(each for each in self.signatories if each.withdrawn is None)

    @property
    def withdrawn(self) -> tuple[Signatory, ...]:
        """The signatories who withdrew their endorsement."""
        return tuple(each for each in self.signatories if each.withdrawn is not None)


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
    problems += _problems_of(entries, context, blamed)
    order = list(out_of_order(entries, blamed))
    if stopping(lightened([*problems, *order])) or not context.versions:
        return Register(), [*problems, *order]
    sound, faulty = parted(entries, stopping(problems))
    signatories = _signatories(sound, context.versions)
    register = Register(tuple(sorted(signatories, key=lambda each: by_name(each.name))))
    return register, [*problems, *order, *map(left_off, faulty)]


def _problems_of(
    entries: Sequence[Entry], context: Context, blamed: Callable[[Entry], bool]
) -> Iterator[Problem]:
    """Every problem of the entries but those of their order."""
    examiner = Examiner(context)
    for entry in entries:
        own = examiner.problems_of(entry)
        # The file is named after the entry, so the entry is corrected first.
        yield from own or misnamed(entry)
    yield from duplicates_among(entries, blamed)


def _signatories(entries: Iterable[Entry], versions: Sequence[Version]) -> Iterator[Signatory]:
    """The signatories of entries that comply with every rule.

    The version endorsed by default is looked up once for each date, since many sign on one day.
    """
    endorsed: dict[StatedDate, str] = {}
    for entry in entries:
        values = entry.values
        signed = _date(values["signed"])
        if signed not in endorsed:
            endorsed[signed] = endorsed_by_default(versions, signed).number
        yield _signatory(values, signed, endorsed[signed])


def _signatory(values: Mapping[str, str], signed: StatedDate, by_default: str) -> Signatory:
    given = values.get
    return Signatory(
        name=values["name"],
        kind=Kind(values["kind"]),
        signed=signed,
        version=given("endorses") or by_default,
        endorses=given("endorses"),
        country=given("country"),
        website=given("website"),
        affiliation=given("affiliation"),
        evidence=given("evidence"),
        confirmed_by_email=_date_if_given(given("confirmed_by_email")),
        statement=given("statement"),
        withdrawn=_date_if_given(given("withdrawn")),
        distinct_from=given("distinct_from"),
    )


def _date_if_given(text: str | None) -> StatedDate | None:
    return _date(text) if text else None


def _date(text: str) -> StatedDate:
    date = stated_date(text)
    if date is None:
        raise ValueError(f"{text} has passed no date rule")
    return date
