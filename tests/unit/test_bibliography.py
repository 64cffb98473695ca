"""The bibliography: its parts with their places, its rules, and its one form."""

from collections.abc import Callable
from datetime import date

import pytest
from undersigned.bibliography.bibtex.items import ItemType
from undersigned.bibliography.bibtex.layout import file_text
from undersigned.bibliography.checks import problems_of
from undersigned.bibliography.citations.page import bibliography
from undersigned.bibliography.csl.items import csl_json
from undersigned.bibliography.library import (
    Library,
    addresses_in,
    bibtex,
    library_of,
    read_items,
)
from undersigned.bibliography.style.reference import reference_text
from undersigned.problem import Problem, quoted
from undersigned.text.source import Source

from tests.support.guard import Guard
from tests.support.work import growth

TODAY = date(2026, 3, 4)


def source(text: str) -> Source:
    return Source("references.bib", text)


def formatted(text: str) -> str:
    items, problems = read_items(source(text))
    assert problems == []
    return file_text(items)


def told(text: str) -> list[str]:
    """What the rules say of a bibliography whose form is right."""
    library, problems = library_of(source(text))
    assert problems == []
    return [problem.message for problem in problems_of(library, TODAY)]


def test_a_field_has_its_place_value_and_name_as_they_are_written() -> None:
    text = '@string{b = "B"}\n@Article(Key_1,\n  Title = "A {"}" # b,\n  YEAR= 2020)\n'
    items, problems = read_items(source(text))
    assert problems == []
    entry = items[2]
    assert (entry.kind, entry.type, entry.key) == (ItemType.ENTRY, "article", ("Key_1", 2, 10))
    assert [field.name for field in entry.fields] == [("Title", 3, 3), ("YEAR", 4, 3)]
    assert [field.value for field in entry.fields] == [('"A {"}" # b', 3, 11), ("2020", 4, 9)]
    assert "".join(item.text for item in items) == text


def test_a_library_knows_where_each_value_begins_within_its_braces() -> None:
    library, _ = library_of(
        source("@misc{a, title = {{X}},\n doi = {10.1/x},\n URL={https://a.b}}")
    )
    [(key, reference)] = library.references.items()
    assert (key, reference.place) == ("a", (1, 7))
    assert reference.fields == {"title": (1, 20), "doi": (2, 9), "url": (3, 7)}
    assert list(addresses_in(reference)) == [
        (3, 7, "https://a.b"),
        (2, 9, "https://doi.org/10.1/x"),
    ]
    assert library.texts["a"] == (
        "@misc{a,\n  title        = {{X}},\n  doi          = {10.1/x},\n"
        "  url          = {https://a.b},\n}\n"
    )


def test_braces_stand_in_each_other_only_so_deep() -> None:
    library, problems = library_of(source("@misc{a, title = " + "{" * 50 + "}" * 50 + "}"))
    assert (list(library.entries), problems) == (["a"], [])
    _, [problem] = library_of(source("@misc{a, title = " + "{" * 51 + "}" * 51 + "}"))
    assert "more than 50 deep" in problem.message


def test_one_fault_does_not_hide_those_of_later_entries() -> None:
    text = (
        "@misc{a, title {x}}\n@misc{b, title = {x}\n@misc{c, title = {x}}\n@misc{C, title = {y}}\n"
    )
    _, problems = library_of(source(text))
    assert [(each.line, each.column) for each in problems] == [(1, 10), (2, 1), (4, 7)]


def faults(text: str) -> list[Problem]:
    """What is wrong with the form of a file."""
    return library_of(source(text))[1]


@pytest.mark.parametrize(
    ("hostile", "times"),
    [
        (lambda n: "{" * n, 2**20), (lambda n: "@" * n, 2**20), (lambda n: '"' * n, 2**20),
        (lambda n: "@a{x,t=" + "{" * n, 2**20), (lambda n: "@a{x,t={" * n, 2**17),
        (lambda n: "@a{x,t={\n" * n, 5_000), (lambda n: "@comment{" * n, 2**17),
        (lambda n: '@a{x,y="' + "{}" * n + '"}', 2**19),
        (lambda n: "@a{x," + "".join(f'f{each}="x",' for each in range(n)) + "}", 90_000),
        (lambda n: "@a{a,b=" + "a#" * n, 2**19), (lambda n: "@a" + " " * n, 2**20),
        (lambda n: "@a{" + "x" * n, 2**20), (lambda n: "\n@" + "a" * n, 2**20),
        (lambda n: "@a{" + "\n" * n, 2**20), (lambda n: "@a{b" + "," * n, 2**20),
        (lambda n: "% " * n + "@a{b}", 2**19),
        (lambda n: "@a{a,author={" + "{a}" * n + "}}", 20_000),
        (lambda n: "@a{a,author={" + "and " * n + "}}", 15_000),
        (lambda n: "@string{s={" + "x " * n + "}}" + "@a{a,t=s}\n" * n, 5_000),
    ],
)  # fmt: skip
def test_hostile_files_are_judged_by_work_that_grows_with_their_length(
    hostile: Callable[[int], str], times: int, guard: Guard
) -> None:
    assert growth(faults, hostile(200), hostile(400)) < 2.1
    guard(faults, hostile(times))


def chained(count: int) -> str:
    """Strings that are each made of the one before, and as many entries that use the last."""
    strings = "".join(f"@string{{s{at} = s{at - 1}}}\n" for at in range(1, count))
    entries = "".join(f"@a{{b{at}, t = s{count - 1}}}\n" for at in range(count))
    return f"@string{{s0 = {{x}}}}\n{strings}{entries}"


def test_strings_are_made_of_a_hundred_others_at_most(guard: Guard) -> None:
    assert faults(chained(101)) == []
    [problem] = faults(chained(102))
    assert str(problem).startswith("references.bib:102:9: string 's101' is made of over 100 other")
    assert problem.message.endswith("; write its words out")
    assert faults(chained(102).replace("s101 = s100", "s101 = {x}")) == []
    assert growth(faults, chained(150), chained(300)) < 2.2
    guard(faults, chained(1_000))


def test_entries_go_by_key_and_fields_by_name_with_values_untouched() -> None:
    text = '@MISC{b, Year = 2020, title = "A" # " {B}"}@book(A,publisher={x\n y},author={Z})'
    assert formatted(text) == (
        "@book{A,\n  author       = {Z},\n  publisher    = {x\n y},\n}\n\n"
        '@misc{b,\n  title        = "A" # " {B}",\n  year         = 2020,\n}\n'
    )


def test_remarks_move_with_the_entry_that_they_stand_before_or_behind() -> None:
    text = (
        "% of the file\n\n% of b\n@misc{b} % behind b\n@comment{before a}\n\nfree\n@misc{a}\n"
        '@string{x = "y"}\n% the end\n'
    )
    assert formatted(text) == (
        '% of the file\n\n@string{x = "y"}\n\n@comment{before a}\n\nfree\n@misc{a,\n}\n\n'
        "% of b\n@misc{b,\n} % behind b\n\n% the end\n"
    )


@pytest.mark.parametrize("remark", ["% c\n\n\n% d\n", "@comment{c\n \n\t\nd}\n"])
def test_remarks_have_one_blank_line_between_them_wherever_they_come_to_stand(remark: str) -> None:
    once = formatted(f"@misc{{b}}\n{remark}@misc{{a}}\n")
    assert formatted(once) == once
    assert "c\n\n" in once


def test_line_ends_become_those_of_unix_and_an_empty_file_stays_empty() -> None:
    assert formatted("@misc{a,\r\n title={x\r\ny}}\r\n") == (
        "@misc{a,\n  title        = {x\ny},\n}\n"
    )
    assert [formatted(""), formatted("\n\n"), formatted("% x")] == ["", "", "% x\n"]


@pytest.mark.parametrize(
    ("written", "month"),
    [
        ("the March", "March"), ("16~March", "16 March"), ("may--june", "May–June"), ("3", "March"),
        ("jan/feb", "January–February"), ("Spring", "Spring"), ("March of the Mars", None),
        ("Mars", None), ("Marching", None), ("٣", None), ("12-13", None),
    ],
)  # fmt: skip
def test_a_month_that_is_not_known_is_shown_as_written_and_reported(
    written: str, month: str | None
) -> None:
    text = f"@misc{{a, title = {{x}}, year = 2020, month = {{{written}}}}}"
    library, _ = library_of(source(text))
    reported = [message.partition(";")[0] for message in told(text)]
    unknown = f"month '{written}' cannot be read as a month or season and is shown as written"
    assert reported == ([] if month else [unknown])
    assert reference_text(library.sources["a"]) == f"x. {month or written} 2020."


@pytest.mark.parametrize(
    "fields",
    [
        "year = 2026, month = mar",
        "date = {2026-03}, urldate = {2025-01-01}",
        "date = {2019/2020}",
        "urldate = {2026-03-04}, note = {at https://web.archive.org/web/2020/http://a.example}",
        "year = 2020, doi = {10.1000.10/a(b)c}",
        "year = 2020, archiveurl = {https://archive.example/http://a.example}, "
        "archivedate = {2021-02-03}",
    ],
)
def test_what_is_well_is_not_told(fields: str) -> None:
    assert told(f"@misc{{a, title = {{x}}, url = {{https://a.example}}, {fields}}}") == []


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ("year = 2026, month = apr", "month 'April' of 2026 lies ahead; leave it where"),
        ("year = 0", "year '0' is not a year; write four digits, or leave it out"),
        ("date = {2026-03-05}", "date '2026-03-05' lies ahead; leave it where the source is to"),
        ("date = {2027}", "date '2027' lies ahead; leave it where the source is to come"),
        ("date = {2028}", "date '2028' is in the future; give the day it happened"),
        ("urldate = {2026-03-05}, year = 2026", "urldate '2026-03-05' is in the future; give"),
        ("note = {See http://a.example}", "note 'http://a.example' is an http address"),
        ("doi = {10.1/x}", "doi '10.1/x' does not look like one; write it as '10.1234/name'"),
        ("url = {ftp://a.example}, year = 2020", "url 'ftp://a.example' does not begin with"),
    ],
)
def test_what_is_amiss_is_told(fields: str, said: str) -> None:
    [message] = told(f"@misc{{a, title = {{x}}, {fields}}}")
    assert message.startswith(said)


def with_one_address(count: int) -> Library:
    entries = (f"@misc{{k{n}, title = {{x}}, doi = {{10.1000/x}}}}\n" for n in range(count))
    return library_of(source("".join(entries)))[0]


def judged(library: Library) -> list[Problem]:
    return list(problems_of(library, TODAY))


def test_entries_with_one_address_are_told_by_work_that_grows_with_their_number() -> None:
    assert growth(judged, with_one_address(125), with_one_address(250)) < 2.1
    assert len(judged(with_one_address(1_000))) == 999


def test_what_an_entry_inherits_is_judged_where_it_stands() -> None:
    text = (
        "@inbook{part, title = {x}, crossref = {whole}}\n"
        "@book{whole, title = {y}, editor = {E}, year = 2999, url = {http://a.example}}\n"
    )
    library, _ = library_of(source(text))
    part, whole = map(addresses_in, library.references.values())
    assert (list(part), list(whole)) == ([], [(2, 61, "http://a.example")])
    places = [(each.line, each.column) for each in problems_of(library, TODAY)]
    assert places == [(2, 48), (2, 61)]


def test_what_is_copied_stands_behind_the_strings_that_it_uses() -> None:
    text = (
        "@string{cup = {Cambridge UP}}\n@string( press = CUP # { Press} )\n@string{no = {No}}\n"
        '@book{a, title = {no {no}}, note = "no {"} no", publisher = press # { x}}\n'
        "@misc{b, title = {x}, month = mar, publisher = cup}\n"
    )
    library, problems = library_of(source(text))
    assert problems == []
    cup, press = "@string{cup = {Cambridge UP}}\n", "@string( press = CUP # { Press} )\n"
    a, b = library.texts["a"], library.texts["b"]
    assert bibtex(library, ["b"]) == f"{cup}\n{b}"
    assert bibtex(library, library.texts) == f"{cup}\n{press}\n{a}\n{b}"
    again, _ = library_of(source(bibtex(library, ["a"])))
    assert again.entries["a"] == library.entries["a"]


def test_a_part_takes_from_its_whole_what_it_does_not_say() -> None:
    library, _ = library_of(
        source(
            "@incollection{part, author = {Doe, J.}, title = {A Part}, pages = {4--9},\n"
            " crossref = {WHOLE}, subtitle = {}}\n"
            "@collection{whole, title = {The Whole}, editor = {Roe, R.}, publisher = {OUP},\n"
            " date = {2001}, pages = {1--300}, doi = {10.1234/whole}, note = {Out of print},\n"
            " crossref = {work}}\n"
            "@mvcollection{work, title = {The Work}, series = {Studies}, year = 1999}\n"
        )
    )
    assert reference_text(library.sources["part"]) == (
        "J. Doe. A Part. In R. Roe (ed.), The Whole, The Work, Studies, OUP, 2001, pp. 4–9."
    )
    assert '"container-title": "The Whole"' in csl_json([library.sources["part"]])
    assert reference_text(library.sources["whole"]).startswith("R. Roe (ed.). The Whole. The Work")


def test_a_part_is_copied_with_its_whole_behind_it() -> None:
    library, _ = library_of(
        source(
            "@misc{whole, title = {W}, year = 2020}\n@misc{other, title = {O}}\n"
            "@misc{part, title = {P}, crossref = {Whole}}\n"
        )
    )
    listed = bibliography(library, {"part": [], "other": []})
    copied = {each.key: each.bibtex for each in listed.sources}
    assert copied["part"] == library.texts["part"] + "\n" + library.texts["whole"]
    assert copied["other"] == library.texts["other"]


@pytest.mark.parametrize(
    ("type_", "whole", "expected"),
    [
        ("article", "@periodical{b, title = {J}, volume = 3, year = 2001}", "x. J 3, 2001."),
        ("inproceedings", "@proceedings{b, title = {B}, booktitle = {P}, year = 2001}", "In P"),
        ("inbook", "@book{b, title = {x}, author = {Doe, J.}, crossref = {a}}", "J. Doe. x. In x"),
    ],
)
def test_a_whole_hands_on_its_title_under_the_name_that_its_parts_have_for_it(
    type_: str, whole: str, expected: str
) -> None:
    library, _ = library_of(source(f"@{type_}{{a, title = {{x}}, crossref = {{b}}}}\n{whole}"))
    assert expected in reference_text(library.sources["a"])


def test_a_whole_that_is_not_there_is_told() -> None:
    assert told("@incollection{a, title = {x}, crossref = {hole}}\n@misc{whole, title = {x}}") == [
        "crossref 'hole' is not in references.bib; did you mean 'whole'?"
    ]


def test_a_repeated_address_is_told_once_and_a_relation_settles_it() -> None:
    pair = "@misc{a, title = {x}, doi = {10.1000/X}}\n@misc{b, title = {x}, doi = {10.1000/x}"
    assert told(f"{pair}, url = {{https://doi.org/10.1000/x}}}}") == [
        "doi '10.1000/x' is already that of 'a' on line 1; "
        "cite that one, or add 'related = {a}' if they are two"
    ]
    assert told(f"{pair}, related = {{z, A}}}}") == []


@pytest.mark.parametrize("mark", ["<<<<<<< HEAD", "=======", ">>>>>>> theirs", "a\x00b"])
def test_what_an_unfinished_merge_leaves_between_entries_is_told(mark: str) -> None:
    entry = "@misc{a, title = {x}, year = 2020}\n"
    _, [problem] = library_of(source(f"{entry}{mark}\n{entry.replace('{a', '{b')}"))
    assert problem.line == 2


@pytest.mark.parametrize(
    ("day", "message"),
    [
        ("day = 30, month = feb", "day '30' is not in that month of 2026; correct it"),
        ("day = {x}, month = feb", "day 'x' is not a day; write its number, beside year and month"),
        ("day = 3", "day '3' stands without its month; add month, or remove it"),
        (
            "day = 31, month = mar",
            "day '31' lies ahead; leave it where the source is to come, or correct it",
        ),
        ("day = 0, month = jan", "day '0' is not in that month of 2026; correct it"),
        ("day = 04, month = {March}", None),
        ("day = 28, month = 2", None),
    ],
)
def test_a_day_is_one_of_its_month_and_has_come(day: str, message: str | None) -> None:
    assert told(f"@misc{{a, title = {{x}}, year = 2026, {day}}}") == ([message] if message else [])


def test_strings_made_of_strings_do_not_outgrow_the_machine() -> None:
    steps = "".join(f"@string{{a{n} = {' # '.join([f'a{n - 1}'] * 10)}}}\n" for n in range(1, 12))
    _, [problem] = library_of(source("@string{a0 = {0123456789}}\n" + steps))
    assert problem.line == 4
    assert problem.message == "string 'a3' stands for over 1,000 characters; shorten it"


def test_a_string_is_no_longer_than_an_entry() -> None:
    _, [problem] = library_of(source("@string{s = {" + "x" * 70_000 + "}}"))
    assert problem.message == "string 's' has over 65,536 characters; shorten it"


@pytest.mark.parametrize(
    "key",
    [
        "DBLP:conf/sp/X", "10.1145/3133956", "O'Brien+2020", "a&b", "Doe.2020", "e\u0301", "_x",
        "bibliography", "a;b", 'a"b', "a#b", "50%", "a~b", "a@b", "a(b)",
    ],
)  # fmt: skip
def test_a_key_is_what_programs_write(key: str) -> None:
    library, problems = library_of(source(f"@misc{{{key}, title = {{x}}}}"))
    assert (list(library.entries), problems) == ([key], [])


@pytest.mark.parametrize("sign", [*"[]\\<>|`", "\u00ad"])
def test_a_key_that_no_citation_can_hold_is_refused_by_its_sign(sign: str) -> None:
    _, [problem] = library_of(source(f"@misc{{a{sign}b, title = {{x}}}}"))
    assert problem.message.startswith("no citation can hold the key")
    assert problem.message.endswith(f"write it without {quoted(sign)}")


@pytest.mark.parametrize(
    "name",
    ["__markedentry", "_notes", "bdsk-url-1", "date-added", "jabref:x", "owner.2", "x_y", "__s"],
)
def test_a_field_or_string_has_the_name_that_a_program_gave_it(name: str) -> None:
    text = f"@string{{{name} = {{y}}}}\n@misc{{a, title = {{x}}, {name} = {name} # {{z}}}}"
    library, problems = library_of(source(text))
    assert problems == []
    assert library.entries["a"].fields[name] == "yz"
    assert formatted(formatted(text)) == formatted(text)
    assert f"  {name:<12} = {name} # {{z}},\n" in formatted(text)
