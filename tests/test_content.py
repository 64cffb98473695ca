"""The words: what every page of this site must have."""

import re
from pathlib import Path

import pytest
from pybtex.database import parse_file

from tests.support.sites import REPOSITORY

DOCS = REPOSITORY / "docs"
COMMENTARIES = sorted(
    page for page in (DOCS / "principles").glob("*.md") if "\nprinciple:" in page.read_text("utf-8")
)
CITATION = re.compile(r"@([a-z0-9]+)\b")


def citations(text: str) -> list[str]:
    return [key for group in re.findall(r"\[(@[^\]]+)\]", text) for key in CITATION.findall(group)]


def words_of(text: str) -> list[str]:
    body = re.sub(r"^---\n.*?\n---\n", "", text, flags=re.DOTALL)
    return re.sub(r"\[[@^][^\]]+\]:?", " ", body).split()


@pytest.mark.parametrize("page", COMMENTARIES, ids=lambda page: page.stem)
def test_a_commentary_has_words_citations_and_a_note(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert len(words_of(text)) >= 150
    assert len(citations(text)) >= 2
    assert len(re.findall(r"^\[\^\w+\]: ", text, flags=re.MULTILINE)) >= 1


def test_each_principle_has_a_commentary_under_its_exact_title() -> None:
    text = (DOCS / "principles/1.0.md").read_text(encoding="utf-8")
    titles = dict(re.findall(r"^(\d)\. (.+)$", text, flags=re.MULTILINE))
    headed = {}
    for page in COMMENTARIES:
        words = page.read_text(encoding="utf-8")
        number = re.search(r"^principle: (\d)$", words, flags=re.MULTILINE)
        heading = re.search(r"^# (.+)$", words, flags=re.MULTILINE)
        assert number
        assert heading
        headed[number[1]] = heading[1]
    assert headed == titles
    assert len(titles) == 5


def test_every_citation_has_its_source_and_every_page_a_description() -> None:
    known = set(parse_file(str(REPOSITORY / "references.bib")).entries)
    for page in DOCS.rglob("*.md"):
        text = page.read_text(encoding="utf-8")
        assert set(citations(text)) <= known, page
        if not re.fullmatch(r"[0-9.]+\.md", page.name):
            assert re.search(r"^description: .{40,155}$", text, flags=re.MULTILINE), page
