"""References: notes, names, dates, order and groups."""

from datetime import date
from html import unescape

import pytest
from pybtex.database import Entry, Person, parse_string
from undersigned.bibliography.checks import problems_of
from undersigned.bibliography.csl.items import csl_json
from undersigned.bibliography.latex.reading import plain
from undersigned.bibliography.latex.verbatim import followable
from undersigned.bibliography.library import addresses_in, library_of
from undersigned.bibliography.style.notes import full_note
from undersigned.bibliography.style.reference import (
    ReferenceStyle,
    reference,
    reference_html,
    reference_text,
    sort_key,
)
from undersigned.bibliography.values.dates import shown_issue
from undersigned.bibliography.values.entry_types import SourceGroup, group_of
from undersigned.bibliography.values.links import addresses_of, archived_copy, doi_of
from undersigned.bibliography.values.people import filed_under, shown_name, shown_names
from undersigned.text.source import Source

from tests.support.guard import Guard
from tests.support.references import entry_of
from tests.support.work import growth, steps

BOOK = "@book{b, author={Maurer, Tim}, title={{Power}}, publisher={CUP}, year=2018%s}"

# What no good note holds.
BADLY_READ = ("  ", " ,", " .", "..", ",,", "://", "{", "\\", "Untitled", "()")


def test_a_note_has_its_prefix_before_and_its_locator_behind_the_publication() -> None:
    entry = entry_of(BOOK % ", note={Second edition}")
    html = full_note(entry, "see ", ", p. 80")
    assert html == "See Tim Maurer. <em>Power</em>. CUP, 2018, p. 80&#46; Second edition."


def test_a_locator_stands_before_the_doi_and_the_access_date() -> None:
    entry = entry_of(BOOK % ", doi={10.1234/x}, urldate={2026-11-23}")
    assert ", p. 80, <a " in full_note(entry, "", ", p. 80")
    assert full_note(entry, "", ", p. 80").endswith("&#40;accessed 23 November 2026&#41;.")


@pytest.mark.parametrize("published", [r"\url{}", r"\url{ }", "<>", r"see \url{}"])
def test_an_empty_address_in_how_it_was_published_is_none(published: str) -> None:
    entry = entry_of(BOOK % f", howpublished={{{published}}}")
    assert addresses_of(entry) == []
    assert "<a " not in reference_html(entry)


@pytest.mark.parametrize("locator", ["p. 80", ", p. 80", "  , p. 80 "])
def test_a_locator_is_parted_by_one_comma_however_it_is_given(locator: str) -> None:
    assert full_note(entry_of(BOOK % ""), "", locator).endswith("2018, p. 80&#46;")


@pytest.mark.parametrize(
    ("locator", "expected"),
    [
        ("pp. 80-81", "pp. 80–81"),
        ("pp. 80--81, 90 - 92", "pp. 80–81, 90–92"),
        ("§§ 3-5", "§§ 3–5"),
        ("§ 3", "§ 3"),
        ("paras 3--5", "paras 3–5"),
        ("annex 3-1", "annex 3-1"),
        ("doc. 3--4", "doc. 3–4"),
    ],
)
def test_a_range_has_its_dash_however_it_is_typed(locator: str, expected: str) -> None:
    assert f"2018, {expected}." in unescape(full_note(entry_of(BOOK % ""), "", locator))


@pytest.mark.parametrize("prefix", ["see", "cf.", "e.g.", "iOS:", "See also", "«voir"])
def test_a_note_begins_as_a_sentence_does(prefix: str) -> None:
    expected = {"see": "See", "cf.": "Cf.", "e.g.": "E.g."}.get(prefix, prefix)
    assert unescape(full_note(entry_of(BOOK % ""), prefix, "")).startswith(f"{expected} Tim")


def test_what_strangers_put_around_a_citation_is_text() -> None:
    html = full_note(entry_of(BOOK % ""), "<b>*see* ", ", [x](y)")
    assert html.startswith("&#60;b&#62;<em>see</em> Tim")
    assert "&#91;x&#93;&#40;y&#41;." in html


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["Doe, Jane"], "Jane Doe"),
        (["Doe, Jane", "Roe, R."], "Jane Doe and R. Roe"),
        (["A", "B", "C"], "A, B and C"),
        (["A", "B", "C", "D"], "A, B, C and D"),
        (["A", "B", "C", "D", "E"], "A, B, C, D and others"),
        (["A", "others"], "A and others"),
        (["{ACME, Inc.}", "B"], "ACME, Inc.; and B"),
        (["others"], ""),
        ([], ""),
    ],
)
def test_up_to_four_are_named(names: list[str], expected: str) -> None:
    assert shown_names([Person(name) for name in names]) == expected


@pytest.mark.parametrize(
    ("name", "shown", "filed"),
    [
        ("van der Berg, Ana", "Ana van der Berg", "Berg, Ana, van der"),
        ("Knuth, Jr, Donald E.", "Donald E. Knuth Jr", "Knuth, Donald E."),
        ("{The White House}", "The White House", "White House"),
        ('G{\\"o}del, Kurt', "Kurt Gödel", "Gödel, Kurt"),
    ],
)
def test_names_are_shown_as_spoken_and_filed_by_family(name: str, shown: str, filed: str) -> None:
    assert shown_name(Person(name)) == shown
    assert filed_under(Person(name)) == filed


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"date": "2023-03-27"}, "27 March 2023"),
        ({"date": "2023-03"}, "March 2023"),
        ({"date": "2023"}, "2023"),
        ({"date": "2023-03-27T10:00:00"}, "27 March 2023"),
        ({"date": "2023-03/2023-05"}, "March–May 2023"),
        ({"date": "2023-11/2024-01"}, "November 2023 – January 2024"),
        ({"date": "2025-04-03/2025-04-04"}, "3–4 April 2025"),
        ({"date": "2023-03-30/2023-04-02"}, "30 March – 2 April 2023"),
        ({"date": "2023-12-30/2024-01-02"}, "30 December 2023 – 2 January 2024"),
        ({"date": "1990/1995"}, "1990–1995"),
        ({"date": "1990/1990"}, "1990"),
        ({"date": "2021-03/"}, "since March 2021"),
        ({"date": "2023-03-27/2023-04"}, "27 March 2023 – April 2023"),
        ({"date": "2023-02-30"}, "February 2023"),
        ({"date": "2023-13-01"}, "2023"),
        ({"year": "2023", "month": "March", "day": "7"}, "7 March 2023"),
        ({"year": "2023", "month": "3"}, "March 2023"),
        ({"year": "2023", "month": "16~March"}, "16 March 2023"),
        ({"year": "2023", "month": "13"}, "2023"),
        ({"year": "2023", "month": "Spring"}, "spring 2023"),
        ({"year": "forthcoming"}, "forthcoming"),
        ({"year": "n.d."}, "no date"),
        ({"date": "0000"}, "0000"),
        ({}, "no date"),
    ],
)
def test_a_date_is_shown_as_far_as_it_is_known(fields: dict[str, str], expected: str) -> None:
    assert shown_issue(fields) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (r"{NSO} Group", "NSO Group"),
        (r"{\"o}\'{\i}\ss{}", "öíß"),
        (r"a -- b --- c~d", "a – b — c\u00a0d"),
        (r"\textbf{bold} \emph{and} \LaTeX{} by \small\TeX", "bold and LaTeX by TeX"),
        (r"$n^2$, H$_2$O, $x^{-10}$, $a_{ij}$ and $\alpha^2$", "n², H₂O, x⁻¹⁰, a_ij and α²"),
        ("$5 and $10, $5--$10, US$ 5 and US$ 6", "$5 and $10, $5–$10, US$ 5 and US$ 6"),
        (r"5\,kg", "5\u202fkg"),
        (r"100% of \$5 \& \_x", "100% of $5 & _x"),
        (r"\textbackslash{}x\textbraceleft{}", "\\x{"),
        (r"see \url{https://www.a.example/b_c}", "see a.example"),
        (r"\href{https://a.example/}{the page}", "the page"),
        ("trailing \\", "trailing \\"),
        ("}}{{ \\emph{ open", "open"),
        ("\\emph{" * 5000, ""),
    ],
)
def test_markup_of_latex_becomes_words(written: str, expected: str) -> None:
    assert plain(written) == expected


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "//a.example", "ftp://a.example/", "https://u@a.example/", "http://1.2.3.4/",
     "https://a.example/<b>", "data:text/html,x", "", "https:", "https://localhost/"],
)  # fmt: skip
def test_nothing_but_public_addresses_is_followed(address: str) -> None:
    assert not followable(address)


def with_commas(count: int) -> Entry:
    two = "https://a.example, ;https://b.example"
    return entry_of(f"@misc{{a, title = {{x}}, url = {{{two}{',' * count}}}}}")


def test_addresses_are_parted_by_work_that_grows_with_their_length(guard: Guard) -> None:
    assert growth(addresses_of, with_commas(300), with_commas(600)) < 2.1
    assert guard(addresses_of, with_commas(1_000_000))[0] == "https://a.example"


def test_a_doi_is_found_in_an_address_and_refused_where_it_is_none() -> None:
    assert doi_of(entry_of("@misc{a, doi={https://dx.doi.org/10.1234/a_b}}")) == "10.1234/a_b"
    assert doi_of(entry_of("@misc{a, doi={doi: 10.1234/X}}")) == "10.1234/X"
    assert doi_of(entry_of("@misc{a, doi={javascript:x}}")) == ""


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("10.1000.10/123", "10.1000.10/123"),
        ("{10.1234/x}", "10.1234/x"),
        (r"10.1234/a\_b", "10.1234/a_b"),
    ],
)
def test_a_doi_that_passes_the_check_is_in_the_reference(written: str, shown: str) -> None:
    text = f"@misc{{a, title = {{x}}, year = 2020, doi = {{{written}}}}}"
    library, problems = library_of(Source("references.bib", text))
    assert [*problems, *problems_of(library, date(2026, 3, 4))] == []
    assert f"doi:{shown}." in reference_text(library.sources["a"])
    assert f'"DOI": "{shown}"' in csl_json(library.sources.values())
    assert [each for *_, each in addresses_in(library.references["a"])] == [
        f"https://doi.org/{shown}"
    ]


def test_an_archived_copy_tells_its_date_by_its_address_where_no_field_does() -> None:
    copy = "https://web.archive.org/web/20241122093000/https://a.example/"
    assert archived_copy(entry_of(f"@misc{{a, archiveurl={{{copy}}}}}")) == (copy, "2024-11-22")


def test_a_bibliography_is_alphabetical_by_family_institution_or_title() -> None:
    wanted = [
        "@misc{a, author={Ärger, Zoe}, title={x}, year=2020}",
        "@misc{b, author={de Vries, Al}, title={The x}, year=2019, editor={Aa, A}}",
        "@misc{c, author={Vries, Al}, title={b}, year=2021}",
        "@misc{d, author={Vries, Bo}, title={b}, year=2020}",
        "@misc{e, author={Vries, Bo}, title={The c}, year=2020}",
        "@misc{f, author={Vries, Bo}, title={a}}",
        "@jurisdiction{g, author={{A Court}}, title={W v. X}, year=2020}",
        "@misc{h, author={{The White House}}, title={x}, year=2020}",
        "@misc{i, title={“A World”}, year=2020}",
    ]
    entries = [entry_of(text) for text in reversed(wanted)]
    keys = [entry.key for entry in sorted(entries, key=sort_key)]
    assert keys == ["a", "c", "b", "d", "e", "f", "g", "h", "i"]


def test_a_patent_is_filed_under_its_holder() -> None:
    one, other = (
        "@patent{a, holder={Zeta, Ann}, title={A}}",
        "@patent{b, holder={Beta, Zoe}, title={B}}",
    )
    assert sort_key(entry_of(other)) < sort_key(entry_of(one))


def test_every_type_is_in_a_group_and_an_unknown_one_in_the_last() -> None:
    types = [
        "book",
        "article",
        "report",
        "legislation",
        "jurisdiction",
        "online",
        "dataset",
        "nobody",
    ]
    keys = [group_of(entry_of(f"@{type_}{{a}}")).key for type_ in types]
    assert keys == ["books", "articles", "reports", "law", "law", "statements", "data", "other"]
    assert len({group.key for group in SourceGroup}) == len(SourceGroup) == 7


def test_pybtex_can_use_the_style_by_itself() -> None:
    data = parse_string(BOOK % "", "bibtex")
    [formatted] = ReferenceStyle().format_bibliography(data)
    assert str(formatted.text) == "Tim Maurer. Power. CUP, 2018."


def drawn(entries: list[Entry]) -> list[str]:
    return list(map(reference_html, entries))


def test_each_of_five_hundred_references_takes_little_work_and_no_more_than_the_first() -> None:
    entries = [entry_of(BOOK % f", note={{{{\\'e}}dition {n}}}") for n in range(500)]
    assert all(drawn(entries))
    assert growth(drawn, entries[:50], entries[:100]) < 2.1
    # Python takes 50 million and more a second.
    assert steps(drawn, entries[:50]) < 50 * 50_000


def test_the_reference_to_a_source_of_a_library_is_made_once_and_is_that_of_its_entry() -> None:
    library, _ = library_of(Source("references.bib", "@book{a, title = {Power}, year = 2018}"))
    assert library.shown("a") == reference(library.sources["a"])
    assert library.shown("a") is library.shown("a")
