"""Pages without which a site has no text, no way to sign, or links that lead nowhere."""

import re
from collections.abc import Iterator, Mapping

from ..build.output import MARKER
from ..paths import PAGES
from ..problem import Problem
from ..statement.versions import none_published
from ..text.pages import without_code
from ..text_paths import TextPaths
from .reading import SiteFiles, template_of

_TEXT = "undersigned/text.html"


def led_to(texts: TextPaths) -> Mapping[str, str]:
    """The pages of docs/ that templates lead to and that nothing makes, with what is not there.

    Templates that every site draws lead there: those of the register, of a version, of an address
    not found.
    """
    return {
        texts.index: "there is no page of the text in force, to which templates lead",
        "sign.md": "there is no page that says how to sign, to which templates lead",
    }


_MARKED = re.compile(rf"^{re.escape(MARKER)}[ \t]*$", re.MULTILINE)


def a_version_is_published(files: SiteFiles) -> Iterator[Problem]:
    """Before a release there is a version of the text; until then the draft stands in its place."""
    if files.release and any(version.is_draft for version in files.versions):
        yield none_published()


def the_text_is_shown(files: SiteFiles) -> Iterator[Problem]:
    """A page shows the text in force: by its template, or by a line that stands for the text."""
    if any(template_of(page) == _TEXT or _shows(page.text) for page in files.pages):
        return
    message = f"no page shows the text in force; put a line '{MARKER}' into this one"
    yield Problem(f"{PAGES}/{files.texts.index}", 1, 1, message)


def templates_lead_to_pages(files: SiteFiles) -> Iterator[Problem]:
    """The pages to which templates lead are there."""
    for path, message in led_to(files.texts).items():
        if not (files.root / PAGES / path).is_file():
            yield Problem(f"{PAGES}/{path}", 1, 1, f"{message}; write this page")


def _shows(text: str) -> bool:
    return MARKER in text and _MARKED.search(without_code(text)) is not None
