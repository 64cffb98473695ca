"""Previews, and security.txt, as MkDocs builds them."""

import json
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.support.sites import SmallSite, small_site
from tests.unit.test_preview import PREVIEW

OWN = "https://deploy-preview-12--statement.netlify.app/"
HOSTILE = '"><script>alert(1)</script>\u202e'


def previewed(root: Path, monkeypatch: pytest.MonkeyPatch, **changed: str) -> SmallSite:
    """A small site, built as a preview; its docs/ welcome crawlers."""
    for name, value in (PREVIEW | changed).items():
        monkeypatch.setenv(name, value)
    site = small_site(root, "--- docs/robots.txt\nUser-agent: *\nAllow: /\n")
    result = site.build()
    assert result.returncode == 0, result.stderr
    return site


def pages(site: SmallSite) -> dict[str, str]:
    """Every page by its path."""
    found = (site.root / "site").rglob("*.html")
    return {str(path): path.read_text(encoding="utf-8") for path in found}


def test_every_page_of_a_preview_says_what_it_is_and_is_not_indexed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = previewed(tmp_path, monkeypatch)
    assert len(pages(site)) > 8
    for path, html in pages(site).items():
        assert html.count('<meta name="robots" content="noindex">') == 1, path
        [banner] = re.findall(r'<aside class="undersigned-preview">(.*?)</aside>', html, re.DOTALL)
        assert "script" not in banner
        words = " ".join(re.sub(r"<[^>]+>", "", banner).split())
        assert words == (
            "This is a preview of pull request 12 (branch add-acme), not the published site."
            " Read the published site."
        )
        assert 'href="https://statement.example/"' in banner
    assert (tmp_path / "site/robots.txt").read_text() == "User-agent: *\nDisallow: /\n"
    assert (tmp_path / "site/_headers").read_text() == "/*\n  X-Robots-Tag: noindex\n"


def test_nothing_in_a_preview_claims_the_published_address(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    previewed(tmp_path, monkeypatch)
    for path in (tmp_path / "site").rglob("*"):
        if path.suffix in (".html", ".xml", ".json", ".csv", ".txt", ".bib"):
            assert "https://small.example/" not in path.read_text(encoding="utf-8"), path
    home = (tmp_path / "site/index.html").read_text(encoding="utf-8")
    assert f'<link rel="canonical" href="{OWN}">' in home
    assert f"<loc>{OWN}" in (tmp_path / "site/sitemap.xml").read_text()
    assert OWN in (tmp_path / "site/feed.xml").read_text()
    statement = json.loads((tmp_path / "site/statement.json").read_text())
    assert OWN in json.dumps(statement)


def test_a_hostile_branch_is_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = previewed(
        tmp_path, monkeypatch, HEAD=HOSTILE, CONTEXT="branch-deploy", PULL_REQUEST="false"
    )
    for html in pages(site).values():
        assert "<script>alert(1)" not in html
        assert "\u202e" not in html
        assert "of the branch" in html
        assert "&lt;script&gt;alert(1)&lt;/script&gt;\\u202e</bdi>" in html


def test_an_address_that_is_no_https_one_stops_the_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in (PREVIEW | {"DEPLOY_PRIME_URL": "javascript:alert(1)"}).items():
        monkeypatch.setenv(name, value)
    result = small_site(tmp_path).build()
    assert result.returncode == 1
    assert "DEPLOY_PRIME_URL 'javascript:alert(1)/' does not begin with" in result.stderr
    assert "Traceback" not in result.stderr


def test_without_an_address_of_its_own_a_preview_claims_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = previewed(tmp_path, monkeypatch, DEPLOY_PRIME_URL="", URL="")
    home = site.page("")
    assert 'rel="canonical"' not in home
    assert '<a href="https://small.example/">Read the published site</a>' in home


def test_production_on_netlify_is_what_is_built_at_home(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in (PREVIEW | {"CONTEXT": "production", "PULL_REQUEST": "false"}).items():
        monkeypatch.setenv(name, value)
    site = small_site(tmp_path)
    assert site.build().returncode == 0
    hosted = pages(site)
    for name in PREVIEW:
        monkeypatch.delenv(name)
    assert site.build().returncode == 0
    assert hosted == pages(site)
    assert not (tmp_path / "site/_headers").exists()
    assert all(
        "undersigned-preview" not in html and "noindex" not in html for html in hosted.values()
    )


def with_security(root: Path, expires: str) -> SmallSite:
    """A small site with a file that says so."""
    site = small_site(root)
    place = root / "mkdocs.yml"
    text = place.read_text(encoding="utf-8")
    setting = f"extra:\n  security:\n    expires: {expires}\n"
    place.write_text(text.replace("extra:\n", setting), encoding="utf-8")
    return site


def in_days(days: int) -> str:
    return (datetime.now(UTC) + timedelta(days)).strftime("%Y-%m-%dT%H:%M:%SZ")


def test_security_txt_is_written_where_it_is_looked_for(tmp_path: Path) -> None:
    moment = in_days(200)
    result = with_security(tmp_path, moment).build()
    assert result.returncode == 0
    assert "extra.security" not in result.stderr
    assert (tmp_path / "site/.well-known/security.txt").read_text() == (
        "Contact: mailto:post@small.example\n"
        f"Expires: {moment}\n"
        "Preferred-Languages: en\n"
        "Canonical: https://small.example/.well-known/security.txt\n"
    )


@pytest.mark.parametrize(("days", "told"), [(20, "expires on"), (-1, "expired on")])
def test_a_file_that_grows_old_is_told_of_and_built(tmp_path: Path, days: int, told: str) -> None:
    result = with_security(tmp_path, in_days(days)).build()
    assert result.returncode == 0
    assert f"\nmkdocs.yml:1:1: warning: extra.security {told}" in f"\n{result.stderr}"
    assert (tmp_path / "site/.well-known/security.txt").is_file()


def test_a_file_without_a_moment_stops_the_build(tmp_path: Path) -> None:
    result = with_security(tmp_path, "soon").build()
    assert result.returncode == 1
    assert "mkdocs.yml:1:1: extra.security expires at 'soon'" in result.stderr
    assert "Traceback" not in result.stderr
