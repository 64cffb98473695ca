"""Notes of a text: drawn with it from its own bytes, whatever else stands on a page."""

import re

import pytest
from markdown import markdown
from undersigned.build.output import shown_text
from undersigned.markup.document import fragment, page
from undersigned.shown.frame import written
from undersigned.shown.text import LockedText, faults_of_text
from undersigned.statement.diff.redline import PassageState, redline
from undersigned.statement.notes import faulty_notes, notes_of, with_notes
from undersigned.statement.principles import principles_of
from undersigned.text.source import Source

TEXT = """1. Keep a lamp lit[^steer]
2. Write it down[^1][^2] for *all*[^steer]

[^2]: # As the [book](https://lights.example)
  says: **all**.
[^1]: Every night.

[^steer]: Also on foot.
"""


def drawn(text: str, page_notes: str = "") -> str:
    extensions = ["md_in_html", "footnotes", "tables", "attr_list"]
    html: str = markdown(shown_text(text) + page_notes, extensions=extensions)
    return html


def words(html: str) -> str:
    return " ".join("".join(str(getattr(each, "text", each)) for each in fragment(html)).split())


def test_notes_are_drawn_behind_the_text_in_the_order_in_which_it_refers_to_them() -> None:
    assert not list(faulty_notes(Source("1.0.md", TEXT)))
    assert words(drawn(TEXT)) == (
        "Keep a lamp lit1 Write it down2 3 for all1"
        " 1 Also on foot. 2 Every night. 3 # As the book says: all."
    )
    marks = re.findall(r'<sup(?: id="(.*?)")?><a href="#(.*?)">(.)</a></sup>', drawn(TEXT))
    assert [(led, number) for _, led, number in marks[:4]] == [
        (f"note-of-the-text-{number}", number) for number in "1231"
    ]
    assert {own for own, *_ in marks if own} == {led for _, led, _ in marks}


def test_a_note_of_the_page_of_the_same_name_changes_nothing_of_the_text() -> None:
    alone = drawn(TEXT)
    assert drawn(TEXT, "\n\nAnd so on.[^1]\n\n[^1]: Other words.\n").startswith(alone)


def test_a_text_without_notes_is_drawn_as_it_is() -> None:
    assert with_notes("1. Words [in](https://a.example) brackets\n").endswith("brackets\n")


def test_principles_are_named_and_redlined_without_a_loss() -> None:
    assert principles_of(TEXT) == {1: "Keep a lamp lit", 2: "Write it down for *all*"}
    renumbered = TEXT.replace("[^1]: ", "[^night]: ")
    seen = redline(TEXT, renumbered)
    assert (seen.old, seen.new) == (TEXT, renumbered)
    assert seen.passages[3].kind is PassageState.RENUMBERED
    assert [note.label for note in notes_of(TEXT.split("\n"))] == ["2", "1", "steer"]


def test_an_id_that_leads_away_from_a_note_is_refused() -> None:
    html = drawn(TEXT)
    posing = f'<p id="note-of-the-text-1">Never.</p>{html}'
    locked, frame = LockedText("1.0", html), written("html", "body", "main")
    assert not list(faults_of_text(page(f"<main>{html}"), frame, locked, wanted=True))
    (fault,) = faults_of_text(page(f"<main>{posing}"), frame, locked, wanted=True)
    assert "has notes whose ids stand on this page elsewhere" in fault


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("Words[^1]\n", (1, 6), "this text has no note '1'"),
        ("Words\\[^1]\n\n[^1]: Note.\n", (1, 7), "'[^' begins no note"),
        ("Words[^1]\n[^1]: Note.\n", (2, 1), "a note is a paragraph by itself"),
        ("[Words\n[^1]](https://a.example)\n\n[^1]: A.\n", (2, 1), "stands within a link"),
        ("Words[^1]\n\n[^1]: A.\n\n    B.\n", (5, 1), "is one paragraph; join this"),
        ("Words\n\n[^1]: A.\n", (3, 1), "nothing refers to note '1'"),
    ],
)
def test_what_is_no_note_is_refused_at_its_place(
    text: str, place: tuple[int, int], message: str
) -> None:
    found = [each for each in faulty_notes(Source("1.0.md", text)) if message in each.message]
    assert [(each.line, each.column) for each in found] == [place]
