"""The record as a list that people keep: deeds.yml, and a drop-in for each new entry."""

from ..entry_list import EntryList, Values
from ..fields import BETWEEN
from ..paths import DEED_DROP_INS, DEEDS
from .fields import FIELDS

# What stands before the date of entries that say when somebody looked, by the field of the date.
_DATES = (("date", ()), ("seen", ("seen",)), ("looked", ("looked",)))


def id_of(values: Values) -> str:
    """The id of an entry: the one it gives, or else its first signatory, its principle, its date.

    An undated deed has ``seen`` before the day on which it was seen, a search ``looked``.
    """
    if given := values.get("id"):
        return given
    dated = next(((*word, values[name]) for name, word in _DATES if values.get(name)), ())
    parts = (_first(values), values.get("principle", ""), *dated)
    return "-".join(filter(None, parts))


def canonical_key(values: Values) -> tuple[str, ...]:
    """The key by which entries are in canonical order: by signatory, then by principle and date."""
    principle = values.get("principle", "")
    dates = (values.get(name, "") for name, _ in _DATES)
    # Of two numbers in digits the longer is the greater.
    number = (f"{len(principle):03}", principle)
    return (_first(values), *number, next(filter(None, dates), ""), id_of(values))


def _first(values: Values) -> str:
    return values.get("who", "").partition(BETWEEN)[0]


RECORD = EntryList(
    DEEDS, DEED_DROP_INS, FIELDS, id_of, canonical_key, named_by="who", optional=True
)
