"""Rules for values of a known form: kinds, countries, versions and addresses."""

from collections.abc import Iterator
from difflib import get_close_matches

from ...locale import country_names, nearest_code
from ...model import FIELDS, Form, Kind
from ...problem import Problem, quoted
from ...text.source import Entry
from ...urls import refusal
from .context import Context

_KINDS = [kind.value for kind in Kind]


def kind_is_known(entry: Entry, _: Context) -> Iterator[Problem]:
    """The kind is one of the kinds of the register."""
    kind = entry.get("kind")
    if kind and kind.value.strip() and kind.value not in _KINDS:
        near = get_close_matches(kind.value.lower(), _KINDS, n=1)
        hint = f"did you mean '{near[0]}'?" if near else f"write one of {', '.join(_KINDS)}"
        yield entry.problem(f"kind {quoted(kind.value)} is not known; {hint}", "kind")


def country_is_a_code(entry: Entry, _: Context) -> Iterator[Problem]:
    """The country is an upper-case ISO 3166-1 alpha-2 code."""
    country = entry.get("country")
    if country and country.value.strip() and country.value not in country_names():
        near = nearest_code(country.value)
        hint = f"did you mean '{near}'?" if near else "write two letters, such as NO for Norway"
        message = f"country {quoted(country.value)} is not an ISO 3166-1 alpha-2 code; {hint}"
        yield entry.problem(message, "country")


def version_is_published(entry: Entry, context: Context) -> Iterator[Problem]:
    """The version endorsed is one of those in versions.yml."""
    version = entry.get("endorses")
    numbers = [each.number for each in context.versions]
    if version and version.value.strip() and numbers and version.value not in numbers:
        hint = f"versions.yml lists {', '.join(numbers)}"
        yield entry.problem(f"version {quoted(version.value)} is not published; {hint}", "endorses")


# The fields that these rules read.
JUDGED = ("kind", "country", "endorses")

_ADDRESSES = [field.name for field in FIELDS if field.form is Form.ADDRESS]


def addresses_are_public_pages(entry: Entry, _: Context) -> Iterator[Problem]:
    """Website and evidence are https addresses of a named host, without a user name."""
    for name in _ADDRESSES:
        text = entry.get(name)
        if text and text.value.strip() and (why := refusal(text.value)):
            yield entry.problem(f"{name} {quoted(text.value)} {why}", name)
