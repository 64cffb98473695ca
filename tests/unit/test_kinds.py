import pytest
from undersigned.fields import Kind
from undersigned.register.terms.kinds import kind_meant


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("for-profit", Kind.COMPANY),
        ("GmbH", Kind.COMPANY),
        ("Firms", Kind.COMPANY),
        ("Société", Kind.COMPANY),
        ("NGOs", Kind.NONPROFIT),
        ("not-for-profit", Kind.NONPROFIT),
        ("think tank", Kind.NONPROFIT),
        ("Universität", Kind.ACADEMIC),
        ("Universities", Kind.ACADEMIC),
        ("goverment", Kind.PUBLIC_BODY),
        ("public_body", Kind.PUBLIC_BODY),
        ("trade association", Kind.ASSOCIATION),
        ("Person", Kind.INDIVIDUAL),
        ("個人", Kind.INDIVIDUAL),
    ],
)
def test_a_word_of_another_list_means_a_kind(word: str, kind: Kind) -> None:
    assert kind_meant(word) is kind


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_means_itself_however_it_is_written(kind: Kind) -> None:
    assert kind_meant(kind.value) is kind
    assert kind_meant(f" {kind.value.upper().replace('-', ' ')}s") is kind


@pytest.mark.parametrize(
    "word", ["organisation", "organization", "organizations", "institute", "club", "", "xyz", "?"]
)
def test_a_word_that_may_mean_several_kinds_means_none(word: str) -> None:
    assert kind_meant(word) is None
