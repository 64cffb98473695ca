import re
from pathlib import Path

import pytest
from undersigned.markup.reserved import reserved_class, reserved_id

from tests.support.sites import REPOSITORY

TEMPLATES = sorted((REPOSITORY / "overrides").rglob("*.html"))
# What templates write into an id: an example for each expression; others are found by the test.
WRITTEN = {
    "{{ anchor }}": "files",
    "{{ loop.index }}": "1",
    "{{ group.key }}": "NO",
    "{{ name }}": "kind",
    "{{ id }}": "_kinds",
    "{{ place }}": "kind_NO",
    "{{ passage.old }}": "3",
    "{{ 'now-' ~ passage.new if passage.new else 'was-' ~ passage.old }}": "now-3",
}
# Of an entry and of a source: no template knows them, and no page may take them on its own page.
OF_THE_DATA = ("{{ row.id }}", "{{ source.anchor }}", "{{ card.anchor }}")


def ids_in(template: Path) -> list[str]:
    """The ids that a template writes, with an example for each expression."""
    found = re.findall(r"""\bid=(?:"([^"]*)"|'([^']*)')""", template.read_text(encoding="utf-8"))
    ids = []
    for each in map("".join, found):
        written = each
        for expression, example in WRITTEN.items():
            written = written.replace(expression, example)
        ids += [written] if each not in OF_THE_DATA else []
    return ids


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.stem)
def test_every_id_that_a_template_writes_is_reserved(template: Path) -> None:
    assert [each for each in ids_in(template) if not reserved_id(each)] == []


def test_ids_of_templates_are_found() -> None:
    found = {each for template in TEMPLATES for each in ids_in(template)}
    assert {"_content", "_menu", "_versions", "kind_NO", "_files", "now-3"} <= found


@pytest.mark.parametrize("name", ["__config", "__", "fn:a", "fnref:a", "fnref2:a", "_menu"])
def test_ids_of_the_theme_and_of_notes_are_reserved(name: str) -> None:
    assert reserved_id(name)


@pytest.mark.parametrize("name", ["_1", "_12", "kind", "year-2024", "fn", "menu", "now", "acme"])
def test_what_headings_get_is_free(name: str) -> None:
    assert not reserved_id(name)


def test_classes_of_the_project_are_reserved_in_any_case() -> None:
    assert reserved_class("undersigned-text")
    assert reserved_class("Undersigned-entry")
    assert reserved_class("edition")
    assert not reserved_class("editions")
    assert not reserved_class("copy")
