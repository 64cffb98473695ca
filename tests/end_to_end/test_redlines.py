"""The page of what each version changed, built by MkDocs and read back from its HTML."""

import json
from html.parser import HTMLParser
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, ViewportSize

from tests.support.pages import faults
from tests.support.served import served
from tests.support.sites import REPOSITORY, SmallSite, small_site
from tests.support.store import Store
from tests.support.tabs import Tabs

FIRST = """\
## What we do

1. Take steps to counter the use of products to harm people anywhere
2. Identify ways to actively counter the market
3. Invest in awareness of customers, users and the general public
4. Protect customers by maintaining the integrity of products

Signed in Oslo.
"""

# The fourth item moved, the third changed, one came, and so did a paragraph.
SECOND = """\
## What we do

1. Take steps to counter the use of products to harm people anywhere
2. Protect customers by maintaining the integrity of products
3. Identify ways to actively counter the market
4. Invest in cybersecurity awareness of customers, users and the public
5. Tell each other about new tools

We meet once a year.

Signed in Oslo.
"""

# Hostile words came, an item went, lines are broken elsewhere, one item moved and changed.
THIRD = """\

## What we all do

1. Protect customers by maintaining the integrity of all products
2. Take steps to counter the use of
   products to harm people anywhere
3. Invest in cybersecurity awareness of customers, users and the public
4. Tell each other about new tools

<script>alert(1)</script> </del></ins></p> {{ config.site_name }} {% raw %}
&lt; [x](javascript:alert(1))

אנו החתומים מטה מתחייבים <b>"לא"</b> \u202eevil\u202c

Signed in Oslo, and again in Tunis."""

# The checker refuses such words; the page holds out on its own.
PAST_THE_CHECKER = f"""\
--- hooks/forged.py
from dataclasses import replace
from mkdocs.plugins import event_priority
from undersigned.outputs import outputs
from undersigned.site import Site

@event_priority(50)
def on_config(config):
    made = config.extra["undersigned"]
    forged = replace(made.site.versions[-1], text={THIRD!a})
    site = Site((*made.site.versions[:-1], forged), made.site.register)
    # Pages that show the text as Markdown are refused: its redline alone is taken.
    path = "principles/2.0/changes.md"
    drawn = outputs(site, made.view.settings).pages[path]
    config.extra["undersigned"] = replace(made, pages={{**made.pages, path: drawn}})
"""

VERSIONS = "".join(
    f'- version: "{number}"\n  published: {day}\n  sha256: (lock)\n'
    for number, day in (("1.0", "2023-03"), ("1.1", "2024-05-06"), ("2.0", "2025-01-31"))
)


def site_of(root: Path, texts: dict[str, str], more: str = "") -> SmallSite:
    """A site with these texts, one for each of the three versions."""
    files = "".join(f"--- docs/principles/{number}.md\n{text}" for number, text in texts.items())
    listed = "".join(f"- version{each}" for each in VERSIONS.split("- version")[1 : len(texts) + 1])
    # What ends without a line feed stands last.
    site = small_site(root, f"--- versions.yml\n{listed}{more}{files}")
    styles = [path.name for path in (REPOSITORY / "overrides/assets/undersigned").glob("*.css")]
    listed = "".join(
        f"  - assets/undersigned/{name}\n" for name in sorted(styles) if name != "print.css"
    )
    configuration = root / "mkdocs.yml"
    text = configuration.read_text(encoding="utf-8")
    if PAST_THE_CHECKER in more:
        text = text.replace("hooks:\n", "hooks:\n  - hooks/forged.py\n")
    configuration.write_text(f"{text}extra_css:\n{listed}", encoding="utf-8")
    built = site.build()
    assert built.returncode == 0, built.stderr
    return site


@pytest.fixture(scope="module")
def three(store: Store) -> SmallSite:
    texts = {"1.0": FIRST, "1.1": SECOND, "2.0": "Other words"}
    told = f"three versions: {texts}"
    return SmallSite(store.kept(told, lambda root: site_of(root, texts, PAST_THE_CHECKER)))


class ReadBack(HTMLParser):
    """The old and the new text of a redline: what is not inserted, and what is not deleted.

    Words for screen readers alone are left out, and paragraphs of the old text are put into the
    order that they had.
    """

    def __init__(self, html: str) -> None:
        super().__init__()
        self.opening = ["", ""]
        self.old: dict[int, str] = {}
        self.new: dict[int, str] = {}
        self.open: list[tuple[str, dict[str, str | None]]] = []
        self.changes: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag not in ("br", "img", "input", "link", "meta", "rect"):
            self.open.append((tag, dict(attributes)))
        given = dict(attributes)
        if tag in ("del", "ins") and given.get("role") != "presentation":
            self.changes.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if self.open and self.open[-1][0] == tag:
            self.open.pop()

    def handle_data(self, text: str) -> None:
        around: dict[str, str | None] = {}
        for _, attributes in self.open:
            around |= attributes
        tags = {tag for tag, _ in self.open}
        if around.get("class") == "undersigned-spoken":
            return
        in_old, in_new = "ins" not in tags, "del" not in tags
        if "data-opening" in around:
            self.opening[0] += text if in_old else ""
            self.opening[1] += text if in_new else ""
        if in_old and (number := around.get("data-old")):
            self.old[int(number)] = self.old.get(int(number), "") + text
        if in_new and (number := around.get("data-new")):
            self.new[int(number)] = self.new.get(int(number), "") + text

    @property
    def texts(self) -> tuple[str, str]:
        old, new = ("".join(text for _, text in sorted(each.items())) for each in self._sides)
        return self.opening[0] + old, self.opening[1] + new

    @property
    def _sides(self) -> tuple[dict[int, str], dict[int, str]]:
        return self.old, self.new


def test_both_versions_are_read_back_from_each_redline(three: SmallSite) -> None:
    assert ReadBack(three.page("principles/1.1/changes")).texts == (FIRST, SECOND)
    assert ReadBack(three.page("principles/2.0/changes")).texts == (SECOND, THIRD)
    assert not (three.root / "site/principles/1.0/changes").exists()


def test_it_says_what_became_of_how_many_paragraphs(three: SmallSite) -> None:
    page = three.page("principles/1.1/changes")
    for said in (
        "<h1>Changes from version 1.0 to 1.1</h1>",
        "published March 2023,",
        "published 6 May 2024.",
        "3 paragraphs unchanged",
        "1 paragraph with a new number or mark and the same words",
        "1 paragraph changed",
        "2 paragraphs inserted",
        "1 paragraph moved</li>",
    ):
        assert said in page
    assert "paragraphs deleted" not in page
    assert "1 paragraph moved and changed</li>" in three.page("principles/2.0/changes")


def test_a_moved_paragraph_is_told_at_both_places_and_its_words_stand_there_once(
    three: SmallSite,
) -> None:
    page = three.page("principles/1.1/changes")
    assert 'Moved here from <a href="#was-5">paragraph 5</a></p>' in page
    assert 'Paragraph 5 moved to <a href="#now-3">paragraph 3</a></p>' in page
    assert page.count("Protect customers by maintaining the integrity of products") == 1


def test_it_leads_to_both_versions_and_to_the_next_redline(three: SmallSite) -> None:
    page, last = (three.page(f"principles/{number}/changes") for number in ("1.1", "2.0"))
    for link in ('href="../../1.0/"', 'href="../"', 'rel="next" href="../../2.0/changes/"'):
        assert link in page
    assert 'rel="prev" href="../../1.1/changes/"' in last
    assert list(faults(three.root / "site", "https://small.example/")) == []


def test_the_search_leaves_redlines_out_and_machines_have_its_description(three: SmallSite) -> None:
    index = json.loads((three.root / "site/search/parts.json").read_text(encoding="utf-8"))
    assert index
    assert not [each["address"] for each in index if "changes" in each["address"]]
    said = "Small statement: what version 1.1 changed of version 1.0, word by word."
    assert f'<meta name="description" content="{said}">' in three.page("principles/1.1/changes")


def test_hostile_words_are_words(three: SmallSite) -> None:
    page = three.page("principles/2.0/changes")
    assert (
        "&lt;script&gt;alert(1)&lt;/script&gt; &lt;/del&gt;&lt;/ins&gt;&lt;/p&gt; {{ config" in page
    )
    assert "<script>alert(1)" not in page
    assert 'href="javascript:' not in page


def test_a_site_of_one_version_has_no_redline(tmp_path: Path) -> None:
    site = site_of(tmp_path, {"1.0": FIRST})
    assert not list((site.root / "site").rglob("changes"))


def test_a_page_in_docs_wins(tmp_path: Path) -> None:
    more = "--- docs/principles/1.1/changes.md\n# In our words\n\nWe moved one.\n"
    site = site_of(tmp_path, {"1.0": FIRST, "1.1": SECOND}, more)
    page = site.page("principles/1.1/changes")
    assert "In our words" in page
    assert "undersigned-passage" not in page


def test_texts_that_differ_in_spaces_alone_say_so(tmp_path: Path) -> None:
    new = FIRST.replace("to harm people", "to\n   harm people")
    site = site_of(tmp_path, {"1.0": FIRST, "1.1": new})
    page = site.page("principles/1.1/changes")
    read = ReadBack(page)
    assert read.texts == (FIRST, new)
    assert "6 paragraphs unchanged" in page
    assert page.count("Spaces or line breaks changed") == 1
    # The two of the legend alone.
    assert len(read.changes) == 2


DESK: ViewportSize = {"width": 1280, "height": 800}
PHONE: ViewportSize = {"width": 320, "height": 800}


def open_changes(view: Page, address: str, path: str) -> None:
    view.goto(f"{address}principles/{path}/changes/", wait_until="networkidle")


def test_what_is_copied_has_no_words_for_screen_readers(three: SmallSite, tabs: Tabs) -> None:
    with served(three.root / "site") as address:
        view = tabs.tab(viewport=DESK)
        open_changes(view, address, "1.1")
        copied = view.evaluate(
            "getSelection().selectAllChildren(document.body), `${getSelection()}`"
        )
        assert "of customers, users and the" in copied
        assert "end of deletion" not in copied


def test_a_change_is_told_to_screen_readers_from_its_beginning_to_its_end(
    three: SmallSite, tabs: Tabs
) -> None:
    with served(three.root / "site") as address:
        view = tabs.tab(viewport=DESK)
        open_changes(view, address, "1.1")
        text = view.locator("[data-old='4'][data-new='5']")
        told = text.aria_snapshot()
        assert 'deletion: "[deleted: general end of deletion]"' in told
        assert 'insertion: "[inserted: cybersecurity end of insertion]"' in told


def test_changes_have_signs_and_lines_without_any_colour(
    three: SmallSite, browser: Browser
) -> None:
    with served(three.root / "site") as address:
        for media in ({"forced_colors": "active"}, {"media": "print"}):
            view = browser.new_page(viewport=DESK)
            open_changes(view, address, "1.1")
            view.emulate_media(**media)  # type: ignore[arg-type]
            for tag, sign, line in (("del", "[−", "line-through"), ("ins", "[+", "underline")):
                change = view.locator(f".undersigned-passage {tag}:not([role])").first
                style = change.evaluate("it => getComputedStyle(it, '::before').content")
                assert sign in style
                words = change.locator("span:not(.undersigned-spoken)")
                assert line in words.evaluate("it => getComputedStyle(it).textDecorationLine")
            view.close()


@pytest.mark.parametrize("path", ["1.1", "2.0"])
def test_nothing_is_wider_than_a_narrow_phone(path: str, three: SmallSite, tabs: Tabs) -> None:
    with served(three.root / "site") as address:
        view = tabs.tab(viewport=PHONE)
        open_changes(view, address, path)
        assert view.evaluate("document.documentElement.scrollWidth") == 320


def test_one_long_line_is_shown_and_read_back(tmp_path: Path, tabs: Tabs) -> None:
    old = "".join(f"word{number} " for number in range(10_000)) + "x" * 2_000 + "\n"
    new = old.replace("word5000 ", "").replace("xx\n", "xy\n")
    site = site_of(tmp_path, {"1.0": old, "1.1": new})
    assert ReadBack(site.page("principles/1.1/changes")).texts == (old, new)
    with served(tmp_path / "site") as address:
        view = tabs.tab(viewport=PHONE)
        open_changes(view, address, "1.1")
        assert view.evaluate("document.documentElement.scrollWidth") == 320
