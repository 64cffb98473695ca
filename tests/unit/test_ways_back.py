"""The ways back from a note, named by the words before its number."""

import re

import markdown
import pytest

from tests.support.work import growth

EXTENSIONS = ["footnotes", "tables", "attr_list", "undersigned.markup.notes_in_order"]
SETTINGS = {"footnotes": {"USE_DEFINITION_ORDER": False}}


def drawn(text: str) -> str:
    return str(markdown.markdown(text, extensions=EXTENSIONS, extension_configs=SETTINGS))


def ways(text: str) -> list[tuple[str, str]]:
    """The names of the ways back on a page, with the ids to which they lead."""
    found = re.findall(
        r'class="footnote-backref" dir="auto" href="#([^"]*)">(.*?)</a>', drawn(text)
    )
    return [(name, place) for place, name in found]


NAMED = [
    ("The market is worth 12 billion US dollars.[^a]", "‘worth 12 billion US dollars’"),
    ("Much was said. It sued.[^a]", "‘It sued’"),
    ("Done (in part).[^a]", "‘Done (in part)’"),
    ("It left (as told[^a])", "‘It left (as told’"),
    ("So *many* [words](x.md) of `code`[^a]", "‘So many words of code’"),
    ("On 20&nbsp;May &amp; 3 \\*June\\*.[^a]", "‘20 May &amp; 3 *June*’"),
    ("A <b>bold</b> claim.[^a]", "‘A bold claim’"),
    ("> Quoted here.[^a]", "‘Quoted here’"),
    ("# A heading[^a]", "‘A heading’"),
    ("| a | b |\n| - | - |\n| one | in a cell[^a] |", "‘in a cell’"),
    ("- Before.\n\n    Second paragraph.[^a]", "‘Second paragraph’"),
    ("[^a] comes first.", "the text"),
    ("…[^a]", "the text"),
    ("x" * 60 + "[^a]", f"‘{'x' * 40}’"),
    ("שלום עולם.[^a]", "‘שלום עולם’"),
    ("这是一个很长的句子。[^a]", "‘这是一个很长的句子。’"),
]


@pytest.mark.parametrize(("text", "name"), NAMED)
def test_a_way_back_is_named_by_the_few_words_before_the_number(text: str, name: str) -> None:
    assert ways(f"{text}\n\n[^a]: A.\n") == [(name, "fnref:a")]


def test_every_place_has_its_way_back_and_equal_words_are_numbered() -> None:
    text = "One.[^a] Two.[^a][^b]\n\n- One.[^a]\n\n[^a]: A.\n[^b]: B, as in.[^a]\n"
    assert ways(text) == [
        ("‘One’", "fnref:a"), ("‘Two’", "fnref2:a"), ("‘One’ (2)", "fnref3:a"),
        ("‘B, as in’", "fnref4:a"), ("‘Two’", "fnref:b"),
    ]  # fmt: skip


def test_the_ways_back_are_the_last_paragraph_and_no_arrow_or_empty_one_is_left() -> None:
    html = drawn("One.[^a] Two.[^b]\n\n[^a]: Words.\n\n    - a list\n\n[^b]: Only words.\n")
    first, second = re.findall(r"<li id=.*?</li>\n(?=<li id|</ol>\n</div>)", html, re.DOTALL)
    assert first.replace("\n", "").endswith("</ul><p>" + first.split("<p>")[-1].replace("\n", ""))
    assert "<p>Only words.</p>\n<p>Back to <a" in second
    assert "↩" not in html
    assert "&#8617;" not in html
    assert "<p></p>" not in html
    assert "zz1337820767766393qq" not in html


def test_a_note_to_which_nothing_refers_has_no_way_back() -> None:
    assert ways("One.[^a]\n\n[^a]: A.\n[^b]: B.\n") == [("‘One’", "fnref:a")]


def test_the_first_place_of_a_note_is_marked_with_its_number_and_no_other() -> None:
    html = drawn("One.[^b] Two.[^a] Three.[^b]\n\n[^a]: A.\n[^b]: B.\n")
    assert re.findall(r'<sup class="([^"]*)" id="([^"]*)"', html) == [
        ("footnote-1", "fnref:b"), ("footnote-2", "fnref:a"),
    ]  # fmt: skip
    assert re.findall(r'<li id="fn:(\w)" value="(\d)">', html) == [("b", "1"), ("a", "2")]


def test_many_places_take_no_more_than_their_share_of_time() -> None:
    def page(times: int) -> str:
        return "\n\n".join(["Some words.[^a]"] * times) + "\n\n[^a]: A.\n"

    assert growth(drawn, page(100), page(200)) < 2.2


def test_a_long_paragraph_with_many_places_takes_no_more_than_its_share() -> None:
    def page(times: int) -> str:
        return " ".join(["Some words.[^a]"] * times) + "\n\n[^a]: A.\n"

    assert growth(drawn, page(100), page(200)) < 2.2


def test_the_ways_back_speak_the_language_of_the_site() -> None:
    french = {**SETTINGS, "undersigned.markup.notes_in_order": {"locale": "fr"}}
    text = "Said here.[^a]\n\n[^a] too.\n\n[^a]: A."
    page = str(markdown.markdown(text, extensions=EXTENSIONS, extension_configs=french))
    shown = re.sub(r"<[^>]+>", "", page).replace("\N{NO-BREAK SPACE}", " ")
    assert "Retour : « Said here », le texte" in shown
