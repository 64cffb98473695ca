"""Files of docs/ that are published as they are."""

from pathlib import Path

import pytest
from undersigned.markup.docs_files import refused_files

from tests.support.files import plant


def said_of(root: Path) -> list[str]:
    return [str(problem) for problem in refused_files(root)]


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("old.html", "is a page that no template draws; write it in Markdown, or remove it"),
        ("a/old.HTM", "is a page that no template draws; write it in Markdown, or remove it"),
        ("a.xhtml", "is a page that no template draws; write it in Markdown, or remove it"),
        ("a.xml", "is a page that no template draws; write it in Markdown, or remove it"),
        ("a.svgz", "is a page that no template draws; write it in Markdown, or remove it"),
        ("_redirects", "would be read by the host as its rules; write these in netlify.toml"),
        ("_headers", "would be read by the host as its rules; write these in netlify.toml"),
        (
            "a.exe",
            "is of kind '.exe', which sites do not publish; put it into a .zip, or remove it",
        ),
        ("LICENSE", "is of no kind, which sites do not publish; put it into a .zip, or remove it"),
        (
            "assets/javascripts/bundle.js",
            "would replace a file of the theme; move it out of 'assets/javascripts/'",
        ),
        (
            "assets/undersigned/filter.js",
            "would replace a file of the theme; move it out of 'assets/undersigned/'",
        ),
    ],
)
def test_what_a_browser_or_a_host_takes_for_more_is_refused(
    path: str, said: str, tmp_path: Path
) -> None:
    plant(tmp_path, {f"docs/{path}": "<svg/>"})
    assert said_of(tmp_path) == [f"docs/{path}:1:1: {said}"]


@pytest.mark.parametrize(
    "path", ["a.md", "b.PNG", "c.pdf", "styles/own.css", "own.js", ".git/a", "a/.x/b.html"]
)
def test_pages_pictures_documents_and_what_is_not_published_pass(path: str, tmp_path: Path) -> None:
    plant(tmp_path, {f"docs/{path}": "a"})
    assert said_of(tmp_path) == []


@pytest.mark.parametrize("path", ["proofs/acme.example/endorsements.txt", "Proofs/index.md"])
def test_nothing_poses_as_a_kept_copy(path: str, tmp_path: Path) -> None:
    plant(tmp_path, {f"docs/{path}": "a", "docs/proofs.md": "a"})
    assert said_of(tmp_path) == [
        f"docs/{path}:1:1: poses as a kept copy of what a server says; those are in proofs/ beside"
        " docs/"
    ]


def test_a_drawing_is_judged_with_its_line(tmp_path: Path) -> None:
    plant(tmp_path, {"docs/a.svg": '<svg viewBox="0 0 1 1">\n <script>a</script>\n</svg>\n'})
    assert said_of(tmp_path) == [
        "docs/a.svg:2:2: element 'script' is not on the list of what drawings hold; remove it, or"
        " save the drawing as plain SVG"
    ]


def test_a_drawing_in_another_encoding_is_refused(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/a.svg").write_bytes("<svg/>".encode("utf-16"))
    assert said_of(tmp_path) == ["docs/a.svg:1:1: is not in UTF-8 at byte 1; save it as UTF-8"]
