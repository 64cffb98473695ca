"""Whoever follows advice about identity ends at green, whichever of several ways is taken."""

from pathlib import Path

import pytest
from undersigned.fields import BETWEEN, BY_NAME, SEVERAL
from undersigned.issues.advice import worded_for
from undersigned.names.slug import LONGEST, slug
from undersigned.problem import Problem, Way, stopping
from undersigned.register.new_entry import EntryChecker, entry_checker
from undersigned.register.rules.remedies import REMOVE, FreeIds, in_a_file
from undersigned.site import read_site

from tests.support.files import plant
from tests.support.identities import (
    BEFORE,
    NORDVIK,
    REFUSED,
    SITE,
    Values,
    company,
    person,
    register_of,
)
from tests.support.issues import ENTERED

# As many steps as the longest way needs: one for each of four of one name, and one more.
STEPS = 5


def problems_of(checker: EntryChecker, values: Values) -> list[Problem]:
    return stopping(problem for _, problem in checker.problems(checker.completed(values)))


def followed(values: Values, way: Way) -> Values:
    """The entry after a way was taken; where only the person knows the value, it is another one."""
    value = way.value or "1.0"
    if way.field in SEVERAL and way.field in values:
        value = f"{values[way.field]}{BETWEEN}{value}"
    return {**values, way.field: value}


def ends(checker: EntryChecker, values: Values, steps: int = STEPS) -> list[Values]:
    """Every entry to which advice leads; none may take more than so many steps."""
    problems = problems_of(checker, values)
    if not problems:
        return [values]
    assert steps, [each.message for each in problems]
    assert all(each.ways for each in problems), [each.message for each in problems]
    found = []
    for problem in problems:
        for way in problem.ways:
            if way.field and not way.elsewhere:
                found += ends(checker, followed(values, way), steps - 1)
    assert found or any(way.action for each in problems for way in each.ways)
    return found


@pytest.mark.parametrize("case", REFUSED)
def test_every_way_that_is_offered_ends_at_green(tmp_path: Path, case: str) -> None:
    present, values = REFUSED[case]
    plant(tmp_path, {**SITE, "signatories.yml": register_of(*present)})
    checker, problems = entry_checker(tmp_path)
    assert problems == []
    assert problems_of(checker, values)
    ended = ends(checker, values)
    assert ended
    for end in {tuple(sorted(each.items())): each for each in ended}.values():
        path = checker.path_of(end)
        plant(tmp_path, {path: register_of(checker.completed(end))})
        assert stopping(read_site(tmp_path)[1]) == []
        (tmp_path / path).unlink()


@pytest.mark.parametrize("case", REFUSED)
def test_a_form_names_its_questions_and_no_field_that_it_asks_for(
    tmp_path: Path, case: str
) -> None:
    present, values = REFUSED[case]
    plant(tmp_path, {**SITE, "signatories.yml": register_of(*present)})
    for problem in problems_of(entry_checker(tmp_path)[0], values):
        for form in ENTERED:
            worded = worded_for(form, problem)
            assert worded.startswith(problem.found)
            for way in problem.ways:
                if question := form.about(way.field) if way.field and way.value else None:
                    assert f"under '{question.heading}' " in worded
                    assert f"'{way.value}'" in worded
                    assert in_a_file(way) not in worded
                elif way != REMOVE and (way.field or way.elsewhere):
                    assert f"ask a maintainer in a comment to {in_a_file(way)}" in worded


def test_a_way_is_worded_for_a_file_so_that_yaml_reads_the_value_as_it_is() -> None:
    assert in_a_file(Way("id", "acme-2", "if they are two")) == "add 'id: acme-2' if they are two"
    assert in_a_file(Way("formerly", "Acme: Us")) == "add 'formerly: \"Acme: Us\"'"
    assert in_a_file(Way("endorses")) == "give 'endorses'"
    assert in_a_file(REMOVE) == "remove one"


@pytest.mark.parametrize("name", ["Acme", "b" * 90, "c" * 80, "d" * 77 + "-e", "CON", "王小明"])
def test_a_free_id_is_an_id_that_nobody_has(name: str) -> None:
    taken = {slug(name)}
    free = FreeIds(taken)
    assert free.like("new") == "new"
    for _ in range(12):
        offered = free.like(slug(name))
        assert free.like(slug(name)) == offered
        assert slug(offered) == offered
        assert len(offered) <= LONGEST
        assert offered not in taken
        taken.add(offered)
        free.take(offered)


def test_ways_name_fields_of_the_register(tmp_path: Path) -> None:
    for present, values in REFUSED.values():
        plant(tmp_path, {**SITE, "signatories.yml": register_of(*present)})
        for problem in problems_of(entry_checker(tmp_path)[0], values):
            assert all(way.field in BY_NAME or way.action for way in problem.ways)


def test_who_comes_fourth_learns_of_all_three_at_once(tmp_path: Path) -> None:
    present, values = REFUSED["the fourth of four legal forms"]
    plant(tmp_path, {**SITE, "signatories.yml": register_of(*present)})
    found = problems_of(entry_checker(tmp_path)[0], values)
    offered = [
        way.value for problem in found for way in problem.ways if way.field != "id" and way.field
    ]
    assert offered == ["nordvik-ag", "nordvik-as", "nordvik-ltd"]


def test_of_many_copies_each_is_reported_once(tmp_path: Path) -> None:
    copies = [{**NORDVIK[0], "name": f"Nordvik {form}"} for form in ("AG", "AS", "Ltd", "SA")]
    plant(tmp_path, {**SITE, "signatories.yml": register_of(*copies)})
    assert len(read_site(tmp_path)[1]) == 3


BACKDATED = [
    ("signatories.yml", "signatories.d/jane-doe.yml"),
    ("signatories.d/jane-doe.yml", "signatories.d/jane-doe@1.0.yml"),
]


@pytest.mark.parametrize(("there", "drop_in"), BACKDATED)
def test_nobody_joins_a_namesake_by_an_earlier_date_alone(
    tmp_path: Path, there: str, drop_in: str
) -> None:
    present = register_of(person("Jane Doe", id="jane-doe"))
    namesake = person("Jane Doe", "https://j.example/2", signed="2023-06")
    plant(tmp_path, {**SITE, "signatories.yml": "[]\n", there: present})
    plant(tmp_path, {drop_in: register_of(namesake)})
    [problem] = stopping(read_site(tmp_path)[1])
    assert problem.path == drop_in
    assert "add 'id: jane-doe' if it is the same" in problem.message
    checker, _ = entry_checker(tmp_path)
    assert problems_of(checker, namesake)
    plant(tmp_path, {drop_in: register_of({**namesake, "id": "jane-doe"})})
    assert read_site(tmp_path)[1] == []


def test_who_signed_first_needs_no_id_where_a_later_drop_in_joins_it(tmp_path: Path) -> None:
    first, second = (
        register_of(person("Jane Doe", **more)) for more in (BEFORE, {"id": "jane-doe"})
    )
    plant(tmp_path, {**SITE, "signatories.yml": "[]\n", "signatories.d/jane-doe.yml": first})
    plant(tmp_path, {"signatories.d/jane-doe@2.0.yml": second})
    assert read_site(tmp_path)[1] == []
    assert read_site(tmp_path, lambda entry: "@" not in entry.path)[1] == []


def test_a_colleague_who_signs_on_the_same_day_is_not_told_to_change_the_others_entry(
    tmp_path: Path,
) -> None:
    site = {"website": "https://uni.example"}
    colleagues = [person("Ann Doe", **site), person("Bob Doe", **site)]
    partners = [
        company("Acme", "uni"),
        company("Beta", "uni", evidence="https://beta.example/news"),
    ]
    for one, other in (colleagues, partners):
        plant(tmp_path, {**SITE, "signatories.yml": register_of(one)})
        path = f"signatories.d/{slug(other['name'])}.yml"
        plant(tmp_path, {path: register_of(other)})
        [problem] = [each for each in read_site(tmp_path)[1] if each.path == path]
        assert "folded meanwhile" not in problem.message
        assert "remove one, give each its own, or add 'distinct_from: " in problem.message
        (tmp_path / path).unlink()
