"""Every count on every page is that of the data files, whatever the register holds."""

import csv
import io
import json
import re
from collections import Counter
from typing import Any

import pytest

from tests.support.registers import entry_text
from tests.support.sites import SmallSite, split_at
from tests.support.store import Store

from .test_small_sites import text_of
from .test_versions import SECOND


def person(name: str, more: str = "") -> str:
    slug = name.lower().replace(" ", "-")
    return (
        f"--- signatories.d/{slug}.yml\n- name: {name}\n  kind: individual\n  signed: 2025-01-02\n"
        f"  confirmed_by_email: 2025-01-03\n{more}"
    )


def entry(name: str, signed: str, more: str = "", kind: str = "company", land: str = "NO") -> str:
    text = entry_text(name, more=more).replace("2024-05-06", signed)
    return text.replace("company", kind).replace("NO", land)


WITHDRAWN = "  withdrawn: 2025-02-03\n"
REGISTER = (
    SECOND
    + "--- signatories.yml\n"
    + "\n".join(
        (
            entry("Aa", "2023-05-06"),
            entry("Bb", "2024-05-31", land="AT"),
            entry("Cc", "2024-06-01", kind="nonprofit", land="AT"),
            entry("Dd", "2024-06", WITHDRAWN, land="JP"),
            entry("Ee", "2025-01-01", '  endorses: "1.0"\n', kind="association"),
            entry("Ff", "2025-01-01", WITHDRAWN, kind="association"),
        )
    )
    + "--- signatories.d/gg.yml\n"
    + entry("Gg", "2025-03", kind="public-body", land="SE")
    + person("Hh Person")
    + person("Ii Person", '  endorses: "1.0"\n')
    + person("Jj Person", WITHDRAWN)
)


@pytest.fixture(scope="module", params=[500, 2], ids=["one page", "sheets"])
def site(request: pytest.FixtureRequest, store: Store) -> SmallSite:
    """Withdrawals, two versions, drop-ins and individuals, on one page and on sheets."""
    return store.built(REGISTER + split_at(request.param))


def data(site: SmallSite, name: str) -> Any:
    return json.loads((site.root / "site" / name).read_text(encoding="utf-8"))


@pytest.fixture
def counts(site: SmallSite) -> dict[str, Any]:
    return dict(data(site, "statement.json")["counts"])


def endorsed(count: int) -> str:
    return {1: "1 organisation"}.get(count, f"{count} organisations")


def test_the_data_files_agree_among_themselves(site: SmallSite, counts: dict[str, Any]) -> None:
    entries = data(site, "signatories.json")["signatories"]
    text = (site.root / "site/signatories.csv").read_bytes().decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    active = [each for each in entries if "withdrawn" not in each]
    assert [each["name"] for each in entries] == [row["name"] for row in rows]
    assert [row["name"] for row in rows if row["withdrawn"]] == ["Dd", "Ff", "Jj Person"]
    assert counts["signatories"] == len(active) == 7
    assert counts["withdrawn"] == len(entries) - len(active) == 3
    assert counts["individuals"] == len([each for each in active if each["kind"] == "individual"])
    assert counts["organisations"] + counts["individuals"] == len(active)
    assert +Counter(counts["by_kind"]) == Counter(each["kind"] for each in active)
    lands = Counter(each["country"] for each in active if "country" in each)
    assert Counter(counts["by_country"]) == lands
    assert data(site, "badge.json")["message"] == str(len(active))
    versions = Counter(each["version"] for each in active)
    stated = data(site, "statement.json")["versions"]
    assert {each["version"]: each["endorsed_by"] for each in stated} == versions
    assert data(site, "statement.json")["register"]["entries"] == len(entries)


def test_every_page_that_counts_all_says_the_same(site: SmallSite, counts: dict[str, Any]) -> None:
    stated = data(site, "statement.json")["versions"]
    earlier = sum(each["endorsed_by"] for each in stated if not each["in_force"])
    both = f"{endorsed(counts['organisations'])} and {counts['individuals']} individuals"
    behind = f", of which {earlier} endorse an earlier version alone"
    for address in ("", "principles", "principles/print", "signatories", "signatories/by-date"):
        page = text_of(site.page(address)).replace(" ,", ",")
        assert both in page, address
        assert behind in page, address


def test_each_version_has_its_count(site: SmallSite) -> None:
    register, table = site.page("signatories"), site.page("principles")
    for each in data(site, "statement.json")["versions"]:
        number, count = each["version"], each["endorsed_by"]
        page = text_of(site.page(f"principles/{number}"))
        told = re.search(r"(\d+) organisations? and (\d+) individuals? endorse this", page)
        assert told
        assert int(told[1]) + int(told[2]) == count
        state = "in force" if each["in_force"] else "superseded"
        assert f"Endorsing version {number} , {state} {count} " in text_of(register)
        row = re.search(rf'<tr>\s*<th scope="row"><a[^>]*>{number}</a>.*?</tr>', table, re.S)
        assert row
        assert f'<td class="undersigned-number">{count}</td>' in row[0]


def test_countries_dates_and_kinds_add_up(site: SmallSite, counts: dict[str, Any]) -> None:
    lands = re.findall(r"</svg><span>(\d+)</span>", site.page("signatories/by-country"))
    assert sorted(map(int, lands)) == sorted(counts["by_country"].values())
    nowhere = counts["signatories"] - sum(counts["by_country"].values())
    assert f"{nowhere} name none" in text_of(site.page("signatories/by-country"))
    standing = re.findall(
        r'<td class="undersigned-number">(\d+)</td>\s*</tr>', site.page("signatories/by-date")
    )
    assert int(standing[-1]) == counts["signatories"]
    assert f"and {counts['withdrawn']} withdrawals" in text_of(site.page("signatories/by-date"))


def test_the_register_counts_its_kinds_and_lists_as_many(
    site: SmallSite, counts: dict[str, Any]
) -> None:
    page = site.page("signatories")
    split = "list/" in page
    pattern = r"<dt>([A-Z][a-z, -]+)</dt><dd>(\d+)<" if split else r"<h2 id=.*?>(.*?) <span>(\d+)<"
    told = {title: int(count) for title, count in re.findall(pattern, page)}
    wanted = {
        "Companies": counts["by_kind"]["company"],
        "Non-profit organisations": counts["by_kind"]["nonprofit"],
        "Associations": counts["by_kind"]["association"],
        "Public bodies": counts["by_kind"]["public-body"],
        "Individuals": counts["individuals"],
        "Withdrawn, not counted" if split else "Withdrawn": counts["withdrawn"],
    }
    assert told == wanted
    pages = (site.root / "site/signatories/list").rglob("*.html") if split else []
    listed = [path.read_text(encoding="utf-8") for path in pages] or [page]
    entries = [each for html in listed for each in re.findall('class="undersigned-entry"', html)]
    assert len(entries) == counts["signatories"] + counts["withdrawn"]


def test_the_feed_tells_of_everything_that_is_counted(site: SmallSite) -> None:
    feed = (site.root / "site/feed.xml").read_text(encoding="utf-8")
    entries = data(site, "signatories.json")["signatories"]
    gone = [each for each in entries if "withdrawn" in each]
    versions = data(site, "statement.json")["versions"]
    assert feed.count("<entry>") == len(entries) + len(gone) + len(versions)


def test_the_text_as_a_document_lists_whoever_is_counted_with_the_version_endorsed(
    store: Store,
) -> None:
    site = store.built(REGISTER + split_at(500))
    page = text_of(site.page("principles/print"))
    for each in data(site, "signatories.json")["signatories"]:
        state = "" if each["version"] == "1.1" else ", superseded"
        said = re.search(rf"{each['name']}\b[^@]*?, version ([\d.]+)(, superseded)?", page)
        if "withdrawn" in each:
            assert each["name"] not in page
        else:
            assert said
            assert f"{said[1]}{said[2] or ''}" == f"{each['version']}{state}"
