"""Rules for values of a known form: kinds, countries, versions and addresses."""

from collections.abc import Iterator

from ...countries import COUNTRIES
from ...evidence.language_paths import path_advice
from ...fields import FIELDS, SEVERAL, Form, Kind
from ...identifiers import fault_of
from ...names.no_names import is_no_value
from ...names.slug import slug
from ...problem import Problem, Severity, quoted
from ...text.source import Entry
from ...urls import page_of, refusal
from ..terms.addresses import address_meant
from ..terms.kinds import kind_meant
from .context import Context

_KINDS = [kind.value for kind in Kind]


def kind_is_known(entry: Entry, _: Context) -> Iterator[Problem]:
    """The kind is one of the kinds of the register."""
    kind = entry.values.get("kind", "")
    if kind.strip() and kind not in _KINDS:
        meant = kind_meant(kind)
        hint = f"did you mean '{meant}'?" if meant else f"write one of {', '.join(_KINDS)}"
        yield entry.problem(f"kind {quoted(kind)} is not known; {hint}", "kind")


def country_is_a_code(entry: Entry, _: Context) -> Iterator[Problem]:
    """The country is an upper-case ISO 3166-1 alpha-2 code."""
    country = entry.values.get("country", "")
    if country.strip() and country not in COUNTRIES:
        # Imported late: codes that are right need none of CLDR's names.
        from ..terms.countries import nearest_country

        near = nearest_country(country)
        hint = f"did you mean '{near}'?" if near else "write two capital letters, such as NO"
        message = f"country {quoted(country)} is not an ISO 3166-1 alpha-2 code; {hint}"
        yield entry.problem(message, "country")


def version_is_published(entry: Entry, context: Context) -> Iterator[Problem]:
    """The version that an entry names is one of those in versions.yml."""
    numbers = [each.number for each in context.versions]
    for name in context.kept.of_form(Form.VERSION):
        version = entry.values.get(name, "")
        if version.strip() and numbers and version not in numbers:
            hint = f"versions.yml lists {', '.join(numbers)}"
            yield entry.problem(f"version {quoted(version)} is not published; {hint}", name)


def websites_are_whole_sites(entry: Entry, _: Context) -> Iterator[Problem]:
    """A website claims what lies under its path, so the path of one language claims too little."""
    for name in ("website", "website_then"):
        value = entry.values.get(name)
        if value and not refusal(value) and (advice := path_advice(value)):
            yield entry.problem(advice, name)._replace(severity=Severity.NOTE)


def statement_is_this_one(entry: Entry, context: Context) -> Iterator[Problem]:
    """An entry that says whose statement it endorses is about this site's."""
    of = entry.values.get("of", "")
    if not of.strip() or of == context.statement:
        return
    message = f"of {quoted(of)} is another statement than this site's"
    if context.statement:
        remedy = f"remove the entry, or write '{context.statement}' if it endorses this one"
    else:
        remedy = "remove the entry, or set extra.statement.id in mkdocs.yml"
    yield entry.problem(f"{message}; {remedy}", "of")


# The fields that these rules read.
JUDGED = ("kind", "country", "endorses", "of")


def ids_are_slugs(entry: Entry, context: Context) -> Iterator[Problem]:
    """An id is of a-z, 0-9 and single hyphens, and names a file on every system."""
    for name in context.kept.of_form(Form.SLUG):
        if name in _HELD_AGAINST_ALL:
            continue
        for text in entry.each(name):
            value = text.value
            if value.strip() and slug(value) != value:
                message = f"{name} {quoted(value)} is not of a-z, 0-9 and single hyphens"
                # What another signatory's id is, is known among all entries alone.
                remedy = f"write '{slug(value)}'" if name == "id" else "give that signatory's id"
                # It would be the id of all who have none to give.
                if is_no_value(value):
                    remedy = f"leave '{name}' out"
                yield entry.problem_at(text, f"{message}; {remedy}")


def identifiers_are_valid(entry: Entry, _: Context) -> Iterator[Problem]:
    """An identifier is one of a public register, with its own check digits."""
    for text in entry.each("identifiers"):
        if text.value.strip() and (fault := fault_of(text.value)):
            yield entry.problem_at(text, f"identifier {quoted(text.value)} {fault}")


def facts_differ(entry: Entry, _: Context) -> Iterator[Problem]:
    """Former names and websites are not the present ones, and a copy is not the page itself."""
    for text in entry.each("formerly"):
        if text.value == entry.values.get("name"):
            message = f"formerly {quoted(text.value)} is the present name; remove it"
            yield entry.problem_at(text, message)
    for field, other, what in _PAGES_THAT_DIFFER:
        page, same = entry.values.get(field), entry.values.get(other)
        if page and same and page_of(page) == page_of(same) != "":
            yield entry.problem(f"{field} {quoted(page)} is {what}; remove it", field)


_PAGES_THAT_DIFFER = (
    ("website_then", "website", "the present website"),
    ("archived", "evidence", "the page itself and no copy of it"),
)


def values_are_given_once(entry: Entry, _: Context) -> Iterator[Problem]:
    """No value stands twice in one list."""
    for name in entry.lists:
        seen: set[str] = set()
        for text in entry.each(name):
            if text.value in seen:
                message = f"{name} {quoted(text.value)} is given twice; remove one"
                yield entry.problem_at(text, message)
            seen.add(text.value)


# The slugs that a rule of their own compares with what is there: any other is wrong by that.
_HELD_AGAINST_ALL = ("of", "who")
_SLUGS = [field.name for field in FIELDS if field.form is Form.SLUG and field.name != "of"]

# The fields that the last four rules are about, which few entries have.
OF_FEW = frozenset([*_SLUGS, *SEVERAL, *(field for field, *_ in _PAGES_THAT_DIFFER)])


def addresses_are_public_pages(entry: Entry, context: Context) -> Iterator[Problem]:
    """Websites and pages are https addresses of a named host, without a user name."""
    for name in context.kept.of_form(Form.ADDRESS):
        value = entry.values.get(name, "")
        if value.strip() and (why := refusal(value)):
            meant = address_meant(value)
            fault = f"{why.partition(';')[0]}; write {quoted(meant)}" if meant else why
            yield entry.problem(f"{name} {quoted(value)} {fault}", name)
