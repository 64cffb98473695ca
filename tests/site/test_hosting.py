"""What netlify.toml promises of the files that this site has."""

import re
from pathlib import Path

from tests.test_netlify import NETLIFY, headers_of, paths

# Programs read these; robots.txt and the sitemaps are for crawlers, the index for the own search.
DATA = {".json", ".csv", ".yml", ".xml", ".bib", ".txt"}
NO_DATA = re.compile(r"/robots\.txt|/sitemap\.xml|/search/.*|/assets/.*")


def test_no_path_has_a_header_from_two_rules(published: Path) -> None:
    for path in paths(published):
        names = [name for name, _ in headers_of(path)]
        assert len(names) == len(set(names)), path


def test_every_file_of_data_may_be_read_by_pages_of_others(published: Path) -> None:
    data = [path for path in paths(published) if Path(path).suffix in DATA]
    data = [path for path in data if not NO_DATA.fullmatch(path)]
    assert len(data) > 10
    kept = [f"/proofs/acme.com/endorsements.{each}" for each in ("txt", "txt.sig", "pub")]
    for path in [*data, *kept, "/signatories/filter.json", "/SHA256SUMS"]:
        assert dict(headers_of(path)).get("Access-Control-Allow-Origin") == "*", path


def test_what_is_kept_for_a_year_has_a_hash_in_its_name_and_the_reverse(published: Path) -> None:
    hashed = re.compile(r"\.[0-9a-f]{8,}\.")
    lasting = {path for path in paths(published) if "Cache-Control" in dict(headers_of(path))}
    assert lasting == {path for path in paths(published) if hashed.search(path)}
    assert len(lasting) > 4


def test_redirects_are_of_one_page_each_and_lead_to_something(published: Path) -> None:
    served = set(paths(published))
    for redirect in NETLIFY["redirects"]:
        assert redirect["status"] in (301, 302)
        assert not re.search(r"[*:]", redirect["from"])
        assert redirect["to"] in served
        assert {redirect["from"], f"{redirect['from']}/"}.isdisjoint(served)
    assert "/404.html" in served
