"""The catalogues of languages: none lags behind what is said, and no translation loses a place."""

import re
from collections.abc import Iterator
from gettext import c2py
from io import BytesIO
from pathlib import Path

import pytest
from babel import Locale
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from tools.messages import LANGUAGES, extracted, is_translated, updated

CATALOGUES = sorted(LANGUAGES.glob("*.po"))
COMPLETE = {"fr"}

PLACE = re.compile(r"%\((\w+)\)s")
# A sign of percent that is neither doubled nor the beginning of a place.
STRAY = re.compile(r"%(?!\(\w+\)s)")


@pytest.fixture(scope="module")
def messages() -> Catalog:
    return extracted()


def read(text: str) -> Catalog:
    return read_po(BytesIO(text.encode()))


def forms(message: Message) -> Iterator[tuple[str, str]]:
    """Each translation with the message that it is of; of plural forms, with that of several."""
    said = message.id if isinstance(message.id, str) else message.id[-1]
    strings = [message.string] if isinstance(message.string, str) else message.string or ()
    yield from ((said, string) for string in strings if string)


def test_messages_are_found_in_code() -> None:
    assert len(extracted()) >= 200


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
def test_a_catalogue_has_every_message_and_none_that_is_gone(path: Path, messages: Catalog) -> None:
    text = path.read_text(encoding="utf-8")
    assert updated(text, messages) == text, "run 'make messages'"


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
def test_a_complete_catalogue_lacks_no_translation(path: Path) -> None:
    found = read(path.read_text(encoding="utf-8"))
    lacking = [each.id for each in found if each.id and not is_translated(each.string)]
    assert (lacking == []) == (path.stem in COMPLETE)


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
def test_a_translation_has_no_place_that_its_message_has_not(path: Path) -> None:
    for each in read(path.read_text(encoding="utf-8")):
        for said, string in forms(each) if each.id else ():
            given = set(PLACE.findall(said))
            # 'one' and 'two' may be words of their own; all else is told.
            assert given - {"count"} <= set(PLACE.findall(string)) <= given, string
            assert not STRAY.search(string.replace("%%", "")), string


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
def test_a_catalogue_has_the_plural_forms_of_its_language(path: Path) -> None:
    """Of numbers below a thousand: CLDR, and Babel since 2.19, has one more for French millions."""
    found = read(path.read_text(encoding="utf-8"))
    of_catalogue, of_language = c2py(found.plural_expr), Locale(path.stem).plural_form
    pairs = {(of_catalogue(number), of_language(number)) for number in range(1000)}
    assert len(pairs) == len(dict(pairs)) == len({name for _, name in pairs}) == found.num_plurals
    several = [each.string for each in found if isinstance(each.id, tuple)]
    assert several
    assert {len(string) for string in several if not isinstance(string, str) and string} == {
        found.num_plurals
    }


def test_a_message_that_is_said_again_has_its_translation_again(messages: Catalog) -> None:
    header = CATALOGUES[0].read_text(encoding="utf-8").partition("\n\n")[0]
    some = Catalog()
    some.add("A", locations=[("a.py", 0)])
    both = updated(f'{header}\n\nmsgid "A"\nmsgstr "a"\n\nmsgid "B"\nmsgstr "b"\n', some)
    assert '#~ msgid "B"\n#~ msgstr "b"\n' in both
    some.add("B", locations=[("b.py", 0)])
    assert '\nmsgid "B"\nmsgstr "b"\n' in updated(both, some)
