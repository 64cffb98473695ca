"""Rules about what an entry is about: which signatories, and which principle of which text."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from ...fields import Kind
from ...names.slug import slug
from ...problem import Problem, Severity, quoted
from ...statement.principles import among
from ...text.source import Entry
from .context import RecordContext, version_of

_NUMBER = re.compile("[1-9][0-9]{0,2}")


def subjects_are_signatories(entry: Entry, context: RecordContext) -> Iterator[Problem]:
    """`who` has ids of the register; of one that cannot be read whole, not all are known."""
    for text in entry.each("who"):
        value = text.value.strip()
        if not value or value in context.signatories or not context.complete:
            continue
        if not _is_individual(_named(value, context), context):
            message = f"who {quoted(value)} is no signatory's id"
            yield entry.problem_at(text, f"{message}; {_remedy(value, entry, context)}")


def _remedy(value: str, entry: Entry, context: RecordContext) -> str:
    """What mends an id that nobody has: the id of a new name would move the addresses of deeds."""
    if renamed := context.renamed.get(value):
        name = quoted(context.signatories[renamed].name)
        return f"give {name} the id it had, 'id: {value}' in the register, or write '{renamed}'"
    meant = _named(value, context) or context.near_ids.like(slug(value))
    if meant and not _is_individual(meant, context):
        return f"write '{meant}'"
    if slug(value) != value:
        return f"correct it, or {_leave_out(entry)}"
    given = f"'id: {value}' in the register to whoever had it"
    return f"correct it, {_leave_out(entry)}, or give {given}"


def _leave_out(entry: Entry) -> str:
    """Where an entry is about nobody else, nothing of it is left."""
    return "leave it out" if len(entry.each("who")) > 1 else "leave the entry out"


def _is_individual(who: str, context: RecordContext) -> bool:
    one = context.signatories.get(who)
    return one is not None and one.kind is Kind.INDIVIDUAL


def _named(value: str, context: RecordContext) -> str:
    """The id of the signatory whose id or name a value is; empty where it is nobody's."""
    if value in context.signatories:
        return value
    plain = slug(value)
    return plain if plain in context.signatories else context.named.get(plain, "")


def subjects_are_organisations(entry: Entry, context: RecordContext) -> Iterator[Problem]:
    """No individual has a record, by its id or by its name."""
    for text in entry.each("who"):
        if _is_individual(_named(text.value.strip(), context), context):
            message = f"who {quoted(text.value)} is an individual, and the record is of"
            yield entry.problem_at(text, f"{message} organisations alone; {_leave_out(entry)}")


def ids_are_of_their_subjects(entry: Entry, context: RecordContext) -> Iterator[Problem]:
    """No `id` begins as those of another signatory, which follow from who did what; a warning.

    Whoever took one would keep its signatory's own entry out, under a name that misleads.
    """
    given, named = entry.get("id"), [text.value for text in entry.each("who")]
    if given is None or any(given.value.startswith(f"{who}-") for who in named):
        return
    parts = given.value.split("-")
    begins = ("-".join(parts[:count]) for count in range(len(parts) - 1, 0, -1))
    known = context.signatories
    if (
        named
        and named[0] in known
        and (other := next((each for each in begins if each in known), ""))
    ):
        message = f"id {quoted(given.value)} begins as those of {quoted(other)} do"
        problem = entry.problem(f"{message}; begin it with '{named[0]}-'", "id")
        # Whoever joins by a name with which an id begins turns nothing red.
        yield problem._replace(severity=Severity.WARNING)


def searches_are_about_one(entry: Entry, _: RecordContext) -> Iterator[Problem]:
    """A search is about one signatory, since each is told apart what was found of it."""
    if "found" in entry.given and "deed" not in entry.given and len(entry.each("who")) > 1:
        message = f"a search is about one signatory, this one about {len(entry.each('who'))}"
        yield entry.problem(f"{message}; write one for each", "who")


def principles_are_numbered(entry: Entry, context: RecordContext) -> Iterator[Problem]:
    """An entry has the number of a principle that its version has, where that has numbers."""
    version = version_of(entry, context)
    if version not in context.principles:
        return
    numbers, text = sorted(context.principles[version]), entry.get("principle")
    if text is None:
        if numbers and "principle" not in entry.given:
            message = "field 'principle' is missing; add it: the number of the principle that it"
            yield entry.problem(f"{message} belongs to, {among(numbers)}")
        return
    value = text.value.strip()
    if value and not numbers:
        message = f"principle {quoted(value)} is given, and version {version} has no numbers"
        yield entry.problem(f"{message}; remove the line", "principle")
    elif value and not (_NUMBER.fullmatch(value) and int(value) in numbers):
        message = f"principle {quoted(value)} is none of version {version}"
        yield entry.problem(f"{message}; {_number_meant(value, numbers)}", "principle")


def _number_meant(value: str, numbers: Sequence[int]) -> str:
    """What to write instead of a value that is the number of no principle."""
    found = [int(digits) for digits in islice(re.findall(r"\d{1,6}", value), 2)]
    if len(found) == 1 and found[0] in numbers:
        return f"write '{found[0]}'"
    return f"write its number, {among(numbers)}"
