"""Whether a page shows a locked text, on small pages."""

import pytest
from undersigned.markup.document import page
from undersigned.shown.frame import written
from undersigned.shown.text import LockedText, faults_of_text

LOCKED = LockedText("1.0", '<div class="undersigned-text"><p>Do <em>no</em> harm</p></div>')
FRAME = written("html", "body", "main")


def said(html: str, wanted: bool = True) -> list[str]:
    found = faults_of_text(page(f"<main>{html}"), FRAME, LOCKED, wanted)
    return [each.partition(";")[0].removeprefix("the text of version '1.0' ") for each in found]


def test_a_text_as_it_was_locked_is_right() -> None:
    assert said(LOCKED.html) == []
    assert said(LOCKED.html.replace(" harm", "\n  harm<!-- a comment -->")) == []


def test_a_page_that_need_not_show_it_may_leave_it_out() -> None:
    assert said("<p>Do harm", wanted=False) == []
    assert said("<p>Do no harm") == ["is not shown"]


def test_a_text_is_shown_once() -> None:
    assert said(LOCKED.html * 2, wanted=False) == ["is shown 2 times"]


@pytest.mark.parametrize(
    ("old", "new", "at"),
    [
        ("harm", "Harm", "Harm"),
        ("<p>Do", "<p>Do, if you like,", "Do, if you like,"),
        ("</p>", "</p><p>Or else</p>", "<p>"),
        ("<p>Do <em>no</em> harm</p>", "", "</div>"),
        ("<em>no</em>", "no", "Do no harm"),
        ("<em>", '<em hidden="">', '<em hidden="">'),
        ("harm", '<abbr title="x">harm</abbr>', '<abbr title="x">'),
        ("harm", '<a href="x">harm</a>', '<a href="">'),
    ],
)
def test_where_it_differs_is_named(old: str, new: str, at: str) -> None:
    assert said(LOCKED.html.replace(old, new)) == [f"is not shown as it was locked, at '{at}'"]


def test_anchors_of_headings_and_addresses_in_the_site_may_differ_by_page() -> None:
    html = '<div class="undersigned-text"><h2 id="{}">A</h2><p><a href="{}">b</a></p></div>'
    locked = LockedText("1.0", html.format("a", "x/"))
    frame = written("html", "body")
    for anchor, link, right in (("a_1", "../x/", True), ("a", "https://b.example", False)):
        shown = page(html.format(anchor, link))
        assert bool(list(faults_of_text(shown, frame, locked, True))) is not right


def test_anchors_that_are_counted_by_page_may_differ() -> None:
    html = '<div class="undersigned-text"><pre><a id="{}" href="#x"></a>b</pre></div>'
    locked = LockedText("1.0", html.format("__codelineno-0-1"))
    frame = written("html", "body")
    for anchor, right in (("__codelineno-3-1", True), ("b", False)):
        faults = list(faults_of_text(page(html.format(anchor)), frame, locked, True))
        assert bool(faults) is not right


def test_a_text_may_stand_in_the_places_of_templates_alone() -> None:
    inside = '<article class="undersigned-document">{}</article>'
    assert said(inside.format(LOCKED.html)) == []
    assert said(f"<section>{LOCKED.html}</section>") == [
        "stands within <section>, where readers may not see it"
    ]
