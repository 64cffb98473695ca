"""Rules about which fields an entry has."""

import re
from collections.abc import Iterator
from difflib import get_close_matches

from ...entry_list import EntryList
from ...fields import FIELDS, Kind
from ...problem import Problem, quoted
from ...text.source import Entry
from ..terms.kinds import kind_meant
from .context import Context

_KINDS = frozenset(kind.value for kind in Kind)


def fields_are_known(entry: Entry, context: Context) -> Iterator[Problem]:
    """An entry has only the fields of its list."""
    for name in entry.given:
        if name not in context.kept.by_name:
            message = f"unknown field {quoted(name)}; {_mended(name, entry, context.kept)}"
            yield entry.problem_at(entry.keys[name], message)


def _mended(name: str, entry: Entry, kept: EntryList) -> str:
    """What to do about a field that is none."""
    if meant := _field_meant(name, kept):
        known = meant in entry.given
        return f"remove it, since '{meant}' is given" if known else f"did you mean '{meant}'?"
    offered = (field.name for field in kept.fields if not field.by_tools)
    return f"remove it, or use one of {', '.join(offered)}"


def _field_meant(name: str, kept: EntryList) -> str | None:
    """The field that a name in other letters means, or in another language's quotes."""
    plain = "_".join(re.findall(r"\w+", name.lower().replace("-", "_")))
    near = get_close_matches(plain, kept.by_name, n=1, cutoff=0.75)
    return near[0] if near else None


def fields_given(entry: Entry, kept: EntryList) -> set[str]:
    """The fields that an entry gives, also where it has them under a name that is nearly theirs.

    Whoever corrects the name is not asked for the field as well.
    """
    meant = {_field_meant(name, kept) for name in entry.given if name not in kept.by_name}
    return {*entry.given, *filter(None, meant)}


def needed_fields_are_given(entry: Entry, context: Context) -> Iterator[Problem]:
    """An entry gives every field that its kind of signatory must give."""
    given, kind = fields_given(entry, context.kept), _kind_meant(entry)
    for field in FIELDS:
        if field.name not in given and field.needed_from(kind):
            yield entry.problem(f"field '{field.name}' is missing; add it: {field.meaning}")


def endorsement_is_known_in_one_way(entry: Entry, context: Context) -> Iterator[Problem]:
    """An entry has either a page as evidence or the date of a confirmation by e-mail."""
    given = [field for field in ("evidence", "confirmed_by_email") if field in entry.given]
    if fields_given(entry, context.kept).isdisjoint(("evidence", "confirmed_by_email")):
        yield entry.problem(
            "no evidence; give 'evidence', the https address of the page that states the"
            " endorsement, or 'confirmed_by_email', the date on which maintainers confirmed it"
        )
    if len(given) == 2:
        message = "'evidence' and 'confirmed_by_email' are both given; keep one of them"
        yield entry.problem(message, "confirmed_by_email")


def fields_fit_the_kind(entry: Entry, _: Context) -> Iterator[Problem]:
    """Only an individual has an affiliation, and only an organisation can end or be succeeded."""
    kind = _kind_meant(entry)
    if kind is None:
        return
    for field in FIELDS:
        if field.name in entry.given:
            if field.only_for and kind != field.only_for:
                yield entry.problem(f"'{field.name}' is for individuals; remove it", field.name)
            if kind == field.not_for:
                yield entry.problem(f"'{field.name}' is for organisations; remove it", field.name)


def _kind_meant(entry: Entry) -> Kind | None:
    """The kind of an entry, or the one that it will have once its word for it is corrected."""
    kind = entry.values.get("kind")
    if kind is None:
        return None
    return Kind(kind) if kind in _KINDS else kind_meant(kind)


def facts_go_together(entry: Entry, _: Context) -> Iterator[Problem]:
    """A copy is one of evidence, a former website stands beside one, a successor follows an end."""
    for name, needed, remedy in _TOGETHER:
        if name in entry.given and needed not in entry.given:
            yield entry.problem(f"'{name}' is given without '{needed}'; {remedy}", name)


_TOGETHER = (
    ("archived", "evidence", "give the address of the page itself, too"),
    ("website_then", "website", "give the present one as 'website'"),
    ("succeeded_by", "ended", "give the date from which it no longer exists, too"),
)
