"""Open data of real sites, built by MkDocs."""

import csv
import hashlib
import html
import json
import os
import re
import shutil
import subprocess
from html.parser import HTMLParser
from io import StringIO
from pathlib import Path

import feedparser
import pytest
from undersigned.data import deeds
from undersigned.data.files import MEANINGS
from undersigned.data.signatories import COLUMNS
from undersigned.data.table import unguarded
from undersigned.names.slug import slug

from tests.support.lighthouses import SITE_URL, STATEMENT
from tests.support.pages import faults
from tests.support.registers import entry_text
from tests.support.served import served
from tests.support.sites import SmallSite, small_site
from tests.support.store import Store

FORMULA = '=HYPERLINK("http://x")'
ARABIC = "منظمة الحقوق الرقمية"

REGISTER = f"""\
--- versions.yml
- version: "1.0"
  published: 2023-03
  sha256: (lock)

- version: "1.1"
  published: 2024-05-01
  sha256: (lock)
--- docs/principles/1.1.md
1. Do no harm
2. Say so, aloud
--- signatories.yml
- name: '{FORMULA}'
  kind: company
  country: NO
  website: https://formula.example
  signed: 2024-05-06
  evidence: https://formula.example/news

- name: Acme # a comment
  kind: company
  country: NO
  website: https://acme.example
  signed: 2024-05-06
  evidence: https://acme.example/news
  endorses: "1.0"

- name: '"Quoted", Commas & Sons'
  kind: nonprofit
  country: US
  website: https://quoted.example
  signed: 2024-05
  confirmed_by_email: 2024-05-07

- name: Zeta
  kind: company
  country: SE
  website: https://zeta.example
  signed: 2023-05-06
  evidence: https://news.example/zeta
  withdrawn: 2024-06-01
--- signatories.d/ada-lovelace.yml
- name: Ada Lovelace
  kind: individual
  affiliation: Analytical Engines
  signed: 2024-05-08
  evidence: https://ada.example/about
--- signatories.d/{{arabic}}.yml
- name: {ARABIC}
  kind: association
  country: EG
  website: https://arabic.example
  signed: 2024-05-09
  evidence: https://arabic.example/news
"""


def planted(root: Path) -> SmallSite:
    site = small_site(root, REGISTER.format(arabic=slug(ARABIC)))
    formatted = site.run("undersigned", "format")
    assert formatted.returncode == 0, formatted.stderr
    return site


def built(site: SmallSite) -> SmallSite:
    result = site.build()
    assert result.returncode == 0, result.stderr
    return site


@pytest.fixture(scope="module")
def some(store: Store) -> SmallSite:
    return SmallSite(store.kept(f"formatted: {REGISTER}", lambda root: built(planted(root))))


def file(site: SmallSite, path: str) -> bytes:
    return (site.root / "site" / path).read_bytes()


def records(site: SmallSite) -> list[dict[str, str]]:
    given: list[dict[str, str]] = json.loads(file(site, "signatories.json"))["signatories"]
    return given


class Links(HTMLParser):
    """What the head of a page links to, and the commands that it shows."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.links: list[dict[str, str]] = []
        self.commands: list[str] = []
        self.inside = False
        self.feed(page)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attributes}
        if tag == "link":
            self.links.append(given)
        self.inside = tag == "pre"
        if self.inside:
            self.commands.append("")

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.commands[-1] += data

    def handle_endtag(self, tag: str) -> None:
        self.inside = False


def test_every_file_is_there_and_linked_from_the_page_that_describes_each_field(
    some: SmallSite, published: Path
) -> None:
    for folder in (some.root / "site", published):
        page = (folder / "data/index.html").read_text(encoding="utf-8")
        for path, meaning in MEANINGS.items():
            assert (folder / path).is_file()
            assert f'<a href="../{path}">{path}</a></td><td>{meaning}' in page
        for column in (*COLUMNS, *deeds.COLUMNS):
            assert f"<code>{column}</code></td>" in page
    assert not [path for path in MEANINGS if (some.root / "docs" / path).exists()]
    assert list(faults(some.root / "site", "https://small.example/")) == []


def test_the_feed_is_announced_on_every_page(some: SmallSite, published: Path) -> None:
    for folder in (some.root / "site", published):
        pages = sorted(folder.rglob("*.html"))
        assert folder / "404.html" in pages
        for page in pages:
            links = Links(page.read_text(encoding="utf-8")).links
            (feed,) = (each for each in links if each.get("type") == "application/atom+xml")
            assert feed["rel"] == "alternate"
            address = feed["href"]
            place = folder / address[1:] if address[0] == "/" else page.parent / address
            assert place.resolve() == (folder / "feed.xml").resolve(), page


def test_hostile_names_come_back_exactly_from_json_and_from_the_table(some: SmallSite) -> None:
    names = [each["name"] for each in records(some)]
    assert {FORMULA, ARABIC, '"Quoted", Commas & Sons'} <= set(names)
    text = file(some, "signatories.csv").decode("utf-8-sig")
    rows = list(csv.DictReader(StringIO(text, newline=""), strict=True))
    assert [unguarded(row["name"]) for row in rows] == names
    assert {row["name"] for row in rows} >= {f"'{FORMULA}", ARABIC}
    filled = [{name: cell for name, cell in row.items() if cell} for row in rows]
    assert [{**each, "name": unguarded(each["name"])} for each in filled] == records(some)


def test_the_register_and_the_record_as_data_fit_their_schemas(
    some: SmallSite, published: Path
) -> None:
    for folder in (some.root / "site", published):
        for name in ("signatories", "deeds"):
            schema, instance = (str(folder / f"{name}{end}") for end in (".schema.json", ".json"))
            checked = some.run("check_jsonschema", "--schemafile", schema, instance)
            assert checked.returncode == 0, checked.stdout


def test_the_published_register_is_the_one_that_format_and_fold_make(
    some: SmallSite, tmp_path: Path
) -> None:
    site = SmallSite(tmp_path / "folded")
    shutil.copytree(some.root, site.root)
    folded = site.run("undersigned", "fold")
    assert folded.returncode == 0, folded.stderr
    text = (site.root / "signatories.yml").read_text(encoding="utf-8")
    # A fold adds the day on which it found the drop-in, for want of a history in git.
    text = re.sub(r"^  listed: .+\n", "", text, flags=re.MULTILINE)
    assert file(some, "signatories.yml").decode() == text.replace(" # a comment", "")


def test_digests_and_counts_are_those_of_what_is_published(some: SmallSite) -> None:
    told = json.loads(file(some, "statement.json"))
    digest = hashlib.sha256(file(some, "signatories.yml")).hexdigest()
    assert told["register"] == {"entries": 6, "sha256": digest, "changed": "2024-06-01"}
    for version in told["versions"]:
        path = version["text"].removeprefix("https://small.example/")
        assert hashlib.sha256(file(some, path)).hexdigest() == version["sha256"]
    assert [each["endorsed_by"] for each in told["versions"]] == [1, 4]
    assert [each["in_force"] for each in told["versions"]] == [False, True]
    assert told["counts"]["signatories"] == 5
    assert json.loads(file(some, "badge.json"))["message"] == "5"


def test_the_addresses_of_entries_lead_to_them_on_one_page_and_on_sheets(
    some: SmallSite, tmp_path: Path
) -> None:
    split = planted(tmp_path)
    settings = tmp_path / "mkdocs.yml"
    text = settings.read_text().replace("extra:\n", "extra:\n  register: {split: 2}\n")
    settings.write_text(text)
    built(split)
    assert any("/list/" in each["url"] for each in records(split))
    for site in (some, split):
        for each in records(site):
            address, _, anchor = each["url"].partition("#")
            assert anchor == each["slug"]
            page = site.page(address.removeprefix("https://small.example/"))
            assert f'id="{anchor}"' in page


def test_the_feed_has_every_event_and_no_complaint(some: SmallSite, published: Path) -> None:
    parsed = feedparser.parse(file(some, "feed.xml"))
    assert parsed.bozo is False
    assert parsed.entries[0].title == "Zeta withdrew its endorsement"
    assert len(parsed.entries) == 6 + 1 + 2
    assert feedparser.parse((published / "feed.xml").read_bytes()).bozo is False


def test_the_register_page_tells_its_last_change(some: SmallSite, tmp_path: Path) -> None:
    page = re.sub(r"<[^>]+>|\s+", " ", some.page("signatories"))
    words = re.sub(r" +([,.])", r"\1", re.sub(" +", " ", page))
    assert "Last change: Zeta withdrew its endorsement, 1 June 2024." in words
    assert '<a href="../feed.xml">' in some.page("signatories")
    assert '<a href="../data/">' in some.page("signatories")
    empty = built(small_site(tmp_path, "--- signatories.yml\n[]\n"))
    assert "Last change" not in empty.page("signatories")
    assert json.loads(file(empty, "statement.json"))["register"]["entries"] == 0
    assert file(empty, "signatories.yml") == b"[]\n"


def test_a_backdated_drop_in_is_news_in_the_feed_and_the_last_change(tmp_path: Path) -> None:
    late = entry_text("Late").replace("2024-05-06", "2023-04-05")
    register = entry_text("Acme", more="  listed: 2025-01-02\n")
    files = f"--- signatories.yml\n{register}--- signatories.d/late.yml\n{late}"
    site = built(small_site(tmp_path, files))  # in no repository, so that there is no history
    parsed = feedparser.parse(file(site, "feed.xml"))
    assert [each.title.split()[0] for each in parsed.entries] == ["Late", "Acme", "Version"]
    assert parsed.entries[0].updated == "2025-01-02T00:00:00Z"
    assert json.loads(file(site, "statement.json"))["register"]["changed"] == "2025-01-02"
    assert "Last change: <bdi>Late</bdi>" in site.page("signatories")
    assert '<time datetime="2023-04-05">' in site.page("signatories").partition("Last change")[2]
    site.run("undersigned", "fold")
    built(site)
    entries = feedparser.parse(file(site, "feed.xml")).entries
    assert [each.id for each in entries] == [each.id for each in parsed.entries]
    folded = (site.root / "signatories.yml").read_text(encoding="utf-8")
    assert f"  listed: {entries[0].updated[:10]}\n" in folded.partition("- name: Late")[2]


def test_deleting_an_entry_erases_it_from_every_page_and_file(tmp_path: Path) -> None:
    site = built(planted(tmp_path))
    assert b"Zeta" in file(site, "feed.xml")
    register = site.root / "signatories.yml"
    text = register.read_text(encoding="utf-8")
    register.write_text(text[: text.index("\n- name: Zeta")], encoding="utf-8")
    built(site)
    for path in (site.root / "site").rglob("*"):
        if path.is_file():
            assert b"zeta" not in path.read_bytes().lower(), path


def test_the_commands_on_the_page_check_what_is_published(tmp_path: Path) -> None:
    site = planted(tmp_path / "site")
    folder, fetched = tmp_path / "site/site", tmp_path / "fetched"
    folder.mkdir()
    fetched.mkdir()
    with served(folder) as address:
        settings = tmp_path / "site/mkdocs.yml"
        settings.write_text(settings.read_text().replace("https://small.example/", address))
        built(site)
        commands = Links(site.page("data")).commands
        assert len(commands) == 3
        for block in commands:
            ran = run_in(fetched, block)
            assert ran.returncode == 0, ran.stderr
            assert ran.stdout.endswith(": OK\n")
    names = sorted(path.name for path in fetched.iterdir())
    assert names == ["1.0.txt", "1.1.txt", "signatories.yml"]
    (fetched / "1.0.txt").write_text("1. Do harm\n2. Say so\n")
    check = html.unescape(commands[1]).splitlines()[-1]
    assert run_in(fetched, check).returncode == 1


def run_in(folder: Path, commands: str) -> subprocess.CompletedProcess[str]:
    """Run lines as a reader does who has copied them."""
    environment = {**os.environ, "LC_ALL": "C", "no_proxy": "127.0.0.1"}
    shell = ["sh", "-e", "-c", commands]
    return subprocess.run(
        shell, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )


def test_what_differs_from_the_commit_is_published_without_it(some: SmallSite) -> None:
    assert "commit" not in json.loads(file(some, "statement.json"))


def test_the_published_data_are_of_this_site(published: Path) -> None:
    told = json.loads((published / "statement.json").read_text(encoding="utf-8"))
    names = ("title", "publisher", "address")
    assert [told[each] for each in names] == [STATEMENT[each] for each in names]
    assert told["url"] == SITE_URL
