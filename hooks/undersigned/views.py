"""The register as people look at it: every value as the text to show, in one language."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from .countries import country_names
from .language import shown_date
from .model import Grade, Kind, Signatory
from .ordering import by_name
from .register import Register

NEWEST = 5

_KINDS = {
    Kind.COMPANY: "Companies",
    Kind.NONPROFIT: "Non-profit organisations",
    Kind.ACADEMIC: "Academic institutions",
    Kind.ASSOCIATION: "Associations",
    Kind.PUBLIC_BODY: "Public bodies",
}


@dataclass(frozen=True, slots=True)
class Row:
    """One signatory, with the texts that depend on the reader's language."""

    signatory: Signatory
    country: str | None
    signed: str
    grade: str
    withdrawn: str | None


@dataclass(frozen=True, slots=True)
class Group:
    """Signatories under one heading."""

    key: str
    title: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class RegisterView:
    """All that a page shows of the register. `count` leaves out those who have withdrawn."""

    kinds: tuple[Group, ...]
    individuals: tuple[Row, ...]
    withdrawn: tuple[Row, ...]
    countries: tuple[Group, ...]
    newest: tuple[Row, ...]

    @property
    def organisation_count(self) -> int:
        """How many organisations endorse the statement."""
        return sum(len(group.rows) for group in self.kinds)

    @property
    def count(self) -> int:
        """How many organisations and individuals endorse it."""
        return self.organisation_count + len(self.individuals)


def view(register: Register, locale: str) -> RegisterView:
    """The register in the language of a CLDR locale, such as ``en_GB``."""
    rows = [_row(each, locale) for each in register.active]
    kinds = _grouped(rows, lambda row: row.signatory.kind)
    return RegisterView(
        kinds=tuple(Group(kind, _KINDS[kind], kinds[kind]) for kind in _KINDS if kind in kinds),
        individuals=kinds.get(Kind.INDIVIDUAL, ()),
        withdrawn=tuple(_row(each, locale) for each in register.withdrawn),
        countries=_by_country(rows),
        newest=tuple(sorted(rows, key=_newest_first)[:NEWEST]),
    )


def _row(signatory: Signatory, locale: str) -> Row:
    withdrawn = signatory.withdrawn
    return Row(
        signatory=signatory,
        country=country_names(locale)[signatory.country] if signatory.country else None,
        signed=shown_date(signatory.signed, locale),
        grade=_grade(signatory, locale),
        withdrawn=shown_date(withdrawn, locale) if withdrawn else None,
    )


def _grade(signatory: Signatory, locale: str) -> str:
    if signatory.confirmed_by_email is not None:
        return f"confirmed by e-mail on {shown_date(signatory.confirmed_by_email, locale)}"
    if signatory.grade is Grade.OWN_SITE:
        return "stated on its own site"
    return f"recorded by {signatory.recorded_by}"


def _by_country(rows: Iterable[Row]) -> tuple[Group, ...]:
    located = [row for row in rows if row.country is not None]
    groups = _grouped(located, lambda row: row.country or "")
    codes = {row.country: row.signatory.country or "" for row in located}
    return tuple(Group(codes[name], name, groups[name]) for name in sorted(groups, key=by_name))


def _grouped(rows: Iterable[Row], key: Callable[[Row], str]) -> dict[str, tuple[Row, ...]]:
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        groups[key(row)].append(row)
    return {name: tuple(members) for name, members in groups.items()}


def _newest_first(row: Row) -> tuple[int, tuple[str, str]]:
    return -row.signatory.signed.last_day.toordinal(), by_name(row.signatory.name)
