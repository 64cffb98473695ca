"""The grade of an endorsement by the addresses of its evidence and of the signatory's website."""

import pytest
from undersigned.evidence.grades import Grade, grade_of

WEBSITE = "https://acme.com"


@pytest.mark.parametrize(
    ("evidence", "website", "individual", "grade"),
    [
        ("https://acme.com/a", WEBSITE, False, Grade.OWN_SITE),
        ("https://acme.com/a", WEBSITE, True, Grade.OWN_SITE),
        ("https://example.org/a", WEBSITE, False, Grade.RECORDED),
        ("https://example.org/a", WEBSITE, True, Grade.RECORDED),
        ("https://example.org/a", None, False, Grade.RECORDED),
        ("https://example.org/~jane", None, True, Grade.STATED),
        ("https://github.com/jane", None, True, Grade.STATED),
        (None, WEBSITE, False, Grade.CONFIRMED),
        (None, WEBSITE, True, Grade.CONFIRMED),
        (None, None, True, Grade.CONFIRMED),
    ],
)
def test_a_grade_says_what_the_evidence_proves(
    evidence: str | None, website: str | None, individual: bool, grade: Grade
) -> None:
    assert grade_of(evidence, website, individual=individual) is grade


def test_a_post_beside_a_companys_page_is_recorded_by_the_host() -> None:
    page = "https://linkedin.com/company/x"
    assert grade_of("https://linkedin.com/posts/y", page) is Grade.RECORDED


def test_nobody_is_an_individual_unless_it_is_said() -> None:
    assert grade_of("https://example.org/a", None) is Grade.RECORDED


def test_grades_are_ordered_from_best_to_worst() -> None:
    assert [*Grade] == ["proved", "own-site", "recorded", "confirmed", "stated"]
