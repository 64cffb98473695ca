from collections import Counter

from undersigned.problem import SCREENFUL, Problem, Severity, quoted, report, stopping, summed_up


def test_a_report_is_sorted_counted_and_says_a_thing_once() -> None:
    twice = Problem("a.yml", 2, 1, "second")
    assert report([twice, Problem("a.yml", 1, 9, "first"), twice]) == (
        "a.yml:1:9: first\na.yml:2:1: second\n2 problems"
    )


def test_what_weighs_less_says_so_and_is_counted_apart() -> None:
    warning = Problem("a.yml", 1, 1, "perhaps", Severity.WARNING)
    problem = Problem("a.yml", 2, 1, "surely")
    assert report([problem, warning]) == (
        "a.yml:1:1: warning: perhaps\na.yml:2:1: surely\n1 problem, 1 warning"
    )
    assert stopping([problem, warning]) == [problem]


def test_no_problems_are_no_report() -> None:
    assert report([]) == ""


def test_what_a_terminal_would_obey_is_written_out() -> None:
    assert quoted("a\x1b[31m\u202eb") == "'a\\x1b[31m\\u202eb'"
    assert "\n" not in str(Problem("signatories.d/a\nb.yml", 1, 1, ""))


def test_a_long_value_is_shortened() -> None:
    assert len(quoted("x" * 1000)) == 62


def notes(number: int, message: str = "'{0}' is odd", path: str = "a.yml") -> list[Problem]:
    """Notes on so many lines, each of which says of its own line that it is odd."""
    return [
        Problem(path, line, 1, message.format(line), Severity.NOTE) for line in range(1, number + 1)
    ]


def test_a_screenful_of_notes_is_printed_and_more_are_one_that_counts_them() -> None:
    assert report(notes(SCREENFUL), summed=True) == report(notes(SCREENFUL))
    assert report([*notes(1234), Problem("a.yml", 9, 1, "wrong")], summed=True) == (
        "a.yml:1:1: note: '1' is odd (and 1,233 more of this kind, such as a.yml:2 and a.yml:3;"
        " 'undersigned check --all' prints each)\n"
        "a.yml:9:1: wrong\n1 problem, 1,234 notes"
    )
    assert report(notes(1234)).splitlines()[1233:] == [
        "a.yml:1234:1: note: '1234' is odd",
        "1,234 notes",
    ]


def test_notes_are_of_one_kind_if_only_values_and_numbers_tell_them_apart() -> None:
    kinds = ["line {0} of 'it's {0}' isn't even", "'a' and 'b{0}' differ", "'a' or 'b{0}' differs"]
    several = [note for message in kinds for note in notes(30, message)]
    assert [each.line for each in summed_up(several)] == [1, 1, 1]
    assert [each.message.partition(" (")[0] for each in summed_up(several)] == [
        "'a' and 'b1' differ", "'a' or 'b1' differs", "line 1 of 'it's 1' isn't even",
    ]  # fmt: skip


def test_notes_of_one_kind_in_many_files_are_one() -> None:
    (note,) = summed_up(each for number in range(30) for each in notes(1, path=f"{number}.yml"))
    assert "(and 29 more of this kind, such as 1.yml:1 and 10.yml:1;" in note.message


def test_warnings_are_summed_up_as_notes_are_and_apart_from_them_and_problems_never() -> None:
    found = notes(30)
    for severity in (Severity.PROBLEM, Severity.WARNING):
        found += [note._replace(severity=severity, path="b.yml") for note in notes(30)]
    shown = Counter(each.severity for each in summed_up(found))
    assert shown == {Severity.NOTE: 1, Severity.WARNING: 1, Severity.PROBLEM: 30}
