"""When an entry of the record is shown: once those it is about could reply, or at once.

A signatory is written to before the first publication about it. What all its sources state on its
own pages it has published itself, and needs no notice.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

from ..bibliography.library import Library
from ..dates import StatedDate
from ..model import Signatory
from ..register.signatories import Register
from .model import Deed, Record, Recorded
from .sources import is_wholly_own, websites_of

# Whole days that a signatory has for a reply. That on which it was written to is not counted among
# them (Regulation (EEC, Euratom) No 1182/71, article 3).
NOTICE = timedelta(days=14)

# The day from which that is shown for which nobody has to be written to.
AT_ONCE = date.min

Signatories = Mapping[str, Signatory]


def notice_ends(notified: StatedDate) -> date:
    """The first day on which the notice is over: the fifteenth after that of the letter."""
    return notified.last_day + NOTICE + timedelta(days=1)


def shown_from(entry: Recorded, signatories: Signatories, library: Library) -> date | None:
    """The day from which an entry is shown; none while a signatory has still to be written to.

    A deed is shown at once where each of its sources is an own page of everyone it is about.
    """
    if isinstance(entry, Deed) and is_stated_by_all(entry, signatories, library):
        return AT_ONCE
    return notice_ends(entry.notified) if entry.notified else None


def is_stated_by_all(deed: Deed, signatories: Signatories, library: Library) -> bool:
    """Whether every source of a deed is an own page of each signatory that it is about."""
    about = [signatories.get(who) for who in deed.who]
    sources = [library.sources.get(key) for key in deed.sources]
    return bool(about and sources) and all(
        source and who and is_wholly_own(source, websites_of(who))
        for source in sources
        for who in about
    )


def is_after_end(entry: Recorded, signatory: Signatory) -> bool:
    """Whether an entry is certainly dated after its signatory had withdrawn or ended."""
    gone = signatory.gone
    return gone is not None and entry.when.first_day > gone.last_day


def is_before_endorsement(deed: Deed, signatory: Signatory) -> bool:
    """Whether a deed was certainly done before its signatory first endorsed the text."""
    return deed.when.last_day < signatory.first.signed.first_day


def within_membership(entry: Recorded, signatories: Signatories) -> Recorded | None:
    """The entry as it is about those who were signatories at its date; none where nobody was.

    So the record of whoever has withdrawn or ended ends on that day, and what others did with it
    afterwards stays in theirs. Whoever is not in the register has no record.
    """
    known = ((who, signatories.get(who)) for who in entry.who)
    about = tuple(who for who, one in known if one and not is_after_end(entry, one))
    return entry._replace(who=about) if about else None


def published(record: Record, register: Register, library: Library, day: date) -> Record:
    """The entries that a build shows which is dated a day, each about whom it is shown."""
    signatories = register.by_id
    return Record(tuple(_shown(record.entries, signatories, library, day)))


def _shown(
    entries: Iterable[Recorded], signatories: Signatories, library: Library, day: date
) -> Iterator[Recorded]:
    for entry in entries:
        begins = shown_from(entry, signatories, library)
        within = within_membership(entry, signatories)
        if within and begins is not None and begins <= day:
            yield within
