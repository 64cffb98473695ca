"""Links of built pages that lead to no file, found on pages as engines and people write them."""

from pathlib import Path

import pytest

from tests.support.built import dead_links_of
from tests.support.files import plant

PAGES = {
    "index.html": "",
    "sign/index.html": "",
    "print.html": "",
    "a b/ü.html": "",
    "text.txt": "",
}


def said(root: Path, pages: dict[str, str]) -> list[str]:
    """What is said of the links of these pages, besides which there are others."""
    plant(root, PAGES | pages)
    return dead_links_of(root)


@pytest.mark.parametrize(
    "link",
    [
        "./", ".", "../", "../sign", "../sign/", "../sign/#there", "../sign/index.html?x=1",
        "../print.html", "../text.txt", "../a%20b/%C3%BC.html", "../a%20b/&#xFC;.html", "#here", "",
        "?asked", "https://other.example/gone/", "//other.example/gone",
        "mailto:a@b.example", "&#109;ailto&#58;a@b.example", "/gone/", "../../gone/",
        "data:image/png;base64,AA", "../gone/#a&colon;b",
    ],
)  # fmt: skip
def test_a_link_to_a_file_a_folder_a_place_or_another_site_is_not_reported(
    tmp_path: Path, link: str
) -> None:
    assert said(tmp_path, {"page/index.html": f'<a href="{link}">x</a>'}) == []


@pytest.mark.parametrize(
    ("tag", "place"),
    [
        ('<a href="../gone/">', "gone"),
        ('<a href="../gone/#there">', "gone"),
        ('<a class="x"\nhref="gone.html">', "page/gone.html"),
        ('<link rel="stylesheet" href="../gone.css?1">', "gone.css"),
        ('<img alt="" src="../a%20b/gone.png">', "a b/gone.png"),
        ('<a href="../sign.html">', "sign.html"),
        ('<a href="../a b">', "a b"),
        ('<a href="../a&amp;b/?c&amp;d#e">', "a&b"),
        ('<a href="../gone/?a&amp;b">', "gone"),
    ],
)
def test_a_link_to_what_is_not_published_is_reported(tmp_path: Path, tag: str, place: str) -> None:
    assert said(tmp_path, {"page/index.html": tag}) == [
        f"page/index.html links to '{place}', which is not published; publish that file, or remove"
        " it from the page and from 'nav' in mkdocs.yml"
    ]


def test_a_link_on_many_pages_is_reported_once(tmp_path: Path) -> None:
    pages = {f"{number}/index.html": '<a href="../gone/">x</a>' * 2 for number in range(4)}
    (one,) = said(tmp_path, pages)
    assert one.startswith("0/index.html (and 3 other pages) links to 'gone', ")


def test_a_site_without_a_first_page_is_reported_where_it_is_linked(tmp_path: Path) -> None:
    plant(tmp_path, {"page/index.html": '<a href="..">x</a>'})
    assert len(dead_links_of(tmp_path)) == 1
