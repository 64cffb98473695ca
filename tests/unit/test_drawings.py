"""Drawings of docs/, which a browser opens as pages of their own."""

import pytest
from undersigned.markup.drawings import drawing_faults

from tests.support.guard import Guard
from tests.support.sites import REPOSITORY

OPEN = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">'


@pytest.mark.parametrize(
    "inside",
    [
        "<title>A</title><desc>B &amp; c</desc>",
        '<g fill="none" stroke="#000"><path d="M0 0h9"/><rect width="9" height="9"></rect></g>',
        '<text x="1" y="2" text-anchor="middle">a<tspan dy="1">b</tspan></text>',
        '<defs><linearGradient id="a"><stop offset="0" stop-color="red"/></linearGradient></defs>'
        '<circle r="1" fill="url(#a)"/>',
        "<!-- a comment -->",
    ],
)
def test_shapes_and_text_pass(inside: str) -> None:
    assert drawing_faults(f"{OPEN}{inside}</svg>\n") == []
    assert drawing_faults(f'<?xml version="1.0" encoding="UTF-8"?>\n{OPEN}{inside}</svg>') == []


def test_the_drawings_of_this_site_pass() -> None:
    drawings = sorted((REPOSITORY / "overrides").rglob("*.svg"))
    assert drawings
    assert [drawing_faults(each.read_text("utf-8")) for each in drawings] == [[]] * len(drawings)


@pytest.mark.parametrize(
    "inside",
    [
        "<script>go()</script>",
        '<script href="//a.example"/>',
        "<style>@import '//a.example'</style>",
        "<foreignObject><p>a</p></foreignObject>",
        '<a href="//a.example"><text>b</text></a>',
        '<image href="//a.example/b.png"/>',
        '<use href="//a.example#b"/>',
        '<animate attributeName="href" to="javascript:go()"/>',
        '<set attributeName="href" to="//a.example"/>',
        '<path onclick="go()"/>',
        '<path style="fill:url(//a.example)"/>',
        '<path fill="url(//a.example#b)"/>',
        '<path fill="url( https://a.example#b)"/>',
        '<path fill="u\\72l(//a.example)"/>',
        '<path xlink:href="a"/>',
        '<g xmlns="http://www.w3.org/1999/xhtml"><p>a</p></g>',
        '<x:script xmlns:x="http://www.w3.org/2000/svg">go()</x:script>',
        "<title><p>a</p></title>",
        "<desc><path/></desc>",
        "<noframes><meta/></noframes>",
        "<![CDATA[a]]>",
        "<?xml-stylesheet href='//a.example'?>",
        "&a;<path",
        "<g>",
        "</g>",
        "a\0",
    ],
)
def test_all_else_is_refused(inside: str) -> None:
    assert drawing_faults(f"{OPEN}{inside}</svg>") != []


@pytest.mark.parametrize(
    "drawing",
    [
        "", "a", "<p>a</p>", f"<!DOCTYPE svg [<!ENTITY a 'b'>]>{OPEN}</svg>", OPEN,
        f"<!doctype html>{OPEN}</svg>", f"{OPEN}</svg><path/>", f"{OPEN}</svg>{OPEN}</svg>",
        f'<?xml version="1.0" encoding="utf-7"?>{OPEN}</svg>',
        '<svg xmlns="http://www.w3.org/1999/xhtml"></svg>',
    ],
)  # fmt: skip
def test_what_is_no_drawing_is_refused(drawing: str) -> None:
    assert drawing_faults(drawing) != []


@pytest.mark.parametrize("piece", ["<", "<g>", "<g", "<!--", "<path/>", "</g>", "&a;", "<p a='"])
def test_no_drawing_hangs_the_check(piece: str, guard: Guard) -> None:
    guard(drawing_faults, OPEN + piece * (300_000 // len(piece)))
