"""One reading of citations: the package's parser and mkdocs-bibtex's find the same in any page."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st
from mkdocs_bibtex.citation import CitationBlock
from undersigned.bibliography.citations import brackets_in, citations_in, cited_keys, losses
from undersigned.bibliography.footnotes import note_of

from tests.support.examples import examples

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


def read_by_plugin(page: str) -> list[tuple[str, list[tuple[str, str, str]]]]:
    """Every pair of brackets in which the plugin finds citations of known keys, with these."""
    found = []
    for block in CitationBlock.from_markdown(page):
        read = [(each.key.lower(), each.prefix, each.suffix) for each in block.citations]
        if known := [each for each in read if each[0] in KNOWN]:
            found.append((str(block), known))
    return found


def read_here(page: str) -> list[tuple[str, list[tuple[str, str, str]]]]:
    found = []
    for bracket in brackets_in(page):
        citations = citations_in(bracket[1:-1])
        read = [(each.key.lower(), each.prefix, each.locator) for each in citations]
        if known := [each for each in read if each[0] in KNOWN]:
            found.append((bracket, known))
    return found


def notes(read: list[tuple[str, list[tuple[str, str, str]]]]) -> dict[str, list[str]]:
    """The names of the notes of each pair of brackets."""
    return {bracket: [note_of(*each).name for each in citations] for bracket, citations in read}


@settings(max_examples=examples(1000))
@given(CITING | PAGES)
def test_of_a_page_that_loses_nothing_both_read_the_same_notes(page: str) -> None:
    # Here an '@' after a letter is an e-mail address; the plugin is fed accordingly.
    if not list(losses(page, KNOWN)) and not re.search(r"[\w.+]-?@", page):
        assert notes(read_here(page)) == notes(read_by_plugin(page))


@settings(max_examples=examples(1000))
@given(CITING | PAGES)
def test_whatever_is_drawn_here_is_found_by_the_plugin(page: str) -> None:
    """The plugin hands over brackets: what it does not find could not become a note."""
    if not list(losses(page, KNOWN)):
        found = {str(block) for block in CitationBlock.from_markdown(page)}
        assert {bracket for bracket, _ in read_here(page)} <= found


@given(PAGES)
def test_what_counts_as_cited_is_what_is_drawn(page: str) -> None:
    drawn = {key for bracket in brackets_in(page) for key, *_ in citations_in(bracket[1:-1])}
    assert {key for key, _ in cited_keys(page)} == drawn


@given(PAGES)
def test_a_citation_is_where_it_says(page: str) -> None:
    for key, position in cited_keys(page):
        assert page[position:].startswith(f"@{key}")
