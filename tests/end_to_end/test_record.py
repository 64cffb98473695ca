"""A record of deeds on a small site: nothing of it without entries, its pages with them."""

import json
from pathlib import Path

import pytest
from undersigned.markup.document import Element, page

from tests.support.copies import contents
from tests.support.sites import SmallSite, small_site

# As much of other languages than its own as the rules let through.
SENTENCE = "Sued *a* seller [@b] {: .x } @b & won _1 < 2_ \\statement 'so'"
REPLY = "We did *this* & {that} @a, see [@a] or ^[x]"

RECORDED = f"""\
--- signatories.yml
- name: Acme
  kind: company
  country: NO
  website: https://acme.example
  signed: 2024-05-06
  evidence: https://acme.example/news

- name: Ended
  kind: company
  country: NO
  website: https://ended.example
  signed: 2024-05-06
  evidence: https://ended.example/news
  succeeded_by: yes-no
  ended: 2025-06-01

- name: Yes & "No" Ltd
  id: yes-no
  kind: company
  country: NO
  website: https://yes.example
  signed: 2026-05-06
  evidence: https://yes.example/news
--- docs/principles/one.md
---
title: One
principle: 1
---
# One

Words.[^note]

[^note]: A note.
--- docs/principles/two.md
---
principle: 2
---
# Two
--- references.bib
@misc{{a, title = {{A Source}}, year = 2020, url = {{https://acme.example/a}},
  archiveurl = {{https://web.archive.org/web/2024/https://acme.example/a}}}}

@misc{{b, title = {{Another}}, year = 2021, url = {{https://www.justice.gov/b}}}}
--- deeds.yml
- who: acme
  principle: 1
  date: 2024-03
  deed: "{SENTENCE.replace(chr(92), chr(92) * 2)}"
  sources: a
  bearing: in-line
  notified: 2026-01-01
  reply: "{REPLY}"
  replied: 2024-06-01
  reply_source: https://acme.example/re_p_ly?a=b&c=@d

- who:
    - acme
    - ended
  principle: 1
  date: 2025-07
  deed: Left both of them
  sources:
    - a
    - b
  bearing: at-odds
  notified: 2026-01-01

- who: ended
  principle: 1
  looked: 2025-05-06
  found: nothing
  where: "its site_map, *all* pages"
  notified: 2026-01-01

- who: yes-no
  principle: 1
  date: 2025
  deed: Kept silent on both
  sources: b
  unarchived: 2026-01-01
  bearing: in-line
"""


def built(root: Path, changes: str) -> SmallSite:
    site = small_site(root, changes)
    run = site.build()
    assert run.returncode == 0, run.stderr
    return site


@pytest.fixture(scope="module")
def recorded(tmp_path_factory: pytest.TempPathFactory) -> SmallSite:
    return built(tmp_path_factory.mktemp("recorded"), RECORDED)


def drawn(site: SmallSite, address: str) -> Element:
    return page(site.page(address))


def said(element: Element) -> str:
    return " ".join(element.text.split())


def test_a_site_without_deeds_and_one_with_an_empty_file_have_the_same_bytes(
    tmp_path: Path,
) -> None:
    absent, empty = built(tmp_path / "absent", ""), built(tmp_path / "empty", "--- deeds.yml\n")
    found = contents(absent.root / "site")
    assert contents(empty.root / "site") == found
    assert "signatories/deeds/index.html" in found


def test_a_page_about_a_signatory_has_its_entries_as_text_and_their_sources_as_notes(
    recorded: SmallSite,
) -> None:
    found = drawn(recorded, "signatories/deeds/acme")
    [deed] = [each for each in found.select("li") if each.attributes.get("id") == "acme-1-2024-03"]
    assert [said(each) for each in deed.select("p > span[dir]")] == [f"{SENTENCE}."]
    assert [said(each) for each in deed.select("blockquote")] == [REPLY]
    assert "before its endorsement" in deed.text
    [own] = [each for each in deed.select("a") if each.text == "its own site"]
    assert own.attributes["href"] == "https://acme.example/re_p_ly?a=b&c=@d"
    assert [each.attributes["href"] for each in deed.select("sup a")] == ["#fn:a"]
    assert "A Source" in found.select(".undersigned-notes li")[0].text


def test_the_bibliography_counts_the_pages_about_signatories_among_those_that_cite(
    recorded: SmallSite,
) -> None:
    places = drawn(recorded, "bibliography").select("#a .undersigned-source__cited a")
    assert {each.attributes["href"].partition("#")[0] for each in places} == {
        "../principles/one/",
        "../signatories/deeds/acme/",
    }


def test_the_page_of_a_principle_ends_with_the_deeds_under_it_and_others_have_nothing(
    recorded: SmallSite,
) -> None:
    found = drawn(recorded, "principles/one")
    items = found.select(".undersigned-deeds li")
    assert [said(each).partition(":")[0] for each in items] == [
        "Acme, July 2025",
        "Acme (before its endorsement), March 2024",
    ]
    assert SENTENCE in said(items[1])
    way = items[1].select("a")[0].attributes["href"]
    assert way == "../../signatories/deeds/acme/#principle_1"
    assert "undersigned-deeds" not in recorded.page("principles/two")


def test_the_record_of_an_ended_signatory_ends_and_leads_on(recorded: SmallSite) -> None:
    found = drawn(recorded, "signatories/deeds/ended")
    entries = [each.attributes.get("id") for each in found.select(".undersigned-deeds section li")]
    assert entries == ["ended-1-looked-2025-05-06"]
    leads = [each.attributes.get("href") for each in found.select("article p a")]
    assert "../../#yes-no" in leads


def test_what_waits_is_on_no_page(recorded: SmallSite) -> None:
    assert not (recorded.root / "site" / "signatories" / "deeds" / "yes-no").exists()
    for path, content in contents(recorded.root / "site").items():
        assert b"Kept silent" not in content, path


def test_the_search_finds_deeds_in_the_words_that_readers_see(recorded: SmallSite) -> None:
    text = (recorded.root / "site" / "search" / "parts.json").read_text(encoding="utf-8")
    [found] = [one for one in json.loads(text) if one["address"] == "signatories/deeds/acme/"]
    assert any(SENTENCE in part[2] for part in found["parts"])
