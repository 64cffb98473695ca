"""Names as they are read from a field, in the forms of BibTeX and of BibLaTeX."""

import pytest
from undersigned.bibliography.values.people import filed_under, parts_of, shown_name
from undersigned.bibliography.values.persons import names_of, split_list

from tests.support.guard import Guard
from tests.support.references import entry_of
from tests.support.work import growth


@pytest.mark.parametrize(
    ("written", "items"),
    [
        ("A and B", ["A", "B"]),
        ("A AND B", ["A", "B"]),
        ("{A and B} and C", ["{A and B}", "C"]),
        ("Anderson and Sand", ["Anderson", "Sand"]),
        ("A and", ["A", ""]),
        ("and", ["", ""]),
        ("} and {", ["}", "{"]),
    ],
)
def test_and_separates_the_items_of_a_list_outside_of_braces(
    written: str, items: list[str]
) -> None:
    assert split_list(written) == items


@pytest.mark.parametrize(
    ("written", "shown", "filed"),
    [
        ("family=Meij, given=Jan, prefix=van der", "Jan van der Meij", "Meij, Jan, van der"),
        ("Given=Ada, FAMILY=Byron", "Ada Byron", "Byron, Ada"),
        (
            "family=Meij, given=Vincent, prefix=van der, useprefix=true",
            "Vincent van der Meij",
            "van der Meij, Vincent",
        ),
        ('"family={Smith, Sons}", given=A', "A Smith, Sons", "Smith, Sons, A"),
        ("family={World Bank}", "World Bank", "World Bank"),
        ("family={The Bank}", "The Bank", "Bank"),
        ("family=Este, prefix=d’, given=B", "B d’Este", "Este, B, d’"),
        ("家 名", "家名", "家, 名"),
        ("家, 名", "家名", "家, 名"),
        ("スミス, ジョン", "ジョン・スミス", "スミス, ジョン"),
        ("王 Wang, 明", "明 王 Wang", "王 Wang, 明"),
        (r"Ernst \& Young", "Ernst & Young", "Ernst & Young"),
        (r"J.\,R. Doe", "J.\u202fR. Doe", "Doe, J.\u202fR."),
        ("One, Two, Three, Four", "One, Two, Three, Four", "One, Two, Three, Four"),
        ("Doe, Jane,", "Jane Doe", "Doe, Jane"),
        ("OTHERS", "others", "others"),
    ],
)  # fmt: skip
def test_a_name_is_shown_and_filed_by_its_parts(written: str, shown: str, filed: str) -> None:
    [name] = names_of(written)
    assert (shown_name(name), filed_under(name)) == (shown, filed)


@pytest.mark.parametrize("written", ["", " ", "{}", "{ }"])
def test_a_field_without_words_names_nobody(written: str) -> None:
    assert names_of(written) == []


@pytest.mark.parametrize(
    ("options", "kept"),
    [("useprefix=true", "non-"), ("useprefix", "non-"), ("useprefix=false", ""), ("", "non-")],
)
def test_an_option_of_the_entry_says_whether_particles_count(options: str, kept: str) -> None:
    entry = entry_of(f"@misc{{k, author = {{de la Cruz, Ana}}, options = {{{options}}}}}")
    [name] = entry.persons["author"]
    assert parts_of(name) == {"family": "Cruz", "given": "Ana", f"{kept}dropping-particle": "de la"}


def test_what_is_no_part_of_a_name_is_kept_for_the_checks() -> None:
    [name] = names_of("family=Doe, given=J, cjk=x, rest, id=3, given-i=J")
    assert name.unknown == ("cjk", "rest")


def many(count: int) -> str:
    return " and ".join(["family={A and B}, given=C", "D, E, F", "{{G"] * count)


def test_the_work_grows_with_the_number_of_names(guard: Guard) -> None:
    assert growth(names_of, many(100), many(200)) < 2.3
    assert guard(names_of, many(3_000))
