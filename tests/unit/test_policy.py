"""What the content security policy would refuse on a page."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from undersigned.markup.policy import policy_problems, refused_on, suspect
from undersigned.markup.tags import tags
from undersigned.problem import Problem

from tests.support.guard import Guard
from tests.support.work import growth

PIECES = [
    "<p", "<script", "<svg", "<a", "<!--", "-->", "</script>", "</p", ">", "/>", "/", " ", "\n",
    '"', "'", "=", "src", "href", "style", "onclick", "type", "data-a", "application/json", "x",
    "javascript:", "&#106;", "&", "<style", "<textarea>", "</textarea>", "\t", "j", "STYLE", "on",
]  # fmt: skip

LOADING = [
    "<img", "<link", "<base", "<form", "<meta", "<use", "<a", "<input", "<video", "/", ">", " ",
    '"', "'", "=", "src", "href", "rel", "stylesheet", "canonical", "srcset", "ping", "action",
    "poster", "http-equiv", "refresh", "content", "0;url=", "//", "https:", "data:", "&#47;",
    "&Tab;", "\t", ' rel="stylesheet" href="', "x",
]  # fmt: skip


@pytest.mark.parametrize(
    ("page", "told"),
    [
        ("<script>go()</script>", "inline script 'go()'"),
        ("<SCRIPT\n type=module>go()</SCRIPT>", "inline script 'go()'"),
        ("<script data-a=' src='>go()</script>", "inline script"),
        ('<script type="text/x" type="application/json">go()</script>', "inline script"),
        ("<!-- <p> --><script>go()</script>", "inline script"),
        ("<!--><script>go()</script>", "inline script"),
        ('<p title=">"><style>p {}</style>', "style element 'p {}'"),
        ("<p style=color:red>", "style attribute 'color:red'"),
        ("<p class='a'style = 'color: red'>", "style attribute 'color: red'"),
        ("<td STYLE='text-align: right;'>", "style attribute"),
        ("<img src=x ONERROR=go()>", "event handler 'onerror'"),
        ("<svg/onload=go()>", "event handler 'onload'"),
        ("<noscript><p onclick=go()></noscript>", "event handler 'onclick'"),
        ("<a href=javascript:go()>", "address 'javascript:go()'"),
        ("<a href='\n Java\tScript:go()'>", "address 'Java Script:go()'"),
        ('<a href="&#106;avascript&colon;go()">', "address '&#106;avascript&colon;go()'"),
        ("<svg><a xlink:href='javascript:go()'>", "address"),
        ("<button formaction=javascript:go()>", "address"),
        ("<iframe src=javascript:go()>", "address"),
    ],
)
def test_what_is_written_into_a_page_is_refused(page: str, told: str) -> None:
    [problem] = policy_problems([("site/index.html", f"<p>\n  {page}".encode())])
    assert problem.message.startswith(told)
    assert problem.path == "site/index.html"
    assert (problem.line, problem.column) == (2, 3 + page.rindex("<", 0, _where(page) + 1))


@pytest.mark.parametrize(
    "page",
    [
        "<script src=//a.example/b.js></script>",
        "<script src='data:text/javascript,go()'></script>",
        '<img alt="" src="https://a.example/b.png">',
        "<img src='\n&#47;/a.example'>",
        "<img src='\\\\a.example'>",
        "<img srcset='a.png 1x, //a.example/b.png 2x'>",
        "<svg><image xlink:href=https://a.example/b.png>",
        "<svg><use href='data:image/svg+xml,a'>",
        "<video poster=//a.example/b.png>",
        "<iframe src=https://a.example/>",
        "<object data=//a.example>",
        '<link rel="stylesheet" href="//a.example/b.css">',
        "<link href=https://a.example rel='dns-prefetch PRECONNECT'>",
        "<link rel=preload as=image imagesrcset='//a.example 1x'>",
        "<base href=//a.example>",
        "<form action=https://a.example>",
        "<input formaction=//a.example>",
        "<a href=b ping='c //a.example'>",
        "<meta http-equiv=Refresh content='0; URL=\"https://a.example\"'>",
    ],
)
def test_what_is_asked_of_another_site_is_told(page: str) -> None:
    [problem] = policy_problems([("site/index.html", page.encode())])
    assert problem.message.startswith("address '")
    assert "is not on this site, and pages ask for nothing else; " in problem.message


@pytest.mark.parametrize(
    "page",
    [
        "<a href='https://a.example'>", "<q cite='https://a.example'>", "<img src='/a/b.png'>",
        "<img src='data:image/png;base64,aa' srcset='data:image/png;base64,aa 1x'>",
        "<img src='../a:b.png'>", "<script src='a.js?b=https://c.example'></script>",
        '<link rel="canonical" href="https://a.example">', "<link rel=license href=//a.example>",
        "<form name=a>", "<meta http-equiv=refresh content='0; url=../b/'>",
        "<code>&lt;img src=//a.example&gt;</code>", "<p title='<img src=//a.example>'>",
        '<meta property="og:image" content="https://a.example/b.png">',
    ],
)  # fmt: skip
def test_what_a_reader_follows_or_lies_on_this_site_passes(page: str) -> None:
    assert policy_problems([("site/index.html", page.encode())]) == []


def _where(page: str) -> int:
    """Somewhere in the tag that is at fault: the last that begins, closing tags aside."""
    return max(tag.start for tag in tags(page))


@pytest.mark.parametrize(
    "page",
    [
        '<script src="a.js"></script>',
        "<script defer src=a.js>ignored()</script>",
        '<script type="application/json" id=a>{"a": "<p style=b onclick=c>"}</script>',
        '<script id="a" type="application/ld+json">{"a": "<style>"}</script>',
        "<!-- <script>go()</script> <p style=a> -->",
        "<p title='<script>go()</script> style=a onclick=b'>",
        "<p title=a data-style='b' data-onclick='c' on='d'>",
        "<code>&lt;p style=a&gt;</code> once style = x, on = y, javascript:",
        "<textarea><p style=a></textarea>",
        "<a href='javascripts/a.html'>", "<a href='#javascript:'>", "<p title='javascript:go()'>",
        "<p style", "<p style onclick=''>", "<p a='><script>go()</script>",
    ],
)  # fmt: skip
def test_what_is_none_of_it_passes(page: str) -> None:
    assert policy_problems([("site/index.html", page.encode())]) == []


@given(
    st.lists(st.sampled_from(PIECES), max_size=14).map("".join)
    | st.lists(st.sampled_from(LOADING), max_size=14).map("".join)
)
def test_no_page_that_is_passed_over_unread_has_anything_to_refuse(page: str) -> None:
    assert suspect(page.encode()) or list(refused_on(page)) == []


def test_a_fault_of_a_template_is_told_once_with_the_number_of_others() -> None:
    pages = [(f"site/{number}.html", b"<p onclick=a><p onclick=b>") for number in range(3)]
    [problem] = policy_problems(pages)
    assert str(problem) == (
        "site/0.html:1:1: event handler 'onclick' is refused by the content security policy; "
        "listen for 'click' in a script’s file (and in 5 other places)"
    )


@pytest.mark.parametrize(
    "piece",
    ["<p ", "<script ", "<script src", "<", "<!--", "<a b='", '<a b="', "<p a=", "<a href=&", "=",
     "<textarea>", "<a b=\"c\"", "on", " on", "<a style= ", "<script>", "</p '", "&#", "j\t",
     "<link rel=\"", "src=a", "src=\t", "<link ", "srcset=a, ", "<img srcset='a,"],
)  # fmt: skip
def test_the_work_on_anything_grows_with_its_length_and_a_megabyte_hangs_nothing(
    piece: str, guard: Guard
) -> None:
    assert growth(on_one_page, piece * 300, piece * 600) < 2.1
    guard(on_one_page, piece * (1_000_000 // len(piece)))


def on_one_page(html: str) -> list[Problem]:
    return policy_problems([("site/index.html", html.encode())])
