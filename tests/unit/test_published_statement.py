"""statement.json and signatories.json, read as they are written by the site that publishes them."""

from pathlib import Path

import pytest
from undersigned.verification.listed import read_signatories
from undersigned.verification.published_statement import (
    PublishedStatement,
    PublishedText,
    path_within,
    read_statement,
)

from tests.support.files import plant
from tests.support.published import published_by
from tests.support.registers import BARE_SITE, entry_text
from tests.support.verifying import digest

SITE = "https://small.example/"
PREVIEW = "https://deploy-preview-1--small.example/"
NETLIFY = {
    "NETLIFY": "true", "CONTEXT": "deploy-preview", "DEPLOY_PRIME_URL": PREVIEW[:-1],
    "URL": SITE[:-1],
}  # fmt: skip


def published(root: Path, variables: dict[str, str] | None = None) -> dict[str, bytes]:
    """The files that a site publishes, by their paths."""
    register = entry_text("Acme", more="  withdrawn: 2025-01-01\n") + entry_text("Nordvik")
    plant(root, BARE_SITE | {"signatories.yml": register})
    return {each.path: each.content for each in published_by(root, variables).files}


@pytest.mark.parametrize(("variables", "site"), [({}, SITE), (NETLIFY, PREVIEW)])
def test_a_statement_is_read_as_its_site_writes_it(
    tmp_path: Path, variables: dict[str, str], site: str
) -> None:
    files = published(tmp_path, variables)
    path = "principles/1.0.txt"
    text = PublishedText("1.0", digest(files[path]), f"{SITE}{path}", path)
    register = digest(files["signatories.yml"])
    assert read_statement(files["statement.json"], site) == (
        PublishedStatement(site, SITE, (text,), 2, register),
        "",
    )


def test_signatories_are_read_as_their_site_writes_them(tmp_path: Path) -> None:
    register, why = read_signatories(published(tmp_path)["signatories.json"])
    assert why == ""
    assert register is not None
    acme, nordvik = register.signatories
    assert acme.standing == ()
    assert nordvik.latest.website == "https://nordvik.example"
    assert nordvik.latest.url == f"{SITE}signatories/#nordvik"
    assert not nordvik.latest.proved


@pytest.mark.parametrize(
    ("address", "path"),
    [
        (f"{SITE}principles/1.0.txt", "principles/1.0.txt"),
        (f"{SITE}a%20b.txt", "a b.txt"),
        (SITE, None),
        ("https://small.example.other/principles/1.0.txt", None),
        (f"{SITE}../1.0.txt", None),
        (f"{SITE}a/%2e%2e/%2E%2E/etc/passwd", None),
        (f"{SITE}/etc/passwd", None),
        (f"{SITE}c:/1.0.txt", None),
        (f"{SITE}a%5cb", None),
        (f"{SITE}a%00", None),
        (f"{SITE}a?b", None),
        (f"{SITE}a%ff", None),
    ],
)
def test_a_path_within_a_site_leads_nowhere_else(address: str, path: str | None) -> None:
    assert path_within(address, SITE) == path
