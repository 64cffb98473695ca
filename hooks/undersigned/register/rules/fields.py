"""Rules about which fields an entry has."""

from collections.abc import Iterator
from difflib import get_close_matches

from ...fields import FIELDS, Kind
from ...problem import Problem, quoted
from ...text.source import Entry
from .context import Context

_NAMES = [field.name for field in FIELDS]


def fields_are_known(entry: Entry, _: Context) -> Iterator[Problem]:
    """An entry has only the fields of the register."""
    for name, key in entry.keys.items():
        if name not in _NAMES:
            near = get_close_matches(name.lower().replace("-", "_"), _NAMES, n=1, cutoff=0.7)
            hint = f"did you mean '{near[0]}'?" if near else f"the fields are {', '.join(_NAMES)}"
            message = f"unknown field {quoted(name)}; {hint}"
            yield Problem(entry.path, key.line, key.column, message)


def needed_fields_are_given(entry: Entry, _: Context) -> Iterator[Problem]:
    """An entry gives every field that its kind of signatory must give."""
    kind = entry.get("kind")
    for field in FIELDS:
        if field.name not in entry.keys and field.needed_from(kind.value if kind else None):
            yield entry.problem(f"field '{field.name}' is missing: {field.meaning}")


def endorsement_is_known_in_one_way(entry: Entry, _: Context) -> Iterator[Problem]:
    """An entry has either a page as evidence or the date of a confirmation by e-mail."""
    given = [field for field in ("evidence", "confirmed_by_email") if field in entry.keys]
    if not given:
        yield entry.problem(
            "no evidence; give 'evidence', the https address of the page that states the"
            " endorsement, or 'confirmed_by_email', the date on which maintainers confirmed it"
        )
    if len(given) == 2:
        message = "'evidence' and 'confirmed_by_email' are both given; keep one of them"
        yield entry.problem(message, "confirmed_by_email")


def fields_fit_the_kind(entry: Entry, _: Context) -> Iterator[Problem]:
    """Only an individual has an affiliation, and only an organisation can end or be succeeded."""
    kind = entry.get("kind")
    if kind is None or kind.value not in set(Kind):
        return
    for field in FIELDS:
        if field.name in entry.keys:
            if field.only_for and kind.value != field.only_for:
                yield entry.problem(f"'{field.name}' is for individuals; remove it", field.name)
            if kind.value == field.not_for:
                yield entry.problem(f"'{field.name}' is for organisations; remove it", field.name)


def facts_go_together(entry: Entry, _: Context) -> Iterator[Problem]:
    """A copy is one of evidence, a former website stands beside one, a successor follows an end."""
    for name, needed, remedy in _TOGETHER:
        if name in entry.keys and needed not in entry.keys:
            yield entry.problem(f"'{name}' is given without '{needed}'; {remedy}", name)


_TOGETHER = (
    ("archived", "evidence", "give the address of the page itself, too"),
    ("website_then", "website", "give the present one as 'website'"),
    ("succeeded_by", "ended", "give the date from which it no longer exists, too"),
)
