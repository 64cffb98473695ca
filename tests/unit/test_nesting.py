"""Elements that close what they open, and stay where they are written."""

import pytest
from undersigned.markup.nesting import moved, parted, unclosed
from undersigned.markup.written_tags import tags_written


def starts_of(html: str) -> list[int]:
    tags = list(tags_written(html))
    return [fault.start for fault in unclosed(tags)] or [fault.start for fault in moved(html, tags)]


@pytest.mark.parametrize(
    "html",
    ["a", "<p>a</p>b", "<br><hr/>", "<ul><li><p>a</p></li></ul>",
     "<table><tr><td>a</td></tr></table>",
     "<table>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n</table>", "<a><div><p>a</p></div></a>",
     "<svg><path/><path /></svg>", "<dl><dt>a</dt><dd>b</dd></dl>"],
)  # fmt: skip
def test_what_closes_and_stays_has_no_fault(html: str) -> None:
    assert starts_of(html) == []


@pytest.mark.parametrize(
    ("html", "start"),
    [
        ("<p>a", 0), ("a</p>", 1), ("<b><i></b></i>", 3), ("<br></br>", 4), ("<div/>", 0),
        ("<p><p>a</p></p>", 3), ("<a><b><a>a</a></b></a>", 6), ("<h1><h2>a</h2></h1>", 4),
        ("<p><table></table></p>", 3), ("<ul><li><li>a</li></li></ul>", 8),
        ("<table><b>a</b></table>", 0), ("<tr><td>a</td></tr>", 0), ("<table>a</table>", 7),
        ("<b><p></p></b><p><b><div></div></b></p>", 20),
    ],
)  # fmt: skip
def test_the_first_that_does_not_is_found(html: str, start: int) -> None:
    assert starts_of(html)[0] == start


@pytest.mark.parametrize(
    ("html", "before"),
    [
        ("<p>a</p><h2>b</h2>c", "<p>a</p>"),
        ("<details><h2>a</h2></details><h2>b</h2>", "<details><h2>a</h2></details>"),
        ("<!-- a --><br><h2>b</h2>", "<!-- a --><br>"),
        ("<h3>a</h3>", "<h3>a</h3>"),
        ("", ""),
    ],
)
def test_a_page_is_parted_before_an_element_that_is_in_no_other(html: str, before: str) -> None:
    assert parted(html, "h2") == (before, html[len(before) :])


def test_a_page_is_parted_by_a_class() -> None:
    html = '<div>a</div><div class="footnote">b</div>'
    assert parted(html, "div", "footnote") == (html[:12], html[12:])
