"""Golden citations: a page, what readers see of it after '--- shown', what `check` says after that.

Set UPDATE_GOLDEN=1 to write what comes out now; then read the difference before committing it.
"""

import os
import re
from html import unescape
from pathlib import Path

import markdown
import pytest
from undersigned.bibliography.citations.checks import faulty_citations
from undersigned.bibliography.citations.extension import CitationsExtension
from undersigned.bibliography.library import library_of
from undersigned.markup.notes_in_order import NotesInOrderExtension
from undersigned.text.pages import read_pages, without_front_matter
from undersigned.text.source import Source

from tests.support.files import plant
from tests.support.references import EXTENSIONS

CASES = sorted((Path(__file__).parent / "golden" / "citations").glob("*.txt"))
SOURCES = (Path(__file__).parent / "golden" / "citations" / "references.bib").read_text("utf-8")
LIBRARY, _ = library_of(Source("references.bib", SOURCES))

REFERENCE = re.compile(
    r'<sup(?: class="footnote-\d+")? id="fnref\d*:[^"]*">'
    r'<a class="footnote-ref" href="[^"]*">(\d+)</a></sup>'
)
WAYS = re.compile(r"</p>\n<p>(Back to .*)</p>")
WAY = re.compile(r'<a class="footnote-backref" dir="auto" href="#fnref[^"]*">([^<]*)</a>')


def shown(page: str) -> str:
    """A page as HTML with its notes as '[1]', then what each of these says and leads back to."""
    extensions = [*EXTENSIONS, "fenced_code", CitationsExtension(LIBRARY), NotesInOrderExtension()]
    settings = {"footnotes": {"USE_DEFINITION_ORDER": False}}
    html = unescape(markdown.markdown(page, extensions=extensions, extension_configs=settings))
    html = WAYS.sub(r" (\1)</p>", WAY.sub(r"\1", REFERENCE.sub(r"[\1]", html)))
    html = re.sub(r'<a class="cited-source" href="bibliography/#([^"]*)">[^<]*</a>', r"→\1", html)
    text, _, notes = html.partition('<div class="footnote">')
    listed = re.findall(r"<li [^>]*>\n<p>(.*?)</p>\n</li>", notes, re.DOTALL)
    lines = [f"{number}. {note}" for number, note in enumerate(listed, 1)]
    return "\n".join([text.strip(), *lines, ""]).replace("\xa0", " ")


def checked(page: str, root: Path) -> str:
    plant(root, {"docs/page.md": page})
    found = sorted(faulty_citations(read_pages(root)[0], list(LIBRARY.sources)))
    return "".join(f"{problem}\n" for problem in found)


FOLLOWED = [
    ("So.[@maurer p. 5]", "So.[@maurer, p. 5]"),
    ("So.[@maurer @office]", "So.[@maurer; @office]"),
    ("So.[@maurer, p. 3 @office]", "So.[@maurer, p. 3; @office]"),
    ("So.[@maurer; see it]", "So.[@maurer, see it]"),
    ("So.[@maurer; see it]", "So (see it).[@maurer]"),
    ("[so [@maurer]](x.md)", "[so](x.md)[@maurer]"),
    ("So.[see @maurer,\np. 3]", "So.[see @maurer, p. 3]"),
    ("@maurer\n[p. 3] says", "@maurer [p. 3] says"),
    ("@maurrer says", "@maurer says"),
    ("So.[@odd]", "So.[@{odd+}]"),
    ("@smith2020 says", r"\@smith2020 says"),
    ("@types/node", "`@types/node`"),
    ("@types/node", r"\@types/node"),
    ("<div>\n<p>[@maurer]</p>\n</div>", "<div markdown>\n<p markdown>[@maurer]</p>\n</div>"),
    ("<div>\n[@maurer]\n</div>", "[@maurer]"),
    ("So.\n\n    [@maurer]", "So.\n\n[@maurer]"),
    ("So.\n\n    [@maurer]", "So.\n\n```\n[@maurer]\n```"),
    ("---\ntitle: A[@maurer]\n---\n# A", "---\ntitle: A\n---\n# A\n\nSo.[@maurer]"),
    ("<b title='[@maurer]'>x</b>", "<b>x</b>[@maurer]"),
    ("So.[^maurer] [@maurer]\n\n[^maurer]: Mine.", "So.[^my] [@maurer]\n\n[^my]: Mine."),
    ("\\full_bibliography", "[All sources](bibliography.md)"),
]


@pytest.mark.parametrize(("written", "mended"), FOLLOWED)
def test_whoever_follows_a_remedy_ends_at_green(written: str, mended: str, tmp_path: Path) -> None:
    assert checked(written, tmp_path)
    assert not checked(mended, tmp_path)


def test_there_are_cases() -> None:
    assert len(CASES) >= 60


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_a_page_cites_as_the_case_expects(case: Path, tmp_path: Path) -> None:
    written = case.read_text(encoding="utf-8")
    page, _, expected = written.partition("--- shown\n")
    printed = f"{shown(without_front_matter(page))}--- check\n{checked(page, tmp_path)}"
    if os.environ.get("UPDATE_GOLDEN") == "1":
        case.write_text(f"{page}--- shown\n{printed}", encoding="utf-8")
        return
    assert printed == expected
