"""Built pages: what a browser would refuse, misread, ask of another site or be sent away by."""

import pytest

from tests.support.built import problems_on
from tests.support.guard import Guard
from tests.support.work import growth

PAGE = (
    '<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>A</title>{head}</head>'
    '<body><main>{body}</main><script id="__config" type="application/json">{{"a": 1}}</script>'
    "</body></html>"
)


def page(body: str = "", head: str = "") -> bytes:
    return PAGE.format(body=body, head=head).encode()


def said_of(html: bytes) -> list[str]:
    return [problem.message for problem in problems_on([("site/index.html", html)])]


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("<script>go()</script>", "inline script 'go()'"),
        ('<script type="module">a < b</script>', "inline script 'a < b'"),
        ("<SCRIPT>go()</SCRIPT>", "'<SCRIPT>' is not read as templates write it"),
        ("<style>p {}</style>", "style element 'p {}'"),
        ('<p style="color:red">a</p>', "style attribute 'color:red'"),
        ('<img src="x" ONERROR="go()">', "event handler 'onerror'"),
        ('<a href="javascript:go()">a</a>', "address 'javascript:go()'"),
        ('<a href="&#106;avascript&colon;go()">a</a>', "address 'javascript:go()'"),
        ('<a href="\n Java\tScript:go()">a</a>', "address '\\n Java\\tScript:go()'"),
        ('<script src="//a.example/b.js"></script>', "address '//a.example/b.js' is not on this"),
        ('<script src="data:text/javascript,a"></script>', "address 'data:text/javascript,a'"),
        ('<img alt="" src="https://a.example/b.png">', "address 'https://a.example/b.png'"),
        ('<img srcset="//a.example/b.png 2x">', "attribute 'srcset' names files"),
        ('<form action="https://a.example"></form>', "attribute 'action' sends what"),
        ('<input formaction="//a.example">', "attribute 'formaction' sends what"),
        ('<input type="image" src="a.png">', "an input of type 'image' sends"),
        ('<a href="b" ping="c">a</a>', "attribute 'ping' tells another site"),
        ("<noscript><p>a</p></noscript>", "element 'noscript' is read in two ways"),
        ('<iframe src="a"></iframe>', "element 'iframe' shows another page"),
        ("<template><p>a</p></template>", "element 'template' holds what is not shown"),
        ('<object data="a"></object>', "element 'object' loads a file"),
        ("<math><mi>a</mi></math>", "element 'math' is not on the list"),
        ('<svg><use href="#a"></use></svg>', "element 'use' is not on the list"),
        ('<p id="__config">a</p>', "id '__config' is that of the settings"),
        ('<p id="a">b</p><p id="a">c</p>', "id 'a' is on the page twice"),
        ('<p class="a" class="b">c</p>', """'<p class="a" class="b">': 'class' is given twice"""),
        ('<p title="&#9f;">a</p>', """'<p title="&#9f;">': '&#9' is not closed by ';'"""),
        ("<div><p>a</div>", "'<p>' is not closed"),
        ("</div>", "'</div>' closes nothing"),
        ("<!-- a", "'<!-- a</main><script id=\"__config\" type=' is no"),
        ("<p><div>a</div></p>", "a browser moves or drops elements of this page"),
        ("<table><b>a</b></table>", "a browser moves or drops elements of this page"),
        ("a\0b", "character U+0000 is none of a text"),
    ],
)
def test_what_pages_may_not_hold_is_refused(body: str, said: str) -> None:
    assert any(each.startswith(said) for each in said_of(page(body))), said_of(page(body))


@pytest.mark.parametrize(
    "head",
    [
        '<meta http-equiv="refresh" content="0;url=//a.example">',
        '<meta name="referrer" content="unsafe-url">',
        '<meta name="author" content="0;url=//a.example" http-equiv="refresh">',
        '<meta charset="utf-7">',
        '<base href="//a.example">',
        '<link rel="stylesheet" href="//a.example/b.css">',
        '<link rel="icon" href="https://a.example/b.png">',
        '<link rel="preconnect" href="https://a.example">',
        '<link rel="dns-prefetch" href="https://a.example">',
        '<link rel="preload" as="image" imagesrcset="//a.example 1x">',
        '<link href="a">',
        '<link itemprop="a" href="b">',
        '<script id="__config" type="application/json">{}</script>',
        '<script type="text/x">go()</script>',
        '<noscript><meta name="robots" content="noindex"></noscript>',
    ],
)
def test_a_head_holds_nothing_that_sends_a_reader_or_asks_of_another_site(head: str) -> None:
    assert said_of(page(head=head)) != []


@pytest.mark.parametrize(
    "body",
    [
        '<a href="https://a.example" rel="nofollow noopener">b</a>',
        '<script src="a.js" defer></script><script src="b.js" type="module"></script>',
        '<script type="application/ld+json">{"a": "\\u003c"}</script>',
        '<svg viewBox="0 0 1 1"><title>a</title><path d="M0 0"/><rect width="1" /></svg>',
        '<form name="search"><input type="text" required><button type="reset">x</button></form>',
        '<label for="a" hidden>b</label><input id="a" type="radio" autocomplete="off">',
        "<table><tr><td>a</td></tr></table>",
        "<ul>\n<li>a &lt;b&gt; &amp; c</li>\n</ul><!-- a comment --><br><br /><hr>",
        '<p title="a &lt; b">c</p><p title="a > b">c</p><p title="&#f; &#; &#xg">c</p>',
        '<p class="undersigned-numeral" aria-hidden="true">1</p>',
    ],
)
def test_what_templates_write_passes(body: str) -> None:
    assert said_of(page(body)) == []


@pytest.mark.parametrize(
    "head",
    [
        '<meta name="viewport" content="width=device-width"><meta property="og:title" content="a">',
        '<link rel="canonical" href="https://a.example/"><link rel="next" href="../b/">',
        '<link rel="stylesheet" href="../a.css" media="print"><link rel="icon" href="a.svg">',
        '<link rel="alternate" type="application/atom+xml" title="a" href="../feed.xml">',
    ],
)
def test_what_a_head_says_passes(head: str) -> None:
    assert said_of(page(head=head)) == []


def test_a_fault_of_a_template_is_reported_once_with_the_number_of_others() -> None:
    html = b'<p onclick="a">\n</p><p onclick="b"></p>'
    [problem] = problems_on([(f"site/{number}.html", html) for number in range(3)])
    assert str(problem) == (
        "site/0.html:1:1: event handler 'onclick' is refused by the content security policy; "
        "listen for 'click' in a script’s file (and in 5 other places)"
    )


def test_a_fault_has_its_line_and_column() -> None:
    [problem] = problems_on([("a.html", page("\n\n  <p onclick='a'></p>"))])
    assert (problem.line, problem.column) == (4, 3)


@pytest.mark.parametrize(
    "piece",
    ["<p ", "<script ", "<script src", "<", "<!--", "<a b='", "<p a=", "<textarea>", "<style>",
     "<a style= ", "<script>", "</p '", "&#", '<link rel="', "<p id=a></p>", "<br/>", "<path/>"],
)  # fmt: skip
def test_the_work_on_anything_grows_with_its_length(piece: str, guard: Guard) -> None:
    small, large = (page(piece * number) for number in (200, 400))
    assert growth(said_of, small, large) < 2.3
    guard(said_of, page(piece * (200_000 // len(piece))))
