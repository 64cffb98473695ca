"""One reading of citations: the package's parser and mkdocs-bibtex's find the same in any page."""

import re
from types import SimpleNamespace

import markdown
from citations import Registry, on_page_markdown
from hypothesis import given, settings
from hypothesis import strategies as st
from mkdocs_bibtex.citation import CitationBlock
from mkdocs_bibtex.plugin import BibTexPlugin
from pybtex.database import Entry
from undersigned.bibliography.citations.citation import Citation
from undersigned.bibliography.citations.extension import CitationsExtension
from undersigned.bibliography.citations.footnotes import Footnotes, note_of
from undersigned.bibliography.citations.losses import losses
from undersigned.bibliography.citations.occurrences import cited_keys, occurrences
from undersigned.bibliography.library import Library
from undersigned.markup.notes_in_order import NotesInOrderExtension
from undersigned.text.pages import code_shown

from tests.support.examples import examples
from tests.support.references import EXTENSIONS

KEYS = ("a", "b2", "C-d", "é_1")
KNOWN = {key.lower() for key in KEYS}
PIECES = st.sampled_from(
    ["[", "]", "](", ";", "; ", "@", ", ", ",", " ", "\n", "see ", "-", "p. 80", "x", ".org", "\\",
     "[^", "]: ", "`", "me@x.org", *(f"@{key}" for key in KEYS), "@A", "@nobody"]
)  # fmt: skip

# Most heaps of pieces lose something, of which the readers owe each other nothing; so half of what
# is drawn is brackets as people write them.
PARTS = st.tuples(
    st.sampled_from(["", "see ", "see also ", "e.g. "]),
    st.sampled_from([f"@{key}" for key in (*KEYS, "A", "nobody")]),
    st.sampled_from(["", ", p. 80", ", pp. 3-4, 9", ",§ 2"]),
).map("".join)
BRACKETS = st.lists(PARTS, min_size=1, max_size=3).map(lambda parts: f"[{'; '.join(parts)}] ")
PAGES = st.lists(PIECES | BRACKETS, max_size=30).map("".join)
CITING = st.lists(BRACKETS | st.sampled_from(["so ", "me@x.org ", "\n", "[x](y) "])).map("".join)


def read_by_plugin(page: str) -> list[tuple[str, list[str]]]:
    """Every pair of brackets in which the plugin finds citations of known keys, with their notes.

    It takes a hyphen for the end of the prefix, the words of a link for a citation and every '@'
    for that of a key.
    """
    found = []
    for block in CitationBlock.from_markdown(page):
        read = [
            Citation(each.key, each.prefix.rstrip("- "), each.suffix, 0, each.prefix.endswith("-"))
            for each in block.citations
        ]
        if known := [note_of(each.key.lower(), each) for each in read if each.key.lower() in KNOWN]:
            found.append((str(block), [each.name for each in known]))
    return found


def read_here(page: str) -> list[tuple[str, list[str]]]:
    found = []
    for each in occurrences(page, KNOWN):
        citations = [citation for citation in each.citations if citation.key.lower() in KNOWN]
        if citations and not each.bare:
            names = [note_of(citation.key.lower(), citation).name for citation in citations]
            found.append((page[each.start : each.end], names))
    return found


@settings(max_examples=examples(1000))
@given(CITING | PAGES)
def test_of_brackets_that_both_can_read_the_plugin_reads_the_same_notes(page: str) -> None:
    """It knows keys of letters, digits, '-' and '_' in brackets, and neither links nor escapes."""
    lost = list(losses(page, occurrences(page, KNOWN), KNOWN))
    if lost or re.search(r"\\|[\w.+]-?@|\]\(|\[[^\]\n]*\[", page):
        return
    plain = [each for each in occurrences(page, KNOWN) if not each.bare]
    if all(re.fullmatch(r"[\w-]+", key.key) for each in plain for key in each.citations):
        bare = [each for each in occurrences(page, KNOWN) if each.bare]
        taken = {page[each.inside - 1 : each.end] for each in bare}
        theirs = [read for read in read_by_plugin(page) if read[0] not in taken]
        assert read_here(page) == theirs


@given(PAGES)
def test_a_citation_is_where_it_says(page: str) -> None:
    for key, position in cited_keys(occurrences(page, KNOWN)):
        assert page[position:].startswith((f"@{key}", f"@{{{key}}}"))


@settings(max_examples=examples(500))
@given(CITING | PAGES)
def test_the_plugin_defines_every_note_of_a_page_and_changes_nothing_else(page: str) -> None:
    entries = {key: Entry("misc") for key in KEYS}
    plugin = BibTexPlugin()
    plugin.load_config({"bib_file": "references.bib", "enable_inline_citations": False})
    notes = Footnotes(Library(entries=entries, sources=entries))
    plugin.registry = Registry(notes)
    config = SimpleNamespace(plugins={"bibtex": plugin})
    expected = notes.noted(page)
    cite, show = on_page_markdown.methods
    drawn = show(plugin.on_page_markdown(cite(page, page=None, config=config), None, config, None))
    words, *definitions = drawn.removeprefix(code_shown(expected.text)).split("\n")
    assert drawn.startswith(code_shown(expected.text))
    assert not words
    assert [each for each in definitions if each] == list(expected.definitions())


LINES = st.sampled_from(
    ["", "", "word [@a]", "[@a, p. 3]", "    [@a]", "        @b2", "- [@a]", "    - @b2 [3]",
     "1. x", "> [@a]", ">     [@a]", "<div>", "</div>", "<div markdown>", "<p>[@a]</p>",
     "<details markdown>", "<summary>@b2</summary>", "</details>", "[^n]: [@a]", "# @b2",
     "| a | [@a] |", "| - | - |", "```", "    ```", "<!-- [@a] -->", "<br>", "\t[@a]", "<td>",
     "<a title='[@a]'>x</a>", "***", "`[@a]`", "<script>", "</script>", "[x](y '[@a]')",
     "{: title='[@a]' }", "@a", "[see -@a; @b2]", "<pre>"]
)  # fmt: skip


@settings(max_examples=examples(500))
@given(st.lists(LINES, max_size=12).map("\n".join))
def test_no_page_shows_a_reference_to_a_note_as_it_is_handed_over(page: str) -> None:
    """Wherever a citation stands, it is a note, or shown as it is written."""
    entries = {key: Entry("misc", {"title": "T"}) for key in KEYS}
    extensions = [*EXTENSIONS, "fenced_code", NotesInOrderExtension()]
    cites = CitationsExtension(Library(entries=entries, sources=entries))
    settings = {"footnotes": {"USE_DEFINITION_ORDER": False}}
    html = markdown.markdown(page, extensions=[*extensions, cites], extension_configs=settings)
    assert "[^a" not in html
    assert "[^b2" not in html
    assert "\ue0ff" not in html
