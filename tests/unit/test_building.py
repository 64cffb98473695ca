"""The site to build, with regard to what the engine has read of its configuration."""

from pathlib import Path

import pytest
from undersigned.changes.building import site_to_build
from undersigned.evidence.grades import Grade
from undersigned.problem import stopping
from undersigned.settings import Configuration

from tests.support.branches import Branch
from tests.support.files import plant
from tests.support.proofs import PUBLISHED, SITE, kept
from tests.support.registers import entry_text

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
