"""Pages that say to be about a principle, as engines read that and as the check of a site does."""

import pytest
from undersigned.problem import Severity
from undersigned.statement.principle_pages import faulty_principles, principle_of
from undersigned.text.source import Source

PATH = "docs/principles/one.md"
PRINCIPLES = {1: "Do no harm", 2: "Say so"}


def page(head: str) -> str:
    return f"---\n{head}\n---\n# One\n"


def said_of(text: str) -> list[str]:
    found = [*faulty_principles([Source(PATH, text)], (), PRINCIPLES)]
    assert all(each.severity is Severity.WARNING for each in found)
    return [str(each) for each in found]


@pytest.mark.parametrize(
    ("head", "number"),
    [
        ("principle: 1", 1),
        ('"principle": 1', 1),
        (r'"\x70rinciple": 1', 1),
        ("principle : 1", 1),
        ("{principle: 1}", 1),
        ("principle: 0x1", 1),
        ("principle: !!int '1'", 1),
        ("principle: 1\nprinciple: 2", 2),
        ("principle: 1 # the first", 1),
        ("principle: '1'", None),
        ("principle: true", None),
        ("principle: 1.0", None),
        ("principle: [1]", None),
        ("title: 1", None),
        ("principle: [", None),
        ("- principle: 1", None),
        ("principle: 2026-02-30", None),
    ],
)
def test_a_page_is_about_the_principle_that_engines_read_at_its_head(
    head: str, number: int | None
) -> None:
    assert principle_of(page(head)) == number


def test_a_page_without_settings_is_about_none() -> None:
    assert principle_of("principle: 1\n\n# One\n") is None


@pytest.mark.parametrize(
    ("head", "said"),
    [
        ("principle: '1'", ":2:12: warning: principle '1' is text; write the number without"),
        ("principle: 9", ":2:12: warning: principle '9' is none of the text in force; write its"),
        ("principle: one", ":2:12: warning: principle 'one' is none of the text in force; write"),
        ("principle: [1]", ":2:12: warning: principle is none of the text in force; write its n"),
        ("principle: true", ":2:12: warning: principle 'true' is none of the text in force; wri"),
    ],
)
def test_a_page_that_no_record_would_end_is_warned_of(head: str, said: str) -> None:
    [problem] = said_of(page(head))
    assert problem.startswith(f"{PATH}{said}")


@pytest.mark.parametrize("head", ["principle: 2", "principle:", "title: One", "principle: ["])
def test_nothing_is_said_of_pages_that_are_about_one_or_about_none(head: str) -> None:
    assert said_of(page(head)) == []


def test_a_text_without_numbers_asks_for_none() -> None:
    assert [*faulty_principles([Source(PATH, page("principle: one"))], (), {})] == []


def test_of_the_file_of_a_text_no_setting_is_taken() -> None:
    assert [*faulty_principles([Source(PATH, page("principle: 9"))], (PATH,), PRINCIPLES)] == []
