"""What pages say of themselves, on built pages and in reviews."""

import re
from pathlib import Path

import pytest

from tests.support.sites import small_site
from tests.support.store import Store

PAGES = """\
--- docs/trade.md
---
key_points:
  - They sell to [those](principles/index.md) & to others.
  - "More: [there](https://there.example/#a)."
  - See [below](#who).
history:
  - date: 2024-02-03
    change: The [sources](bibliography.md) are new.
  - date: 2024-01-02
    change: First published.
---
# The trade

It is a trade.

## Who

Many do.
--- docs/plain.md
---
title: Plain
key_points: [It has no title in its words.]
---
It is plain.
"""


def test_a_page_opens_with_its_points_and_what_changed(tmp_path: Path) -> None:
    site = small_site(tmp_path, PAGES)
    built = site.build()
    assert built.returncode == 0, built.stderr
    page = site.page("trade")
    places = [
        page.index(words)
        for words in (
            "</h1>",
            "1 minute to read",
            'Updated on <time datetime="2024-02-03">3 February 2024</time>',
            'The <a href="../bibliography/">sources</a> are new.',
            '<time datetime="2024-01-02">2 January 2024</time>: First published.',
            'They sell to <a href="../principles/">those</a> &amp; to others.',
            'More: <a href="https://there.example/#a">there</a>.',
            'See <a href="#who">below</a>.',
            "<p>It is a trade.</p>",
        )
    ]
    assert places == sorted(places)
    plain = site.page("plain")
    assert "Updated" not in plain
    assert plain.index("<h1") < plain.index("Key points") < plain.index("<p>It is plain.")
    assert "Key points" not in site.page("sign")
    assert '<meta property="article:modified_time" content="2024-02-03">' in page
    assert "modified_time" not in plain
    # the description of a page is its words, and its points are not searched for beside them
    assert '<meta name="description" content="It is a trade.">' in page
    index = (tmp_path / "site/search/parts.json").read_text(encoding="utf-8")
    assert "They sell" not in index


@pytest.mark.parametrize(("path", "least"), [("background/watches", 2), ("data", 1)])
def test_the_time_of_a_page_is_that_of_all_its_words(
    path: str, least: int, published: Path
) -> None:
    html = (published / path / "index.html").read_text(encoding="utf-8")
    found = re.search(r"(\d+) minutes? to read", html)
    assert found
    assert int(found[1]) >= least


READINGS = """\
--- docs/read.md
---
template: undersigned/readings.html
readings:
  - source: a
    minutes: 20
    level: some law helps
    words: It explains [the text](principles/index.md).
---
# Readings

Two of many.
"""


def test_a_reading_is_a_card_with_its_source_once_and_the_bibliography_leads_there(
    store: Store,
) -> None:
    site = store.built(READINGS)
    page = site.page("read")
    assert page.count("A Source") == 1
    assert '<li id="_reading_a">' in page
    assert "<span>20 minutes</span>" in page
    assert "<span>some law helps</span>" in page
    assert 'It explains <a href="../principles/">the text</a>.' in page
    assert "to read</p>" not in page
    assert 'href="../read/#_reading_a"' in site.page("bibliography")
    parts = (site.root / "site/search/parts.json").read_text(encoding="utf-8")
    assert '["_reading_a","A Source","2020. It explains the text."]' in parts
