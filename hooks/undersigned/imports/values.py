"""Values as lists have them, tidied into the form that the register has."""

import re
from collections.abc import Callable
from typing import NamedTuple

from ..fields import BETWEEN, Field, Form
from ..invisible import hidden_places
from ..names.no_names import is_no_value
from ..normal_forms import nfc
from ..problem import quoted
from ..register.terms.addresses import address_meant
from ..register.terms.countries import country_meant
from ..register.terms.days import Ambiguous, DayOrder, day_meant
from ..register.terms.kinds import kind_meant
from .pages import instead_of_page, several_pages


class Read(NamedTuple):
    """A value in the register's form as far as it could be read, and what is in doubt about it."""

    value: str
    doubt: str = ""


# Marks that reverse the order of text: with them it would read as something else, so the checker
# is to refuse them. All other characters that nobody sees are dropped.
_REVERSING = "\u202a\u202b\u202d\u202e\u2066\u2067\u2068"


# No field takes a longer text, and what is asked of one may take long: it is left as it is.
LONGEST = 8_192


def read_value(field: Field, cell: str, order: DayOrder | None = None) -> Read:
    """The value of a cell for a field, as the register writes it; what cannot be read stays.

    White space becomes single spaces, characters nobody sees are dropped, text is composed (Unicode
    NFC). Of a field that takes several, each line is a value. Kinds, countries, dates and addresses
    are brought into their form; `order` is that of the numbers in dates.
    """
    if not field.several:
        return _one(field, cell, order)
    lines = [_one(field, each, order).value for each in cell.splitlines()]
    return Read(BETWEEN.join(filter(None, lines)))


def _one(field: Field, cell: str, order: DayOrder | None) -> Read:
    if len(cell.strip()) > LONGEST:
        return Read(cell.strip())
    text = tidied(cell)
    if not text or (field.name != "name" and is_no_value(text)):
        return Read("")
    if field.form in (Form.DAY, Form.DAY_OR_MONTH):
        return _day(field, text, order)
    if field.name == "evidence" and (instead := instead_of_page(text)):
        return Read("", instead)
    form = _FORMS.get(field.form)
    meant = form(text) if form else text
    return Read(meant) if meant else Read(text, several_pages(field.name, text))


def tidied(text: str) -> str:
    """The text in Unicode form NFC, with single spaces and without characters nobody sees."""
    text = " ".join(nfc(text).split())
    if text.isprintable() and text.isascii():
        return text
    hidden = {at for at in hidden_places(text) if text[at] not in _REVERSING}
    seen = (each for at, each in enumerate(text) if at not in hidden)
    return " ".join("".join(seen).split())


def _day(field: Field, text: str, order: DayOrder | None) -> Read:
    read = day_meant(text, order)
    if isinstance(read, Ambiguous):
        doubt = f"{field.name} {quoted(text)} is {read}; give '--dates {DayOrder.DAY_FIRST}'"
        century = ", or write four digits of the year, as YYYY-MM-DD" if read.lacks_century else ""
        return Read(text, f"{doubt} or '--dates {DayOrder.MONTH_FIRST}'{century}")
    return Read(read or text)


def _version(text: str) -> str:
    return re.sub(r"^v(?:ersion)? ?(?=[0-9])", "", text, flags=re.IGNORECASE)


_PAGES = (
    (re.compile(r"(?:https?://)?(?:www\.)?ror\.org/(0\w{8})/?"), "ror"),
    (re.compile(r"(?:https?://)?(?:www\.)?wikidata\.org/(?:wiki|entity)/(Q\d+)"), "wikidata"),
)


def _identifier(text: str) -> str:
    """The identifier, also where it is given as the address of its page."""
    for page, scheme in _PAGES:
        if match := page.fullmatch(text):
            return f"{scheme}:{match[1]}"
    return text


_FORMS: dict[Form, Callable[[str], str | None]] = {
    Form.KIND: kind_meant,
    Form.COUNTRY: country_meant,
    Form.ADDRESS: address_meant,
    Form.VERSION: _version,
    Form.IDENTIFIER: _identifier,
}
