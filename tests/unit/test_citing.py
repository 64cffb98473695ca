"""Citations in every form, and what machines are told."""

import json
import zlib
from dataclasses import replace

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from pybtex.database import parse_string
from undersigned.dates import StatedDate
from undersigned.statement.card import signed_picture, words_on
from undersigned.statement.cite import (
    Citation,
    bibtex,
    citation_file,
    cited,
    cited_edition,
    csl_json,
    plain,
)
from undersigned.statement.edition import Edition, EditionKind
from undersigned.statement.identity import Statement
from undersigned.statement.jsonld import PageFacts, linked_data
from undersigned.statement.version import Version

CITATION = Citation("A Title", "Some Coalition", StatedDate(2023, 3), "1.0", "https://a.example/x")
OFFICIAL = Edition("Some Coalition", EditionKind.OFFICIAL)
INDEPENDENT = Edition("Ours", EditionKind.INDEPENDENT)
PLACE = PageFacts("Site", "https://s.example/", "Page", "About it", "https://s.example/p/", "en")
HOSTILE = 'A {B \\c} % $ & # _ ^ ~ "d" } é 中 </script><!--'

texts = st.text(st.characters(codec="utf-8", exclude_categories=["C"]), min_size=1)


def test_a_citation_is_of_the_latest_version_and_on_one_line() -> None:
    statement = Statement("Of\ntwo lines ", " P", " https://a.example ")
    versions = [
        Version("1.0", StatedDate(2023, 3), "x"),
        Version("1.1", StatedDate(2024, 5, 6), "y"),
    ]
    made = cited(statement, OFFICIAL, versions)
    assert made == Citation("Of two lines", "P", StatedDate(2024, 5, 6), "1.1", "https://a.example")


def test_an_independent_edition_gives_the_publisher_s_text_no_number_of_its_own() -> None:
    statement = Statement("A Title", "Some Coalition", "https://a.example/x")
    versions = [Version("1.0", StatedDate(2023, 3), "x")]
    text = cited(statement, INDEPENDENT, versions)
    assert text == replace(CITATION, version="")
    assert plain(text, "en_GB") == "Some Coalition. A Title. March 2023. https://a.example/x"
    edition = cited_edition(statement, INDEPENDENT, "1.0", "A\n site", "https://s.example/")
    assert plain(edition, "en_GB") == (
        "Ours. A site. Version 1.0. Independent edition with commentary and register."
        " Text by Some Coalition. https://s.example/"
    )
    parsed = parse_string(bibtex([text, edition]), "bibtex").entries
    assert [entry.persons["author"] for entry in parsed.values()] != []
    assert list(parsed) == ["a-title-2023", "a-site-ours"]
    of_text, of_edition = json.loads(csl_json([text, edition]))
    assert "version" not in of_text
    assert (of_edition["type"], of_edition["version"]) == ("webpage", "1.0")
    assert "issued" not in of_edition


def test_an_edition_is_cited_at_an_address_of_its_own_or_at_none_that_is_known() -> None:
    statement = Statement("A Title", "Some Coalition", "https://a.example/x")
    own = replace(INDEPENDENT, address="https://own.example/")
    assert cited_edition(statement, own, "1.0", "S", "https://s.example/").address == own.address
    nowhere = cited_edition(statement, INDEPENDENT, "1.0", "S", "")
    assert plain(nowhere, "en_GB").endswith("Text by Some Coalition.")
    assert "url" not in bibtex([nowhere])


def test_bibtex_gives_the_month_where_only_the_month_is_known() -> None:
    assert bibtex([CITATION]) == (
        "@misc{a-title-2023,\n"
        "  author = {{Some Coalition}},\n"
        "  title = {{A Title}},\n"
        "  year = 2023,\n"
        "  month = mar,\n"
        "  note = {Version 1.0},\n"
        "  url = {https://a.example/x},\n"
        "}\n"
    )
    assert "day = 6,\n" in bibtex([replace(CITATION, published=StatedDate(2024, 5, 6))])


@pytest.mark.parametrize("name", ["Procter & Gamble", HOSTILE, "}}, evil = {x", "a and b", "中文"])
def test_bibtex_stays_one_entry_with_one_author_whatever_the_names_hold(name: str) -> None:
    parsed = parse_string(bibtex([replace(CITATION, title=name, author=name)]), "bibtex")
    (entry,) = parsed.entries.values()
    assert set(entry.fields) == {"title", "year", "month", "note", "url"}
    assert len(entry.persons["author"]) == 1
    assert "evil" not in entry.fields


@settings(deadline=None)
@given(texts, texts)
def test_bibtex_can_be_read_whatever_the_texts_hold(name: str, address: str) -> None:
    given = replace(CITATION, title=name, author=name, address=address)
    (entry,) = parse_string(bibtex([given]), "bibtex").entries.values()
    assert entry.fields["year"] == "2023"
    assert entry.fields["note"] == "Version 1.0"


def test_what_tex_takes_for_commands_is_written_as_text() -> None:
    written = bibtex([replace(CITATION, title="50% of R&D_x {y} \\z #1 $2 ~ ^")])
    assert (
        r"{{50\% of R\&D\_x \textbraceleft{}y\textbraceright{} \textbackslash{}z \#1 \$2"
        r" \textasciitilde{} \textasciicircum{}}}"
    ) in written


@pytest.mark.parametrize(
    ("published", "parts"),
    [(StatedDate(2023, 3), [2023, 3]), (StatedDate(2024, 5, 6), [2024, 5, 6])],
)
def test_csl_json_has_what_its_schema_requires_and_no_day_that_is_not_known(
    published: StatedDate, parts: list[int]
) -> None:
    (item,) = json.loads(csl_json([replace(CITATION, title=HOSTILE, published=published)]))
    assert item == {
        "id": item["id"],
        "type": "document",  # of the types that csl-data.json 1.0.2 lists
        "title": HOSTILE,
        "author": [{"literal": "Some Coalition"}],
        "publisher": "Some Coalition",
        "issued": {"date-parts": [parts]},
        "version": "1.0",
        "URL": "https://a.example/x",
    }
    assert isinstance(item["id"], str)
    assert item["id"]


def test_one_line_of_text_says_it_all_in_the_words_of_the_language() -> None:
    line = plain(CITATION, "en_GB")
    assert line == "Some Coalition. A Title. Version 1.0. March 2023. https://a.example/x"
    assert "März 2023." in plain(CITATION, "de")
    assert ".." not in plain(replace(CITATION, author="Acme Inc."), "en_GB")


def test_the_citation_file_names_the_statement_as_what_to_cite() -> None:
    read = yaml.safe_load(citation_file(replace(CITATION, title=HOSTILE), INDEPENDENT))
    assert read["cff-version"] == "1.2.0"
    assert read["authors"] == [{"name": "Ours"}]
    assert read["preferred-citation"] == {
        "type": "generic",
        "title": HOSTILE,
        "authors": [{"name": "Some Coalition"}],
        "year": 2023,
        "month": 3,
        "version": "1.0",
        "url": "https://a.example/x",
    }


def test_machines_are_told_of_the_site_the_page_and_the_statement() -> None:
    site, page, statement = json.loads(linked_data(PLACE, CITATION))["@graph"]
    assert (site["@type"], site["url"]) == ("WebSite", "https://s.example/")
    assert (page["@type"], page["url"]) == ("WebPage", "https://s.example/p/")
    assert page["isPartOf"] == {"@id": site["@id"]}
    assert page["about"] == {"@id": statement["@id"]}
    assert statement["@type"] == "DigitalDocument"
    assert statement["datePublished"] == "2023-03"
    assert statement["publisher"] == {"@type": "Organization", "name": "Some Coalition"}
    assert "license" not in statement
    assert "publisher" not in site
    named = linked_data(replace(PLACE, edition="Ours"), CITATION)
    assert json.loads(named)["@graph"][0]["publisher"]["name"] == "Ours"
    assert '"license": "https://l.example"' in linked_data(PLACE, CITATION, "https://l.example")


def test_nothing_said_of_an_address_that_the_site_does_not_know() -> None:
    unplaced = replace(PLACE, site_address="", address="")
    site, page, _ = json.loads(linked_data(unplaced, CITATION))["@graph"]
    assert "url" not in site
    assert "url" not in page


@settings(deadline=None)
@given(texts)
def test_what_machines_are_told_can_neither_close_its_element_nor_lose_a_letter(text: str) -> None:
    data = linked_data(replace(PLACE, name=text), replace(CITATION, title=text + "</script>"))
    assert not set("<>&\u2028\u2029") & set(data)
    _, page, statement = json.loads(data)["@graph"]
    assert (page["name"], statement["name"]) == (text, text + "</script>")


def test_a_picture_keeps_its_words_and_other_pictures_have_none() -> None:
    end = b"\0\0\0\0IEND" + zlib.crc32(b"IEND").to_bytes(4, "big")
    bare = b"\x89PNG\r\n\x1a\n" + end
    assert words_on(bare) == ()
    assert words_on(b"") == ()
    assert words_on(signed_picture(bare, ("Título", "中 · x"))) == ("Título", "中 · x")
    assert signed_picture(bare, ("x",)).endswith(end)
