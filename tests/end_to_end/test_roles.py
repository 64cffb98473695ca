"""Whose text it is and whose site: told wherever the publisher is named."""

import json
import re
from pathlib import Path

import pytest
from undersigned.markup.document import page

from tests.support.lighthouses import ANNOTATED, STATEMENT
from tests.support.sites import small_site

PUBLISHER = STATEMENT["publisher"]
EDITION = ANNOTATED

# Files that name the publisher and say by a key of their own which part it has.
KEYS = {
    "statement.json": '"publisher"',
    "statement.bib": "author = ",
    "statement.csl.json": '"author"',
}

SETTINGS = "    kind: official\n    contact: post@small.example\n"
ASKING = "--- docs/asked.md\n# Asked\n\n\\contact\n\n\\controller\n"


@pytest.fixture(scope="module")
def published(independent: Path) -> Path:
    """The letter in an edition of somebody else's."""
    return independent


def test_no_page_names_the_publisher_without_telling_which_role_it_has(published: Path) -> None:
    pages = [each for each in published.rglob("*.html") if PUBLISHER in each.read_text("utf-8")]
    assert len(pages) > 20
    for path in pages:
        [imprint] = page(path.read_bytes()).select(".undersigned-imprint")
        told = " ".join(imprint.text.split())
        assert f"Text by {PUBLISHER}" in told, path
        assert f"Independent edition by {EDITION}: the publisher of the text has not" in told, path
        # Whom to ask, or that nobody is named yet, is said once where it is asked, and led to here.
        assert any(
            each.attributes.get("href", "").endswith("about/") for each in imprint.select("a")
        ) or (path.parent.name == "about"), path
        assert "has not named" not in told, path


def test_a_page_names_its_edition_beneath_its_title(published: Path) -> None:
    openings = {
        path.parent.name: opening
        for path in published.rglob("index.html")
        for opening in page(path.read_bytes()).select(".undersigned-updated")
    }
    assert len(openings) > 10
    for name, opening in openings.items():
        assert f"Independent edition by {EDITION}" in " ".join(opening.text.split()), name
        assert bool(opening.select("a[href]")) == (name != "about"), name


def test_no_file_names_the_publisher_without_telling_which_role_it_has(published: Path) -> None:
    named = {
        name: text
        for name in ("feed.xml", "references.bib", *KEYS)
        if PUBLISHER in (text := (published / name).read_text(encoding="utf-8"))
    }
    for name, text in named.items():
        if name in KEYS:
            lines = [each for each in text.splitlines() if PUBLISHER in each]
            roles = (KEYS[name], '"publisher"', "Text by", '"literal"')
            assert all(any(role in line for role in roles) for line in lines), name
    assert f"<subtitle>Text by {PUBLISHER}. Independent edition by {EDITION}" in named["feed.xml"]
    edition = json.loads(named["statement.json"])["edition"]
    assert (edition["name"], edition["kind"]) == (EDITION, "independent")


def test_the_print_says_both_roles_at_its_head(published: Path) -> None:
    print_page = page((published / "letter/print/index.html").read_bytes())
    [head] = print_page.select(".undersigned-document > header")
    told = " ".join(each.text for each in head.select("dt, dd"))
    assert f"Text by {PUBLISHER}" in told
    assert f"Edition by {EDITION}, independent of the text’s publisher" in told


def test_the_page_of_the_text_names_both_beneath_its_title(published: Path) -> None:
    text = page((published / "letter/index.html").read_bytes())
    named = text.select(".undersigned-updated__by > p")
    told = [" ".join(each.text.split()) for each in named]
    assert told == [f"Text by {PUBLISHER}", f"Independent edition by {EDITION}"]


def test_nobody_is_led_to_the_publisher_for_what_concerns_the_site(published: Path) -> None:
    domain = STATEMENT["address"].split("/")[2]
    for path in published.rglob("*.html"):
        assert not re.search(rf"mailto:[^\"]*{re.escape(domain)}", path.read_text("utf-8")), path
    assert not (published / ".well-known/security.txt").exists()


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (SETTINGS, "Write to post@small.example."),
        ("    kind: independent\n", "This edition has not named a contact or a repository yet."),
        (
            f"{SETTINGS}    repository: https://code.example/small\n",
            "Write to post@small.example or open an issue in its repository, in public.",
        ),
    ],
)
def test_every_page_says_whom_to_ask_or_that_nobody_is_named(
    given: str, told: str, tmp_path: Path
) -> None:
    site = small_site(tmp_path, ASKING)
    settings = tmp_path / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace(SETTINGS, given), encoding="utf-8")
    built = site.build()
    assert built.returncode == 0, built.stderr
    asked = page((tmp_path / "site/asked/index.html").read_bytes())
    words = " ".join(asked.select("article")[0].text.split())
    assert told in words
    imprint = " ".join(asked.select(".undersigned-imprint")[0].text.split())
    assert ("has not named a contact" in imprint) == ("contact:" not in given)
    assert ("Independent edition" in imprint) == ("independent" in given)
    noted = "extra.edition names neither a contact nor a repository" in built.stderr
    assert noted == ("contact:" not in given)


def test_a_text_that_is_signed_shows_its_own_words_where_pages_would_show_a_contact(
    tmp_path: Path,
) -> None:
    words = "1. Say so\n\n    \\contact\n\n\\controller\n"
    drafted = f"--- docs/principles/draft.md\n{words}"
    site = small_site(tmp_path, f"--- docs/principles/1.0.md\n{words}{drafted}{ASKING}")
    built = site.build()
    assert built.returncode == 0, built.stderr
    for address in ("principles/1.0", "principles", "principles/print"):
        [text] = page((tmp_path / "site" / address / "index.html").read_bytes()).select(
            ".undersigned-text"
        )
        assert text.text.split() == ["Say", "so", "\\contact", "\\controller"]
    assert "post@small.example" in site.page("asked")
