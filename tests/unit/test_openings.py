"""Key points and history at the head of pages, and how long a page takes."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from undersigned.commentary.dead_parts import dead_parts
from undersigned.commentary.front_matter import read_opening
from undersigned.commentary.linked_words import pieces_of, plain
from undersigned.commentary.opening import Opening
from undersigned.commentary.openings import read_openings, unknown_readings
from undersigned.commentary.reading import Level
from undersigned.dates import stated_date
from undersigned.markup.nesting import headed
from undersigned.markup.reading_time import minutes
from undersigned.text.pages import read_pages
from undersigned.text.source import Source
from undersigned.text_paths import AS_USUAL

from tests.support.files import plant

TODAY = date(2026, 11, 26)
POINT = "- They sell to governments."
_NO_LIST = "is no list; write each behind '- ' on a line of its own,"
_SUCH = "'- {date: 2026-01-31, change: The figures of 2025 were added.}'"


def read(front: str, path: str = "docs/background/market.md") -> tuple[Opening, list[str]]:
    source = Source(path, f"---\n{front}\n---\n# A\n")
    opening, problems = read_opening(source, TODAY, lambda at: at != "background/gone.md")
    return opening, [str(problem) for problem in problems]


def said(front: str) -> list[str]:
    return [each.removeprefix("docs/background/market.md:") for each in read(front)[1]]


def test_points_and_changes_are_read_as_sentences_with_links() -> None:
    opening, problems = read(
        "key_points:\n- Firms sell [spyware](glossary.md#spyware).\n- >\n  Two\n  lines.\n"
        "history:\n- date: 2026-11-26\n  change: 'New: figures.'\n- {date: 2026-01-31, change: Is.}"
    )
    assert problems == []
    assert opening.path == "background/market.md"
    assert opening.key_points == ("Firms sell [spyware](glossary.md#spyware).", "Two lines.")
    assert [(str(each.day), each.words) for each in opening.history] == [
        ("2026-11-26", "New: figures."),
        ("2026-01-31", "Is."),
    ]
    assert opening.updated == stated_date("2026-11-26")
    pieces = next(opening.points)
    assert [tuple(each) for each in pieces] == [
        ("Firms sell ", ""),
        ("spyware", "glossary.md#spyware"),
        (".", ""),
    ]
    assert pieces[1].page_from(opening.path) == ("background/glossary.md", "#spyware")
    assert plain(opening.key_points[0]) == "Firms sell spyware."


def test_a_page_without_settings_has_no_opening() -> None:
    for text in ("", "# A\n", "---\n# A\n---\n", "---\ntitle: A\n---\n", "---\na: [\n---\n"):
        assert read_opening(Source("docs/a.md", text), TODAY, bool) == (Opening("a.md"), [])


@pytest.mark.parametrize(
    ("front", "message"),
    [
        ("key_points: They sell.", f"2:13: key_points {_NO_LIST} such as '{POINT}'"),
        ("key_points:", f"2:12: key_points {_NO_LIST} such as '{POINT}'"),
        ("key_points: []", f"2:13: key_points {_NO_LIST} such as '{POINT}'"),
        ("key_points: {a: b}", f"2:13: key_points {_NO_LIST} such as '{POINT}'"),
        (
            "key_points: [A, B, C, D, E, F, G]",
            "2:29: a page has at most 5 key points; leave out those from here on",
        ),
        (
            "key_points:\n- What it is: a trade.",
            "3:3: a key point is no sentence;"
            " write one, between quotation marks if it holds ': ' or '#'",
        ),
        (
            f"key_points:\n- {'x' * 281}",
            "3:3: a key point has 281 characters, at most 280 are read; shorten it",
        ),
        (
            "key_points:\n- They **sell**.",
            "3:3: '**' is not read in a key point; write plain words, or '[words](page.md)'",
        ),
        (
            "key_points:\n- They sell.[@source]",
            "3:3: '[@' is not read in a key point; write plain words, or '[words](page.md)'",
        ),
        (
            "key_points:\n- They <b>sell</b>.",
            "3:3: '<' is not read in a key point; write plain words, or '[words](page.md)'",
        ),
        (
            "key_points:\n- They [sell](javascript:alert).",
            "3:3: 'javascript:alert' does not begin with 'https://'; give the page's https address",
        ),
        (
            "key_points:\n- They [sell](../../secret.md).",
            "3:3: '../../secret.md' is no page; write its path from here, such as '../about.md'",
        ),
        (
            "key_points:\n- They [sell](gone.md#a).",
            "3:3: 'gone.md#a' leads to docs/background/gone.md, which is not there; mend it",
        ),
        (
            "key_points:\n- They [sell](/about/).",
            "3:3: '/about/' is no page; write its path from here, such as '../about.md'",
        ),
        (
            "key_points:\n- A.\nkey_points:\n- B.",
            "5:1: key_points stands here a second time; write one list of both",
        ),
        ("history: 2026-11-26", f"2:10: history {_NO_LIST} such as {_SUCH}"),
        ("history:\n- 2026-11-26", f"3:3: a change needs 'date'; write it as {_SUCH}"),
        ("history:\n- date: 2026-11-26", f"3:3: a change needs 'change'; write it as {_SUCH}"),
        (
            "history:\n- {date: 2026-11-26, change: New., by: me}",
            "3:40: unknown field 'by'; a change has date, change",
        ),
        (
            "history:\n- {date: 2026-11-31, change: New.}",
            "3:10: '2026-11-31' is no day; write it as 2026-01-31",
        ),
        (
            "history:\n- {date: 2026-11, change: New.}",
            "3:10: '2026-11' is no day; write it as 2026-01-31",
        ),
        (
            "history:\n- {date: [a], change: New.}",
            "3:10: '' is no day; write it as 2026-01-31",
        ),
        (
            "history:\n- {date: 2026-11-27, change: New.}",
            "3:10: 2026-11-27 is in the future; give the day on which the page changes",
        ),
        (
            "history:\n- {date: 2026-01-01, change: A.}\n- {date: 2026-02-01, change: B.}",
            "4:3: 2026-02-01 is after 2026-01-01, the date above; put the newest first",
        ),
    ],
)
def test_what_cannot_be_shown_is_reported_at_its_place_with_the_remedy(
    front: str, message: str
) -> None:
    assert said(front) == [message]


SUCH_READING = "'- {source: key, minutes: 20, level: for everyone, words: It explains the law.}'"


def reading(**given: str) -> str:
    fields = {"source": "a2020", "minutes": "20", "level": "technical", "words": "It explains."}
    return "readings:\n- " + "\n  ".join(f"{n}: {v}" for n, v in (fields | given).items() if v)


def test_a_reading_is_a_source_with_its_time_its_level_and_what_it_gives() -> None:
    opening, problems = read(reading(words="It [explains](glossary.md#law)."))
    assert problems == []
    (one,) = opening.readings
    assert (one.source.value, one.minutes, one.level) == ("a2020", 20, Level.TECHNICAL)
    assert one.pieces[1] == ("explains", "glossary.md#law")
    assert list(opening.anchors) == [("background/glossary.md", "law")]


@pytest.mark.parametrize(
    ("front", "message"),
    [
        ("readings: []", f"2:11: readings {_NO_LIST} such as {SUCH_READING}"),
        (reading(level=""), f"3:3: a reading needs 'level'; write it as {SUCH_READING}"),
        (reading(minutes="soon"), "4:12: 'soon' is no number of minutes; write one, as 20"),
        (reading(minutes="0"), "4:12: '0' is no number of minutes; write one, as 20"),
        (
            reading(level="hard"),
            "5:10: 'hard' is no level; write one of for everyone, technical in parts, technical,"
            " some law helps",
        ),
        (
            reading(words="x" * 601),
            "6:10: a description has 601 characters, at most 600 are read; shorten it",
        ),
        (
            reading(by="me"),
            "7:7: unknown field 'by'; a reading has source, minutes, level, words",
        ),
    ],
)
def test_a_reading_that_cannot_be_shown_is_reported(front: str, message: str) -> None:
    assert said(front) == [message]


def test_a_reading_of_an_unknown_source_is_reported_at_its_key() -> None:
    opening, _ = read(reading())
    assert list(unknown_readings([opening], ["a2020"])) == []
    (problem,) = unknown_readings([opening], ["b"])
    assert str(problem) == (
        "docs/background/market.md:3:11: no source has the key 'a2020'; add it to references.bib"
    )


def test_a_source_that_is_recommended_twice_is_reported_at_the_second() -> None:
    first, _ = read(reading())
    twice = replace(first, readings=first.readings * 2)
    (problem,) = unknown_readings([twice], ["a2020"])
    assert problem.message == "'a2020' is on line 3 too; remove one of the two"


def test_what_is_reported_is_left_out_and_the_rest_is_read() -> None:
    opening, problems = read("key_points: [They sell., ' ', '**Loud**.']")
    assert opening.key_points == ("They sell.",)
    assert len(problems) == 2


def test_changes_of_one_day_may_be_several() -> None:
    front = "history:\n- {date: 2026-01-01, change: A.}\n- {date: 2026-01-01, change: B.}"
    assert said(front) == []


def test_places_are_those_of_the_file_whatever_its_line_ends(tmp_path: Path) -> None:
    page = b"---\r\ntitle: A\r\nkey_points:\r\n- They `sell`.\r\n---\r\n"
    plant(tmp_path, {"docs/a.md": "", "docs/text.md": page.decode()})
    (tmp_path / "docs/a.md").write_bytes(page)
    openings, problems = read_openings(read_pages(tmp_path)[0], TODAY, {"docs/text.md"}, AS_USUAL)
    assert [str(each).partition(" ")[0] for each in problems] == ["docs/a.md:4:3:"]
    assert openings == {}


@pytest.mark.parametrize(
    ("sentence", "pieces"),
    [
        ("Plain.", [("Plain.", "")]),
        ("[A](a.md)[B](https://b.example/)", [("A", "a.md"), ("B", "https://b.example/")]),
        ("", []),
    ],
)
def test_a_sentence_is_words_and_links(sentence: str, pieces: list[tuple[str, str]]) -> None:
    assert [tuple(each) for each in pieces_of(sentence)] == pieces


def test_a_link_without_a_page_is_of_the_page_itself() -> None:
    (link,) = pieces_of("[below](#who-buys)")
    assert link.page_from("background/market.md") == ("background/market.md", "#who-buys")
    (link,) = pieces_of("[out](https://a.example/#b)")
    assert link.page_from("background/market.md") == ("", "")


def test_a_title_is_parted_from_the_words_that_follow_it() -> None:
    assert headed('\n<h1 id="a">A</h1>\n<p>B</p>') == ('\n<h1 id="a">A</h1>', "\n<p>B</p>")
    assert headed("<p>B</p><h1>A</h1>") == ("", "<p>B</p><h1>A</h1>")
    assert headed("<p>B</p>") == ("", "<p>B</p>")


def test_the_time_is_that_of_the_words_without_the_notes() -> None:
    words = "word " * 238
    assert minutes(f"<p>{words * 4}</p>") == 4
    assert minutes(f'<p>{words * 4}</p><div class="footnote"><p>{words * 9}</p></div>') == 4
    assert minutes("<p>Short.</p>") == 1
    assert minutes(f"<p>{'字' * 476}</p>") == 2


def test_the_time_is_that_of_what_nobody_has_to_unfold() -> None:
    words = "word " * 238
    folded = f"<details><summary>More</summary><details><p>{words}</p></details>{words}</details>"
    drawn = f"<svg><text>{words}</text></svg>" * 2
    assert minutes(f"<p>{words * 2}</p>{folded}{drawn}<svg/><p>{words}</p>") == 3
    assert minutes(f"<p>{words}</p><details>{words * 3}") == 1
    assert minutes(f"</details><p>{words * 2}</p>") == 2


def test_a_link_at_the_head_of_a_page_leads_to_a_part_that_is_there() -> None:
    opening, problems = read(
        "key_points:\n- See [a](../sign.md#here), [b](#caf%C3%A9), [c](../sign.md#_ask).\n"
        "- See [d](../signatories/index.md#acme), [e](../sign.md#gone), [f](#gone)."
    )
    assert problems == []
    pages = {"sign.md": '<h2 id="here">', opening.path: '<h2 class="a" id="café">'}
    assert list(dead_parts({opening.path: opening}, pages)) == [
        f"docs/background/market.md leads at its head to docs/{at}, which has no part '#gone';"
        " give the id of a heading there"
        for at in ("sign.md", "background/market.md")
    ]
