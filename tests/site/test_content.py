"""The words of this statement: whoever replaces docs/ replaces this file with them."""

import re
from pathlib import Path

import pytest
from pybtex.database import parse_file
from undersigned.register.rules.context import Context, latest_today
from undersigned.register.signatories import read_register

from tests.support.sites import REPOSITORY

from .own import DOCS, IN_FORCE, VERSIONS, of_this_statement

pytestmark = of_this_statement

PAGES = sorted(
    page for page in DOCS.rglob("*.md") if not re.fullmatch(r"[0-9.]+\.md|draft\.md", page.name)
)
TEXT = IN_FORCE.text
COMMENTARIES = [page for page in PAGES if "\nprinciple:" in page.read_text("utf-8")]
SOURCES = parse_file(str(REPOSITORY / "references.bib")).entries
ANNOUNCEMENT = REPOSITORY.parent / "shared/sources/announcement.txt"

# The figures of the sources that need their caution beside them, as pages write them.
FIGURES = re.compile(
    r"""12\ billion | \b74\b | \b44\ autocracies | 50,000 | \b1,400\b | 16[78](\.3)?\ million
      | 444,719 | \b3,500\b | about\ 40\ vendors | 35\ of\ 72 | \b100\ countries | \b150\ countries
      | \b150\ (member\ )?companies | \b435\b | \b42\ countries | 45\ of\ (the\ )?70
      | \b80\ countries | \b40\ (endorsing\ )?companies | \b90\ people | about\ 4\ million
      | \b2[157]\ (governments|states|supporters) | \b21\ by | \b25\ subscribing""",
    re.VERBOSE | re.IGNORECASE,
)


# How pages say that the Accord wrote the text, and does not publish this edition of it.
ROLE = re.compile(
    r"publisher of the text|(whose|its) text|text\W+by|their author|who wrote the"
    r"|published the principles"
)


def name_of(page: Path) -> str:
    return page.relative_to(DOCS).as_posix()


def body_of(page: Path) -> str:
    return re.sub(r"\A---\n.*?\n---\n", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)


def citations(text: str) -> list[str]:
    brackets = re.findall(r"\[([^\[\]\n]*@[^\[\]\n]*)\]", text)
    return [key for each in brackets for key in re.findall(r"(?<![\w.])@([a-z0-9]+)\b", each)]


def running_words(page: Path) -> list[str]:
    """The words a reader reads in one go: no notes, no citations, no addresses of links."""
    without_notes = re.sub(r"^\[\^\w+\]: .*$", "", body_of(page), flags=re.MULTILINE)
    without_marks = re.sub(r"\[[@^][^\]]+\]|\]\([^)]*\)|^#+ |[*|-]{2,}", " ", without_notes)
    return without_marks.split()


def plain(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", text.lower().replace("’", "'").replace("'", ""))


@pytest.mark.parametrize("page", COMMENTARIES, ids=name_of)
def test_a_commentary_has_its_length_its_citations_and_its_notes(page: Path) -> None:
    assert 600 <= len(running_words(page)) <= 1000
    assert len(citations(body_of(page))) >= 5
    assert len(re.findall(r"^\[\^\w+\]: .{40,}$", body_of(page), flags=re.MULTILINE)) >= 2
    assert "binds nobody" in body_of(page)


def test_each_principle_has_a_commentary_under_its_exact_title() -> None:
    titles = dict(re.findall(r"^(\d)\. (.+)$", TEXT, flags=re.MULTILINE))
    headed = {}
    for page in COMMENTARIES:
        words = page.read_text(encoding="utf-8")
        number = re.search(r"^principle: (\d)$", words, flags=re.MULTILINE)
        heading = re.search(r"^# (.+)$", words, flags=re.MULTILINE)
        assert number
        assert heading
        headed[number[1]] = heading[1]
    assert headed == titles
    assert titles


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_a_page_has_a_description_and_is_read_in_under_seven_minutes(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert re.search(r"^description: .{40,155}$", text, flags=re.MULTILINE)
    # 220 words a minute is slow for adults reading English silently, who average 238
    # (Brysbaert 2019, a review of 190 studies).
    assert len(running_words(page)) < 7 * 220


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_a_page_that_names_the_accord_says_that_the_text_is_its_own(page: Path) -> None:
    assert "Accord" not in body_of(page) or ROLE.search(body_of(page))


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_a_page_speaks_of_this_project_at_most_once(page: Path) -> None:
    assert len(re.findall(r"\b(this|the) project\b", body_of(page), flags=re.IGNORECASE)) <= 1


@pytest.mark.parametrize("page", COMMENTARIES, ids=name_of)
def test_a_commentary_opens_with_key_points_and_leaves_terms_to_the_glossary(page: Path) -> None:
    front = page.read_text(encoding="utf-8").split("\n---\n")[0]
    points = front.partition("\nkey_points:\n")[2].partition("\nhistory:\n")[0]
    assert 3 <= len(re.findall(r"^  - ", points, flags=re.MULTILINE)) <= 5
    assert "\nhistory:\n" in front
    linked = re.findall(r"\]\(\.\./background/glossary\.md#([a-z-]+)\)", body_of(page))
    assert len(linked) >= 4
    assert len(set(linked)) == len(linked)


def test_the_bibliography_is_large_enough_and_used() -> None:
    cited = {key for page in PAGES for key in citations(body_of(page))}
    assert cited <= set(SOURCES)
    assert len(SOURCES) >= 54
    assert len(cited) >= 48


def test_a_source_that_can_change_or_has_no_date_says_when_it_was_seen() -> None:
    for key, entry in SOURCES.items():
        assert "title" in entry.fields, key
        assert "year" in entry.fields or "urldate" in entry.fields, key


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_a_figure_stands_within_two_lines_of_a_citation(page: Path) -> None:
    lines = body_of(page).splitlines()
    bare = [
        line
        for number, line in enumerate(lines)
        if FIGURES.search(line) and not citations("\n".join(lines[max(0, number - 2) : number + 3]))
    ]
    assert bare == []


def test_the_figures_that_are_looked_for_are_there() -> None:
    found = {match[0] for page in PAGES for match in FIGURES.finditer(body_of(page))}
    assert len(found) > 15


@pytest.mark.skipif(not ANNOUNCEMENT.is_file(), reason="the announcement is not beside this clone")
@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_no_eight_words_in_a_row_are_the_announcements(page: Path) -> None:
    titles = [re.sub(r"[{}]", "", entry.fields["title"]) for entry in SOURCES.values()]
    titles += re.findall(r"^\d\. (.+)$", TEXT, flags=re.MULTILINE)
    words = " ".join(plain(re.sub(r"\]\([^)]*\)", " ", body_of(page))))
    for title in titles:
        words = words.replace(" ".join(plain(title)), "|")
    theirs = plain(ANNOUNCEMENT.read_text(encoding="utf-8"))
    runs = {" ".join(theirs[start : start + 8]) for start in range(len(theirs) - 7)}
    ours = words.split()
    shared = [
        run for start in range(len(ours) - 7) if (run := " ".join(ours[start : start + 8])) in runs
    ]
    assert shared == []


def test_who_is_only_quoted_in_support_is_named_by_hand_and_not_in_the_register() -> None:
    page = body_of(DOCS / "signatories/evidence.md")
    named = page.partition("Quoted is not endorsed.")[2].partition("\n## ")[0]
    quoted = re.findall(r"^- ([^.]+)\. ", named, flags=re.MULTILINE)
    assert quoted == ["Trend Micro", "Meta"]
    register, _ = read_register(REPOSITORY, Context(latest_today(), VERSIONS, "cyber-mercenaries"))
    assert {who.name for who in register.signatories} >= {"GitHub", "Microsoft"}
    assert not {who.name for who in register.signatories} & set(quoted)
