"""Archived copies of the sources of deeds: who keeps one, and of which page it is."""

import pytest
from pybtex.database import Entry
from undersigned.deeds.archived import copied_page, is_copy
from undersigned.deeds.sources import is_wholly_own

PAGE = "https://acme.com/a"


@pytest.mark.parametrize(
    ("copy", "page"),
    [
        ("https://web.archive.org/web/20250301000000/https://acme.com/a", PAGE),
        ("https://web.archive.org/web/20250301000000id_/http://acme.com:80/a", "http://acme.com/a"),
        ("https://web.archive.org/web/2025*/https://acme.com/a", PAGE),
        ("https://web.archive.org/web/https://acme.com/a", PAGE),
        ("https://web.archive.org/web/2025/acme.com/a", "http://acme.com/a"),
        ("https://web.archive.org/web/2025/https:/acme.com/a", PAGE),
        ("https://web.archive.org/web/2025/https://acme.com", "https://acme.com"),
        ("https://archive.ph/2025.03.01-101112/https://acme.com/a", PAGE),
        ("https://wayback.archive-it.org/123/20250301/https://acme.com/a", PAGE),
        ("https://archive.ph/AbC12", ""),
        ("https://perma.cc/AB12-CD34", ""),
        ("https://elsewhere.example/web/2025/https://acme.com/a", ""),
    ],
)
def test_the_address_of_a_copy_says_of_which_page_it_is_where_it_does(copy: str, page: str) -> None:
    assert copied_page(copy) == page


def source(copy: str) -> Entry:
    return Entry("online", {"url": PAGE, "archiveurl": copy})


@pytest.mark.parametrize(
    ("copy", "kept", "own"),
    [
        ("https://web.archive.org/web/2025/https://acme.com/a", True, True),
        ("https://archive.ph/AbC12", True, True),
        ("https://web.archive.org/web/2025/https://paper.example/b", True, False),
        ("https://web.archive.org/web/2025/paper.example/b", True, False),
        ("https://paper.example/b", True, False),
        ("https://elsewhere.example/web/2025/https://acme.com/a", True, False),
        ("https://acme.com/a", False, True),
        ("https://archive.acme.com/a", False, True),
        ("http://www.acme.com/a#b", False, True),
    ],
)
def test_a_copy_is_an_archives_and_what_it_is_of_counts_for_whose_word_a_source_is(
    copy: str, kept: bool, own: bool
) -> None:
    assert is_copy(source(copy)) is kept
    assert is_wholly_own(source(copy), ["https://acme.com"]) is own


def test_without_a_copy_none_is_kept_and_a_page_may_be_wholly_own() -> None:
    assert not is_copy(source(""))
    assert is_wholly_own(source(""), ["https://acme.com"])
