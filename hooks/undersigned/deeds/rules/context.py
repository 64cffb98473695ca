"""What rules of the record depend on besides the entry: the register, the texts, the sources."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from pybtex.database import Entry as Reference

from ...bibliography.library import Library, keys_by_page
from ...dates import StatedDate, year_or_date
from ...model import Signatory
from ...names.keys import NearKeys
from ...names.slug import slug
from ...register.rules.context import Context
from ...register.signatories import Register
from ...statement.principles import principles_of
from ...text.source import Entry
from ..entry_list import RECORD
from ..fields import DATES
from ..sources import SourceGrade, grade_of_source, websites_of


@dataclass(frozen=True)
class RecordContext(Context):
    """The register and the sources, beside what every rule may depend on.

    The register is not `complete` where an entry of it is faulty: who is not found there may be
    its signatory.
    """

    signatories: Mapping[str, Signatory] = field(default_factory=dict)
    library: Library = field(default_factory=Library)
    complete: bool = True

    @cached_property
    def principles(self) -> Mapping[str, Mapping[int, str]]:
        """The principles of each version by their numbers; none of a text without a list."""
        return {each.number: principles_of(each.text) for each in self.versions}

    @cached_property
    def named(self) -> Mapping[str, str]:
        """The ids of signatories by the slugs of their names; of several, the first."""
        named = reversed(list(self.signatories.items()))
        return {slug(each.name): who for who, each in named}

    @cached_property
    def renamed(self) -> Mapping[str, str]:
        """The ids of signatories by the slugs of their former names; of several, the first."""
        every = reversed(list(self.signatories.items()))
        return {slug(name): who for who, each in every for name in each.latest.formerly}

    @cached_property
    def keys(self) -> Mapping[str, str]:
        """The keys of all sources by their letters without case."""
        return {key.lower(): key for key in self.library.citable}

    @cached_property
    def near_ids(self) -> NearKeys:
        """The ids of signatories, by what is nearly one."""
        return NearKeys(self.signatories)

    @cached_property
    def near_keys(self) -> NearKeys:
        """The keys of all sources, by what is nearly one without case."""
        return NearKeys(self.keys)

    @cached_property
    def keys_by_page(self) -> Mapping[str, Sequence[str]]:
        """The keys of sources by the pages at which they, or their copies, are."""
        return keys_by_page(self.library)

    def about(self, entry: Entry) -> Sequence[Signatory]:
        """Those signatories that an entry is about and that are known."""
        named = (self.signatories.get(text.value) for text in entry.each("who"))
        return [each for each in named if each]

    def sources(self, entry: Entry) -> Sequence[Reference]:
        """Those sources of an entry that are known."""
        known = self.library.sources
        return [known[text.value] for text in entry.each("sources") if text.value in known]

    def grades(self, entry: Entry) -> Sequence[Sequence[SourceGrade]]:
        """The grades of the known sources of an entry for each known signatory."""
        sources = self.sources(entry)
        sites = map(websites_of, self.about(entry))
        return [[grade_of_source(each, websites) for each in sources] for websites in sites]


def context_of(
    context: Context, register: Register, library: Library, *, complete: bool
) -> RecordContext:
    """The context for the entries of the record; without a version, nobody has endorsed one."""
    return RecordContext(
        context.today,
        context.versions,
        context.statement,
        RECORD,
        register.by_id,
        library,
        complete and bool(context.versions),
    )


def is_search(entry: Entry) -> bool:
    """Whether an entry is a search, or is meant as one where it says neither what it found."""
    if entry.given.isdisjoint(("deed", "found")):
        return "looked" in entry.given or "where" in entry.given
    return "deed" not in entry.given


def stated(entry: Entry, name: str) -> StatedDate | None:
    """The date that a field states; none where it states none that exists."""
    text = entry.get(name)
    return year_or_date(text.value) if text else None


def when(entry: Entry) -> StatedDate | None:
    """The date of what an entry is about, as far as it states one."""
    return next(filter(None, (stated(entry, name) for name in DATES)), None)


def version_of(entry: Entry, context: Context) -> str:
    """The version that an entry is about: the one it names, or that in force on its date.

    So the publication of another version moves no entry. Empty where nothing says which.
    """
    if named := entry.get("version"):
        return named.value
    if len(context.versions) == 1:
        return context.versions[0].number
    date = when(entry)
    return context.version_endorsed(date) if date else ""
