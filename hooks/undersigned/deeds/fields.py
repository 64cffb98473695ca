"""The fields of an entry of the record: their names, forms and order, and who gives each."""

from typing import Any

from ..fields import LONGEST_NAME, Field, Form, Needed
from ..names.slug import LONGEST as LONGEST_SLUG
from .model import Bearing

# In characters. An id is that of a signatory with a number and a date behind it.
LONGEST_ID = 120
_SENTENCE, _REPLY, _NUMBER = 200, 280, 3

# Of a field that takes several. Each signatory's page names all others that a deed is about, so
# that one deed of a whole register would have as many names as that has pairs.
MOST_VALUES = 30

NOTHING = "nothing"

# What deeds alone have, what searches alone have, what goes with a reply, and what dates an entry.
OF_DEEDS = ("date", "seen", "deed", "sources", "unarchived", "bearing")
OF_SEARCHES = ("looked", "found", "where")
OF_REPLIES = ("reply", "replied", "reply_source", "reply_by_email")
DATES = ("date", "seen", "looked")


def _field(name: str, form: Form, given_by: str, meaning: str, **more: Any) -> Field:
    return Field(name, Needed.OPTIONAL, form, meaning, given_by=given_by, **more)


FIELDS = (
    _field(
        *("id", Form.SLUG, "a second of the same signatory, principle and date"),
        "what this entry is called; by default the first signatory, the principle and the date",
        longest=LONGEST_ID,
    ),
    Field(
        *("who", Needed.ALL, Form.SLUG, "the id of the signatory; an organisation, no individual"),
        longest=LONGEST_SLUG,
        several=True,
    ),
    _field(
        *("principle", Form.NUMBER, "all, if the text has numbers"),
        "the number of the principle that it belongs to",
        longest=_NUMBER,
    ),
    _field(
        *("version", Form.VERSION, "hardly ever"),
        "the version of the text, if not the one in force on the date",
    ),
    _field(
        *("date", Form.DATE, "a deed"),
        "when it was done: YYYY-MM-DD, YYYY-MM or a year alone",
    ),
    _field(
        *("seen", Form.DATE, "a deed whose pages have no date, instead of 'date'"),
        "when the page was seen to say so",
        instead_of="date",
    ),
    _field(*("looked", Form.DATE, "a search"), "when somebody looked"),
    _field(
        *("deed", Form.TEXT, "a deed"),
        "what was done: one sentence in the past tense, without praise or blame",
        longest=_SENTENCE,
    ),
    _field(
        *("found", Form.CHOICE, "a search, instead of 'deed'"),
        f"always '{NOTHING}': what was found is a deed",
        choices=(NOTHING,),
        instead_of="deed",
    ),
    _field(
        *("sources", Form.KEY, "a deed"),
        "the key of a source in the bibliography that says so",
        longest=LONGEST_NAME,
        several=True,
    ),
    _field(
        *("where", Form.TEXT, "a search"),
        "a place that was searched",
        longest=LONGEST_NAME,
        several=True,
    ),
    _field(
        *("unarchived", Form.DAY, "a deed of which no source has an archived copy"),
        "the day on which no archived copy of its sources was to be had",
    ),
    _field(
        *("bearing", Form.CHOICE, "a deed"),
        f"how the editors read it: {', '.join(Bearing)}; other than {Bearing.IN_LINE} only on the"
        " word of a court, an authority or the signatory itself",
        choices=tuple(Bearing),
    ),
    _field(
        *("notified", Form.DAY, "maintainers, once they have written to the signatory"),
        "the day on which it was written to; 14 days later the entry is published",
    ),
    _field(
        *("reply", Form.TEXT, "an entry about one signatory that has replied"),
        "its own words",
        longest=_REPLY,
    ),
    _field(*("replied", Form.DATE, "an entry with a reply"), "when it replied"),
    _field(
        *("reply_source", Form.ADDRESS, "an entry with a reply"),
        "the https address of the reply, on the signatory's own site",
    ),
    _field(
        *("reply_by_email", Form.DAY, "instead of 'reply_source'"),
        "the day on which the reply came by e-mail, from the signatory's own domain",
        instead_of="reply_source",
    ),
    _field(
        *("listed", Form.DAY, "`undersigned fold`"),
        "the day on which the entry came to the record",
        by_tools=True,
    ),
)
