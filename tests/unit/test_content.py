"""What a page's own content may hold, and what is refused of it."""

import os
from pathlib import Path

import pytest
from undersigned.markup.content import Given, content_faults
from undersigned.settings import read_classes

from tests.support.guard import Guard
from tests.support.work import growth

# A part of a page on each line, and the first that is said of it.
TABLE = Path(__file__).parent.parent / "golden" / "content" / "refused.txt"
BETWEEN = "  -->  "
LINES = TABLE.read_text(encoding="utf-8").splitlines()
CASES = [line.split(BETWEEN)[0] for line in LINES if not line.startswith("#")]

# What Markdown, its commonest extensions and people write.
ORDINARY = [
    '<p>a &amp; b &lt;c&gt; &copy; &nbsp;</p>',
    '<h2 id="a">A<a class="headerlink" href="#a" title="A link to this section">#</a></h2>',
    '<p>x<sup class="footnote-1" id="fnref:a"><a class="footnote-ref" href="#fn:a">1</a></sup></p>'
    '<div class="footnote"><hr /><ol><li id="fn:a"><p>n</p><p>Back to <a class="footnote-backref"'
    ' dir="auto" href="#fnref:a">‘x’</a></p></li></ol></div>',
    '<h2 id="_1">x</h2>',
    '<a href="https://a.example/b?c=d&amp;e=f#g">x</a> <a href="mailto:a@b.example">y</a>',
    '<a href="tel:+1">t</a> <a href="../x/">z</a> <a href="#q">q</a> <a href="?a=b">b</a>',
    '<a href="">e</a>',
    '<img alt="x" src="a.png" width="300" height="200" loading="lazy" title="x">',
    '<table><thead><tr><th class="align-left" scope="col">x</th></tr></thead>'
    '<tbody><tr><td colspan="2">y</td></tr></tbody></table>',
    '<table><tr><td>y</td></tr></table>',
    '<pre><code>x</code></pre>',
    '<p lang="de" dir="ltr">x</p>',
    '<!-- a comment - plain -->',
    '<!-- <div class="old">a</div> -->',
    '<p>x<br>y<wbr>z</p><hr>',
    '<ruby>a<rp>(</rp><rt>b</rt><rp>)</rp></ruby>',
    '<details class="note" open="open"><summary>x</summary><p>y</p></details>',
    '<dl><dt>a</dt><dd>b</dd></dl>',
    '<blockquote><p>x</p></blockquote>',
    '<pre class="copy">x</pre>',
    '<h2 id="fnref-1">Fnref 1</h2><ul><li id="fn-a">x</li></ul>',
    '<ol start="3" type="a"><li value="2">x</li></ol>',
]  # fmt: skip


# What is refused, and what stands there once somebody has done what is said, in one of its ways.
FOLLOWED = [
    ("<noscript><p>a</p></noscript>", "<p>a</p>"),
    ('<meta name="a">', ""),
    ("<marquee>a</marquee>", "<span>a</span>"),
    ("<center>a</center>", "<div>a</div>"),
    ('<p onclick="a()">b</p>', "<p>b</p>"),
    ('<p hidden="">a</p>', "<p>a</p>"),
    ('<p role="a">b</p>', "<p>b</p>"),
    ('<p class="a1">b</p>', "<p>b</p>"),
    ('<p class="undersigned-entry">b</p>', '<p class="note">b</p>'),
    ('<p class="headerlink">b</p>', "<p>b</p>"),
    ('<p id="_menu">a</p>', '<p id="my-section">a</p>'),
    ('<p id="fn:a">a</p>', '<p id="a">a</p>'),
    ('<p id="a b">a</p>', '<p id="a-b">a</p>'),
    ('<p lang="?">a</p>', '<p lang="de">a</p>'),
    ('<p lang="?">a</p>', "<p>a</p>"),
    ('<a href="javascript:a">b</a>', '<a href="b/">b</a>'),
    ('<a href="//a.example">b</a>', '<a href="https://a.example">b</a>'),
    ('<a href="a b">c</a>', '<a href="a%20b">c</a>'),
    ('<a href="a\\b">c</a>', '<a href="a%5Cb">c</a>'),
    ('<a href="a?b&copy=c">d</a>', '<a href="a?b&amp;copy=c">d</a>'),
    ('<img src="//a.example/b.png">', '<img src="../b.png">'),
    ('<p id="a" id="b">c</p>', '<p id="a">c</p>'),
    ('<p title="<">a</p>', '<p title="&lt;">a</p>'),
    ("a <b", "a &lt;b"),
    ('<p title=a"b>c</p>', '<p title="ab">c</p>'),
    ("<!-- a -- b -->", "<!-- a - b -->"),
    ("<!-- a -- b -->", ""),
    ("<?a?>", ""),
    ("<!doctype html>", ""),
    ("a\0b", "ab"),
    ('<p title="a&#0;">b</p>', '<p title="a">b</p>'),
    ("<p>a", "<p>a</p>"),
    ("<div/>a", "<div></div>a"),
    ("a</p>", "a"),
    ("<p><div>a</div></p>", "<p></p><div>a</div>"),
    ("<table><tr>a<td>b</td></tr></table>", "a<table><tr><td>b</td></tr></table>"),
    ('<input type="checkbox" disabled>', ""),
    ('<svg viewBox="0 0 1 1"></svg>', ""),
    ('<p class="twemoji">a</p>', "<p>a</p>"),
    ('<div class="footnote"></div><p>a</p>', "<div></div><p>a</p>"),
    ('<sup class="footnote-1">1</sup>', "<sup>1</sup>"),
    ("<div>" * 64 + "</div>" * 64, "<div>" * 63 + "</div>" * 63),
]


def said_of(html: str) -> str:
    # What is kept for a second time is not asked: the work on it is to be counted.
    faults = content_faults.__wrapped__(html)
    return next((fault.message for fault in faults), "nothing")


def test_all_that_is_not_on_the_list_is_refused_with_its_remedy() -> None:
    said = [f"{case}{BETWEEN}{said_of(case)}" for case in CASES]
    comments = [line for line in LINES if line.startswith("#")]
    if os.environ.get("UPDATE_GOLDEN") == "1":
        TABLE.write_text("\n".join([*comments, *said, ""]), encoding="utf-8")
        return
    assert [*comments, *said] == LINES
    assert [line for line in said if line.endswith("nothing")] == []


@pytest.mark.parametrize(("html", "followed"), FOLLOWED)
def test_whoever_follows_the_advice_ends_at_green(html: str, followed: str) -> None:
    assert "; " in said_of(html)
    assert content_faults(followed) == ()


def test_there_are_many_cases() -> None:
    assert len(set(CASES)) > 150


@pytest.mark.parametrize("html", ORDINARY)
def test_what_pages_need_passes(html: str) -> None:
    assert content_faults(html) == ()


@pytest.mark.parametrize("character", ["\0", "\r", "\x0b", "\x7f", "\x9f", "\ufffd", "\ufffe"])
def test_characters_that_readers_drop_or_replace_are_refused(character: str) -> None:
    assert "is none of a text; remove it" in said_of(f"<p>a{character}b</p>")


def test_a_class_of_the_site_passes_where_it_is_named() -> None:
    html = '<p class="box">a</p>'
    assert "name it under extra.classes in mkdocs.yml" in said_of(html)
    assert content_faults(html, frozenset(["box"])) == ()


def test_the_class_of_a_text_passes_as_often_as_the_text_was_asked_for() -> None:
    text = '<div class="undersigned-text"><p>a</p></div>'
    assert content_faults(text, given=Given(texts=1)) == ()
    [fault] = content_faults(text * 2, given=Given(texts=1))
    assert fault.start == len(text)


def test_what_is_deep_is_refused_before_a_parser_is_asked(guard: Guard) -> None:
    deep = "<div>" * 100_000 + "</div>" * 100_000
    assert "lies 64 elements deep" in guard(said_of, deep)


@pytest.mark.parametrize(
    "piece",
    ["<p ", "<", "<!--", "<a b='", '<a b="', "<p a=", "<p>", "</p>", "<b>", "<p><b><p></p></b></p>",
     "<!-- -->", "<a href=&", "<b></i>", "<p></b>", "<table>", "<a id=a>x</a>",
     '<p class="note a">', "<sup></sup>", '<div class="footnote"></div>'],
)  # fmt: skip
def test_the_work_on_anything_grows_with_its_length(piece: str, guard: Guard) -> None:
    assert growth(said_of, piece * 200, piece * 400) < 2.3
    guard(said_of, piece * (256 * 1024 // len(piece)))


def test_the_class_of_the_record_passes_where_a_page_is_given_it_and_nowhere_else() -> None:
    record = '<div class="undersigned-deeds"><ul><li>a</li></ul></div>'
    assert content_faults(record, given=Given(deeds=1)) == ()
    [fault] = content_faults(record * 2, given=Given(deeds=1))
    assert (fault.start, "is the record’s" in fault.message) == (len(record), True)
    [fault] = content_faults(record, given=Given(texts=1))
    assert "is one by which templates mark things" in fault.message


def test_a_record_that_is_not_read_as_markdown_names_the_extension_that_it_needs() -> None:
    [fault, *_] = content_faults('<div class="undersigned-deeds" markdown="block">\n</div>')
    assert fault.message.endswith("list 'md_in_html' in mkdocs.yml")


def test_a_text_in_html_is_named_by_what_asks_for_it() -> None:
    [fault, *_] = content_faults(
        '<div>\n<div class="undersigned-text" markdown>\n</div>\n</div>', given=Given(texts=1)
    )
    assert fault.message.startswith("'\\statement' stands in HTML, where it is not read; let it")


def test_a_diagram_that_loads_its_script_from_elsewhere_is_refused() -> None:
    html = '<pre class="mermaid"><code>graph TD</code></pre>'
    [fault] = content_faults(html)
    assert fault.message == (
        "class 'mermaid' has a script load from elsewhere;"
        " put the diagram into docs/ as an SVG file"
    )
    assert read_classes(["mermaid"])[1] != []


def test_a_site_has_no_class_of_its_own_by_which_templates_mark_the_article() -> None:
    own, [problem] = read_classes(["box", "edition", "editions"])
    assert own == {"box", "editions"}
    assert problem.message.endswith("not 'edition' and no 'md-…'")
