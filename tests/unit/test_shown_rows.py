"""Rows of a register: those that stand for others, and what keeps one from standing for any."""

import pytest
from undersigned.markup.dead_links import links_written
from undersigned.markup.document import page
from undersigned.shown.entries import said_by, shown_by
from undersigned.shown.rows import Folded, folded

from tests.support.guard import Guard
from tests.support.work import growth

FOLDED = 'data-stands-for-others="0"'


def row(name: str = "Acme", anchor: str = "acme", more: str = "", grade: str = "stated") -> str:
    own = f' id="{anchor}"' if anchor else ""
    return (
        f'<li class="undersigned-entry"{own}>\n  <div><bdi class="undersigned-entry__name">'
        f'<a href="https://a.example/?b&amp;c" rel="nofollow noopener">{name}</a></bdi>'
        f' <span class="undersigned-entry__kind">Company</span>{more}</div>\n'
        '  <div>Norway</div>\n  <div>stated <time datetime="2025-08">August 2025</time></div>\n'
        f'  <div class="undersigned-entry__grade"><span aria-hidden="true">≡</span> {grade}</div>\n'
        "</li>"
    )


COPY = '<a href="../../proofs/a.example/endorsements.txt">proved</a>'
FEW = [
    '<div class="undersigned-entry__formerly">formerly <bdi>A</bdi>, <bdi>B</bdi></div>',
    '<div class="undersigned-entry__note">now <a href="../b/#c"><bdi>C &amp; D</bdi></a></div>',
    ' <bdi class="undersigned-entry__affiliation">University</bdi>',
    ' <a class="undersigned-entry__deeds" href="../deeds/acme/">what it has done</a>',
    ' <data class="undersigned-entry__version" value="1.0">version 1.0</data>',
    '<span class="undersigned-entry__withdrawn">withdrawn <time datetime="2025">2025</time></span>',
    '<a href="https://b.example" rel="nofollow noopener">LEI</a>, “words” &quot; "too"',
]


def test_rows_that_follow_each_other_are_folded_into_the_first() -> None:
    html = f"<ul>{row()}\n\t{row('B', 'b')}{row('C', 'c')}</ul><ul>{row('D', 'd')}</ul>"
    made = folded(html)
    assert made.ids == ["acme", "b", "c", "d"]
    assert (made.left, made.left_out) == (2, {"b", "c"})
    assert ">Acme<" in made.html
    assert ">B<" not in made.html
    assert ">D<" in made.html
    assert made.is_read_as(page(made.html))


@pytest.mark.parametrize("more", FEW)
def test_rows_are_folded_with_what_few_have(more: str) -> None:
    quotation = '<blockquote class="undersigned-entry__statement" dir="auto">"I" & me</blockquote>'
    rows = [
        row(more=more),
        row(grade=f"{COPY} {more}"),
        row().replace("</li>", f"{quotation}</li>"),
    ]
    assert len(folded("".join(rows).replace(' id="acme"', "")).names) == 3


@pytest.mark.parametrize("name", ["Acme", "&lt;b&gt; &#34;c&#39; &amp;", "  a\n b  ", "株式会社"])
@pytest.mark.parametrize("anchor", ["", "acme"])
def test_rows_say_the_same_as_they_are_written_and_as_they_are_read(name: str, anchor: str) -> None:
    grade = f'{COPY} <a href="https://b.example/proofs/?c&amp;d" rel="nofollow noopener">e</a>'
    html = f"<ul>{row(name, anchor)}{row('B', anchor and 'b', grade=grade)}</ul>"
    for anchored in (False, True):
        written, read = said_by(folded(html), anchored), shown_by(page(html), anchored)
        assert (written.known, written.copies) == (read.known, read.copies)


@pytest.mark.parametrize(
    "change",
    [
        ("<div>Norway", "<p>Norway"), ("</div>\n</li>", "</div></div></li>"), ("</li>", ""),
        ("Norway", "<b>Norway</b>"), ("Norway", "<!-- a -->"), ("Norway", "a\0"), ("</a>", ""),
        ("Acme", "A&aacute"), ("Acme", "A&#0;"), ("https:", "javascript:"), ("https:", "//a"),
        ("https://", "https:///"), (' id="acme"', ' id="acme" hidden'), ('="acme"', "='acme'"),
        ("<li ", "<LI "), ("?b&amp;c", "?b&c"), ("__kind", "__name"), ("__kind", "__grade"),
        ("\n  <div>Norway", "\x0b<div>Norway"), ("August", "<a><a></a></a>"), ("<div><", "<div>x<"),
    ],
)  # fmt: skip
def test_a_row_of_any_other_form_is_left_as_it_is(change: tuple[str, str]) -> None:
    altered = row().replace(*change)
    assert altered != row()
    html = f"{row()}{altered}"
    assert len(folded(html).names) == 1
    assert folded(html).html.endswith(altered)


def test_what_rows_lead_to_within_a_site_is_known_of_rows_that_are_left_out() -> None:
    notes = [f'<a href="../{place}/#d"><bdi>D</bdi></a>' for place in ("b", "c", "c")]
    html = row() + "".join(row(f"N{at}", f"n{at}", note) for at, note in enumerate(notes))
    made = folded(html)
    assert made.left == 1
    assert len(made.leading) == 3
    assert links_written(made.html) | links_written("".join(made.leading)) == links_written(html)


@pytest.mark.parametrize("gap", ["x", "\N{NO-BREAK SPACE}", "\x0b", "<br>", "<!-- a -->", "&nbsp;"])
def test_what_stands_between_rows_stays_between_them(gap: str) -> None:
    made = folded(f"{row()}{gap}{row('B', 'b')}")
    assert made.left == 2
    assert f"</li>{gap}<li" in made.html


@pytest.mark.parametrize(
    "around",
    ["<!--{}-->", '<script type="application/json">{}</script>', "<textarea>{}</textarea>",
     "<template>{}</template>", "<title>{}</title>", "<xmp>{}</xmp>"],
)  # fmt: skip
def test_rows_that_no_reader_meets_stand_for_none(around: str) -> None:
    hidden = around.format(row() + row("B", "b"))
    posing = row().replace("<li class", "<li  class")
    for html in (hidden, f"{hidden}<ul>{posing}</ul>", f"<ul>{row('C', 'c')}</ul>{hidden}"):
        made = folded(html)
        assert made.left
        assert not made.is_read_as(page(made.html))


@pytest.mark.parametrize(
    "part",
    [
        '<bdi class="undersigned-entry__name"><a href="./#b">B</a></bdi>',
        f'<div class="undersigned-entry__grade">{COPY}</div>',
    ],
)
def test_rows_stand_for_none_beside_a_name_or_a_grade_of_no_entry(part: str) -> None:
    html = f"<ul>{row()}{row('B', 'b')}</ul><p>{part}</p>"
    made = folded(html)
    assert not made.is_read_as(page(made.html))


def test_a_page_that_has_the_mark_or_an_id_twice_is_left_as_it_is() -> None:
    for html in (f"{row()}<p {FOLDED}>", f"{row()}{row('B', 'b')}{row('B', 'b')}"):
        assert folded(html) == Folded(html)


@pytest.mark.parametrize("piece", [row(anchor=""), row()[:-5], row()[:200], row()[:-30]])
def test_the_work_on_rows_grows_with_their_number(piece: str, guard: Guard) -> None:
    assert growth(folded, piece * 50, piece * 100) < 2.3
    guard(folded, piece * 500)
