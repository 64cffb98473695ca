"""Rules about the sources of deeds: that they are known, kept, and weigh what is read from them."""

from collections.abc import Iterator

from ...bibliography.files import among
from ...bibliography.values.links import addresses_of, archived_copy
from ...problem import Problem, Severity, Way, quoted
from ...register.rules.remedies import elsewhere, mended
from ...text.source import Entry
from ...urls import page_of
from ..archived import copied_page, in_archive, is_copy
from ..model import Bearing
from ..sources import SourceGrade
from .context import RecordContext


def sources_are_known(entry: Entry, context: RecordContext) -> Iterator[Problem]:
    """A source is the key of one in the bibliography, as far as that can be read."""
    library = context.library
    if not library.whole:
        return
    for text in entry.each("sources"):
        value = text.value.strip()
        if value and context.keys.get(value.lower()) != value:
            message = f"source {quoted(value)} is not in {among(library.files)}"
            yield entry.problem_at(text, f"{message}; {_remedy(value, context)}")


def _remedy(value: str, context: RecordContext) -> str:
    """What to write instead of a source that is not known, or that it has to be added."""
    if "://" in value:
        keys = context.keys_by_page.get(page_of(value), ())
        known = " or ".join(map(quoted, keys))
        return f"write its key, {known}" if known else "add it there, and write its key here"
    bare = value.strip("[]@{}; ").lower()
    near = context.keys.get(bare) or context.keys.get(context.near_keys.like(bare))
    return f"did you mean '{near}'?" if near else "add it there, or correct the key"


def a_copy_is_kept(entry: Entry, context: RecordContext) -> Iterator[Problem]:
    """One source at least has an archived copy, or the entry says that none was to be had.

    Whoever archives a source later need not mend the entries that cite it.
    """
    cited, known = entry.each("sources"), context.sources(entry)
    if not cited or len(known) < len(cited) or not context.library.complete:
        return
    kept = [text for text, source in zip(cited, known, strict=True) if is_copy(source)]
    if not kept and "unarchived" not in entry.given:
        in_library = elsewhere("give 'archiveurl' of one in the bibliography")
        here = Way("unarchived", when="with the day on which none was to be had")
        yield mended(entry, "no source has an archived copy", (in_library, here), "sources")
    if kept and "unarchived" in entry.given:
        message = f"'unarchived' is given, but {quoted(kept[0].value)} has an archived copy"
        problem = entry.problem(f"{message}; remove the line", "unarchived")
        yield problem._replace(severity=Severity.NOTE)


def copies_are_of_their_pages(entry: Entry, context: RecordContext) -> Iterator[Problem]:
    """A copy is an archive's, and of the page that the source is; otherwise it is a warning.

    Whoever reads there what a signatory is said to state should read the signatory.
    """
    for text in entry.each("sources"):
        if source := context.library.sources.get(text.value):
            copy = archived_copy(source)[0]
            pages = {page_of(address) for address in addresses_of(source)}
            copied = copied_page(copy)
            if copied and pages and page_of(copied) not in pages:
                message = f"the archived copy of {quoted(text.value)} is of {quoted(copied)};"
                message += " give one of its own page, or that page as its address"
                yield entry.problem_at(text, message)._replace(severity=Severity.WARNING)
            elif copy and not in_archive(copy):
                where = "of no archive that is known here" if is_copy(source) else "on its own site"
                message = f"the archived copy of {quoted(text.value)} is {where}, where it may"
                message += " change; give one that an archive keeps, or leave 'archiveurl' out"
                yield entry.problem_at(text, message)._replace(severity=Severity.WARNING)


def bearings_have_their_word(entry: Entry, context: RecordContext) -> Iterator[Problem]:
    """Other than in line is read only on the word of a court, a state, or the signatory itself.

    Where a deed is of several, each of them has to say so itself.
    """
    bearing = entry.get("bearing")
    if bearing is None or bearing.value not in _CONTRARY:
        return
    named, cited = entry.each("who"), entry.each("sources")
    grades = context.grades(entry)
    known = len(context.sources(entry)) == len(cited) and len(grades) == len(named)
    if not cited or not known or not context.library.complete:
        return  # of what is not known yet, something else is wrong
    weighty = (SourceGrade.OWN, SourceGrade.AUTHORITY)
    if not all(any(grade in weighty for grade in of_one) for of_one in grades):
        message = f"bearing {quoted(bearing.value)} rests on no word of a court, a state or"
        whom = "the signatory itself" if len(named) == 1 else "each signatory itself"
        remedy = f"give such a source, {FORMER_WEBSITE}, or leave the entry out"
        yield entry.problem(f"{message} {whom}; {remedy}", "bearing")


# What keeps pages the signatory's own when it moves: whoever corrects a website mends no deeds.
FORMER_WEBSITE = "name its former website as 'website_then' in the register if it has moved"

_CONTRARY = frozenset(each.value for each in Bearing if each is not Bearing.IN_LINE)
