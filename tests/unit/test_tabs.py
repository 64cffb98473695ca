"""Sets of tabs, whole and otherwise."""

import pytest
from markdown import markdown
from undersigned.markup.tabs import tabs_amiss
from undersigned.markup.written_tags import tags_written

TABS = '=== "One"\n\n    First\n\n=== "*Two*"\n\n    === "Within"\n\n        Second\n'
WHOLE = markdown(
    TABS,
    extensions=["pymdownx.tabbed", "pymdownx.superfences"],
    extension_configs={"pymdownx.tabbed": {"alternate_style": True}},
)


def said(html: str) -> list[str]:
    return [fault.message for fault in tabs_amiss(list(tags_written(html)))]


def test_tabs_that_markdown_makes_are_whole() -> None:
    assert WHOLE.count("data-tabs") == 2
    assert said(WHOLE) == []
    assert said("<p>No tabs, <b>none</b></p>") == []


@pytest.mark.parametrize(
    "html",
    [
        '<div data-tabs="1:2">Words</div>',
        '<div class="tabbed-set" data-tabs="1:0"></div>',
        '<div class="tabbed-set" data-tabs="1:99999999999">',
        '<div class="tabbed-set">Words</div>',
        WHOLE.replace("tabbed-labels", "copy"),
        WHOLE.replace("tabbed-content", "copy"),
        WHOLE.replace('for="__tabbed_1_2"', 'for="__tabbed_1_1"'),
        WHOLE.replace('data-tabs="1:2"', 'data-tabs="1:3"'),
        WHOLE.replace('name="__tabbed_1"', 'name="__tabbed_2"', 1),
        WHOLE.replace("<div", "<section", 1),
    ],
)
def test_tabs_that_lack_a_part_are_refused_with_their_remedy(html: str) -> None:
    [first, *_] = said(html)
    assert first == "tabs are not whole; write them in Markdown, as '=== \"Title\"'"


def test_a_control_that_chooses_no_tab_is_refused() -> None:
    control = '<input id="__tabbed_1_3" name="__tabbed_1" type="radio">'
    assert said(f"{WHOLE}{control}") == [f"'{control}' chooses no tab; remove it"]
    assert said(WHOLE.replace("<p>First", f"{control}<p>First")) != []
