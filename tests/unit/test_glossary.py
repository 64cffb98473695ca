"""The glossary: what its terms mean, which of them pages link to, and what is wrong with it."""

from pathlib import Path

import pytest
from undersigned.commentary.glossary import Term, glossary
from undersigned.commentary.terms import faulty_terms
from undersigned.text.pages import read_pages

from tests.support.files import plant

DRAWN = """\
<h1 id="glossary">Glossary</h1>
<p>Plain words.</p>
<h2 id="means">Means<a class="headerlink" href="#means" title="A link">#</a></h2>
<h3 id="zero-day"><em>Zero</em>-day<a class="headerlink" href="#zero-day" title="A link">#</a></h3>
<p>A flaw &amp; <a href="#vendor">its</a> use.<sup id="fnref:a"><a href="#fn:a">1</a></sup></p>
<p>More of it.</p>
<h3 class="x" id="vendor">Vendor</h3>
<p>A seller.</p>
<div class="footnote"><hr /><ol><li id="fn:a"><p>A note.</p></li></ol></div>
"""


def test_a_term_means_the_first_paragraph_beneath_its_heading() -> None:
    terms = glossary(DRAWN, "background/glossary/").terms
    assert terms["zero-day"] == Term("zero-day", "Zero-day", "A flaw & its use.")
    assert terms["vendor"].meaning == "A seller."
    assert "means" not in terms


@pytest.mark.parametrize(
    ("link", "page"),
    [
        ("../glossary/#vendor", "background/market/"),
        ("../background/glossary/#vendor", "about/"),
        ("../../background/glossary/#vendor", "principles/one/"),
        ("background/glossary/#vendor", ""),
        ("glossary/#vendor", "background/"),
    ],
)
def test_a_link_is_known_from_any_page(link: str, page: str) -> None:
    known = glossary(DRAWN, "background/glossary/")
    html = f'<p><a href="{link}">sellers</a> and <a href="{link}">sellers</a></p>'
    assert [term.word for term in known.linked_from(html, page)] == ["Vendor"]


def test_a_link_is_known_where_pages_are_files() -> None:
    known = glossary(DRAWN, "background/glossary.html")
    html = '<a class="x" href="glossary.html#vendor">it</a>'
    assert [term.word for term in known.linked_from(html, "background/market.html")] == ["Vendor"]


@pytest.mark.parametrize(
    "link",
    [
        "../glossary/",
        "../glossary/#none",
        "#vendor",
        "https://a.example/background/glossary/#vendor",
    ],
)
def test_other_links_lead_to_no_term(link: str) -> None:
    known = glossary(DRAWN, "background/glossary/")
    assert known.linked_from(f'<a href="{link}">x</a>', "background/market/") == []


def test_the_glossary_does_not_explain_itself() -> None:
    known = glossary(DRAWN, "background/glossary/")
    assert known.linked_from('<a href="../glossary/#vendor">x</a>', "background/glossary/") == []


def said(root: Path, written: str, page: str = "") -> list[str]:
    plant(root, {"docs/background/glossary.md": written, "docs/a.md": page})
    return [str(problem) for problem in faulty_terms(read_pages(root)[0])]


def test_links_to_terms_in_every_form_of_heading_are_known(tmp_path: Path) -> None:
    written = (
        "---\ntitle: A\n---\n# Glossary\n\n## *Zero*-day {: #zero }\n\nA.\n\n### Vendor ###\nB.\n\n"
        "Set apart\n---------\n\nC.\n\n<h3 id='own'>Own</h3>\nD.\n"
    )
    ids = ("zero", "vendor", "set-apart", "own", "glossary")
    links = " ".join(f"[x](background/glossary.md#{each})" for each in ids)
    assert said(tmp_path, written, f"{links} `[x](background/glossary.md#none)`") == []


def test_a_glossary_of_no_terms_explains_none(tmp_path: Path) -> None:
    page = "[x](background/glossary.md#none)"
    message = "the glossary explains no '#none'; add it there, or link none"
    assert said(tmp_path, "Words.\n", page) == [f"docs/a.md:1:27: {message}"]


def test_a_site_without_a_glossary_has_nothing_to_mend(tmp_path: Path) -> None:
    plant(tmp_path, {"docs/a.md": "[x](background/glossary.md#none)"})
    assert list(faulty_terms(read_pages(tmp_path)[0])) == []


@pytest.mark.parametrize(
    "line", ["# {}x", "# {}", "# a {{{}", "# [^{}", "# {{#a{}", "x{}\n=="], ids=range(6)
)
@pytest.mark.parametrize("sign", [" ", "#", "#a", "[^", "{", "](#a"])
def test_a_long_line_of_signs_is_read_in_its_length(tmp_path: Path, line: str, sign: str) -> None:
    said(tmp_path, line.format(sign * 60_000) + "\n")


@pytest.mark.parametrize(
    ("written", "page"),
    [
        ("".join(f"## a{each}\n\nx\n\n" for each in range(15_000)), ""),
        ("## a\n\nx\n\n" * 15_000, ""),
        (
            "".join(f"## a{each}\n\nx\n\n" for each in range(5_000)),
            "".join(f"[a](background/glossary.md#z{each})\n" for each in range(6_000)),
        ),
    ],
    ids=["terms", "twice", "links"],
)
def test_thousands_of_terms_and_links_are_read_in_their_length(
    tmp_path: Path, written: str, page: str
) -> None:
    said(tmp_path, written, page)


def test_terms_in_arabic_are_told_apart_and_linked_to(tmp_path: Path) -> None:
    written = "# مسرد\n\n## الأتمتة\n\nA.\n\n## سجل الضوء\n\nB.\n"
    assert said(tmp_path, written, "[x](background/glossary.md#سجل-الضوء)") == []
