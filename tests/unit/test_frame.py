"""What stands around something on a page."""

import pytest
from undersigned.markup.document import page
from undersigned.shown.frame import astray, hiding, steps_to, steps_with, written

WAYS = [written("html", "body", "div.a"), written("html", "body", "div.a", "ul.b")]


def around(html: str) -> str:
    (element,) = page(html).select("#here")
    return astray(steps_to(element), WAYS)


def test_an_element_in_its_place_is_not_astray() -> None:
    assert around('<div class="a"><p id="here">') == ""
    assert around('<div class="a"><ul class="b"><li id="here">') == ""


@pytest.mark.parametrize(
    ("html", "said"),
    [
        ('<div class="a"><div hidden><p id="here">', "within <div hidden>"),
        ('<div class="a" hidden><p id="here">', 'within <div class="a" hidden>'),
        ('<div class="a c"><p id="here">', 'within <div class="a c">'),
        ('<div class="a"><ul class="b"><li><p id="here">', "within <li>"),
        ('<body inert><div class="a"><p id="here">', "within <body inert>"),
        ('<p id="here">', 'outside of <div class="a">'),
    ],
)
def test_what_is_around_it_and_should_not_be_is_named(html: str, said: str) -> None:
    assert around(html) == said


def test_language_direction_and_theme_are_a_site_s_own_to_set() -> None:
    html = '<html lang="ar"><body dir="rtl" data-scheme="slate"><div class="a"><p id="here">'
    assert around(html) == ""
    assert around('<div class="a" dir="rtl"><p id="here">') != ""


def test_a_group_may_have_its_kind_for_the_filter() -> None:
    (section,) = page('<section class="g" data-kind="company">').select("section")
    assert steps_with(section)[-1:] == written("section.g")


def test_a_frame_of_plain_elements_hides_nothing() -> None:
    (text,) = page('<main id="m" data-x="y"><p id="here">').select("p")
    assert hiding(steps_to(text)) == ""
    (text,) = page("<details><p>").select("p")
    assert hiding(steps_to(text)) == "within <details>"
    (text,) = page('<div aria-hidden="true"><p>').select("p")
    assert hiding(steps_to(text)) == 'within <div aria-hidden="true">'
