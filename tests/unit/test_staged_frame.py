"""What is no staged site, or no longer a whole one, is refused with its remedy."""

from pathlib import Path

import pytest
from undersigned.staging.frame import FrameError, frame

from tests.support.files import drawn, plant

SITE = """\
--- mkdocs.yml
site_name: Small & old
site_url: https://small.example/b/
nav: [index.md, {Rest: [a/b.md, {A page: c.md}]}]
theme: {language: ar, direction: rtl}
extra_css: [a.css]
markdown_extensions: [{toc: {permalink: "#"}}, footnotes]
--- theme/main.html
{% extends "base.html" %}
--- theme/404.html
{% extends "main.html" %}{% block content %}<a href="{{ 'c/' | url }}">C</a>{% endblock %}
--- docs/index.md
# First

[B](a/b.md#b), [data](a.json)
--- docs/a/b.md
---
title: B &amp; more
description: What "b" is.
---

<div>
<h1>B</h1>
<p>Words</p>
</div>
--- docs/c.md
# C
--- docs/a.json
{}
"""


def framed(root: Path, changes: str = "") -> Path:
    """A small staged site, built, with some changes before."""
    plant(root / "staged", drawn(SITE) | drawn(changes))
    assert frame(root / "staged", root / "site") == 3
    return root / "site"


def test_pages_have_their_menu_their_head_and_links_as_they_are_served(tmp_path: Path) -> None:
    site = framed(tmp_path)
    first = (site / "index.html").read_text(encoding="utf-8")
    assert '<html lang="ar" dir="rtl">' in first
    assert "<title>Small &amp; old</title>" in first
    assert '<a href="a/b/#b">B</a>, <a href="a.json">data</a>' in first
    second = (site / "a/b/index.html").read_text(encoding="utf-8")
    assert "<title>B &amp; more - Small &amp; old</title>" in second
    assert '<meta name="description" content="What &#34;b&#34; is.">' in second
    assert '<link rel="canonical" href="https://small.example/b/a/b/">' in second
    assert '<link rel="stylesheet" href="../../a.css">' in second
    assert '<a href="./" aria-current="page">B &amp; more</a>' in second
    assert '<a href="../../c/">A page</a>' in second
    assert "<h1>B</h1>\n<p>Words</p>" in second


def test_what_is_not_found_leads_on_from_any_address(tmp_path: Path) -> None:
    page = (framed(tmp_path) / "404.html").read_text(encoding="utf-8")
    assert '<a href="/b/c/">C</a>' in page
    assert '<link rel="stylesheet" href="/b/assets/frame.css">' in page


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ("--- mkdocs.yml\n[]\n", "mkdocs.yml names no site; stage the site anew"),
        ("--- mkdocs.yml\na: [\n", "mkdocs.yml cannot be read; stage the site anew"),
        (
            "--- mkdocs.yml\nsite_name: A\nmarkdown_extensions: [absent]\n",
            "cannot be drawn: No module named 'absent'; stage the site anew",
        ),
        ("--- docs/c.md\n---\na: [\n---\n", "c.md cannot be drawn: "),
        ("--- theme/404.html\n{% if %}\n", "theme: Expected an expression"),
        ("--- mkdocs.yml\nsite_name: A\nnav: x\n", "mkdocs.yml: nav is no list; stage"),
        ("--- mkdocs.yml\nsite_name: A\ntheme: x\n", "mkdocs.yml: theme is no mapping; stage"),
        (
            "--- mkdocs.yml\nsite_name: A\nmarkdown_extensions: x\n",
            "mkdocs.yml: markdown_extensions is no list; stage",
        ),
        ("--- mkdocs.yml\nsite_name: A\nextra_css: x\n", "mkdocs.yml: extra_css is no list; "),
        ("--- mkdocs.yml\nsite_name: A\nextra_css: [3]\n", "theme: 'int' object has no"),
        ("--- mkdocs.yml\nsite_name: A\nsite_url: 'https://[x'\n", "theme: Invalid IPv6 URL"),
        ("--- theme/main.html\n{{ 1 + 'a' }}\n", "theme: unsupported operand"),
        ("--- theme/main.html\n{{ ''.__class__ }}{{ ''.__class__.x }}\n", "is unsafe"),
        (
            "--- docs/c/index.md\n# C\n",
            "c.md would be c/index.html, as c/index.md is; remove one of the two",
        ),
        ("--- docs/index.html\nmine\n", "index.md would be index.html, as index.html is"),
    ],
)
def test_a_staged_site_that_was_broken_is_refused(tmp_path: Path, changes: str, said: str) -> None:
    with pytest.raises(FrameError) as raised:
        framed(tmp_path, changes)
    assert said in str(raised.value)


def test_what_a_link_leads_to_is_not_published(tmp_path: Path) -> None:
    plant(tmp_path / "staged", drawn(SITE))
    (tmp_path / "staged/docs/secret.txt").symlink_to("/etc/hostname")
    with pytest.raises(FrameError, match="is a link; put what it leads to there, or remove it"):
        frame(tmp_path / "staged", tmp_path / "site")
    assert not (tmp_path / "site").exists()


def test_a_folder_that_is_no_staged_site_is_told_how_to_become_one(tmp_path: Path) -> None:
    with pytest.raises(FrameError, match=r"there is no .*; stage a site with 'undersigned stage'"):
        frame(tmp_path, tmp_path / "site")
