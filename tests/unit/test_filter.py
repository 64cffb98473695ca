"""The index from which a script filters a register on sheets."""

import json
from typing import Any

import pytest
from undersigned.dates import StatedDate
from undersigned.model import Signatory
from undersigned.names.slug import slug
from undersigned.views import filter_index
from undersigned.views.words import Words

from tests.support.signatories import register as register_of
from tests.support.signatories import signatory, view

WORDS = Words("en_GB")


def columns_of(*signatories: Signatory) -> dict[str, Any]:
    text = view(register_of(signatories), "en_GB", ["1.0"], split=1).index(WORDS)
    columns: dict[str, Any] = json.loads(text)
    return columns


def test_only_a_register_on_sheets_has_an_index() -> None:
    register = register_of((signatory("A"), signatory("B")))
    assert view(register, "en_GB", ["1.0"], split=2).index(WORDS) == ""
    assert view(register, "en_GB", ["1.0"], split=1).index(WORDS)


def test_the_index_has_every_entry_in_the_order_of_the_sheets() -> None:
    names = ["Acme, Inc.", "Beta", "Ünïted", "Con", "中国"]
    columns = columns_of(*(signatory(name) for name in names))
    assert columns["sheets"] == [
        ["list/a/", 1, "endorses"],
        ["list/b/", 1, "endorses"],
        ["list/c/", 1, "endorses"],
        ["list/u/", 1, "endorses"],
        ["list/chinese-characters/", 1, "endorses"],
    ]
    assert columns["names"] == ["Acme, Inc.", "Beta", "Con", "Ünïted", "中国"]
    assert columns["slugs"] == ["", "", slug("Con"), "united", slug("中国")]
    assert columns["tables"] == [["company"], ["NO"], ["1.0"]]
    assert columns["countries"] == [1] * 5
    assert columns["versions"] == [0] * 5


def test_the_index_has_when_each_endorsed_and_how_that_is_known() -> None:
    columns = columns_of(
        signatory("Aa"),
        signatory("Bb", evidence="https://news.example/b", signed=StatedDate(2024, 5)),
        signatory("Cc", evidence=None, confirmed_by_email=StatedDate(2024, 5, 7)),
        signatory("Dd", evidence="https://blog.acme.com/d"),
    )
    assert columns["dates"] == [
        ["stated", "6 May 2024"],
        ["stated", "May 2024"],
        ["signed", "6 May 2024"],
    ]
    assert columns["signed"] == [0, 1, 2, 0]
    assert columns["grades"] == [
        ["⌂", "stated on its own site, ", ""],
        ["≡", "recorded by ", ""],
        ["@", "confirmed by e-mail on 7 May 2024", None],
    ]
    assert columns["known"] == [0, 1, 2, 0]
    assert columns["hosts"] == ["", "news.example", "", "blog.acme.com"]


def test_evidence_lacks_what_the_website_gives() -> None:
    columns = columns_of(
        signatory("Aa", website="https://acme.com", evidence="https://acme.com/news"),
        signatory("Bb", website="https://www.acme.com/", evidence="https://www.acme.com/news"),
        signatory("Cc", website="https://acme.com", evidence="https://www.acme.com/news"),
        signatory("Dd", website="https://acme.com/x", evidence="https://acme.com/xy"),
        signatory("Ee", website=None, evidence="https://acme.com/.x"),
        signatory("Ff", evidence=None, confirmed_by_email=StatedDate(2024, 5, 7)),
    )
    assert columns["evidence"] == ["/news", "./news", "./news", "acme.com/xy", "acme.com/.x", ""]


def test_a_very_long_register_has_no_addresses_of_evidence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(filter_index, "MOST_LINKED", 1)
    assert columns_of(signatory("Aa"), signatory("Bb"))["evidence"] == []
