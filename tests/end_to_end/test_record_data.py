"""What programs, the search, the bibliography and the PDF have of a record of deeds."""

import json
import re
from urllib.parse import urljoin

import feedparser
import pytest

from tests.support.pages import faults
from tests.support.printed import reader_of
from tests.support.sites import SmallSite, with_settings
from tests.support.store import Store

SITE = "https://small.example/"
DEED = "Published a list of those to whom it does not sell"
WITH_PDF = with_settings({"  edition:\n": "  edition:\n    pdf: true\n"})
SITE_WITH_DEEDS = f"""\
{WITH_PDF}--- references.bib
@online{{ours,
  title = {{Our Report}},
  organization = {{Acme}},
  year = 2025,
  url = {{https://acme.example/report}},
  urldate = {{2025-02-03}},
  archiveurl = {{https://web.archive.org/web/2025/https://acme.example/report}},
  archivedate = {{2025-02-03}}
}}
@online{{theirs,
  title = {{What Acme Did}},
  organization = {{A Newspaper}},
  year = 2025,
  url = {{https://news.example/acme}},
  urldate = {{2025-02-03}},
  archiveurl = {{https://web.archive.org/web/2025/https://news.example/acme}},
  archivedate = {{2025-02-03}}
}}
--- deeds.yml
- who: acme
  principle: 1
  date: 2025-01-02
  deed: {DEED}
  sources: ours
  bearing: in-line

- who: acme
  principle: 2
  date: 2025-02
  deed: Waited for somebody to write to it
  sources: theirs
  bearing: in-line
--- deeds.d/acme-2-looked-2023-04-05.yml
- who: acme
  principle: 2
  looked: 2023-04-05
  found: nothing
  where: its newsroom
  notified: 2023-05-06
"""


@pytest.fixture(scope="module")
def some(store: Store) -> SmallSite:
    return store.built(SITE_WITH_DEEDS)


def ids_on(site: SmallSite, address: str) -> set[str]:
    return set(re.findall(r' id="([^"]+)"', site.page(address.removeprefix(SITE))))


def test_every_address_of_an_entry_leads_to_its_sentence(some: SmallSite) -> None:
    data = json.loads((some.root / "site/deeds.json").read_bytes())
    urls = [each["url"] for each in (*data["deeds"], *data["searches"])]
    news = feedparser.parse((some.root / "site/feed.xml").read_bytes()).entries
    urls += [each.link for each in news if "/deeds/" in each.link]
    assert len(urls) == 4
    for url in urls:
        address, _, anchor = url.partition("#")
        assert anchor in ids_on(some, address), url


def test_what_waits_is_in_no_file_at_all(some: SmallSite) -> None:
    for path in (some.root / "site").rglob("*"):
        assert not path.is_file() or b"Waited for" not in path.read_bytes(), path


def test_a_deed_is_found_by_the_search_once_and_where_its_sentence_stands(some: SmallSite) -> None:
    pages = json.loads((some.root / "site/search/parts.json").read_bytes())
    found = [
        (page["address"], part)
        for page in pages
        for part, _, words in page["parts"]
        if DEED in words
    ]
    [(address, part)] = found
    assert address == "signatories/deeds/acme/"
    assert part in ids_on(some, address)


def test_the_bibliography_says_that_the_record_cites_a_source(some: SmallSite) -> None:
    page = some.page("bibliography")
    ours = page[page.index("Our Report") :]
    links = [urljoin(f"{SITE}bibliography/", each) for each in re.findall(r'href="([^"]+)"', ours)]
    cited = [each for each in links if each.startswith(f"{SITE}signatories/deeds/acme/#")]
    assert cited
    assert all(each.partition("#")[2] in ids_on(some, each.partition("#")[0]) for each in cited)
    assert "What Acme Did" not in page


def test_the_pdf_has_the_record_and_lists_its_sources(some: SmallSite) -> None:
    pages = reader_of((some.root / "site/statement.pdf").read_bytes()).pages
    words = " ".join("".join(page.extract_text() for page in pages).split())
    at = 0
    for each in (
        "What signatories did", "1 documented", "looked on 5 April 2023, nothing found", DEED,
        "Our Report", "its own page", "and the record of deeds cite this source", "Our Report",
    ):  # fmt: skip
        assert each in words[at:], each
        at = words.index(each, at) + len(each)


def test_no_link_of_the_site_leads_nowhere(some: SmallSite) -> None:
    assert list(faults(some.root / "site", SITE)) == []
