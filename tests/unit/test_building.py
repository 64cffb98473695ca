"""The site to build, with regard to what the engine has read of its configuration."""

from datetime import date
from pathlib import Path

import pytest
from undersigned.changes.building import published, site_to_build
from undersigned.evidence.grades import Grade
from undersigned.problem import stopping
from undersigned.register.rules import context
from undersigned.settings import Configuration

from tests.support.branches import Branch
from tests.support.files import plant
from tests.support.proofs import PUBLISHED, SITE, kept
from tests.support.registers import BARE_SITE, entry_text

NAMED = {"mkdocs.yml": "site_name: Any\nsite_url: !ENV SITE_URL\n"}
FILES = PUBLISHED | NAMED | {"signatories.yml": entry_text("Acme")}

# As Netlify builds a preview; mkdocs.yml still has the address of the published site.
PREVIEW = {
    "NETLIFY": "true", "CONTEXT": "deploy-preview", "DEPLOY_PRIME_URL": "https://1--x.example",
    "URL": SITE,
}  # fmt: skip


@pytest.mark.parametrize("variables", [{}, PREVIEW])
def test_proofs_are_of_the_address_that_the_engine_has_read(
    variables: dict[str, str], tmp_path: Path
) -> None:
    plant(tmp_path, FILES | kept())
    for address, grade in ((SITE, Grade.PROVED), ("https://other.example/", Grade.OWN_SITE)):
        site, problems = site_to_build(tmp_path, variables, Configuration("Any", address))
        assert stopping(problems) == []
        assert [each.grade for each in site.register.endorsements] == [grade]


def test_a_build_of_a_change_has_the_proofs_and_leaves_broken_copies_of_others_out(
    tmp_path: Path,
) -> None:
    beta = kept(host="beta.example") | {"proofs/beta.example/stray.txt": ""}
    register = "\n".join(map(entry_text, ("Acme", "Beta")))
    plant(tmp_path, FILES | {"signatories.yml": register} | beta)
    branch = Branch(tmp_path)
    branch.git("init", "--quiet", "--initial-branch", "main")
    branch.commit()
    branch.begin("mine")
    branch.commit(kept())
    site, problems = site_to_build(tmp_path, {"BASE": "main"}, Configuration("Any", SITE))
    assert stopping(problems) == []
    grades = [each.grade for each in site.register.endorsements]
    assert grades == [Grade.PROVED, Grade.OWN_SITE]
    assert [*site.copies] == ["acme.example"]
    branch.commit({"proofs/acme.example/stray.txt": ""})
    _, problems = site_to_build(tmp_path, {"BASE": "main"}, Configuration("Any", SITE))
    assert [each.path for each in stopping(problems)] == ["proofs/acme.example/stray.txt"]


def test_a_draft_has_the_day_of_the_build_and_so_the_same_bytes_on_any_other(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    none = dict.fromkeys(("signatories.yml", "versions.yml"), "[]\n")
    plant(tmp_path, BARE_SITE | none | {"docs/principles/draft.md": "1. Keep a lamp lit\n"})
    (tmp_path / "docs/principles/1.0.md").unlink()
    statement = {"title": "A", "publisher": "B", "address": "https://b.example/"}
    edition = {"name": "B", "kind": "official"}
    extra = {"statement": statement, "edition": edition}
    configuration = Configuration("Any", SITE, extra=extra)
    made = []
    for today in (date(2026, 1, 2), date(2026, 3, 4)):
        monkeypatch.setattr(context, "latest_today", lambda today=today: today)
        found, problems = published(tmp_path, {"SOURCE_DATE_EPOCH": "86400"}, configuration)
        assert found, problems
        made.append({file.path: file.content for file in found.files})
        assert [str(each.published) for each in found.site.versions] == ["1970-01-02"]
    assert made[0] == made[1]
    assert "statement.json" in made[0]
