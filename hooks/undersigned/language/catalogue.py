"""What is said to readers, in the language of a site: messages by what they are in English.

A message stands where it is said, in British English, with named places: `%(name)s`. What else a
language says is in its file beside this module, in the format of GNU gettext: `fr.po`. Of English
there is none, and no other file is read then.
"""

from collections.abc import Mapping
from copy import copy
from decimal import Decimal
from functools import cache, cached_property
from gettext import NullTranslations
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from babel import Locale

from .parts import IN_CODE, WHOLE_IN_CODE, named, named_whole
from .set_apart import SetApart

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog, Message

FOLDER = Path(__file__).parent
_ENGLISH = "en"


class Catalogue:
    """The messages of a CLDR locale; one that is not translated stays as it is in English.

    Each method fills the places of a message with `values`, which are text. A sign of percent is
    written twice. `translations` are the messages alone, without their places filled. `part` is
    what the statement calls its numbered parts, and `whole` what it is called itself.
    """

    def __init__(
        self,
        locale: str,
        translations: NullTranslations | None = None,
        part: str = IN_CODE,
        whole: str = WHOLE_IN_CODE,
    ) -> None:
        self.locale, self.part, self.whole = locale, part, whole
        self.translations = translations or NullTranslations()
        parsed = Locale.parse(locale)
        self.english = parsed.language == _ENGLISH
        self.from_right = parsed.character_order == "right-to-left"

    def gettext(self, message: str, **values: str) -> str:
        """A message."""
        return self.translations.gettext(message) % values

    def ngettext(self, one: str, several: str, count: int, **values: str) -> str:
        """A message in the form that goes with a number, which is its `%(count)s`."""
        said = self.translations.ngettext(one, several, count)
        return said % {"count": self.number(count), **values}

    def part_gettext(self, message: str, **values: str) -> str:
        """A message about a part of the statement, which names it a principle."""
        return self.gettext(self.of_part(message), **values)

    def of_whole(self, message: str) -> str:
        """A message, in English, with what the statement is called."""
        return named_whole(message, self.whole)

    def of_part(self, message: str) -> str:
        """A message, in English, with what the statement calls its parts."""
        return named(message, self.part)

    def pgettext(self, context: str, message: str, **values: str) -> str:
        """A message that means several things in English: which of them, its `context` says."""
        return self.translations.pgettext(context, message) % values

    def npgettext(self, context: str, one: str, several: str, count: int, **values: str) -> str:
        """A message of such a context, in the form that goes with a number."""
        said = self.translations.npgettext(context, one, several, count)
        return said % {"count": self.number(count), **values}

    def number(self, number: int | Decimal) -> str:
        """A number with its digits in groups, as the locale has it; every digit that is given."""
        if self.english:
            return f"{number:,}" if isinstance(number, int) else f"{number:,f}"
        from babel.numbers import format_decimal  # late: an English site never needs it

        return format_decimal(number, locale=self.locale, decimal_quantization=False)

    @cached_property
    def on_pages(self) -> "Catalogue":
        """Its messages for pages; where these run from right to left, English is set apart."""
        if not self.from_right:
            return self
        translations = copy(self.translations)
        translations.add_fallback(SetApart())
        return Catalogue(self.locale, translations, self.part, self.whole)

    @cached_property
    def plurals(self) -> Mapping[str, int]:
        """A number for each plural category of CLDR that whole numbers have in the locale.

        By these a script, which knows the category of a number, is given the forms of a message.
        """
        category = Locale.parse(self.locale).plural_form
        numbers = (1_000_000, 0, *range(200, 1, -1), 1)
        # Fractions alone have it in some languages; it is what a category that is new is worded by.
        return {"other": 100, **{category(number): number for number in numbers}}


# As the messages stand where they are said.
ENGLISH = Catalogue("en_GB")


def N_(message: str) -> str:  # noqa: N802 - by this name tools find messages
    """A message that stands apart from where it is said, to be found there by translators."""
    return message


def file_of(locale: str) -> Path | None:
    """The file with the messages of a locale, or else of its language; None where neither is."""
    language = Locale.parse(locale).language
    paths = (FOLDER / f"{each}.po" for each in (locale, language))
    return next((path for path in paths if path.is_file()), None)


class Gaps(NamedTuple):
    """How many messages a catalogue has, and how many of them are not translated in each form."""

    messages: int
    lacking: int


def gaps(path: Path) -> Gaps:
    """What the file of a language lacks."""
    messages = [each for each in _read(path) if each.id]
    return Gaps(len(messages), len([each for each in messages if _lacks(each)]))


def _lacks(message: "Message") -> bool:
    return not message.string or not all(message.string)


@cache
def catalogue_of(locale: str, part: str = IN_CODE, whole: str = WHOLE_IN_CODE) -> Catalogue:
    """The messages of a CLDR locale such as ``fr_CA``; in English where its language has none.

    The statement and its parts are called as `language.parts` lists.
    """
    if (locale, part, whole) == (ENGLISH.locale, ENGLISH.part, ENGLISH.whole):
        return ENGLISH
    path = None if Locale.parse(locale).language == _ENGLISH else file_of(locale)
    return Catalogue(locale, _translations(path) if path else None, part, whole)


def _translations(path: Path) -> NullTranslations:
    """What a file says, as gettext evaluates it: with the plural forms of its language."""
    # Late: an English build would be slower by them.
    from babel.messages.mofile import write_mo
    from babel.support import Translations

    compiled, messages = BytesIO(), _read(path)
    # Or English would have a form by the rules of the language, and '1 replies' in Arabic.
    for lacking in [each for each in messages if each.id and _lacks(each)]:
        messages.delete(lacking.id, lacking.context)
    write_mo(compiled, messages)
    compiled.seek(0)
    return Translations(compiled)


def _read(path: Path) -> "Catalog":
    from babel.messages.pofile import read_po

    with path.open("rb") as file:
        return read_po(file)
