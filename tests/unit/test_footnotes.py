"""Citations as notes: which share one, and where a page cites what."""

import pytest
from undersigned.bibliography.footnotes import Note, note_of, places_in


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("a", "", ""), ("a", " ", "")),
        (("a", "see", "p. 80"), ("a", "see ", "p.  80")),
    ],
)
def test_what_says_the_same_is_one_note(
    one: tuple[str, str, str], other: tuple[str, str, str]
) -> None:
    assert note_of(*one) == note_of(*other)


def test_a_source_has_a_note_for_each_thing_that_is_said_of_it() -> None:
    said = [
        ("", ""), ("see", ""), ("cf.", ""), ("", "p. 80"), ("", "p. 81"), ("see", "p. 80"),
        ("", "§ 5"), ("", "5"), ("", "ch. 5"), ("", "第5章"), ("", "第6章"), ("", "pp. 5–6"),
        ("", "[5]"), ("", "<b>5</b>"), ("«", "5"),
        ("", "pp. 5, 6"), ("", "1.5"), ("", "1-5"), ("", "p. iv"), ("", "p. IV"),
    ]  # fmt: skip
    names = [note_of("key", *each).name for each in said]
    assert len(set(names)) == len(said)
    assert names[0] == "key"
    assert all(name.isascii() and not set(name) & set(' []"<>^:') for name in names)


def test_places_are_told_by_source_in_the_order_of_the_page() -> None:
    html = (
        '<sup id="fnref:a.p-80"></sup><sup id="fnref:own"></sup><sup id="fnref:b"></sup>'
        '<sup id="fnref:a"></sup><sup id="fnref2:a.p-80"></sup>'
    )
    notes = [Note("a"), Note("a", locator="p. 80"), Note("b"), Note("never")]
    assert places_in(html, notes) == {
        "a": ("fnref:a.p-80", "fnref:a", "fnref2:a.p-80"),
        "b": ("fnref:b",),
    }


def test_no_key_is_the_name_of_another_sources_note() -> None:
    assert note_of("a", "", "p. 80").name != note_of("a-p-80", "", "").name
