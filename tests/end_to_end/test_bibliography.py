"""Citations, their notes and the bibliography, built by MkDocs and followed link by link."""

import json
import re
from html import unescape
from pathlib import Path

import pytest

from tests.support.pages import faults
from tests.support.sites import SmallSite, small_site, with_settings
from tests.support.store import Store

from .test_small_sites import text_of

SITE = r"""
--- references.bib
% Kept in a repository of its own once.
@book{maurer2018cyber,
  author    = {Maurer, Tim},
  title     = {Cyber Mercenaries: The State, Hackers, and Power},
  publisher = {Cambridge University Press},
  year      = {2018},
}

@online{notice2024,
  author     = {{The State, its Department}},
  title      = {A notice <b>&</b> *more*},
  year       = {2024},
  url        = {https://state.example.net/notice?a=1&b=2},
  urldate    = {2026-01-02},
  archiveurl  = {https://web.archive.org/web/2024/https://state.example.net/notice},
  archivedate = {2024-05-06},
}

@misc{never2020cited, title = {Nobody reads this}, year = {2020}}
--- docs/index.md
---
template: undersigned/home.html
---
We say this.
--- docs/sign.md
# Sign & more

One.[see @maurer2018cyber, p. 80] Two.[@maurer2018cyber, p. 90; @notice2024]

- Three.[@maurer2018cyber, p. 80]

Four.[^own] Five.[@MAURER2018cyber] Six, [by mail to me@notice2024.example or at us@home].

Seven.[@maurer2018cyber, p.  80]

[^own]: A note that cites.[@notice2024, § 3]
--- docs/principles/first.md
---
title: The first
principle: 1
---
# Do no harm

So.[cf. @notice2024]
"""

NOTE = re.compile(r'<li id="fn:([^"]+)" value="\d+">(.*?)</li>', re.S)


@pytest.fixture(scope="module")
def site(store: Store) -> SmallSite:
    return store.built(SITE)


def notes(html: str) -> list[str]:
    """The notes at the foot of a page, in their order, as a reader sees them."""
    words = (re.sub(r"<[^>]*>", "", note) for _, note in NOTE.findall(html))
    return [" ".join(unescape(each).split()) for each in words]


def test_each_place_of_a_source_has_a_note_of_its_own_and_equal_ones_share_it(
    site: SmallSite,
) -> None:
    found = notes(site.page("sign"))
    assert len(found) == 7
    assert found[0].startswith("See Tim Maurer")
    assert "p. 80" in found[0]
    assert "p. 90" in found[1]
    assert "p." not in found[2]
    assert "p. 80" in found[3]
    assert not found[3].startswith("See")
    assert found[4].startswith("A note that cites.")
    assert "[by mail to me@notice2024.example or at us@home]" in unescape(site.page("sign"))
    references = re.findall(r'id="(fnref[^"]*)"', site.page("sign"))
    assert len(references) == len(set(references)) == 8


def test_every_note_back_link_place_and_anchor_resolves(site: SmallSite) -> None:
    assert list(faults(site.root / "site", "https://small.example/")) == []
    page = site.page("sign")
    for name, note in NOTE.findall(page):
        if name != "own":
            assert re.search(r'href="../bibliography/#(maurer2018cyber|notice2024)"', note)
        assert 'class="footnote-backref"' in note


def test_the_bibliography_has_each_cited_source_once_with_both_places(site: SmallSite) -> None:
    page = site.page("bibliography")
    assert re.findall(r'<li id="([^"]+)"', page.split('class="undersigned-sources"')[1]) == [
        "maurer2018cyber",
        "notice2024",
    ]
    assert "never2020cited" not in page
    maurer = page.split('id="maurer2018cyber"')[1].split("</li>")[0]
    places = re.findall(r'href="\.\./sign/#(fnref[^"]*)"', maurer)
    assert len(places) == 5
    for place in places:
        assert f'id="{place}"' in site.page("sign")
    notice = page.split('id="notice2024"')[1].split("</li>")[0]
    assert re.findall(r'href="\.\./([a-z/]*)#', notice) == ["sign/", "sign/", "principles/first/"]
    assert "A notice &lt;b&gt;" in notice.replace("&#60;", "&lt;").replace("&#62;", "&gt;")
    assert 'href="https://web.archive.org/web/2024/https://state.example.net/notice"' in notice
    assert "publisher" in maurer.split("<pre")[1]


def test_groups_have_pages_with_plain_links_and_lead_to_no_other_anchor(site: SmallSite) -> None:
    page = site.page("bibliography")
    groups = re.findall(r'href="([a-z-]+)/"[^>]*>[^<]*<span>(\d+)', page)
    assert sum(int(count) for _, count in groups) == 2
    assert len(groups) == 2
    for group, _ in groups:
        each = site.page(f"bibliography/{group}")
        assert each.count('class="undersigned-source__cited"') == 1
        assert 'id="maurer2018cyber"' not in each


def test_a_principle_tells_each_source_once_in_its_note(site: SmallSite) -> None:
    page = site.page("principles/first")
    assert page.count('href="../../bibliography/#notice2024"') == 1
    assert "References" not in text_of(page)


def test_the_whole_is_there_for_programs(site: SmallSite) -> None:
    assert "@book{maurer2018cyber," in (site.root / "site/references.bib").read_text()
    items = json.loads((site.root / "site/references.csl.json").read_text(encoding="utf-8"))
    assert [item["id"] for item in items][:2] == ["maurer2018cyber", "notice2024"]


def test_a_site_without_sources_has_an_empty_bibliography(tmp_path: Path) -> None:
    site = small_site(tmp_path, "--- references.bib\n")
    built = site.build()
    assert built.returncode == 0, built.stderr
    assert "No page cites a source." in text_of(site.page("bibliography"))


def test_a_site_without_references_bib_is_built_all_the_same(tmp_path: Path) -> None:
    site = small_site(tmp_path)
    (site.root / "references.bib").unlink()
    built = site.build()
    assert built.returncode == 0, built.stderr
    assert "No page cites a source." in text_of(site.page("bibliography"))


SEVERAL = """\
--- sources/one.bib
@string{press = {The Press}}
@inbook{DBLP:part/1, title = {Part}, crossref = {whole}, url = {https://part.example}}
--- sources/two.bib
@book{whole, title = {Whole}, publisher = press, year = {2020}}
--- docs/sign.md
# Sign

One.[@DBLP:part/1, p. 3] Two.[@whole]
"""


def test_sources_of_several_files_are_one_bibliography(tmp_path: Path) -> None:
    listed = "extra:\n  bibliography: {files: [sources/one.bib, sources/two.bib]}\n"
    site = small_site(tmp_path, with_settings({"extra:\n": listed}) + SEVERAL)
    built = site.build()
    assert built.returncode == 0, built.stderr
    assert list(faults(site.root / "site", "https://small.example/")) == []
    first, second = (each.partition(" Bibliography")[0] for each in notes(site.page("sign")))
    assert (first, second) == ("Part. In Whole, The Press, 2020, p. 3.", "Whole. The Press, 2020.")
    assert 'id="DBLP::part:2f:1"' in site.page("bibliography")
    whole = (site.root / "site" / "references.bib").read_text(encoding="utf-8")
    assert [key for key in ("press =", "{DBLP:part/1,", "{whole,") if key not in whole] == []
    items = json.loads((site.root / "site" / "references.csl.json").read_text(encoding="utf-8"))
    assert {item["id"] for item in items} == {"DBLP:part/1", "whole"}


def test_a_citation_in_code_is_shown_as_it_is_written(tmp_path: Path) -> None:
    site = small_site(tmp_path, "--- docs/sign.md\n# Sign\n\nWrite `[@a]` or `[@key]`.[@a, p. 3]\n")
    built = site.build()
    assert built.returncode == 0, built.stderr
    assert "Write <code>[@a]</code> or <code>[@key]</code>." in site.page("sign")


CITING = r"""
--- references.bib
@book{maurer2018cyber, author = {Maurer, Tim}, title = {Cyber Mercenaries: Power}, year = {2018}}
@article{DBLP:conf/sp/X+99, author = {Ying, Yi}, title = {Paper}, journal = {J}, year = {1999}}
@misc{key.with.dots, author = {Dot, Di}, title = {Dotted}, year = {2020}}
--- docs/sign.md
# Sign

@maurer2018cyber [p. 80] says so.[@DBLP:conf/sp/X+99; @key.with.dots, fol. 3r--4v]
Again, @DBLP:conf/sp/X+99 [p. 4].

Once more.[see *also* -@maurer2018cyber, pp. 81-82] Not @types/node, [@acme](https://acme.example),
\@maurer2018cyber nor `@maurer2018cyber`.
"""


def test_mkdocs_draws_each_way_of_citing_whatever_signs_a_key_has(tmp_path: Path) -> None:
    site = small_site(tmp_path, CITING)
    built = site.build()
    assert built.returncode == 0, built.stderr
    page = site.page("sign")
    assert list(faults(site.root / "site", "https://small.example/")) == []
    text = " ".join(re.sub(r"<[^>]*>", "", page).split())
    assert "Maurer1 says so.23 Again, Ying4." in text
    assert "Not @types/node, @acme, @maurer2018cyber nor @maurer2018cyber." in text
    assert [each.partition(" Bibliography")[0] for each in notes(page)] == [
        "Tim Maurer. Cyber Mercenaries: Power. 2018, p. 80.",
        "Yi Ying. Paper. J, 1999.",
        "Di Dot. Dotted. 2020, fol. 3r–4v.",
        "Ying, Paper, p. 4.",
        "See also Cyber Mercenaries, pp. 81–82.",
    ]
    listed = site.page("bibliography")
    assert 'id="DBLP::conf:2f:sp:2f:X:2b:99"' in listed
    assert "docs/sign.md:6:57: note: '@types/node'" in built.stderr


MISSED = """\
--- references.bib
@misc{a, title = {One}, year = {2020}}
--- docs/sign.md
# Sign

- word
<details markdown>
    - [@a, p. 3]
"""


def test_a_citation_that_markdown_has_not_read_is_shown_as_it_is_written_and_warned_of(
    tmp_path: Path,
) -> None:
    site = small_site(tmp_path, MISSED)
    built = site.build()
    assert built.returncode == 1
    warning = "docs/sign.md: '[@a, p. 3]' stands where no Markdown is read; move it"
    assert warning in built.stderr
    assert "[@a, p. 3]" in site.page("sign")
    assert "[^" not in site.page("sign")
