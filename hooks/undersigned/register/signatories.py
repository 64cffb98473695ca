"""The register: who endorses the statement, once every entry has passed every rule."""

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
    """The signatories in canonical order; those who withdrew stay, and are not counted."""

    signatories: tuple[Signatory, ...] = ()

    @property
    def active(self) -> tuple[Signatory, ...]:
        """Those who endorse the statement today."""
        return tuple(each for each in self.signatories if each.withdrawn is None)

    @property
    def withdrawn(self) -> tuple[Signatory, ...]:
        """Those who once did."""
        return tuple(each for each in self.signatories if each.withdrawn is not None)


# How much problems weigh where not all of them are somebody's own.
Lightening = Callable[[Iterable[Problem]], list[Problem]]


def read_register(
    root: Path,
    context: Context,
    blamed: Callable[[Entry], bool] = blame_the_later,
    lightened: Lightening = list,
) -> tuple[Register, list[Problem]]:
    """The register of a site, or an empty one with every problem that stands in its way.

    Without a published version there is nothing to endorse, and the register is empty. Of two
    entries that clash, one that is `blamed` is told rather than one that is not. Entries whose
    problems are all `lightened` are left off, each with a note; where an entry stands harms none.
    """
    entries, problems = gather(root)
    examiner = Examiner(context)
    for entry in entries:
        own = examiner.problems_of(entry)
        # A name that has yet to be mended would give the file a wrong name.
        problems += own or misnamed(entry)
    problems += duplicates_among(entries, blamed)
    order = list(out_of_order(entries, blamed))
    if stopping(lightened([*problems, *order])) or not context.versions:
        return Register(), [*problems, *order]
    sound, faulty = parted(entries, stopping(problems))
    signatories = _signatories(sound, context.versions)
    register = Register(tuple(sorted(signatories, key=lambda each: by_name(each.name))))
    return register, [*problems, *order, *map(left_off, faulty)]


def _signatories(entries: Iterable[Entry], versions: Sequence[Version]) -> Iterator[Signatory]:
    """The signatories of entries that have passed every rule.

    Which version a date stands for is asked once for each: many signed on one day.
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
