"""What the forms of each list may ask, and the label by which their answers become entries."""

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from ..deeds.entry_list import RECORD
from ..deeds.model import Bearing
from ..entry_list import SIGNATORIES, EntryList
from ..fields import Form, Kind
from ..register.new_entry import missing

# What maintainers put on an issue once they have looked at its evidence, or at the sources of a
# deed; no form puts either there.
CHECKED = "endorsement-checked"
DEED_CHECKED = "deed-checked"

DECLARATIONS = "declarations"

# What is asked for in place of a website, and the fields that a line of the file there gives.
DOMAIN = "domain"
OF_LINE = ("signed", "evidence", "endorses")

# Between several values of a field: line breaks, and commas where no value can hold one. An
# address, which may stand for a key, can hold one, but no space behind it.
LINES, _WORDS, _KEYS = r"\n", r"[\n,]", r"\n|,(?=\s|\Z)"

# The words of a source, for those who look at the issue.
PASSAGE = "passage"


class Asked(NamedTuple):
    """What forms may ask for an entry of a list: those whose names begin with `beginning`.

    The `label` starts the workflow, whose branches begin with `branch` and a slash. `fields` are
    those that people may be asked for; the others are for maintainers or tools to give. What has
    one of the `other` ids is no field of an entry. `choices` are the answers that a field may have,
    and `needed` gives the fields that entries need, by those that a form asks for.
    """

    kept: EntryList
    beginning: str
    branch: str
    label: str
    fields: tuple[str, ...]
    other: tuple[str, ...]
    choices: Mapping[str, tuple[str, ...]]
    needed: Callable[[Iterable[str]], Iterable[str]]

    @property
    def ids(self) -> tuple[str, ...]:
        """Every id that an element of such a form may have."""
        return (*self.fields, *self.other, DECLARATIONS)

    def between(self, name: str) -> str:
        """What stands between several values of a field: a regular expression."""
        form = self.kept.by_name[name].form if name in self.kept.several else Form.TEXT
        return LINES if form is Form.TEXT else _KEYS if form is Form.KEY else _WORDS


def given(asked: Iterable[str]) -> dict[str, str]:
    """What an entry of the register has without being asked, by what its form does ask."""
    return {} if "kind" in asked else {"kind": Kind.INDIVIDUAL.value}


def _needed_to_endorse(asked: Iterable[str]) -> list[str]:
    """What an endorsement needs; the day on which the issue was opened is always there."""
    known = dict.fromkeys(asked, "")
    follows = dict.fromkeys(("website", *OF_LINE) if DOMAIN in known else ("signed",), "")
    return [each.name for each in missing({**known, **given(known), **follows})]


def _needed_of_a_deed(asked: Iterable[str]) -> list[str]:
    dated = () if "seen" in asked else ("date",)
    return ["who", *dated, "deed", "sources", "bearing"]


ENDORSEMENT = Asked(
    SIGNATORIES,
    "endorse-",
    "endorse",
    CHECKED,
    (
        "name", "kind", "country", "website", "affiliation", "evidence", "statement",
        "id", "formerly", "sort_as", "archived", "identifiers", "distinct_from",
    ),
    (DOMAIN,),
    {"kind": tuple(Kind)},
    _needed_to_endorse,
)  # fmt: skip

DEED = Asked(
    RECORD,
    "document-",
    "deed",
    DEED_CHECKED,
    (
        "who", "principle", "version", "date", "seen", "deed", "sources", "unarchived", "bearing",
        "id",
    ),
    (PASSAGE,),
    {"bearing": tuple(Bearing)},
    _needed_of_a_deed,
)  # fmt: skip

# What forms ask for that become entries.
ENTERED = (ENDORSEMENT, DEED)
LABELS = tuple(each.label for each in ENTERED)


def asked_by(file: str) -> Asked | None:
    """What a form of this name may ask for; None where it becomes no entry."""
    return next((each for each in ENTERED if file.startswith(each.beginning)), None)
