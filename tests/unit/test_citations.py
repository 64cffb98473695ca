"""A single citation: its key, what stands before it, and where in its source it leads."""

import pytest
from undersigned.bibliography.citations.citation import (
    BARE,
    Citation,
    citations_in,
    is_lost,
    key_in,
)


def read(inside: str) -> list[tuple[str, str, str]]:
    """The key, the prefix and the locator of each citation inside of brackets."""
    return [(each.key, each.prefix.strip(), each.locator) for each in citations_in(inside)]


@pytest.mark.parametrize(
    ("inside", "key"),
    [
        ("@a", "a"),
        ("@key-with_signs", "key-with_signs"),
        ("@DBLP:conf/x/Y+99", "DBLP:conf/x/Y+99"),
        ("@key.with.dots, p. 3", "key.with.dots"),
        ("@{key.with.dots}", "key.with.dots"),
        ("@{odd'key=}, p. 3", "odd'key="),
        ("@https://doi.org/10.1/x", "https://doi.org/10.1/x"),
        ("@Überblick2020", "Überblick2020"),
        ("@王2020", "王2020"),
        ("@2020a", "2020a"),
        ("@_key", "_key"),
        ("@a.", "a"),
        ("@a--b", "a"),
    ],
)
def test_a_key_is_what_pandoc_takes_for_one(inside: str, key: str) -> None:
    assert [each[0] for each in read(inside)] == [key]


@pytest.mark.parametrize(
    ("inside", "place"),
    [
        ("@a, pages 1-10", "pages 1-10"),
        ("@a, fol. 3r--4v", "fol. 3r--4v"),
        ("@a, chap. 4", "chap. 4"),
        ("@a, ¶ 3", "¶ 3"),
        ("@a,§§ 3–5", "§§ 3–5"),
        ("@a , p. 5", "p. 5"),
        ("@a, sec. 2, l. 7", "sec. 2, l. 7"),
        ("@a, v. 2", "v. 2"),
        ("@a, n. 4", "n. 4"),
        ("@a, 33-35, 38-39 and *passim*", "33-35, 38-39 and *passim*"),
        ("@a{p. 5}", "p. 5"),
        ("@a, {p. 5}", "p. 5"),
        ("@a {pp. iv; vi, 3}", "pp. iv; vi, 3"),
        ("@a, {p. 5} and after", "p. 5 and after"),
        ("@a, {}5 of them", "5 of them"),
        ("@a, R&amp;D", "R&amp;D"),
    ],
)
def test_a_locator_stands_behind_a_comma_or_in_braces(inside: str, place: str) -> None:
    assert read(inside) == [("a", "", place)]
    assert not is_lost(inside.removeprefix("@a"))


def test_several_citations_stand_between_semicolons_with_words_before_each() -> None:
    found = read("see @a, p. 3; *cf.* @b; and, generally, -@{c.d}, ch. 2; nothing")
    assert found == [
        ("a", "see", "p. 3"), ("b", "*cf.*", ""), ("c.d", "and, generally,", "ch. 2"),
    ]  # fmt: skip


def test_a_hyphen_before_the_sign_leaves_the_author_out() -> None:
    assert citations_in("see -@a, p. 3", 10) == [Citation("a", "see ", "p. 3", 15, nameless=True)]
    assert not citations_in("post-@a")


@pytest.mark.parametrize(
    "inside", ["me@a", "me.you+@a", r"\@a", "@", "@ a", "@-a", "@{}", "@{a b}"]
)
def test_an_address_or_a_sign_by_itself_is_no_citation(inside: str) -> None:
    assert read(inside) == []


@pytest.mark.parametrize(
    "text", ["@a says", "(@a)", "“@a”", "*@a*", "—@a", "**@a**", "-@a", "@a’s", "@{a}.", "|@a|"]
)
def test_a_key_outside_of_brackets_begins_a_word(text: str) -> None:
    found = BARE.search(text)
    assert found is not None
    assert key_in(found) == "a"


@pytest.mark.parametrize("text", ["x/@a", "me@a", r"\@a", "x.@a", "$@a", "&@a", "`@a"])
def test_a_sign_within_a_word_begins_no_key(text: str) -> None:
    assert not BARE.search(text)


@pytest.mark.parametrize("behind", [" p. 5", " 5", " and others", "--b", " @b"])
def test_words_behind_a_key_without_a_comma_would_be_lost(behind: str) -> None:
    assert is_lost(behind)
