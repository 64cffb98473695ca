"""Where a page cites, in brackets and by bare keys, and where an '@' cites nothing."""

import pytest
from undersigned.bibliography.citations.citable import citable
from undersigned.bibliography.citations.citation import written_key
from undersigned.bibliography.citations.occurrences import Occurrence, cited_keys, occurrences

from tests.support.guard import Guard
from tests.support.work import growth

KNOWN = {"a", "b", "key.with.dots", "dblp:conf/x/y+99"}


def found(text: str) -> list[Occurrence]:
    return list(occurrences(text, KNOWN))


def cited(text: str) -> list[str]:
    """What a page cites: the text of each place, and what its first citation says of where."""
    return [
        f"{text[each.start : each.end]}→{each.citations[0].key}:{each.citations[0].locator}"
        for each in found(text)
        if not each.stray
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("@a says.", ["@a→a:"]),
        ("As @A says.", ["@A→A:"]),
        ("@a [p. 5] says.", ["@a [p. 5]→a:p. 5"]),
        ("@a[p. 5]", ["@a[p. 5]→a:p. 5"]),
        ("@a [p. 5; see @b] says.", ["@a [p. 5; see @b]→a:p. 5"]),
        ("x\n\nso @a [p. 5; @b].", ["@a [p. 5; @b]→a:p. 5"]),
        ("@a, [p. 5]", ["@a→a:"]),
        ("@a [see @b]", ["@a→a:", "[see @b]→b:"]),
        ("@a [words](link)", ["@a→a:"]),
        ("@a [words][ref]\n\n[ref]: /x", ["@a→a:"]),
        ("@a [ref]\n\n[ref]: /x", ["@a→a:"]),
        ("@a[^note]", ["@a→a:"]),
        ("@a []", ["@a→a:"]),
        ("@{key.with.dots} [{p. 5}]", ["@{key.with.dots} [{p. 5}]→key.with.dots:p. 5"]),
        ("@DBLP:conf/x/Y+99.", ["@DBLP:conf/x/Y+99→DBLP:conf/x/Y+99:"]),
        ("So.[@a, p. 5]", ["[@a, p. 5]→a:p. 5"]),
        ("[x [@a] y]", ["[@a]→a:"]),
        ("[-@a]", ["[-@a]→a:"]),
        ("- [ ] [@a]", ["[@a]→a:"]),
        ("(@a [p. 5])", ["@a [p. 5]→a:p. 5"]),
    ],
)
def test_a_key_cites_bare_and_in_brackets(text: str, expected: list[str]) -> None:
    assert cited(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "[@a](https://a.example)", "![@a](a.png)", "[@a][ref]\n\n[ref]: https://a.example",
        "[@a][]\n\n[@a]: https://a.example", "[@a]\n\n[@a]: https://a.example",
        "[@a of **it**](x)", "me@a.org", r"\@a", r"[\@a]", r"\[x\](y) \@a", "@nobody",
        "/@a", "x.@a",
    ],
)  # fmt: skip
def test_a_link_an_image_or_an_address_that_has_a_key_cites_nothing(text: str) -> None:
    assert cited(citable(text)) == []


@pytest.mark.parametrize(
    "key",
    [
        "a;b", "a@b", "a#b", "_x", "50%", "#a@b", "a=b@c", "a,b", "a(b)", "a'b", "a&b", "a*b*c",
        "a_b_", "a$b$", "https://x.y/@z", "a--b", "-a", "a^b", "a?", "a:b:", "&amp;x", "Ends.",
        "DBLP:conf/x/Y+99", "汪昂1912--",
    ],
)  # fmt: skip
def test_any_key_that_programs_give_is_cited_as_it_is_written_for_messages(key: str) -> None:
    text = f"So.[see {written_key(key)}, p. 3; {written_key(key)}] And {written_key(key)} [p. 4]."
    assert [each for each, _ in cited_keys(occurrences(citable(text), {key.lower()}))] == [key] * 3


def test_a_label_that_no_definition_has_makes_no_link() -> None:
    assert cited("[@a][ref]") == ["[@a]→a:"]


def test_a_citation_in_the_words_of_a_link_is_found_to_be_there() -> None:
    [each] = found("[so [@a]](x)")
    assert each.words


def test_an_unknown_bare_key_is_a_stray_and_an_unknown_one_in_brackets_a_citation() -> None:
    assert [each.stray for each in found("@types/node [@nobody]")] == [True, False]


def test_every_citation_is_where_it_says() -> None:
    text = "é @a [p. 5; see @b]\n\nSo.[-@{key.with.dots}; @nobody]"
    keys = list(cited_keys(occurrences(text, KNOWN)))
    assert [key for key, _ in keys] == ["a", "b", "key.with.dots", "nobody"]
    assert all(text[at:].startswith((f"@{key}", f"@{{{key}}}")) for key, at in keys)


@pytest.mark.parametrize("piece", ["[", "@a [", "@a", "[@a;", "]", "[@a](", "@a []", "[@a]"])
def test_signs_that_nobody_closes_hang_nothing(piece: str, guard: Guard) -> None:
    assert growth(found, piece * 200, piece * 400) < 2.2
    guard(found, piece * (200_000 // len(piece)))
