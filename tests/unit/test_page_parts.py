"""The parts of a page, each beneath its heading."""

import pytest
from undersigned.markup.page_parts import Part, parts_of


@pytest.mark.parametrize(
    ("html", "parts"),
    [
        ("", [("", "", "")]),
        ("<p>A &amp; b</p>", [("", "", "A & b")]),
        (
            '<h1 id="t">T</h1><p>One<br>two.</p><h2 id="a">A<a class="headerlink" href="#a">#</a>'
            "</h2><ul><li>x</li><li><em>y</em>z</li></ul>",
            [("", "", ""), ("t", "T", "One two."), ("a", "A", "x yz")],
        ),
        (
            '<p>A.<sup id="fnref:a"><a href="#fn:a">1</a></sup> B.</p>'
            '<div class="footnote"><ol><li>Note</li></ol></div>',
            [("", "", "A. B.")],
        ),
        ("<svg><title>Drawn</title><svg></svg></svg><p>After.</p>", [("", "", "After.")]),
        ("<h2>Without an id</h2><p>A.</p>", [("", "", "Without an id A.")]),
        ('<h2 id="a&amp;b">A</h2>', [("", "", ""), ("a&b", "A", "")]),
    ],
)
def test_a_page_is_divided_at_its_headings(html: str, parts: list[tuple[str, str, str]]) -> None:
    assert list(parts_of(html)) == [Part(*part) for part in parts]
