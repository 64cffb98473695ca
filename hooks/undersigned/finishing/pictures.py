"""The pictures that have a site's words drawn into them."""

from collections.abc import Iterator

from ..locale import locale_of, shown_date
from ..look.mark import TOUCH_ICON
from ..look.pictures import read_pictures
from ..paths import PAGES, TEMPLATES
from ..problem import Problem, quoted
from ..statement.card import words_of, words_on
from ..statement.cite import cited
from ..statement.edition import roles
from ..text.source import MEBIBYTE, content_of
from .reading import SiteFiles

# Below a folder of templates, or of pages.
CARD = "assets/undersigned/card.png"
_REMEDY = "draw it anew with tools/card.py, or remove it"


def the_card_has_the_words_of_this_site(files: SiteFiles) -> Iterator[Problem]:
    """The picture beside links to the site has the title, the day and the roles of today."""
    wanted = _words(files)
    for path, words in _drawn(files, CARD):
        if wanted and words and words != wanted:
            ours, theirs = next(
                pair for pair in zip(wanted, words, strict=True) if len({*pair}) > 1
            )
            message = f"was drawn for {quoted(theirs)}, and this site says {quoted(ours)}"
            yield Problem(path, 1, 1, f"{message}; {_REMEDY}")


def the_touch_icon_is_of_this_statement(files: SiteFiles) -> Iterator[Problem]:
    """The icon for home screens was drawn when the statement was called as it is now."""
    wanted = _words(files)
    for path, words in _drawn(files, TOUCH_ICON):
        if wanted and words and words[0] != wanted[0]:
            yield Problem(path, 1, 1, f"was drawn for {quoted(words[0])}; {_REMEDY}")


def _words(files: SiteFiles) -> tuple[str, str] | None:
    """The words that the card should have; None where the settings or the versions lack them."""
    statement, edition = files.statement, files.edition
    if not (statement and edition and files.versions):
        return None
    citation = cited(statement, edition, files.versions)
    language = files.setting("theme", "language")
    locale = locale_of(language.value if language else "en")
    published = shown_date(files.versions[-1].published, locale)
    return words_of(citation.title, roles(citation.author, edition), published)


def _drawn(files: SiteFiles, path: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each file of that path, with the words that are stored in it; two, or none that count."""
    pictures, _ = read_pictures(files.root, files.node)
    own = pictures.card if path == CARD else pictures.touch
    named = [f"{PAGES}/{own.path}"] if own else []
    for place in (f"{TEMPLATES}/{path}", f"{PAGES}/{path}", *named):
        content, _ = content_of(files.root, place, MEBIBYTE)
        try:
            words = words_on(content or b"")
        except ValueError:
            words = ()  # which are not UTF-8, so nobody has drawn them here
        yield place, words if len(words) == len(("title", "beneath")) else ()
