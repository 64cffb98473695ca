"""The index from which a script filters a register on sheets."""

import json

from undersigned.names.slug import slug

from tests.support.signatories import register as register_of
from tests.support.signatories import signatory, view


def test_only_a_register_on_sheets_has_an_index() -> None:
    register = register_of((signatory("A"), signatory("B")))
    assert view(register, "en_GB", ["1.0"], split=2).index == ""
    assert view(register, "en_GB", ["1.0"], split=1).index


def test_the_index_has_every_entry_in_the_order_of_the_sheets() -> None:
    names = ["Acme, Inc.", "Beta", "Ünïted", "Con", "中国"]
    register = register_of(tuple(signatory(name) for name in names))
    columns = json.loads(view(register, "en_GB", ["1.0"], split=1).index)
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
