"""A contributor is never red over somebody else's entry: real branches of real repositories."""

import subprocess
from pathlib import Path

import pytest
from undersigned.statement.version import digest

from tests.support.files import drawn, plant
from tests.support.registers import BARE_SITE, entry_text
from tests.support.sites import SmallSite

REGISTER = """\
--- signatories.yml
- name: Acme
  kind: company
  country: UK
  website: https://acme.example
  signed: 2024-05-06
  evidence: https://acme.example/news

- name: Beta
  kind: company
  country: AT
  website: https://beta.example
  signed: 2024-05-06
  evidence: https://beta.example/news
"""


SOURCE = "@misc{a, title = {{A}}, year = 2020}\n"


class Branch(SmallSite):
    """A site under git, on a branch off a base on which an old entry is bad."""

    def git(self, *arguments: str) -> None:
        command = ["git", "-c", "user.name=A", "-c", "user.email=a@b.example", *arguments]
        subprocess.run(command, cwd=self.root, check=True, capture_output=True)

    def commit(self) -> None:
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", "x")

    def edit(self, old: str, new: str) -> None:
        register = self.root / "signatories.yml"
        text = register.read_text(encoding="utf-8")
        assert old in text
        register.write_text(text.replace(old, new, 1), encoding="utf-8")

    def check(self, *options: str) -> tuple[int, str]:
        run = self.run("undersigned", "check", "--changed-since", "main", *options)
        assert run.stderr == ""
        return run.returncode, run.stdout


@pytest.fixture
def branch(tmp_path: Path) -> Branch:
    plant(tmp_path, BARE_SITE | drawn(REGISTER))
    site = Branch(tmp_path)
    site.git("init", "--quiet", "--initial-branch", "main")
    site.commit()
    site.git("switch", "--quiet", "--create", "mine")
    return site


OLD = "signatories.yml:3:12: note: country 'UK' is not an ISO 3166-1 alpha-2 code"


def test_an_old_problem_is_a_note_and_a_good_new_entry_passes(branch: Branch) -> None:
    plant(branch.root, {"signatories.d/gamma.yml": entry_text("Gamma")})
    branch.commit()
    code, said = branch.check()
    assert code == 0
    assert said.startswith(OLD)
    assert said.endswith("\n1 note\n")


@pytest.mark.parametrize("committed", [True, False])
def test_a_new_problem_fails_whether_or_not_it_is_committed(
    committed: bool, branch: Branch
) -> None:
    plant(branch.root, {"signatories.d/gamma.yml": entry_text("Gamma").replace("NO", "XX")})
    if committed:
        branch.commit()
    code, said = branch.check()
    assert code == 1
    assert "signatories.d/gamma.yml:3:12: country 'XX'" in said
    assert said.endswith("\n1 problem, 1 note\n")


def test_what_the_base_gained_since_is_not_the_branchs(branch: Branch) -> None:
    plant(branch.root, {"signatories.d/gamma.yml": entry_text("Gamma")})
    branch.commit()
    branch.git("switch", "--quiet", "main")
    plant(branch.root, {"signatories.d/zeta.yml": entry_text("Zeta").replace("NO", "XX")})
    branch.commit()
    branch.git("switch", "--quiet", "mine")
    assert branch.check()[0] == 0


def test_a_clash_is_the_new_entrys_wherever_it_stands(branch: Branch) -> None:
    branch.edit("- name: Acme", entry_text("BETA").replace("beta.ex", "b.ex") + "\n- name: Acme")
    code, said = branch.check()
    assert code == 1
    assert "signatories.yml:1:9: 'BETA' is already on signatories.yml:15 as 'Beta'" in said
    assert "signatories.yml:1:9: note: 'BETA' stands before" in said


def test_the_last_line_taken_from_an_entry_is_missed(branch: Branch) -> None:
    branch.edit("  evidence: https://beta.example/news\n", "")
    code, said = branch.check()
    assert code == 1
    assert "signatories.yml:8:3: no evidence" in said


def test_a_line_touched_in_an_entry_does_not_make_its_other_lines_ones_own(branch: Branch) -> None:
    branch.edit("https://acme.example/news", "https://acme.example/news/2")
    assert branch.check()[0] == 0
    branch.edit("country: UK", "country: Uk")
    assert branch.check()[0] == 1


def test_annotations_name_file_line_and_level(branch: Branch) -> None:
    plant(
        branch.root,
        {"signatories.d/gamma.yml": entry_text("Gamma").replace("Gamma", '"50%, done"')},
    )
    code, said = branch.check("--format", "github")
    assert code == 1
    assert "::notice file=signatories.yml,line=3,col=12::country 'UK' is not" in said
    assert "::error file=signatories.d/gamma.yml,line=1,col=" in said
    assert "50%25" in said


def test_only_the_files_that_are_named_are_told_of(branch: Branch) -> None:
    plant(branch.root, {"signatories.d/gamma.yml": entry_text("Gamma").replace("NO", "XX")})
    named = branch.run("undersigned", "check", "gamma.yml", cwd=branch.root / "signatories.d")
    assert (named.returncode, named.stdout.count("\n")) == (1, 2)
    other = branch.run("undersigned", "check", "docs/principles/1.0.md")
    assert (other.returncode, other.stdout) == (0, "")


def test_a_file_name_with_odd_characters_is_followed(branch: Branch) -> None:
    odd = 'signatories.d/ö "x"\t.yml'
    plant(branch.root, {odd: entry_text("Gamma")})
    branch.commit()
    code, said = branch.check()
    assert code == 1
    assert "is named signatories.d/gamma.yml; rename it" in said


@pytest.mark.parametrize("revision", ["nowhere", "--output=x", ""])
def test_a_revision_that_is_none_is_misuse(revision: str, branch: Branch) -> None:
    run = branch.run("undersigned", "check", "--changed-since", revision)
    assert run.returncode == 2
    assert f"cannot tell what changed since '{revision}'" in run.stderr
    assert not (branch.root / "x").exists()


def test_without_a_repository_changed_since_is_misuse(tmp_path: Path) -> None:
    plant(tmp_path, BARE_SITE | drawn(REGISTER))
    run = SmallSite(tmp_path).run("undersigned", "check", "--changed-since", "main")
    assert run.returncode == 2
    assert "cannot tell what changed since 'main'" in run.stderr


def rewritten(branch: Branch, text: str, old: str, new: str) -> tuple[int, str]:
    """What the checker says of a branch that edits the text and the list of versions."""
    plant(branch.root, {"docs/principles/1.0.md": text})
    versions = branch.root / "versions.yml"
    versions.write_text(versions.read_text().replace(old, new))
    branch.commit()
    return branch.check()


def test_a_text_edited_together_with_its_digest_is_found_out(branch: Branch) -> None:
    old, new = digest("1. Do no harm\n"), digest("1. Do harm\n")
    code, said = rewritten(branch, "1. Do harm\n", old, new)
    assert code == 1
    assert said.splitlines()[-2] == (
        f"versions.yml:3:11: version '1.0' was published with the sha256 {old[:12]}…, which stays"
        " as it is; put it and its text back, and publish other words as a new version"
    )
    assert branch.run("undersigned", "check", "versions.yml").returncode == 1


def test_a_version_is_not_taken_off_the_list(branch: Branch) -> None:
    (branch.root / "docs/principles/1.0.md").rename(branch.root / "docs/principles/1.1.md")
    versions = f'- version: "1.1"\n  published: 2023-03\n  sha256: {digest("1. Do no harm")}\n'
    (branch.root / "versions.yml").write_text(versions)
    code, said = branch.check()
    assert code == 1
    assert "versions.yml:1:1: version '1.0' was published, and is no longer listed" in said


def test_a_new_version_and_a_better_comment_change_nothing_that_was_published(
    branch: Branch,
) -> None:
    versions = branch.root / "versions.yml"
    versions.write_text(f"# what was published\n{versions.read_text()}")
    plant(branch.root, {"docs/principles/draft.md": "1. Do no harm at all\n"})
    published = branch.run("undersigned", "publish", "1.1", "--date", "2024-06-01")
    assert published.returncode == 0, published.stdout
    branch.commit()
    code, said = branch.check()
    assert (code, "versions.yml" in said) == (0, False)


def test_a_list_of_versions_that_was_not_there_before_is_no_trouble(tmp_path: Path) -> None:
    files = BARE_SITE | {"signatories.yml": "[]\n"}
    plant(tmp_path, {"mkdocs.yml": files["mkdocs.yml"]})
    site = Branch(tmp_path)
    site.git("init", "--quiet", "--initial-branch", "main")
    site.commit()
    site.git("switch", "--quiet", "--create", "mine")
    plant(tmp_path, files)
    site.commit()
    assert site.check() == (0, "")


def test_a_text_edited_alone_is_found_out_on_the_branch_that_edits_it(branch: Branch) -> None:
    plant(branch.root, {"docs/principles/1.0.md": "1. Do harm\n"})
    for committed in (False, True):
        if committed:
            branch.commit()
        code, said = branch.check()
        assert code == 1
        assert "\nversions.yml:3:11: docs/principles/1.0.md is no longer the text" in f"\n{said}"
    named = branch.run("undersigned", "check", "docs/principles/1.0.md")
    assert named.returncode == 1


@pytest.mark.parametrize("path", ["docs/principles/1.0.md", "versions.yml"])
def test_what_was_published_is_not_deleted(branch: Branch, path: str) -> None:
    (branch.root / path).unlink()
    branch.commit()
    code, said = branch.check()
    assert code == 1
    assert "there is no such file" in said


def test_a_text_that_was_broken_on_the_base_is_a_note_to_everybody_else(branch: Branch) -> None:
    branch.git("switch", "--quiet", "main")
    plant(branch.root, {"docs/principles/1.0.md": "1. Do harm\n"})
    branch.commit()
    branch.git("switch", "--quiet", "--create", "new")
    plant(branch.root, {"signatories.d/gamma.yml": entry_text("Gamma")})
    branch.commit()
    code, said = branch.check()
    assert code == 0
    assert "versions.yml:3:11: note: docs/principles/1.0.md is no longer the text" in said


def test_a_version_dated_back_takes_nobody_over(branch: Branch) -> None:
    new = "1. Do no harm at all\n"
    listed = f'\n- version: "1.1"\n  published: 2024-05-01\n  sha256: {digest(new)}\n'
    versions = branch.root / "versions.yml"
    versions.write_text(versions.read_text() + listed)
    plant(branch.root, {"docs/principles/1.1.md": new})
    branch.edit("UK", "GB")
    branch.commit()
    code, said = branch.check()
    assert code == 1
    # Who is edited in the same change says so; whoever is not stays with what was signed.
    assert "'Beta' signed version '1.0' on 2024-05-06, and would pass to version '1.1'" in said
    assert "'Acme' signed" not in said
    branch.edit(
        "evidence: https://beta.example/news",
        'evidence: https://beta.example/news\n  endorses: "1.0"',
    )
    branch.commit()
    assert branch.check() == (0, "")


def test_no_attribute_and_no_zero_byte_hides_the_lines_of_a_change(branch: Branch) -> None:
    plant(branch.root, {".gitattributes": "signatories.yml -diff\n"})
    branch.edit("country: AT", "country: XX")
    branch.commit()
    code, said = branch.check()
    assert code == 1
    assert "signatories.yml:10:12: country 'XX'" in said
    branch.edit("name: Beta", "name: Be\0ta")
    code, said = branch.check()
    assert code == 1
    assert "signatories.yml:8:11: character U+0000 cannot stand here" in said


def test_a_register_saved_in_another_encoding_is_the_fault_of_the_change(branch: Branch) -> None:
    register = branch.root / "signatories.yml"
    register.write_bytes(register.read_text(encoding="utf-8").encode("utf-16"))
    branch.commit()
    code, said = branch.check()
    assert (code, said.splitlines()[-1]) == (1, "1 problem")


def test_line_breaks_that_git_does_not_count_move_no_entry_out_of_a_change(
    branch: Branch,
) -> None:
    added = "\n#" + "\r#" * 50 + "\n" + entry_text("Gamma").replace("NO", "XX")
    with (branch.root / "signatories.yml").open("a", encoding="utf-8", newline="") as register:
        register.write(added)
    branch.commit()
    code, said = branch.check()
    assert code == 1
    assert ": country 'XX'" in said


@pytest.mark.parametrize("folder", ["more", "gamma.yml"])
def test_a_folder_among_the_drop_ins_is_the_fault_of_the_change(
    folder: str, branch: Branch
) -> None:
    plant(branch.root, {f"signatories.d/{folder}/gamma.yml": entry_text("Gamma")})
    branch.commit()
    code, said = branch.check()
    assert code == 1
    place = f"signatories.d/{folder}"
    wanted = f"{place}:1:1: is not a plain" if "." in folder else f"{place}/gamma.yml:1:1: an entry"
    assert f"\n{wanted}" in f"\n{said}"


def test_a_change_answers_for_what_it_breaks_elsewhere(branch: Branch) -> None:
    branch.git("switch", "--quiet", "main")
    plant(branch.root, {"docs/page.md": "So.[@a]\n", "references.bib": SOURCE})
    branch.edit(
        "  evidence: https://beta.example",
        "  distinct_from: acme\n  evidence: https://beta.example",
    )
    branch.commit()
    branch.git("switch", "--quiet", "--create", "other")
    plant(branch.root, {"references.bib": ""})
    code, said = branch.check()
    assert code == 1
    assert "docs/page.md:1:5: citation 'a' is not in references.bib" in said
    branch.git("checkout", "--quiet", "references.bib")
    register = branch.root / "signatories.yml"
    entries = register.read_text(encoding="utf-8").partition("\n\n")
    register.write_text(entries[2], encoding="utf-8")
    code, said = branch.check()
    assert code == 1
    assert "distinct_from 'acme' is no other entry's id" in said


@pytest.mark.parametrize("attributes", ["signatories.yml export-ignore", "*.md export-ignore"])
def test_no_attribute_hides_what_was_there_before(attributes: str, branch: Branch) -> None:
    branch.git("switch", "--quiet", "main")
    plant(branch.root, {"docs/page.md": "So.[@a]\n", "references.bib": SOURCE})
    plant(branch.root, {".gitattributes": f"{attributes}\n"})
    branch.commit()
    branch.git("switch", "--quiet", "--create", "other")
    plant(branch.root, {"references.bib": ""})
    code, said = branch.check()
    assert code == 1
    assert "docs/page.md:1:5: citation 'a' is not in references.bib" in said


def test_an_open_quote_is_the_fault_of_who_opened_it_wherever_it_ends(branch: Branch) -> None:
    branch.git("switch", "--quiet", "main")
    branch.edit("name: Beta", 'name: "Beta: one"')
    branch.commit()
    branch.git("switch", "--quiet", "--create", "other")
    branch.edit("name: Acme", 'name: "Acme')
    branch.commit()
    code, said = branch.check()
    assert code == 1
    assert "signatories.yml:1:9: the quotes that open here do not close" in said


def test_who_makes_a_register_readable_again_is_not_red_over_what_then_shows(
    branch: Branch,
) -> None:
    branch.git("switch", "--quiet", "main")
    branch.edit("- name: Acme", '- name: "Acme')
    branch.commit()
    branch.git("switch", "--quiet", "--create", "other")
    branch.edit('- name: "Acme', "- name: Acme")
    branch.commit()
    code, said = branch.check()
    assert (code, said.splitlines()[-1]) == (0, "1 note"), said
