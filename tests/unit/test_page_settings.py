"""The settings at the head of pages."""

from pathlib import Path

import pytest
from undersigned.markup.page_settings import refused_settings
from undersigned.text.pages import read_pages

from tests.support.files import plant

_WORDS = "is no words; write them behind it on one line, in quotation marks"
_HIDE = "hide is no list; write it as '[navigation, toc]', or leave it out"
_SEARCH = "search holds no settings of its own; write it as '{exclude: true}', or leave it out"
_VERSION = "version is a setting of published texts; name it otherwise, such as 'edition'"
_DRAWN = (
    "draws no page; leave it out, or name 'undersigned/home.html', 'undersigned/text.html',"
    " 'undersigned/cite.html', 'undersigned/sign.html', 'undersigned/principle.html',"
    " 'undersigned/glossary.html', 'undersigned/readings.html'"
    " or one of overrides/"
)


def said_of(root: Path, page: str) -> list[str]:
    plant(root, {"docs/a.md": page, "overrides/own.html": "", "overrides/a/b.html": ""})
    plant(root, {"overrides/partials/nav.html": "", "overrides/404.html": ""})
    found = refused_settings(root, read_pages(root)[0], {"docs/text.md"})
    return [str(problem) for problem in found]


@pytest.mark.parametrize(
    ("setting", "said"),
    [
        ("title: [a]", f"8: title {_WORDS}"),
        ("description: {a: b}", f"14: description {_WORDS}"),
        ("hide: 5", f"7: {_HIDE}"),
        ("hide: {toc: true}", f"7: {_HIDE}"),
        ("hide: [1]", f"7: {_HIDE}"),
        ("search: false", f"9: {_SEARCH}"),
        ("search: words", f"9: {_SEARCH}"),
        ('version: "2.0"', f"10: {_VERSION}"),
        ("version:", f"9: {_VERSION}"),
        ("template: 5", f"11: template '5' {_DRAWN}"),
        ("template: [a]", f"11: template {_DRAWN}"),
        ("template:", f"10: template {_DRAWN}"),
        ("template: none.html", f"11: template 'none.html' {_DRAWN}"),
        ("template: ../own.html", f"11: template '../own.html' {_DRAWN}"),
        ("template: partials/nav.html", f"11: template 'partials/nav.html' {_DRAWN}"),
        ("template: 404.html", f"11: template '404.html' {_DRAWN}"),
    ],
)
def test_a_setting_that_would_stop_a_build_is_refused_at_its_place(
    tmp_path: Path, setting: str, said: str
) -> None:
    assert said_of(tmp_path, f"---\n{setting}\n---\n# A\n") == [f"docs/a.md:2:{said}"]


@pytest.mark.parametrize(
    "setting",
    ["title: 5", "title: 2024-01-02", "title:", "hide: [navigation, toc]", "hide: toc", "hide:",
     "search: {exclude: true}", "search:", "template: own.html", "template: a/b.html", "tags: 5",
     "template: undersigned/text.html", "template: undersigned/print.html", "description: 1984",
     "status: new", "date: 2024-01-02", "edition: 2"],
)  # fmt: skip
def test_settings_that_templates_read_are_left_alone(tmp_path: Path, setting: str) -> None:
    assert said_of(tmp_path, f"---\n{setting}\n---\n# A\n") == []


def test_settings_that_would_be_shown_as_words_are_refused(tmp_path: Path) -> None:
    broken = said_of(tmp_path, "---\ntitle: [\n---\n# A\n")
    assert [each.partition(": ")[2].partition(":")[0] for each in broken] == ["this is not YAML"]
    assert said_of(tmp_path, "---\ntitle: A\ndate: 2024-02-30\n---\n# A\n") == [
        "docs/a.md:1:1: settings cannot be read, and are shown: day is out of range for month;"
        " mend them"
    ]
    assert said_of(tmp_path, "---\ntitle: !a b\n---\n")[0].startswith(
        "docs/a.md:1:1: settings cannot be read, and are shown: line 2: could not determine"
    )


def test_words_between_two_rules_are_no_settings(tmp_path: Path) -> None:
    assert said_of(tmp_path, "---\nWords [of a page\n\n---\n") == []


def test_first_words_that_would_be_taken_for_a_setting_are_reported(tmp_path: Path) -> None:
    swallowed = (
        "docs/a.md:1:1: 'Note: words of the page.' begins the page, where it is read as a setting"
        " and not shown; write settings between two lines of '---', or a heading first"
    )
    assert said_of(tmp_path, "Note: words of the page.\n\nMore.\n") == [swallowed]
    assert said_of(tmp_path, "# A\n\nNote: words of the page.\n") == []
    assert said_of(tmp_path, "Two words: more.\n") == []


def test_nothing_is_asked_of_texts(tmp_path: Path) -> None:
    plant(tmp_path, {"docs/text.md": "Scope: all\n"})
    assert said_of(tmp_path, "# A\n") == []
