"""Addresses and identifiers: one reading for the reference, its links, its data and its checks."""

import json
from datetime import date

import pytest
from undersigned.bibliography.checks import problems_of
from undersigned.bibliography.csl.items import csl_json
from undersigned.bibliography.latex.verbatim import verbatim
from undersigned.bibliography.library import addresses_in, library_of
from undersigned.bibliography.style.reference import reference_html
from undersigned.text.source import Source


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("https://a.example/b", "https://a.example/b"),
        (r"https://a.example/a\_b{\_}c", "https://a.example/a_b_c"),
        (r"https://a.example/{\textasciitilde}b", "https://a.example/~b"),
        (r"https://a.example/\textasciitilde b", "https://a.example/~b"),
        (r"https://a.example/$\sim$b", "https://a.example/~b"),
        (r"https://a.example/\~{}b/\%20c", "https://a.example/~b/%20c"),
        ("https://a.example/?a=1&amp;b=2", "https://a.example/?a=1&b=2"),
        (r"https://a.example/?a=1\&b=2\#c", "https://a.example/?a=1&b=2#c"),
        (r"\url{https://a.example/a\_b}", "https://a.example/a_b"),
        ("<https://a.example/>", "https://a.example/"),
        (r"10.1007/978-3\textunderscore 4", "10.1007/978-3_4"),
        (r"10.1002/(SICI)1097<1::AID>3.0.CO;2-B", "10.1002/(SICI)1097<1::AID>3.0.CO;2-B"),
        ("key--with--dashes", "key--with--dashes"),
    ],
)
def test_what_latex_requires_is_no_part_of_an_address(written: str, expected: str) -> None:
    assert verbatim(written) == expected


@pytest.mark.parametrize("escaped", [r"a\_b", r"a{\_}b", r"{a\_b}", r"a\textunderscore b", "a_b"])
def test_all_read_an_address_and_a_doi_alike(escaped: str) -> None:
    address, doi = f"https://a.example/{escaped}", f"10.1234/{escaped}"
    fields = f"title = {{x}}, year = 2020, doi = {{{doi}}}, url = {{{address}}}"
    copy = f"archiveurl = {{https://b.example/{escaped}}}, archivedate = {{2020-01-02}}"
    library, problems = library_of(Source("references.bib", f"@misc{{k, {fields}, {copy}}}"))
    assert [*problems, *problems_of(library, date(2026, 3, 4))] == []
    [entry] = library.sources.values()
    [item] = json.loads(csl_json([entry]))
    assert item["URL"] == "https://a.example/a_b"
    assert item["DOI"] == "10.1234/a_b"
    for address in ("https://a.example/a&#95;b", "https://doi.org/10.1234/a&#95;b"):
        assert f'href="{address}"' in reference_html(entry)
    assert [each for *_, each in addresses_in(library.references["k"])] == [
        "https://a.example/a_b",
        "https://doi.org/10.1234/a_b",
        "https://b.example/a_b",
    ]
