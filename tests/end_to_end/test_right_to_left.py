"""A site in Arabic, read from right to left: what opens a line stands at its right."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import FloatRect, Locator, Page

from tests.support.served import served
from tests.support.sites import with_settings
from tests.support.store import Store
from tests.support.tabs import Tabs

_ENTRY = """
- name: {name}
  kind: company
  country: {country}
  website: https://{host}.example
  signed: {signed}
  evidence: https://{host}.example/news
  statement: We say so too.
"""
_NAMES = (
    "Alder", "Birch", "Cedar", "Fig", "Hazel", "Larch",
    "Maple", "Oak", "Pine", "Rowan", "Spruce", "Willow",
)  # fmt: skip
_ENTRIES = "\n\n".join(
    _ENTRY.format(
        name=name,
        host=name.lower(),
        country="SE" if number % 4 == 3 else "NO",
        signed=f"2024-{number + 1:02}-01",
    ).strip()
    for number, name in enumerate(_NAMES)
)
_STYLES = (
    "colour", "theme", "theme-frame", "type", "notes", "frame", "menu",
    "standing", "principles", "register", "views", "figures",
)  # fmt: skip
_SHEETS = ", ".join(f"assets/undersigned/{name}.css" for name in _STYLES)
_SETTINGS = with_settings(
    {
        "  font: false\n": "  font: false\n  language: ar\n",
        "plugins:": f"extra_css: [{_SHEETS}]\nplugins:",
    }
)
ARABIC = f"""\
{_SETTINGS}\
--- docs/notes.md
# الهوامش

كلمات *مهمة* لها هامش.[^1]

#### عنوان

    code

[^1]: هامش.
--- signatories.yml
{_ENTRIES}
"""


@pytest.fixture(scope="module")
def arabic(store: Store) -> Iterator[str]:
    """The address of the site."""
    with served(store.built(ARABIC).root / "site") as address:
        yield address


def _box(part: Locator) -> FloatRect:
    box = part.bounding_box()
    assert box is not None
    return box


def _end(part: Locator) -> float:
    """How far to the right a part reaches."""
    box = _box(part)
    return box["x"] + box["width"]


def _opened(tabs: Tabs, address: str) -> Page:
    tab = tabs.tab(viewport={"width": 1400, "height": 900})
    tab.goto(address, wait_until="networkidle")
    assert tab.locator("body").get_attribute("dir") == "rtl"
    return tab


def test_bars_grow_from_the_right_to_their_numbers_on_the_left(arabic: str, tabs: Tabs) -> None:
    tab = _opened(tabs, f"{arabic}signatories/by-country/")
    bars = tab.locator(".undersigned-tally--bars")
    drawn = [bars.locator("rect").nth(number) for number in range(2)]
    long, short = map(_box, drawn)
    assert long["width"] == pytest.approx(3 * short["width"], abs=1)
    assert _end(drawn[0]) == pytest.approx(_end(drawn[1]), abs=1)
    assert _end(bars.locator("dd > span").first) < long["x"]
    assert _box(bars.locator("dt a").first)["x"] > _end(drawn[0])


def test_numerals_open_the_lines_of_the_text_at_its_right(arabic: str, tabs: Tabs) -> None:
    tab = _opened(tabs, f"{arabic}principles/")
    item = tab.locator(".undersigned-text > ol > li").first
    style = "const style = getComputedStyle(each, '::before');"
    assert item.evaluate(f"each => {{ {style} return style.right }}") == "0px"
    assert item.evaluate("each => parseFloat(getComputedStyle(each).paddingRight)") > 0
    assert item.evaluate("each => getComputedStyle(each).paddingLeft") == "0px"


def test_notes_stand_at_the_left_of_their_text_and_the_menu_at_its_right(
    arabic: str, tabs: Tabs
) -> None:
    tab = _opened(tabs, f"{arabic}notes/")
    text = tab.locator("#_content > p").first
    assert _end(tab.locator(".footnote li")) < _box(text)["x"]
    assert _box(tab.locator(".undersigned-nav"))["x"] >= _end(text)


def test_code_runs_from_left_to_right(arabic: str, tabs: Tabs) -> None:
    tab = _opened(tabs, f"{arabic}notes/")
    code = tab.locator("pre code")
    assert code.evaluate("each => getComputedStyle(each).direction") == "ltr"


def test_letters_that_join_are_neither_slanted_nor_spaced(arabic: str, tabs: Tabs) -> None:
    tab = _opened(tabs, f"{arabic}notes/")
    for part in ("#_content em", "#_content h4"):
        style = tab.locator(part).evaluate("each => ({...getComputedStyle(each)})")
        assert style["fontStyle"] == "normal"
        assert style["letterSpacing"] in ("normal", "0px")
        assert int(style["fontWeight"]) >= 600


def test_time_runs_from_the_right_and_no_letter_is_mirrored(arabic: str, tabs: Tabs) -> None:
    tab = _opened(tabs, f"{arabic}signatories/by-date/")
    drawn = tab.locator(".undersigned-timeline > svg")
    dates = drawn.locator("text:not(.undersigned-timeline__amount)")
    first, last = dates.first, dates.last
    assert _box(first)["x"] > _box(last)["x"]
    assert _end(first) <= _end(drawn) + 1
    assert _box(last)["x"] >= _box(drawn)["x"] - 1
    for text in (first, last, drawn.locator(".undersigned-timeline__amount").first):
        assert text.evaluate("each => each.getScreenCTM().a") > 0


def test_a_quotation_has_one_bar_at_the_side_where_its_own_words_begin(
    arabic: str, tabs: Tabs
) -> None:
    tab = _opened(tabs, f"{arabic}signatories/")
    said = tab.locator(".undersigned-entry__statement").first
    widths = "const {borderLeftWidth: left, borderRightWidth: right} = getComputedStyle(each);"
    assert said.evaluate(f"each => {{ {widths} return [left, right] }}") == ["1px", "0px"]


def test_names_in_latin_letters_begin_at_the_edge_of_their_list(arabic: str, tabs: Tabs) -> None:
    tab = _opened(tabs, f"{arabic}signatories/")
    entry = tab.locator(".undersigned-entry").first
    name = entry.locator(".undersigned-entry__name")
    assert _end(name) == pytest.approx(_end(entry), abs=1)
    assert "\u2068alder.example\u2069" in entry.locator(".undersigned-entry__grade").inner_text()


def test_a_sentence_in_english_has_its_full_stop_behind_it(arabic: str, tabs: Tabs) -> None:
    tab = _opened(tabs, f"{arabic}404.html")
    link = tab.locator("#_content p a").last
    stop = "const stop = new Range(), text = each.nextSibling;"
    stop += "stop.setStart(text, 0); stop.setEnd(text, 1); return stop.getBoundingClientRect().x"
    assert link.evaluate("each => each.nextSibling.data[0]") == "."
    assert link.evaluate(f"each => {{ {stop} }}") == pytest.approx(_end(link), abs=1)


@pytest.mark.parametrize("path", ["", "principles/", "signatories/", "signatories/by-date/"])
def test_nothing_is_wider_than_a_narrow_phone(path: str, arabic: str, tabs: Tabs) -> None:
    tab = tabs.tab(viewport={"width": 320, "height": 640})
    tab.goto(arabic + path, wait_until="networkidle")
    assert tab.evaluate("document.documentElement.scrollWidth") == 320
