"""Which deploy a build is for, told from the environment alone."""

import pytest
from undersigned.build.preview import Deploy, preview_of, refused_preview

PREVIEW = {
    "NETLIFY": "true",
    "CONTEXT": "deploy-preview",
    "PULL_REQUEST": "true",
    "REVIEW_ID": "12",
    "BRANCH": "pull/12/head",
    "HEAD": "add-acme",
    "URL": "https://statement.example",
    "DEPLOY_PRIME_URL": "https://deploy-preview-12--statement.netlify.app",
}


def test_a_preview_knows_its_address_its_branch_its_number_and_the_published_site() -> None:
    assert preview_of(PREVIEW) == Deploy(
        "https://deploy-preview-12--statement.netlify.app/",
        "https://statement.example/",
        "add-acme",
        "12",
    )


def test_a_branch_has_no_number() -> None:
    branch = PREVIEW | {"CONTEXT": "branch-deploy", "PULL_REQUEST": "false", "REVIEW_ID": ""}
    preview = preview_of(branch)
    assert preview
    assert (preview.branch, preview.pull_request) == ("add-acme", "")


@pytest.mark.parametrize(
    "changed", [{"CONTEXT": "production"}, {"CONTEXT": ""}, {"NETLIFY": ""}, {"NETLIFY": "no"}]
)
def test_the_published_site_and_local_builds_are_no_previews(changed: dict[str, str]) -> None:
    assert preview_of(PREVIEW | changed) is None
    assert preview_of({}) is None


def test_an_unknown_context_is_a_preview_rather_than_the_published_site() -> None:
    assert preview_of({"NETLIFY": "true", "CONTEXT": "dev"}) == Deploy()


@pytest.mark.parametrize("number", ["<b>", "12x", "-1", "١٢", ""])
def test_what_is_no_number_is_not_shown_as_one(number: str) -> None:
    preview = preview_of(PREVIEW | {"REVIEW_ID": number})
    assert preview
    assert preview.pull_request == ""


def test_hidden_characters_of_a_branch_are_written_out_and_its_length_is_bounded() -> None:
    preview = preview_of(PREVIEW | {"HEAD": "a\u202eb" + "c" * 500})
    assert preview
    assert preview.branch.startswith("a\\u202eb")
    assert len(preview.branch) == 100


@pytest.mark.parametrize("name", ["DEPLOY_PRIME_URL", "URL"])
@pytest.mark.parametrize(
    "address",
    ["http://x.example", "javascript:alert(1)", "https://x.example/<b>", "https://u:p@x.example"],
)
def test_what_is_no_https_address_is_refused_by_its_name(name: str, address: str) -> None:
    preview = preview_of(PREVIEW | {name: address})
    assert preview
    [problem] = refused_preview(preview)
    assert name in problem.message


def test_good_addresses_and_unknown_ones_are_not_refused() -> None:
    for preview in (Deploy(), preview_of(PREVIEW) or Deploy()):
        assert list(refused_preview(preview)) == []
