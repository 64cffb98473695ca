"""Every count on every page is that of the data files, whatever the register holds."""

import csv
import io
import json
import re
from collections import Counter
from operator import itemgetter
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
RENAMED = "  id: old-name\n  formerly: Old Name\n  website_then: https://old.example\n"
ENDED = "  ended: 2024-12\n  succeeded_by: aa\n"
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
            entry("Kk", "2023-05-06", RENAMED, land="SE"),
            entry("Ll", "2023-05-06", ENDED, kind="nonprofit"),
            entry("Mm", "2023-05-06"),
            entry("Nn", "2023-05-06", land="JP"),
            entry("Nn", "2025-01", f"  id: nn\n{WITHDRAWN}", land="JP"),
            entry("Oo", "2023-05-06", WITHDRAWN),
            entry("Oo", "2024-07-08", "  id: oo\n  withdrawn: 2025-03-04\n"),
        )
    )
    + "--- signatories.d/mm@1.1.yml\n"
    + entry("Mm", "2025-02-03", "  id: mm\n", kind="nonprofit", land="AT")
    + "--- signatories.d/gg.yml\n"
    + entry("Gg", "2025-03", kind="public-body", land="SE")
    + person("Hh Person")
    + person("Ii Person", '  endorses: "1.0"\n')
    + person("Jj Person", WITHDRAWN)
    # Of one name with somebody else.
    + person("Hh Person", "  id: hh-person-2\n").replace("/hh-person.yml", "/hh-person-2.yml")
)
IDS = [
    *("aa", "bb", "cc", "dd", "ee", "ff", "gg", "hh-person", "hh-person-2", "ii-person"),
    *("jj-person", "ll", "mm", "nn", "old-name", "oo"),
]


@pytest.fixture(scope="module", params=[500, 2], ids=["one page", "sheets"])
def site(request: pytest.FixtureRequest, store: Store) -> SmallSite:
    """Withdrawals, ends, two versions, twins, drop-ins and individuals, on one page and sheets."""
    return store.built(REGISTER + split_at(request.param))


def data(site: SmallSite, name: str) -> Any:
    return json.loads((site.root / "site" / name).read_text(encoding="utf-8"))


Entries = list[dict[str, str]]


def signatories(site: SmallSite) -> dict[str, Entries]:
    """The entries of each signatory, the latest first."""
    found: dict[str, Entries] = {}
    for each in data(site, "signatories.json")["signatories"]:
        found.setdefault(each["id"], []).append(each)
    return {who: sorted(them, key=itemgetter("signed"))[::-1] for who, them in found.items()}


def counted(site: SmallSite) -> list[Entries]:
    """The endorsements that stand of each signatory that is counted, with its latest first."""
    return [
        [them[0], *(each for each in them if "withdrawn" not in each)]
        for them in signatories(site).values()
        if any("withdrawn" not in each for each in them) and "ended" not in them[0]
    ]


@pytest.fixture
def counts(site: SmallSite) -> dict[str, Any]:
    return dict(data(site, "statement.json")["counts"])


def endorsed(count: int) -> str:
    return {1: "1 organisation"}.get(count, f"{count} organisations")


def test_the_data_files_agree_among_themselves(site: SmallSite, counts: dict[str, Any]) -> None:
    entries = data(site, "signatories.json")["signatories"]
    text = (site.root / "site/signatories.csv").read_bytes().decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert [each["name"] for each in entries] == [row["name"] for row in rows]
    assert [row["name"] for row in rows if row["withdrawn"]] == [
        *("Dd", "Ff", "Jj Person", "Nn", "Oo", "Oo"),
    ]
    active = [latest for latest, *_ in counted(site)]
    assert sorted(signatories(site)) == IDS
    assert counts["signatories"] == len(active) == 11
    assert (counts["withdrawn"], counts["ended"]) == (4, 1)
    assert sum(counts[name] for name in ("signatories", "withdrawn", "ended")) == len(IDS)
    assert counts["individuals"] == len([each for each in active if each["kind"] == "individual"])
    assert counts["organisations"] + counts["individuals"] == len(active)
    assert +Counter(counts["by_kind"]) == Counter(each["kind"] for each in active)
    lands = Counter(each["country"] for each in active if "country" in each)
    assert Counter(counts["by_country"]) == lands
    assert data(site, "badge.json")["message"] == str(len(active))
    versions = Counter(number for _, *them in counted(site) for number in versions_of(them))
    stated = data(site, "statement.json")["versions"]
    assert {each["version"]: each["endorsed_by"] for each in stated} == versions
    assert data(site, "statement.json")["register"]["entries"] == len(entries)


def versions_of(entries: Entries) -> set[str]:
    return {each["version"] for each in entries}


def test_every_page_that_counts_all_says_the_same(site: SmallSite, counts: dict[str, Any]) -> None:
    earlier = sum("1.1" not in versions_of(them) for _, *them in counted(site))
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
    by_date = text_of(site.page("signatories/by-date"))
    assert f"{len(IDS)} endorsements" in by_date
    assert f"{counts['withdrawn']} withdrawals" in by_date


def test_the_register_counts_its_kinds_and_lists_as_many(
    site: SmallSite, counts: dict[str, Any]
) -> None:
    page = site.page("signatories")
    split = "list/" in page
    bars, chips = (
        r"kind/[^>]*>(.*?)</a></dt>.*?<span>(\d+)<",
        r"list/.*?>([NW].+)</a> (\d+)<",
    )
    patterns = (bars, chips) if split else (r"<h2 id=.*?>(.*?) <span>(\d+)<",)
    told = {title: int(each) for one in patterns for title, each in re.findall(one, page)}
    wanted = {
        "Companies": counts["by_kind"]["company"],
        "Non-profit organisations": counts["by_kind"]["nonprofit"],
        "Associations": counts["by_kind"]["association"],
        "Public bodies": counts["by_kind"]["public-body"],
        "Individuals": counts["individuals"],
        "No longer exist": counts["ended"],
        "Withdrawn": counts["withdrawn"],
    }
    assert told == wanted
    pages = (site.root / "site/signatories/list").rglob("*.html") if split else []
    listed = [path.read_text(encoding="utf-8") for path in pages] or [page]
    anchor = re.compile('<li class="undersigned-entry" id="([^"]+)"')
    assert sorted(each for html in listed for each in anchor.findall(html)) == IDS
    for each in data(site, "signatories.json")["signatories"]:
        address, _, who = each["url"].removeprefix("https://small.example/").partition("#")
        assert anchor.findall(site.page(address)).count(who) == 1


def test_the_feed_tells_of_everything_that_is_counted(site: SmallSite) -> None:
    feed = (site.root / "site/feed.xml").read_text(encoding="utf-8")
    entries = data(site, "signatories.json")["signatories"]
    gone = [each for each in entries if "withdrawn" in each]
    ended = [each for each in entries if "ended" in each]
    versions = data(site, "statement.json")["versions"]
    assert feed.count("<entry>") == len([*entries, *gone, *ended, *versions])
    assert feed.count("no longer exists") == len(ended) == 1


def test_the_text_as_a_document_lists_whoever_is_counted_with_each_version_endorsed(
    store: Store,
) -> None:
    site = store.built(REGISTER + split_at(500))
    shown = re.findall(
        r'<li>\s*<p>\s*<bdi class="undersigned-document__name">(.*?)</bdi>(.*?)</li>',
        site.page("principles/print"),
        re.DOTALL,
    )
    told = sorted(
        (name, *re.findall(r"version ([\d.]+)(, superseded)?", said)) for name, said in shown
    )
    assert told == sorted(
        (
            them[0]["name"],
            *(
                (each["version"], "" if each["version"] == "1.1" else ", superseded")
                for each in them
            ),
        )
        for them in (signatories(site)[latest["id"]] for latest, *_ in counted(site))
    )
