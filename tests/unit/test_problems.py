from undersigned.problem import Problem, Severity, quoted, report, stopping


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
