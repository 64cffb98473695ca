"""Each http address is found where it is written, in whatever text."""

from hypothesis import example, given, settings
from hypothesis import strategies as st
from undersigned.bibliography.insecure import insecure_in
from undersigned.text.source import Source, place_of

from tests.support.examples import examples

PIECES = [
    *(
        "http://a.example",
        "HTTP://b.example/x\\_y",
        "https://c.example",
        "http:",
        "//",
        "/w/http://d",
    ),
    *("url = {", "note = {", 'howpublished = "', "archiveurl={", "title = {", "\\url{", "}", '"'),
    *(
        ",",
        " ",
        "\n",
        "\r\n",
        "\r",
        "\\",
        "{",
        "#",
        "é",
        "\u2028",
        "@misc{b, ",
        " (",
        ")",
        ".",
        ";",
    ),
]
VALUES = st.lists(st.sampled_from(PIECES), max_size=14).map("".join)


@settings(max_examples=examples(500))
@given(VALUES)
@example("url = {http://a.example\r http://a.example}")
def test_an_address_stands_at_its_place(values: str) -> None:
    text = f"@misc{{a,\n{values}\n}}\n"
    for found in insecure_in(Source("references.bib", text)):
        assert text[found.position : found.position + 7].lower() == "http://"
        assert place_of(text, found.position) == (found.line, found.column)
