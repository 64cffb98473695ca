"""What authors usually write is let through: the theme's features, and what letters have."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.support.hosting import headers_of
from tests.support.served import served
from tests.support.sites import SmallSite, small_site, with_settings

# As Material for MkDocs recommends them in its reference.
EXTENSIONS = """\
markdown_extensions:
  - abbr
  - admonition
  - attr_list
  - def_list
  - footnotes
  - md_in_html
  - sane_lists
  - smarty
  - tables
  - toc: {permalink: true}
  - pymdownx.betterem
  - pymdownx.caret
  - pymdownx.critic
  - pymdownx.details
  - pymdownx.emoji:
      emoji_index: !!python/name:material.extensions.emoji.twemoji
      emoji_generator: !!python/name:material.extensions.emoji.to_svg
  - pymdownx.highlight: {anchor_linenums: true, line_spans: __span, pygments_lang_class: true}
  - pymdownx.inlinehilite
  - pymdownx.keys
  - pymdownx.magiclink
  - pymdownx.mark
  - pymdownx.smartsymbols
  - pymdownx.superfences
  - pymdownx.tabbed: {alternate_style: true}
  - pymdownx.tasklist: {custom_checkbox: true}
  - pymdownx.tilde
"""
FEATURES = "content.code.annotate, content.code.copy"
SETTINGS = {
    "markdown_extensions: [attr_list, footnotes, md_in_html, sane_lists]\n": EXTENSIONS,
    "  font: false\n": f"  font: false\n  features: [{FEATURES}]\n",
}

# Each feature, in words of its own, and an element that must be there for it.
THEME = {
    "admonition": ('!!! warning "Mind this"\n\n    Words in a box.', ".admonition.warning"),
    "admonition inline": ("!!! info inline end\n\n    At the side.", ".admonition.inline.end"),
    "admonition without a title": ('!!! tip ""\n\n    No title.', ".admonition.tip"),
    "details": ("??? question\n\n    An answer.", "details.question > summary"),
    "details open": ("???+ note\n\n    Seen at once.", "details[open]"),
    "table": (
        "left | middle | right\n:--- | :---: | ---:\n`a` | **b** | 1",
        "td.align-right",
    ),
    "note": ("A claim.[^1]\n\n[^1]:\n    Its note.\n\n    In two paragraphs.", ".footnote li"),
    "picture": ("![A card](assets/card.png){ align=left width=300 loading=lazy }", "img[width]"),
    "picture with a caption": (
        '<figure markdown="span">\n  ![A card](assets/card.png){ width="300" }\n'
        "  <figcaption>What it shows</figcaption>\n</figure>",
        "figure figcaption",
    ),
    "abbreviation": (
        "HTML is here.\n\n*[HTML]: Hyper Text Markup Language",
        "abbr[title='Hyper Text Markup Language']",
    ),
    "code": ("``` py\nimport os\n```", ".highlight pre"),
    "code with a title": ('``` py title="a.py"\nimport os\n```', ".filename"),
    "code with numbers": ('``` py linenums="1" hl_lines="2"\nimport os\nos.sep\n```', ".linenos"),
    "code with a note": (
        "``` yaml\ntheme:\n  name: a # (1)!\n```\n\n1.  The theme.",
        ".highlight code",
    ),
    "code in words": ("The `#!python range()` function.", "code.highlight"),
    "tabs": ('=== "C"\n\n    First.\n\n=== "D"\n\n    Second.', ".tabbed-set input"),
    "tasks": ("- [x] Done\n- [ ] To do\n    * [x] Within", ".task-list-item input"),
    "definitions": ("`Term`\n\n:   What it means.", "dl dd"),
    "keys": ("Press ++ctrl+alt+del++.", ".keys kbd"),
    "emoji": ("😄 and :fontawesome-regular-face-laugh-wink:", ".twemoji svg"),
    "icon as a link": ("[:octicons-link-16:](sign.md)", "a .twemoji"),
    "buttons": ("[Sign](sign.md){ .md-button .md-button--primary }", ".md-button--primary"),
    "cards": (
        '<div class="grid cards" markdown>\n\n- :material-clock-fast:{ .lg .middle } __Quick__\n\n'
        "    ---\n\n    In a minute.\n\n    [:octicons-arrow-right-24: Sign](sign.md)\n\n"
        "- __Slow__\n\n    In an hour.\n\n</div>",
        ".grid.cards li",
    ),
    "grid": (
        '<div class="grid" markdown>\n\nOne\n{ .card }\n\n> Two\n\n</div>',
        ".grid .card",
    ),
    "tooltip": ('[A link](sign.md "Where it leads")', "a[title]"),
    "formatting": (
        "{--removed--} {++added++} ==marked== {>>a remark<<} ^^under^^ ~~out~~ H~2~O A^T^A",
        "mark",
    ),
    "attribute lists": ("## A heading { #of-my-own data-toc-label='Short' }", "#of-my-own"),
    "magic links": ("See https://acme.example/news and <post@acme.example>.", "a"),
    "symbols": ('"Quoted" (c) 1/2 --> ... it\'s', "p"),
    "quotation": ("> A quotation,\n>\n> > within another.\n\n— Somebody", "blockquote blockquote"),
    "diagram": ("``` mermaid\ngraph LR\n  A --> B;\n```", "code"),
}
# As the letters, manifestos and declarations of other coalitions have them, in words of our own.
LETTERS = {
    "line breaks": ("Yours,<br>the undersigned<br/>in *Oslo*", "br"),
    "raised numbers": ("As was found<sup>1</sup> and <sub>2</sub>.", "sup"),
    "small print": ("<small>Last changed in May.</small>", "small"),
    "folded list": (
        "<details>\n<summary>All who signed</summary>\n\nAcme, Beta\n\n</details>",
        "details summary",
    ),
    "folded list in Markdown": (
        "<details markdown>\n<summary>All who signed</summary>\n\n- Acme\n- Beta\n\n</details>",
        "details li",
    ),
    "comment": ("<!-- Add your name at the end -->\n\n1. Acme", "ol"),
    "comment of blogs": ("What is at stake.\n\n<!-- more -->\n\nAnd why.", "p"),
    "keys of a keyboard": ("Press <kbd>Enter</kbd>.", "kbd"),
    "numbered sources": ('<div id="ref-1">1. A source</div>\n\nAs found.[[1](#ref-1)]', "#ref-1"),
    "picture of a logo": ('<img src="../assets/card.png" alt="Acme" height="40">', "img"),
    "table in HTML": (
        "<table>\n<thead><tr><th>Name</th></tr></thead>\n<tbody><tr><td>Acme</td></tr></tbody>\n"
        "</table>",
        "td",
    ),
    "names with signs": ("Smith & Sons; A < B; x > y; AT&T", "p"),
    "address of mail": ("Write to <post@acme.example>.", "a"),
    "address with marks": ("<https://acme.example/a_(b)?c=d&e=f#g>", "a"),
    "underlined": ("<u>Signed</u>, <b>Acme</b> and <i>Beta</i>", "u"),
    "another language": ('<p lang="no" dir="ltr">Vi lover dette.</p>', "p[lang=no]"),
    "right to left": ('<div dir="rtl" lang="ar" markdown>\n\nنحن نتعهد\n\n</div>', "div[dir=rtl]"),
    "ordered by letters": ('<ol type="a" start="3"><li>We will</li></ol>', "ol[type=a]"),
    "title in two lines": ("A letter\n========\n\nTo all", "h1"),
    "rule": ("Above\n\n---\n\nBeneath", "hr"),
}
# What letters have, and pages here have not: each is refused with what to do.
REFUSED = {
    "film": '<iframe width="560" src="https://www.youtube.com/embed/a"></iframe>',
    "picture elsewhere": "![Badge](https://badges.example/signed.svg)",
    "counter": '<script async src="https://count.example/a.js"></script>',
    "style": '<p style="text-align:center">To all</p>',
    "list that scripts hide": '<p class="annotate">Words to explain. (1)</p>\n\n1. Explained.',
    "form": '<form action="https://forms.example/sign"><input name="name"></form>',
}


def site_of(root: Path, parts: dict[str, str]) -> SmallSite:
    """A site with a page for each part."""
    pages = [
        f"--- docs/{slug(name)}.md\n# A page\n\n{written}\n" for name, written in parts.items()
    ]
    site = small_site(root, with_settings(SETTINGS) + "".join(pages))
    picture = (site.root / "overrides/assets/undersigned/card.png").read_bytes()
    (site.root / "docs/assets").mkdir()
    (site.root / "docs/assets/card.png").write_bytes(picture)
    return site


def slug(name: str) -> str:
    return name.replace(" ", "-")


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A site that has all of it."""
    parts = {name: written for name, (written, _) in (THEME | LETTERS).items()}
    site = site_of(tmp_path_factory.mktemp("usual"), parts)
    built = site.build()
    assert built.returncode == 0, built.stderr
    with served(site.root / "site", headers_of) as address:
        yield address


def test_the_themes_features_and_shapes_of_letters_are_built_and_shown(
    address: str, browser: Browser
) -> None:
    page = browser.new_page(base_url=address)
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(f"{page.url}: {error}"))
    page.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)
    for name, (_, selector) in (THEME | LETTERS).items():
        page.goto(f"{slug(name)}/", wait_until="load")
        expect(page.locator(f"article {selector}").first, name).to_be_attached()
    page.close()
    assert errors == []


def test_what_pages_have_not_is_refused_where_it_is_written(tmp_path: Path) -> None:
    built = site_of(tmp_path, REFUSED).build()
    assert built.returncode == 1
    for name in REFUSED:
        assert f"docs/{slug(name)}.md:3:" in built.stderr, built.stderr
