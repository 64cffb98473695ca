"""The roles of those who contributed to a source, by their fields and types."""

import pytest
from undersigned.bibliography.style.reference import reference_text
from undersigned.bibliography.style.roles import CONTRIBUTORS, TYPES, role_of, unknown_type
from undersigned.bibliography.values.people import ROLES

from tests.support.references import entry_of


def test_every_field_of_names_has_a_role() -> None:
    assert {*CONTRIBUTORS, "author"} == set(ROLES)


@pytest.mark.parametrize("type_", sorted(TYPES.keys() - {"none", "author", "bookauthor"}))
def test_a_type_of_editor_says_what_they_did_before_and_behind_the_title(type_: str) -> None:
    fields = f"title = {{T}}, editor = {{Roe, Ann}}, editortype = {{{type_}}}, year = 2019"
    alone, beside = f"@book{{k, {fields}}}", f"@book{{k, author = {{Doe, Jane}}, {fields}}}"
    role = TYPES[type_]
    assert reference_text(entry_of(alone)) == f"Ann Roe ({role.one}). T. 2019."
    before = role.before[:1].upper() + role.before[1:]
    assert reference_text(entry_of(beside)) == f"Jane Doe. T. {before} Ann Roe, 2019."


def test_a_type_that_nobody_knows_is_shown_and_known_to_be_unknown() -> None:
    entry = entry_of("@book{k, editor = {Roe, Ann}, editortype = {Dramaturg}}")
    assert role_of(entry, "editor").before == "dramaturg:"
    assert unknown_type(entry, "editor") == "dramaturg"
    assert unknown_type(entry_of("@book{k, editor = {Roe, Ann}}"), "editor") == ""


def test_who_did_several_things_is_named_once_for_them() -> None:
    roles = "editor = {Roe, Ann}, translator = {Roe, Ann}, annotator = {Roe, Ann}"
    entry = entry_of(f"@book{{k, author = {{Doe, Jane}}, title = {{T}}, {roles}, year = 2019}}")
    expected = "Jane Doe. T. Edited, translated and annotated by Ann Roe, 2019."
    assert reference_text(entry) == expected
