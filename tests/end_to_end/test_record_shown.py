"""The record of deeds on built pages: shown as it is kept, and nothing poses as it."""

import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from undersigned.problem import Problem
from undersigned.shown.built import BuiltSite

from tests.support.documented import DOCUMENTED
from tests.support.pages import faults
from tests.support.published import published_by
from tests.support.shown import shown_problems
from tests.support.sites import SmallSite, small_site, split_at, with_settings
from tests.support.store import Store

OF_ALL = "signatories/deeds"
OF_ACME = "signatories/deeds/acme"
OF_FIRST = "principles/first"

TABLE = '<div class="undersigned-record-room">'
BLOCK = '<div class="undersigned-deeds">'
POSING = '<table class="undersigned-record"><tbody><tr><th>Acme</th></tr></tbody></table>'

# The day of the build is that of the newest event of the register.
BUILT = str(int(datetime(2026, 3, 4, tzinfo=UTC).timestamp()))
EXTENSIONS = ["attr_list", "footnotes", "md_in_html", "sane_lists"]


@pytest.fixture(scope="module")
def site(store: Store) -> SmallSite:
    return store.built(DOCUMENTED)


@pytest.fixture(scope="module")
def built(site: SmallSite) -> BuiltSite:
    """The built site, as the checks after a build have it."""
    made = published_by(site.root, {"SOURCE_DATE_EPOCH": BUILT}, split=500)
    return BuiltSite(made, site.root, site.root / "docs", site.root / "site", EXTENSIONS)


def tampered(
    site: BuiltSite, folder: Path, page: str, change: Callable[[str], str]
) -> list[Problem]:
    """What is wrong once the HTML of one page has been changed."""
    shutil.copytree(site.folder, folder / "site")
    place = folder / "site" / page / "index.html"
    html = place.read_text(encoding="utf-8")
    changed = change(html)
    assert changed != html
    place.write_text(changed, encoding="utf-8")
    return shown_problems(replace(site, folder=folder / "site"))


def put(old: str, new: str) -> Callable[[str], str]:
    return lambda page: page.replace(old, new, 1)


def before(mark: str, html: str) -> Callable[[str], str]:
    return put(mark, html + mark)


def words_of(html: str) -> str:
    return " ".join(re.sub(r"<[^>]*>", " ", html).split())


def rows(html: str) -> list[list[str]]:
    """The words of every row, cell by cell."""
    found = re.findall(r"<tr>.*?</tr>", html, re.DOTALL)
    return [
        [words_of(cell) for cell in re.findall(r"<t[hd].*?</t[hd]>", row, re.S)] for row in found
    ]


def test_the_record_is_shown_as_it_is_kept(built: BuiltSite) -> None:
    assert shown_problems(built) == []


def test_no_link_of_the_record_leads_nowhere(site: SmallSite) -> None:
    assert list(faults(site.root / "site", "https://small.example/")) == []


def test_the_table_has_every_organisation_and_the_apart_stand_beneath(site: SmallSite) -> None:
    assert rows(site.page(OF_ALL)) == [
        ["Signatory", "1 Do no harm", "2 Say so"],
        ["Acme", "2 documented of which 1 at odds reply", "not looked yet"],
        ["Beta &amp; Sons", "looked on 15 January 2026, nothing found", "1 documented"],
        ["Edda", "not looked yet", "not looked yet"],
        ["Signatory", "1 Do no harm", "2 Say so"],
        ["Core withdrew on 7 June 2025", "not looked yet", "1 documented"],
        ["Dora ended on 2 January 2025", "1 documented", "not looked yet"],
    ]


def test_the_caption_says_what_a_blank_does_not_prove(site: SmallSite) -> None:
    caption = words_of(site.page(OF_ALL).partition("<caption")[2].partition("</caption>")[0])
    assert "A blank does not prove that nothing was done" in caption
    assert "Large firms are written about more" in caption
    assert (
        "That a deed belongs under a principle is the editors’ judgement, unless the source itself"
        " names the principle." in caption
    )


def test_the_page_of_a_signatory_has_its_endorsement_and_leads_to_who_took_its_place(
    site: SmallSite,
) -> None:
    page = site.page("signatories/deeds/dora")
    assert 'href="https://dora.example/news"' in page
    assert 'the record of <a href="../acme/"><bdi>Acme</bdi></a>' in page
    assert '<a href="../dora/"><bdi>Dora</bdi></a>' in site.page(OF_ACME)


def test_the_page_of_a_signatory_says_where_nothing_is_published(site: SmallSite) -> None:
    assert "Nothing is published yet under principle 2. That says" in words_of(site.page(OF_ACME))
    for of in ("beta-sons", "core", "dora"):
        assert "Nothing is published" not in site.page(f"{OF_ALL}/{of}")


def test_a_text_without_numbers_has_one_column_and_an_earlier_one_a_table_of_its_own(
    store: Store,
) -> None:
    page = store.built(DOCUMENTED + WITHOUT_NUMBERS).page(OF_ALL)
    assert rows(page)[:4] == [
        ["Signatory", "The text"],
        ["Acme endorses version 1.0", "1 documented"],
        ["Beta &amp; Sons endorses version 1.0", "not looked yet"],
        ["Edda endorses version 1.0", "not looked yet"],
    ]
    assert ["Signatory", "1 Do no harm", "2 Say so"] in rows(page)[4:]
    assert "documented to have done, by version 1.1, in force</strong>" in page
    assert "by the principles of version 1.0</strong>" in page


def test_a_long_table_has_those_with_entries_and_says_how_many_others_there_are(
    store: Store,
) -> None:
    site = store.built(split_at(2) + DOCUMENTED)
    page = site.page(OF_ALL)
    assert [row[0] for row in rows(page)] == [
        *("Signatory", "Acme", "Beta &amp; Sons"),
        *("Signatory", "Core withdrew on 7 June 2025", "Dora ended on 2 January 2025"),
    ]
    assert "1 more organisation endorses the text. Nothing is published yet of" in words_of(page)
    assert 'deeds/acme/">what it has done</a>' in site.page("signatories/list/a")


def test_the_register_and_the_first_page_lead_to_the_record(site: SmallSite) -> None:
    assert 'href="../signatories/deeds/acme/">what it has done</a>' in site.page("signatories")
    assert 'href="signatories/deeds/">the record of deeds</a>' in site.page("")


@pytest.mark.parametrize(
    ("page", "change", "said"),
    [
        (OF_ALL, put("2 documented", "3 documented"), "has 'Acme | 1 3 documented of which"),
        (OF_ALL, put("of which 1 at odds", ""), "in place of 'Acme | 1 2 documented of which 1"),
        (OF_ALL, put(">reply<", "><"), "in place of 'Acme | 1 2 documented of which 1 at odds r"),
        (OF_ALL, put("not looked yet", "nothing to find"), "in place of 'Acme"),
        (OF_ALL, put("January 2026, nothing", "January 2025, nothing"), "in place of 'Beta &"),
        (OF_ALL, put("acme/#principle_1", "core/#principle_1"), "has 'Acme"),
        (OF_ALL, put(">Edda<", ">Acme<"), "in place of 'Edda"),
        (OF_ALL, put("withdrew on 7 June 2025", ""), "in place of 'Core withdrew"),
        (OF_ALL, put("<tr>", "<tr hidden>"), "has '<tr hidden"),
        (OF_ALL, put('data-number="1">', 'data-number="1"><s>'), "has '<s>' in it"),
        (OF_ALL, put("undersigned-reply", "undersigned-spoken"), "undersigned-spoken"),
        (OF_ALL, before(TABLE, "<div hidden>"), "stands within <div hidden>"),
        (OF_ALL, before(TABLE, POSING), "the record of deeds stands"),
        (OF_ALL, put('class="undersigned-record"', ""), "has 'Core withdrew on 7 June 2025 | "),
        ("sign", before("<h1", POSING), "1 element here poses as the record of deeds"),
        ("sign", before("<h1", f"{BLOCK}</div>"), "is shown 1 time here"),
        (OF_ACME, put("Kept keys", "Sold keys"), "not shown as it is kept, at 'Sold keys"),
        (OF_ACME, put(">at odds<", ">in line<"), "not shown as it is kept, at 'in line'"),
        (OF_ACME, put("3 February 2025", "3 February 2024"), "at '3 February 2024'"),
        (OF_ACME, put("closed", "sold"), "at 'We *sold* it, see @home.'"),
        (OF_ACME, put("<blockquote", "<blockquote hidden"), "not shown as it is kept"),
        (OF_ACME, before(BLOCK, "<details>"), "stands within <details>"),
        (OF_ACME, put(BLOCK, "<div>"), "is shown 0 times here"),
        (OF_ACME, put(">Acme</a>", ">Apple</a>"), "'Apple' is shown as an entry"),
        (OF_FIRST, put("Named a seller", "Named no seller"), "at 'Named no seller"),
        (OF_FIRST, put(BLOCK, "<div>"), "is shown 0 times here"),
    ],
)
def test_what_is_changed_in_the_record_is_found(
    page: str, change: Callable[[str], str], said: str, built: BuiltSite, tmp_path: Path
) -> None:
    problems = tampered(built, tmp_path, page, change)
    assert any(said in each.message for each in problems), problems


@pytest.mark.parametrize("page", [OF_ALL, OF_ACME])
def test_the_pages_of_the_record_are_published(page: str, built: BuiltSite, tmp_path: Path) -> None:
    shutil.copytree(built.folder, tmp_path / "site")
    (tmp_path / "site" / page / "index.html").unlink()
    [problem] = shown_problems(replace(built, folder=tmp_path / "site"))
    assert problem.message.startswith("is not published; ")


HOSTILE = {
    "signatories/deeds/index.md": f"# Deeds\n\n<div hidden>\n\n{POSING}\n",
    "sign.md": f'# Sign\n\n{BLOCK}<ul><li id="acme-1-2024-01-02">Sold it.</li></ul></div>\n',
    "principles/first.md": f"---\nprinciple: 1\n---\n# Do no harm\n\n{BLOCK}Nobody did.</div>\n",
}
HIDING = """\
--- overrides/undersigned/deeds.html
{% extends "undersigned/view.html" %}
{% import "undersigned/record-table.html" as drawn with context %}
{% block beneath %}
  <details><summary>More</summary>
  {% for table in undersigned.record.tables %}{{ drawn.table(table, "_a_", "") }}{% endfor %}
  </details>
{% endblock %}
"""

WITHOUT_NUMBERS = """\
--- versions.yml
- version: "1.0"
  published: 2023-03
  sha256: (lock)
- version: "1.1"
  published: 2026-02-01
  sha256: (lock)
--- docs/principles/1.1.md
We do no harm, and say so.
--- deeds.d/acme-2026-02-10.yml
- who: acme
  date: 2026-02-10
  deed: Ended it.
  sources: early
  bearing: in-line
"""


@pytest.mark.parametrize("number", ["0x1", "!!int '1'", "1 # of two"])
def test_a_principle_is_numbered_as_yaml_writes_numbers(
    number: str, built: BuiltSite, tmp_path: Path
) -> None:
    docs = shutil.copytree(built.docs, tmp_path / "docs")
    page = docs / "principles/first.md"
    page.write_text(page.read_text("utf-8").replace("principle: 1", f"principle: {number}"))
    assert shown_problems(replace(built, docs=docs)) == []


def test_pages_that_pose_as_the_record_stop_a_build_and_are_named(tmp_path: Path) -> None:
    pages = "".join(f"--- docs/{path}\n{HOSTILE[path]}" for path in HOSTILE)
    result = small_site(tmp_path, DOCUMENTED + pages).build()
    assert result.returncode == 1
    assert "Traceback" not in result.stderr
    for path in HOSTILE:
        assert f"docs/{path}:" in result.stderr, result.stderr


def test_a_template_that_hides_the_record_stops_a_build(tmp_path: Path) -> None:
    result = small_site(tmp_path, DOCUMENTED + HIDING).build()
    assert result.returncode == 1
    assert "the record of deeds stands within <details>, where readers may not" in result.stderr


def test_the_record_and_its_sources_speak_the_language_of_the_site(store: Store) -> None:
    french = with_settings({"name: material": "name: material\n  language: fr"})
    site = store.built(DOCUMENTED + french)  # and was judged by these words
    record, sources = site.page(OF_ALL), site.page("bibliography")
    assert '<th scope="col">Signataire</th>' in record
    assert 'data-called="principe 1\u00a0:"' in record
    assert 'data-copied="Copié"' in sources
    for words in (
        "Cité dans\u00a0:",
        "copie archivée</a>, 10 janvier 2026",
        "sources, chacune avec",
    ):
        assert words in sources
    for words in ("Cited in", "archived copy", "1 documented", "Its endorsement", "Bibliography<"):
        assert words not in record + sources + site.page(OF_ACME)
