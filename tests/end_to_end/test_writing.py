"""The commands that write the register: add, format and fold, on real files and real git."""

import re
import sys
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from undersigned.cli import main
from undersigned.fields import FIELDS
from undersigned.lists import LISTS

from benchmarks import merges
from tests.support.branches import Branch
from tests.support.files import plant
from tests.support.identities import NORDVIK, SITE, person, register_of
from tests.support.prepared import Ran, run_file, run_module
from tests.support.registers import BARE_SITE, entry_text
from tests.support.sites import REPOSITORY, SmallSite
from tests.support.terminals import at_a_terminal


def flags(name: str, site: str = "new", **other: str) -> list[str]:
    values = {
        "name": name,
        "kind": "company",
        "country": "NO",
        "website": f"https://{site}.example",
        "signed": "2024-05-06",
        "evidence": f"https://{site}.example/news",
        **other,
    }
    return [part for key, value in values.items() for part in (f"--{key}", value) if value]


@pytest.fixture
def site(tmp_path: Path) -> SmallSite:
    plant(tmp_path, {**BARE_SITE, "signatories.yml": entry_text("Acme")})
    return SmallSite(tmp_path)


def looked(who: str, day: str, head: str = "") -> str:
    """An entry of the record, by which nothing was found, with what stands before it."""
    return (
        f"{head}- who: {who}\n  principle: 1\n  looked: {day}\n  found: nothing\n"
        "  where: its newsroom\n  notified: 2024-07-01\n"
    )


def drop_ins(site: SmallSite) -> list[str]:
    return sorted(place.name for place in (site.root / "signatories.d").glob("*"))


def test_add_writes_one_file_and_prints_the_commands_that_propose_it(site: SmallSite) -> None:
    added = site.run("undersigned", "add", *flags("L'Éclair"))
    assert (added.returncode, added.stderr) == (0, "")
    assert added.stdout == (
        "wrote signatories.d/l-eclair.yml; these commands propose it:\n\n"
        "    git switch -c add-l-eclair\n"
        "    git add signatories.d/l-eclair.yml\n"
        "    git commit -m 'Add L'\"'\"'Éclair'\n"
        "    git push -u origin add-l-eclair\n"
    )
    written = (site.root / "signatories.d/l-eclair.yml").read_bytes().decode()
    assert written == entry_text("L'Éclair", "new")


def test_add_below_the_root_names_the_file_from_there(site: SmallSite) -> None:
    added = site.run("undersigned", "add", *flags("Beta"), cwd=site.root / "docs")
    assert "    git add ../signatories.d/beta.yml\n" in added.stdout


def test_add_without_a_terminal_names_the_flags_it_lacks(site: SmallSite) -> None:
    added = site.run("undersigned", "add", "--kind", "individual")
    assert added.returncode == 2
    lacking = "missing --name, --signed, --evidence or --confirmed-by-email"
    assert lacking in " ".join(added.stderr.split())
    assert drop_ins(site) == []


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"country": "UK"}, "--country: country 'UK' is not an ISO 3166-1 alpha-2 code"),
        ({"website": "http://x.example"}, "--website: website 'http://x.example' does not"),
        ({"signed": "soon"}, "--signed: signed 'soon' is not a date"),
        ({"confirmed-by-email": "2024-06-01"}, "--confirmed-by-email: 'evidence' and"),
        ({"statement": " "}, "--statement: 'statement' has no value"),
    ],
)
def test_add_refuses_what_the_checker_refuses(
    site: SmallSite, wrong: dict[str, str], told: str
) -> None:
    added = site.run("undersigned", "add", *flags("Beta", **wrong))
    assert added.returncode == 1
    assert any(line.startswith(told) for line in added.stderr.splitlines()), added.stderr
    assert drop_ins(site) == []


def test_add_refuses_a_name_that_is_there_and_says_where(site: SmallSite) -> None:
    added = site.run("undersigned", "add", *flags("ACME"))
    assert added.returncode == 1
    assert added.stderr.startswith("--name: 'ACME' is already on signatories.yml:1 as 'Acme'")


def test_add_never_writes_over_a_file(site: SmallSite) -> None:
    plant(site.root, {"signatories.d/beta.yml": "mine"})
    added = site.run("undersigned", "add", *flags("Beta"))
    assert added.returncode == 1
    assert "signatories.d/beta.yml is already there and is left as it is" in added.stderr
    assert (site.root / "signatories.d/beta.yml").read_text() == "mine"


def test_add_at_a_terminal_asks_for_what_is_missing_until_the_rules_accept(site: SmallSite) -> None:
    answers = {
        "name, the": ["Acme", "Jane Doe"],
        "id, who": [""],
        "signed, the": ["tomorrow", "2024-05-06"],
        "evidence, the": [""],
        "confirmed by email, the": ["2024-05-07"],
        "affiliation, where": ["University of Oslo"],
    }
    shown = at_a_terminal(site, ["add", "--kind", "individual"], answers)
    assert "--name: 'Acme' is already on signatories.yml:1" in shown
    assert "--signed: signed 'tomorrow' is not a date" in shown
    assert "git switch -c add-jane-doe" in shown
    written = (site.root / "signatories.d/jane-doe.yml").read_text(encoding="utf-8")
    assert written == (
        "- name: Jane Doe\n  kind: individual\n  affiliation: University of Oslo\n"
        "  signed: 2024-05-06\n  confirmed_by_email: 2024-05-07\n"
    )


def test_add_asks_and_has_flags_for_the_fields_of_the_model_alone(site: SmallSite) -> None:
    answers = {
        "name, ": ["Beta"],
        "kind, ": ["company"],
        "country, ": ["NO"],
        "website, ": ["https://beta.example"],
        "signed, ": ["2024-05-06"],
        "evidence, ": ["https://beta.example/news"],
    }
    asked = [beginning.removesuffix(", ") for beginning in answers]
    shown = at_a_terminal(site, ["add"], answers)
    questions = [line for line in shown.splitlines() if line.split(", ")[0] in asked]
    meanings = {field.label: field.meaning for field in FIELDS}
    assert [line.split(", ")[0] for line in questions] == asked
    for name, question in zip(asked, questions, strict=True):
        assert question.startswith(f"{name}, {meanings[name]}")
    helped = site.run("undersigned", "add", "--help").stdout.split("Example:")[0]
    flags = re.findall(r"^  (--[a-z-]+)", helped, re.MULTILINE)
    assert flags == [*(field.flag for field in FIELDS if not field.by_tools), "--help"]


def test_at_a_terminal_a_namesake_is_told_apart_where_the_rules_say_so(site: SmallSite) -> None:
    answers = {
        "name, ": ["Acme Ltd"],
        "distinct from, ": ["nobody-at-all", "acme"],
        "country, ": ["AT"],
        "website, ": ["https://acme.at.example"],
        "signed, ": ["2024-05-06"],
        "evidence, ": ["https://beta.example/news"],
    }
    shown = at_a_terminal(site, ["add", "--kind", "company"], answers)
    assert "--name: 'Acme Ltd' is already on signatories.yml:1 as 'Acme'" in shown
    assert "--distinct-from: distinct_from 'nobody-at-all' is no other entry's id" in shown
    written = (site.root / "signatories.d/acme-ltd.yml").read_text(encoding="utf-8")
    assert written.startswith("- name: Acme Ltd\n")
    assert written.endswith("\n  distinct_from: acme\n")
    assert site.run("undersigned", "check").returncode == 0


IN_TWO_VERSIONS = {path: text for path, text in SITE.items() if path != "mkdocs.yml"}


def test_at_a_terminal_another_person_of_one_name_gives_an_id(site: SmallSite) -> None:
    plant(site.root, {"signatories.yml": register_of(person("Jane Doe"))})
    answers = {
        "name, ": ["Jane Doe"],
        "id, ": ["Jane 2", "jane-doe-2"],
        "affiliation, ": [""],
        "signed, ": ["2024-05-06"],
        "evidence, ": ["https://j.example/2"],
    }
    shown = at_a_terminal(site, ["add", "--kind", "individual"], answers)
    assert "or give 'jane-doe-2' as id if they are two" in shown
    assert (site.root / "signatories.d/jane-doe-2.yml").exists()
    assert site.run("undersigned", "check").returncode == 0


def test_at_a_terminal_who_signs_another_version_gives_the_id_that_is_there(
    site: SmallSite,
) -> None:
    plant(site.root, {**IN_TWO_VERSIONS, "signatories.yml": register_of(person("Jane Doe"))})
    answers = {
        "name, ": ["Jane Doe"],
        "id, ": ["jane-doe"],
        "affiliation, ": [""],
        "signed, ": ["2024-05-06"],
        "evidence, ": ["https://j.example/2"],
        "endorses, ": ["3.0", "1.0"],
    }
    shown = at_a_terminal(site, ["add", "--kind", "individual"], answers)
    assert "'Jane Doe' endorses version 2.0 already on signatories.yml:1" in shown
    assert "give --endorses if this is about another version" in shown
    assert (site.root / "signatories.d/jane-doe@1.0.yml").exists()
    assert site.run("undersigned", "check").returncode == 0


def test_at_a_terminal_the_fourth_of_a_name_is_told_apart_from_each(site: SmallSite) -> None:
    plant(site.root, {"signatories.yml": register_of(*NORDVIK)})
    answers = {"distinct from, ": ["nordvik-ltd", "nordvik-ag", "nordvik-as"]}
    shown = at_a_terminal(site, ["add", *flags("Nordvik SA", "nordvik-sa")], answers)
    assert shown.count("or give 'nordvik-as' as distinct from if they are two") == 3
    text = (site.root / "signatories.d/nordvik-sa.yml").read_text(encoding="utf-8")
    given = "  distinct_from:\n    - nordvik-ltd\n    - nordvik-ag\n    - nordvik-as\n"
    assert text.endswith(given)
    assert site.run("undersigned", "check").returncode == 0


def test_at_a_terminal_who_takes_no_way_writes_nothing(site: SmallSite) -> None:
    more = {"id": "acme", "signed": "2024-06-01"}
    shown = at_a_terminal(site, ["add", *flags("Acme", "acme", **more)], {"id, ": [""]})
    assert shown.count("endorses version 1.0 already") == 1
    assert drop_ins(site) == []


def test_at_a_terminal_a_flag_too_many_can_be_taken_back(site: SmallSite) -> None:
    answers = {"affiliation, ": [""], "confirmed by email, ": [""]}
    more = {"affiliation": "Somewhere", "confirmed-by-email": "2024-06-01"}
    shown = at_a_terminal(site, ["add", *flags("Beta", **more)], answers)
    assert "--affiliation: 'affiliation' is for individuals; remove it" in shown
    assert "--confirmed-by-email: 'evidence' and 'confirmed_by_email' are both given" in shown
    written = (site.root / "signatories.d/beta.yml").read_text(encoding="utf-8")
    assert written == entry_text("Beta", "new")


def test_format_writes_the_register_and_the_drop_ins_and_then_rests(site: SmallSite) -> None:
    register = entry_text("Zeta") + entry_text("'Acme'", "acme")
    dropped = "# mine\n" + entry_text("Beta").replace("\n", "\r\n")
    plant(site.root, {"signatories.yml": register, "signatories.d/beta.yml": dropped})
    (site.root / "signatories.yml").chmod(0o640)
    formatted = site.run("undersigned", "format")
    assert formatted.stdout == "formatted signatories.yml\nformatted signatories.d/beta.yml\n"
    text = (site.root / "signatories.yml").read_text(encoding="utf-8")
    assert text == entry_text("Acme") + "\n" + entry_text("Zeta")
    assert (site.root / "signatories.yml").stat().st_mode & 0o777 == 0o640
    drop_in = (site.root / "signatories.d/beta.yml").read_bytes().decode()
    assert drop_in == "# mine\n" + entry_text("Beta")
    assert site.run("undersigned", "format").stdout == ""


def test_format_check_prints_what_would_change_and_changes_nothing(site: SmallSite) -> None:
    text = entry_text("'Acme'")
    plant(site.root, {"signatories.yml": text})
    checked = site.run("undersigned", "format", "--check", "signatories.yml")
    assert checked.returncode == 0
    assert "-- name: 'Acme'\n+- name: Acme\n" in checked.stdout
    last = "signatories.yml:1:1: note: is not in canonical form; run 'undersigned format'\n1 note\n"
    assert checked.stdout.endswith(last)
    assert (site.root / "signatories.yml").read_text() == text


def test_format_leaves_a_file_that_cannot_be_read(site: SmallSite) -> None:
    plant(site.root, {"signatories.yml": "- name: A: b\n", "signatories.d/b.yml": "- name: 'B'\n"})
    formatted = site.run("undersigned", "format")
    assert formatted.returncode == 1
    assert "signatories.yml:1:9: the value holds a colon and a space" in formatted.stdout
    assert (site.root / "signatories.yml").read_text() == "- name: A: b\n"
    assert (site.root / "signatories.d/b.yml").read_text() == "- name: B\n"


def test_format_of_a_file_that_has_no_such_form_is_misuse(site: SmallSite) -> None:
    formatted = site.run("undersigned", "format", "versions.yml")
    assert formatted.returncode == 2
    assert "versions.yml has no canonical form" in formatted.stderr


SOURCES = '@misc{b, YEAR = 2020, Title = {{X}}}\n% of a\n@misc(a, title = "y")\n'
SOURCES_FORMATTED = """\
% of a
@misc{a,
  title        = "y",
}

@misc{b,
  title        = {{X}},
  year         = 2020,
}
"""


def test_format_covers_the_bibliography(site: SmallSite) -> None:
    plant(site.root, {"references.bib": SOURCES})
    checked = site.run("undersigned", "format", "--check")
    assert checked.returncode == 1
    last = "references.bib:1:1: is not in canonical form; run 'undersigned format'\n1 problem\n"
    assert checked.stdout.endswith(last)
    formatted = site.run("undersigned", "format", "references.bib")
    assert (formatted.returncode, formatted.stdout) == (0, "formatted references.bib\n")
    assert (site.root / "references.bib").read_text() == SOURCES_FORMATTED
    again = site.run("undersigned", "format")
    assert (again.returncode, again.stdout) == (0, "")


def test_format_leaves_a_bibliography_that_is_not_bibtex(site: SmallSite) -> None:
    plant(site.root, {"references.bib": "@misc{b, title {x}}\n@misc{a, title = {x}}\n"})
    formatted = site.run("undersigned", "format")
    assert formatted.returncode == 1
    assert formatted.stdout.startswith("references.bib:1:10: field 'title' has no '='")
    assert (site.root / "references.bib").read_text().startswith("@misc{b, title {x}}")
    (site.root / "references.bib").unlink()
    assert site.run("undersigned", "format").returncode == 0


def test_check_tells_of_what_is_never_cited_and_fails_over_it_when_strict(site: SmallSite) -> None:
    plant(site.root, {"references.bib": SOURCES, "docs/page.markdown": "So.[@b]\n"})
    told = "no page cites 'a'; cite it, or remove the entry\n1 "
    checked = site.run("undersigned", "check")
    assert (checked.returncode, checked.stdout) == (0, f"references.bib:3:7: note: {told}note\n")
    strict = site.run("undersigned", "check", "--strict")
    assert (strict.returncode, strict.stdout) == (1, f"references.bib:3:7: {told}problem\n")


def test_fold_refuses_problems_and_leaves_everything(site: SmallSite) -> None:
    plant(site.root, {"signatories.d/beta.yml": entry_text("Beta", "beta", "  colour: red\n")})
    folded = site.run("undersigned", "fold")
    assert folded.returncode == 1
    assert folded.stdout.startswith("signatories.d/beta.yml:7:3: unknown field 'colour'")
    assert drop_ins(site) == ["beta.yml"]
    assert (site.root / "signatories.yml").read_text() == entry_text("Acme")


DROPPED = {
    "signatories.d/README.md": "Anything\n",
    "signatories.d/beta.yml": "# from Beta\n\n" + entry_text("Beta", "beta", "# after Beta\n"),
    "signatories.d/abel.yml": entry_text("Abel", "abel", "  statement: We sign. # so they say\n"),
    "signatories.d/zeta.yml": entry_text("Zeta", "zeta") + "\n# at the end\n",
}

FOLDED = "\n".join(
    [
        "# Head\n",
        entry_text("Abel", "abel", "  statement: We sign. # so they say\n"),
        entry_text("Acme"),
        "# from Beta\n" + entry_text("Beta", "beta", "  # after Beta\n"),
        entry_text("Zeta", "zeta", "  # at the end\n"),
        "# Tail\n",
    ]
)

# Ends the process, as a kill would, at its nth change to a file of the site.
KILLED = """
import os, sys
root, left = os.getcwd(), [int(sys.argv.pop(1))]
def watch(event, arguments):
    changes = event in ("os.rename", "os.remove", "os.chmod") or (
        event == "open" and isinstance(arguments[1], str) and set(arguments[1]) & set("wxa+"))
    if changes and str(arguments[0]).startswith(root):
        left[0] -= 1
        if left[0] < 0:
            os._exit(9)
from undersigned.cli import main
sys.addaudithook(watch)
main(prog_name="undersigned")
"""


def fold_killed(site: SmallSite, step: int) -> Ran:
    """A fold that ends as if it were killed before that change of a file, from 0."""
    program = site.root / "killed.py"
    program.write_text(KILLED)
    return run_file(program, str(step), "fold", cwd=site.root)


@pytest.mark.parametrize("step", range(8))
def test_a_fold_killed_at_any_step_loses_nothing_and_the_next_one_finishes(
    site: SmallSite, step: int
) -> None:
    register = "# Head\n\n" + entry_text("Acme") + "\n# Tail\n"
    plant(site.root, {"signatories.yml": register, **DROPPED})
    killed = fold_killed(site, step)
    assert killed.returncode == (9 if step < 7 else 0), killed.stderr
    if step == 0:
        assert (site.root / "signatories.yml").read_text() == register
    everything = "".join(
        place.read_text(encoding="utf-8")
        for place in [site.root / "signatories.yml", *site.root.glob("signatories.d/[a-z]*.yml")]
    )
    assert all(f"name: {name}" in everything for name in ("Abel", "Acme", "Beta", "Zeta"))
    checked = site.run("undersigned", "check")
    assert (checked.returncode, checked.stdout) == (0, "")
    assert site.run("undersigned", "fold").returncode == 0
    folded = (site.root / "signatories.yml").read_text(encoding="utf-8")
    # Every entry says when it was folded but the one that was there before.
    assert re.subn(r"  listed: 20[0-9-]{8}\n", "", folded) == (FOLDED, 3)
    assert drop_ins(site) == ["README.md"]


DEED_DROP_INS = {
    "deeds.d/README.md": "Anything\n",
    "deeds.d/acme-1-looked-2024-06-08.yml": looked("acme", "2024-06-08", "# Acme's\n"),
    "deeds.d/acme-1-looked-2024-06-07.yml": looked("acme", "2024-06-07") + "# early\n",
}
DEEDS_FOLDED = f"""\
{looked("acme", "2024-06-07")}  # early

# Acme's
{looked("acme", "2024-06-08")}"""


@pytest.mark.parametrize("step", range(7))
@pytest.mark.parametrize("before", ["", looked("acme", "2024-06-06")])
def test_a_fold_of_deeds_killed_at_any_step_loses_nothing_and_the_next_one_finishes(
    site: SmallSite, step: int, before: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    plant(site.root, {**DEED_DROP_INS, **({"deeds.yml": before} if before else {})})
    killed = fold_killed(site, step)
    steps = 6 if before else 5  # the mode of an older file is kept
    assert killed.returncode == (9 if step < steps else 0), killed.stderr
    lists = (*site.root.glob("deeds.yml"), *site.root.glob("deeds.d/[a-z]*.yml"))
    everything = "".join(place.read_text(encoding="utf-8") for place in lists)
    assert all(f"looked: 2024-06-0{day}" in everything for day in (7, 8))
    monkeypatch.chdir(site.root)
    for arguments in (["check"], ["fold"], ["check"], ["format", "--check"]):
        ran = CliRunner().invoke(main, arguments)
        assert ran.exit_code == 0, ran.output
    folded = (site.root / "deeds.yml").read_text(encoding="utf-8")
    # The day of the fold is on what was new.
    plain, days = re.subn(r"  listed: 20[0-9-]{8}\n", "", folded)
    assert (plain, days) == (f"{before}\n{DEEDS_FOLDED}".lstrip(), 2)
    assert sorted(place.name for place in (site.root / "deeds.d").iterdir()) == ["README.md"]
    assert (site.root / "signatories.yml").read_text() == entry_text("Acme")


def test_a_fold_takes_the_day_of_each_deed_from_git_and_says_that_the_list_is_new(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plant(tmp_path, {**BARE_SITE, "signatories.yml": entry_text("Acme")})
    branch = Branch(tmp_path)
    branch.git("init", "--quiet", "--initial-branch=main")
    branch.commit(DEED_DROP_INS)
    day = branch.git("log", "-1", "--format=%cd", "--date=format:%Y-%m-%d").strip()
    monkeypatch.chdir(tmp_path)
    folded = CliRunner().invoke(main, ["fold"])
    assert folded.exit_code == 0
    assert folded.output.splitlines()[-2:] == [
        "folded 2 drop-ins into deeds.yml",
        "deeds.yml is a new file; add it to the commit",
    ]
    text = (tmp_path / "deeds.yml").read_text(encoding="utf-8")
    assert text.count(f"  listed: {day}\n") == 2
    assert CliRunner().invoke(main, ["fold"]).output == "no drop-ins to fold\n"


def test_a_fold_of_both_lists_is_barred_by_a_fault_in_either(site: SmallSite) -> None:
    beta = {"signatories.d/beta.yml": entry_text("Beta")}
    plant(site.root, {**beta, "deeds.d/x.yml": "- who: acme\n- who: acme\n"})
    folded = site.run("undersigned", "fold")
    assert folded.returncode == 1
    assert "deeds.d/x.yml:2:3: a drop-in holds one entry" in folded.stdout
    assert drop_ins(site) == ["beta.yml"]
    (site.root / "deeds.d/x.yml").unlink()
    (site.root / "deeds.d").rmdir()
    (site.root / "deeds.d").touch()
    folded = site.run("undersigned", "fold")
    barred = "deeds.d:1:1: is not a folder; make it one, or remove it\n1 problem\n"
    assert (folded.returncode, folded.stdout) == (1, barred)
    (site.root / "deeds.d").unlink()
    plant(site.root, DEED_DROP_INS)
    folded = site.run("undersigned", "fold")
    assert (folded.returncode, folded.stderr) == (0, "")
    assert "folded 1 drop-in into signatories.yml\n" in folded.stdout
    assert "folded 2 drop-ins into deeds.yml\n" in folded.stdout


def test_format_settles_deeds_and_says_which_files_have_a_form(site: SmallSite) -> None:
    assert site.run("undersigned", "format").stdout == ""
    assert not (site.root / "deeds.yml").exists()
    untidy = '- found: nothing\n  looked: "2024-06-07"\n  who: acme\n  principle: "1"\n  where: X\n'
    plant(site.root, {"deeds.yml": looked("acme", "2024-06-08") + untidy})
    formatted = site.run("undersigned", "format", "deeds.yml")
    assert (formatted.returncode, formatted.stdout) == (0, "formatted deeds.yml\n")
    text = (site.root / "deeds.yml").read_text(encoding="utf-8")
    early, late = text.split("\n\n")
    tidy = "- who: acme\n  principle: 1\n  looked: 2024-06-07\n  found: nothing\n  where: X"
    assert (early, late) == (tidy, looked("acme", "2024-06-08"))
    refused = site.run("undersigned", "format", "deeds.d/README.md")
    assert refused.returncode == 2
    wanted = "name signatories.yml, deeds.yml, a '.yml' file in signatories.d/ or deeds.d/"
    assert wanted in " ".join(refused.stderr.split())


def test_a_comment_added_to_a_drop_in_already_folded_is_kept(site: SmallSite) -> None:
    plant(site.root, {"signatories.d/acme.yml": "# seen on paper\n" + entry_text("Acme")})
    folded = site.run("undersigned", "fold")
    told = (
        "signatories.d/acme.yml: keeps its comment '# seen on paper'\n"
        "folded 0 drop-ins into signatories.yml\ndeleted 1 drop-in already folded\n"
    )
    assert folded.stdout == told
    assert (site.root / "signatories.yml").read_text() == "# seen on paper\n" + entry_text("Acme")


def test_a_fold_says_of_each_comment_whether_it_is_kept(site: SmallSite) -> None:
    own = "# yaml-language-server: $schema=../signatories.schema.json\n"
    beta = entry_text("Beta").replace("country: NO", "country: NO # \u202eOslo")
    plant(site.root, {"signatories.d/beta.yml": f"{own}# by hand\n{beta}  # foot\n"})
    folded = site.run("undersigned", "fold")
    assert (folded.returncode, folded.stderr) == (0, "")
    assert folded.stdout.splitlines() == [
        f"signatories.d/beta.yml: is folded without its line '{own.strip()}'",
        "signatories.d/beta.yml: keeps its comment '# by hand'",
        "signatories.d/beta.yml: keeps its comment '# \\u202eOslo'",
        "signatories.d/beta.yml: keeps its comment '# foot'",
        "folded 1 drop-in into signatories.yml",
    ]
    text = (site.root / "signatories.yml").read_text(encoding="utf-8")
    assert "# by hand\n- name: Beta" in text
    assert "yaml-language-server" not in text


def test_a_fold_takes_no_line_for_programs_and_no_day_of_listing(site: SmallSite) -> None:
    beta = f"# vim: ft=x\n{entry_text('Beta')}  listed: 2024-05-07\n"
    plant(site.root, {"signatories.d/beta.yml": beta})
    folded = site.run("undersigned", "fold")
    assert folded.returncode == 1
    assert "signatories.d/beta.yml:1:1: '# vim: ft=x' is meant for a program" in folded.stdout
    assert "signatories.d/beta.yml:8:3: listed is written by 'undersigned fold'" in folded.stdout
    assert (site.root / "signatories.d/beta.yml").read_text(encoding="utf-8") == beta


def test_branches_that_each_add_a_signatory_merge_without_conflict(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    in_own_process = merges.run

    def run(folder: Path, *command: str) -> Ran:
        if command[:2] == (sys.executable, "-m"):
            return run_module(*command[2:], cwd=folder)
        return in_own_process(folder, *command)

    monkeypatch.setattr(merges, "run", run)
    monkeypatch.setattr(sys, "argv", ["merges", "12"])
    merges.main()
    assert "12 branches on 1,000 entries: 0 conflicts" in capsys.readouterr().out


def test_the_hooks_for_pre_commit_name_commands_that_run(site: SmallSite) -> None:
    offered = yaml.safe_load((REPOSITORY / ".pre-commit-hooks.yaml").read_text())
    own = yaml.safe_load((REPOSITORY / ".pre-commit-config.yaml").read_text())["repos"][0]["hooks"]
    for hook in [*offered, *(each for each in own if "undersigned" in each["entry"])]:
        command = hook["entry"].removeprefix(".venv/bin/").split()
        files = [] if hook.get("pass_filenames") is False else ["signatories.yml"]
        ran = site.run(*command, *files)
        assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", "")
        for kept in LISTS:
            assert re.match(hook["files"], kept.path)
            assert re.match(hook["files"], kept.drop_in_of({"id": "a"}))
