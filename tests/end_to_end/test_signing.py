"""The forms on GitHub ask for what an entry is made of, and what a label starts works on real git.

The scripts of the workflow run as they are; only `gh` is another program, which notes what it is
asked, since there is no GitHub here.
"""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from undersigned.deeds.model import Bearing
from undersigned.fields import Kind
from undersigned.issues.asked import CHECKED, DEED_CHECKED, LABELS, PASSAGE
from undersigned.issues.forms import FOLDER
from undersigned.paths import BIBLIOGRAPHY
from undersigned.problem import SCREENFUL

from tests.support.files import plant
from tests.support.handed import UNDERSIGNED
from tests.support.identities import SITE
from tests.support.issues import (
    ACME_REPORT,
    DEED,
    FORMS,
    INDIVIDUAL,
    ORGANISATION,
    OWN_SERVER,
    body_of,
    event_text,
)
from tests.support.registers import BARE_SITE, entry_text
from tests.support.schemas import validated
from tests.support.signing import GITHUB, Hosted, hosted_in

TEMPLATES = GITHUB / "ISSUE_TEMPLATE"
BOT = "41898282+github-actions[bot]@users.noreply.github.com"


def template(file: str) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load((TEMPLATES / file).read_text(encoding="utf-8"))
    return loaded


ASKED = {
    ORGANISATION.file: (
        "name! kind! country! website! evidence! statement"
        " id formerly archived identifiers distinct_from declarations"
    ),
    OWN_SERVER.file: (
        "domain! kind! country name affiliation statement"
        " id formerly sort_as identifiers distinct_from declarations"
    ),
    INDIVIDUAL.file: (
        "name! affiliation website evidence statement"
        " id formerly sort_as archived identifiers distinct_from declarations"
    ),
    DEED.file: (
        "who! principle! version date seen deed! sources! passage unarchived bearing! id"
        " declarations"
    ),
    "correct-or-withdraw.yml": "name! request! correction confirmation!",
    "reply-or-correct.yml": "deed! request! reply correction confirmation",
}


@pytest.mark.parametrize("file", ASKED)
def test_a_form_asks_for_this_in_this_order_and_needs_what_is_marked(file: str) -> None:
    asked = [each for each in template(file)["body"] if each["type"] != "markdown"]
    marks = ["!" if each.get("validations", {}).get("required") else "" for each in asked]
    ids = [each["id"] for each in asked]
    assert " ".join(map("".join, zip(ids, marks, strict=True))) == ASKED[file]
    # Several lines are for several values: one value is one line in a list.
    [form] = [each for each in FORMS if each.file == file]
    if not form.purpose:
        lines = {each["id"] for each in asked if each["type"] == "textarea"} - {PASSAGE}
        assert lines == form.asked.kept.several & {each["id"] for each in asked}


def test_an_organisation_is_of_any_kind_but_one() -> None:
    kind = ORGANISATION.about("kind")
    assert kind
    assert kind.choices == tuple(each for each in Kind if each is not Kind.INDIVIDUAL)


def test_whoever_has_a_server_is_of_any_kind() -> None:
    kind = OWN_SERVER.about("kind")
    assert kind
    assert kind.choices == tuple(Kind)


def test_a_deed_has_any_bearing() -> None:
    bearing = DEED.about("bearing")
    assert bearing
    assert bearing.choices == tuple(Bearing)


def test_every_form_is_read_and_none_sets_a_label_that_starts_the_workflow() -> None:
    files = {place.name for place in TEMPLATES.glob("*")} - {"config.yml"}
    assert files == {form.file for form in FORMS} == set(ASKED)
    for file in files:
        assert set(LABELS).isdisjoint(template(file)["labels"])


def test_the_forms_are_valid_by_the_schemas_that_github_goes_by() -> None:
    forms = [str(TEMPLATES / form.file) for form in FORMS]
    for schema, files in (
        ("vendor.github-issue-forms", forms),
        ("vendor.github-issue-config", [str(TEMPLATES / "config.yml")]),
    ):
        checked = validated("--builtin-schema", schema, *files)
        assert checked.exit_code == 0, checked.output


def test_the_workflow_waits_for_the_label_and_no_script_holds_an_expression() -> None:
    text = (GITHUB / "workflows/sign.yml").read_text(encoding="utf-8")
    workflow = yaml.safe_load(text)
    reading, proposing = workflow["jobs"]["read"], workflow["jobs"]["propose"]
    conditions = [f"github.event.label.name == '{label}'" for label in LABELS]
    assert reading["if"] == " || ".join(conditions)
    assert proposing["needs"] == "read"
    assert workflow["permissions"] == {}
    assert reading["permissions"] == {"contents": "read"}
    steps = [*reading["steps"], *proposing["steps"]]
    assert all("${{" not in step.get("run", "") for step in steps)
    given = {env["LABEL"] for step in steps if "LABEL" in (env := step.get("env", {}))}
    # One of those that the condition names.
    assert given == {"${{ github.event.label.name }}"}
    # What is untrusted is in the event's file, and nowhere else.
    assert not re.search(
        r"github\.event\.issue\.(?!number\b)|github\.event\.(sender|comment)", text
    )


@pytest.fixture
def hosted(tmp_path: Path) -> Hosted:
    return hosted_in(tmp_path)


BRANCH = "endorse/42-beta-security"
GOOD = event_text(body_of(ORGANISATION))


def test_a_good_issue_becomes_a_branch_with_one_file_and_a_pull_request(hosted: Hosted) -> None:
    proposed = hosted.sign(GOOD)
    assert (proposed.returncode, proposed.stderr) == (0, "")
    assert hosted.branches() == [BRANCH, "main"]
    hosted.git("fetch", "--quiet")
    changed = hosted.git("diff", "--name-status", "main", f"origin/{BRANCH}")
    assert changed == "A\tsignatories.d/beta-security.yml\n"
    shown = hosted.git("show", f"origin/{BRANCH}:signatories.d/beta-security.yml")
    assert shown == entry_text("Beta Security", "beta")
    assert hosted.git("log", "-1", "--format=%ae %B", f"origin/{BRANCH}").split("\n") == [
        f"{BOT} Add beta-security",
        "",
        "Asked for in issue 42.",
        "",
        "",
    ]
    folder = hosted.root.parent / "endorsement"
    assert hosted.noted().splitlines() == [
        f'pr list --head {BRANCH} --base main --state open --json number --jq .[0].number // ""',
        f"pr create --head {BRANCH} --base main --title Add beta-security"
        f" --body-file {folder}/request.md",
    ]


def test_the_pull_request_says_what_check_and_review_say_and_closes_the_issue(
    hosted: Hosted,
) -> None:
    # An old problem, for which the new entry is not to blame; a name that is nearly another's.
    bad = entry_text("Gamma Security").replace("NO", "UK")
    plant(hosted.root, {"signatories.yml": f"{entry_text('Acme')}\n{bad}"})
    hosted.git("commit", "--quiet", "--all", "--message", "x")
    hosted.git("push", "--quiet")
    event = event_text(body_of(ORGANISATION, Name="Gamma Sekurity"))
    assert hosted.sign(event).returncode == 0
    body = hosted.noted("body.md")
    assert (
        "`undersigned check` passed:\n\n    signatories.d/gamma-sekurity.yml:1:9: warning" in body
    )
    assert "\n    signatories.yml:10:12: note: country 'UK' is not" in body
    assert body.endswith("\n\nCloses #42\n")
    told = body.split("    1 warning, 1 note\n")[1]
    assert len(told.strip().splitlines()) > 1


@pytest.mark.parametrize("login", ["somebody", "renovate[bot]"])
def test_the_pull_request_says_who_opened_the_issue_and_that_this_proves_nothing(
    hosted: Hosted, login: str
) -> None:
    event = event_text(body_of(ORGANISATION), user={"login": login})
    assert hosted.sign(event).returncode == 0
    assert (
        f"\n\nIssue #42 was opened by `{login}`. That proves nothing by itself: the evidence of the"
        " entry is what counts, and not who asks.\n\n"
    ) in hosted.noted("body.md")


def test_a_login_that_is_none_opens_nothing(hosted: Hosted) -> None:
    event = event_text(body_of(ORGANISATION), user={"login": "a` @octocat\n##[x]"})
    run, outputs = hosted.read(event)
    assert outputs == {"outcome": "refused"}
    assert "octocat" not in run.stdout + run.stderr


def test_a_second_version_of_a_signatory_is_proposed_under_both(hosted: Hosted) -> None:
    hosted.sign(GOOD)
    hosted.read(GOOD)
    path = "signatories.d/beta-security@2.0.yml"
    proposed = hosted.propose(ENTRY=path)
    assert (proposed.returncode, proposed.stderr) == (0, "")
    hosted.git("fetch", "--quiet")
    changed = hosted.git("diff", "--name-status", "main", f"origin/{BRANCH}@2.0")
    assert changed == f"A\t{path}\n"
    assert f"has the branch `{BRANCH}`; close what is outdated." in hosted.noted("body.md")
    hosted.git("switch", "--quiet", "main")
    hosted.sign(GOOD)
    assert f"has the branch `{BRANCH}@2.0`; close" in hosted.noted("body.md")


def test_a_clean_check_is_told_too(hosted: Hosted) -> None:
    hosted.sign(GOOD)
    assert "`undersigned check` passed:\n\n    nothing to mend\n" in hosted.noted("body.md")


def test_what_is_to_be_mended_comes_back_as_a_comment_and_the_label_goes(hosted: Hosted) -> None:
    proposed = hosted.sign(event_text(body_of(ORGANISATION, Country="Norway")))
    assert (proposed.returncode, proposed.stderr) == (0, "")
    assert hosted.branches() == ["main"]
    comment, label = hosted.noted().splitlines()
    assert comment == f"issue comment 42 --body-file {hosted.root.parent}/endorsement/answer.md"
    address = f"repos/{{owner}}/{{repo}}/issues/42/labels/{CHECKED}"
    assert label == f"api --silent --method DELETE {address}"
    assert "did you mean 'NO'?" in hosted.noted("body.md")


def test_words_of_strangers_are_no_command_to_the_runner(hosted: Hosted) -> None:
    """It looks for '##[' in the whole of every line, and for '::' at the beginning."""
    name = "##[set-output name=outcome;]made"
    run, outputs = hosted.read(
        event_text(body_of(ORGANISATION, Name=f"{name}\u200b", Country=name))
    )
    assert outputs == {"outcome": "refused"}
    said = run.stdout + run.stderr
    assert "set-output" in said
    assert "##[" not in said
    assert not any(line.lstrip().startswith("::") for line in said.splitlines())


WORDY = """\
#!/bin/sh
test "$1" = review || exec '{real}' "$@"
printf '%039950d\\n- `x`\\n- `%0100d @octocat`\\n' 0 0
"""


def test_a_review_that_is_cut_ends_with_a_whole_line(hosted: Hosted) -> None:
    """Half a span of code would be no code, and what it holds a mention."""
    wrapper = hosted.root.parent / "bin/undersigned"
    wrapper.write_text(WORDY.format(real=UNDERSIGNED))
    wrapper.chmod(0o755)
    assert hosted.sign(GOOD).returncode == 0
    cut = "Cut here: the rest is too long to be shown."
    assert hosted.noted("body.md").endswith(f"0\n- `x`\n\n{cut}\n\n\nCloses #42\n")


def test_an_edited_issue_updates_its_branch_and_its_pull_request(hosted: Hosted) -> None:
    hosted.sign(GOOD)
    (hosted.root.parent / "notes/open").write_text("7\n")
    plant(hosted.root, {"docs/other.md": "main has moved on\n"})
    hosted.git("add", "--all")
    hosted.git("commit", "--quiet", "--message", "Move on")
    hosted.git("push", "--quiet")
    assert hosted.sign(event_text(body_of(ORGANISATION, Country="SE"))).returncode == 0
    assert hosted.branches() == [BRANCH, "main"]
    hosted.git("fetch", "--quiet")
    assert "country: SE" in hosted.git("show", f"origin/{BRANCH}:signatories.d/beta-security.yml")
    assert hosted.git("rev-list", "--count", f"main..origin/{BRANCH}") == "1\n"
    last = hosted.noted().splitlines()[-1]
    body = f"{hosted.root.parent}/endorsement/request.md"
    assert last == f"api --silent --method PATCH repos/{{owner}}/{{repo}}/pulls/7 -F body=@{body}"


def test_a_branch_on_which_somebody_worked_is_left_as_it_is(hosted: Hosted) -> None:
    hosted.sign(GOOD)
    hosted.git("fetch", "--quiet")
    hosted.git("switch", "--quiet", "--create", "theirs", f"origin/{BRANCH}")
    hosted.git("commit", "--quiet", "--allow-empty", "--message", "Settle")
    hosted.git("push", "--quiet", "origin", f"HEAD:{BRANCH}")
    theirs = hosted.git("rev-parse", "HEAD")
    hosted.git("switch", "--quiet", "main")
    assert hosted.sign(GOOD).returncode == 0
    hosted.git("fetch", "--quiet")
    assert hosted.git("rev-parse", f"origin/{BRANCH}") == theirs
    assert "has commits of others and is left as it is" in hosted.noted("body.md")


def test_an_issue_whose_name_changed_points_to_its_other_branch(hosted: Hosted) -> None:
    hosted.sign(GOOD)
    assert hosted.sign(event_text(body_of(ORGANISATION, Name="Bètá"))).returncode == 0
    assert hosted.branches() == ["endorse/42-beta", BRANCH, "main"]
    assert f"has the branch `{BRANCH}`; close what is outdated." in hosted.noted("body.md")


def test_a_second_version_becomes_a_branch_that_names_it(hosted: Hosted) -> None:
    before = entry_text("Beta Security", "beta").replace("2024-05-06", "2023-06")
    plant(hosted.root, {**SITE, "signatories.yml": before})
    hosted.git("add", "--all")
    hosted.git("commit", "--quiet", "--message", "Publish 2.0")
    hosted.git("push", "--quiet")
    assert hosted.sign(event_text(body_of(ORGANISATION, Id_in="beta-security"))).returncode == 0
    assert hosted.branches() == ["endorse/42-beta-security@2.0", "main"]
    hosted.git("fetch", "--quiet")
    shown = hosted.git(
        "show", "origin/endorse/42-beta-security@2.0:signatories.d/beta-security@2.0.yml"
    )
    assert "\n  id: beta-security\n" in shown
    assert "`undersigned check` passed" in hosted.noted("body.md")


@pytest.mark.parametrize("name", ["$(touch pwned)", "x; touch pwned", "x' | touch pwned #"])
def test_nothing_that_people_write_reaches_a_shell(hosted: Hosted, name: str) -> None:
    assert hosted.sign(event_text(body_of(ORGANISATION, Name=name, In_your=name))).returncode == 0
    assert not list(hosted.root.parent.rglob("pwned"))
    [branch] = [each for each in hosted.branches() if each != "main"]
    assert re.fullmatch(r"endorse/42-[a-z0-9-]+", branch)
    assert name not in hosted.noted()


DEED_PATH, DEED_BRANCH = "deeds.d/acme-1-2024-05-06.yml", "deed/42-acme-1-2024-05-06"
GOOD_DEED = event_text(body_of(DEED, Sources="https://acme.example/requests"), DEED_CHECKED)


@pytest.fixture
def with_source(tmp_path: Path) -> Hosted:
    return hosted_in(tmp_path, {**BARE_SITE, BIBLIOGRAPHY: ACME_REPORT})


def test_an_issue_about_a_deed_becomes_a_branch_with_one_file_that_waits(
    with_source: Hosted,
) -> None:
    proposed = with_source.sign(GOOD_DEED)
    assert (proposed.returncode, proposed.stderr) == (0, "")
    assert with_source.branches() == [DEED_BRANCH, "main"]
    with_source.git("fetch", "--quiet")
    changed = with_source.git("diff", "--name-status", "main", f"origin/{DEED_BRANCH}")
    assert changed == f"A\t{DEED_PATH}\n"
    shown = with_source.git("show", f"origin/{DEED_BRANCH}:{DEED_PATH}")
    assert "  sources: acme2024report\n" in shown
    assert "notified" not in shown
    body = with_source.noted("body.md")
    assert "two people have read the sources" in body
    assert "the sources of the deed are what counts, and not who asks" in body
    assert "no page shows the entry before it has been written to" in body
    assert "shown from the merge on" in body
    assert "`undersigned check` passed" in body
    assert body.endswith("\n\nCloses #42\n")


def test_a_deed_without_its_source_comes_back_and_its_own_label_is_asked_for(
    hosted: Hosted,
) -> None:
    assert hosted.sign(GOOD_DEED, LABEL=DEED_CHECKED).returncode == 0
    assert hosted.branches() == ["main"]
    body = hosted.noted("body.md")
    assert "ask a maintainer in a comment to add it there" in body
    assert body.endswith(f"Then ask a maintainer for the label `{DEED_CHECKED}` again.\n")
    address = f"repos/{{owner}}/{{repo}}/issues/42/labels/{DEED_CHECKED}"
    assert hosted.noted().splitlines()[-1] == f"api --silent --method DELETE {address}"


@pytest.mark.parametrize("field", ["notified: 2020-01-01", "reply: We did.", "listed: 2020-01-01"])
def test_the_job_that_may_write_takes_no_deed_with_what_maintainers_give(
    with_source: Hosted, field: str
) -> None:
    with_source.read(GOOD_DEED)
    entry = with_source.root.parent / "endorsement/entry.yml"
    entry.write_text(f"{entry.read_text()}  {field}\n")
    proposed = with_source.propose(ENTRY=DEED_PATH)
    assert proposed.returncode == 1
    assert "has a field that is for maintainers" in proposed.stderr
    assert with_source.branches() == ["main"]


WRONG = {
    "a deed with a version": {"ENTRY": "deeds.d/acme@1.0.yml"},
    "a deed out of the folder": {"ENTRY": "deeds.d/../mkdocs.yml"},
    "the list of deeds": {"ENTRY": "deeds.yml"},
    "a deed that a server proves": {"ENTRY": DEED_PATH, "HOST": "acme.example"},
    "a path out of the folder": {"ENTRY": "signatories.d/../mkdocs.yml"},
    "another file": {"ENTRY": "mkdocs.yml"},
    "a workflow": {"ENTRY": ".github/workflows/x.yml"},
    "two lines": {"ENTRY": "signatories.d/a.yml\nsignatories.d/b.yml"},
    "a name of hyphens": {"ENTRY": "signatories.d/a--b.yml"},
    "a version of one number": {"ENTRY": "signatories.d/a@2.yml"},
    "a version of four numbers": {"ENTRY": "signatories.d/a@1.2.3.4.yml"},
    "two versions": {"ENTRY": "signatories.d/a@1.0@2.0.yml"},
    "a version alone": {"ENTRY": "signatories.d/@1.0.yml"},
    "a version of letters": {"ENTRY": "signatories.d/a@x.0.yml"},
    "a version of a branch": {"ENTRY": "signatories.d/a@{1}.yml"},
    "an option": {"ENTRY": "--force"},
    "nothing": {"ENTRY": ""},
    "letters for a number": {"NUMBER": "4;2"},
    "a label that leads elsewhere": {"LABEL": "../x"},
    "an option for a base": {"BASE": "--force"},
    "another outcome": {"OUTCOME": "x"},
    "no outcome": {"OUTCOME": ""},
}


@pytest.fixture(scope="module")
def handed_over(tmp_path_factory: pytest.TempPathFactory) -> Hosted:
    """What the first job hands over, to one that takes nothing of it and so leaves it there."""
    hosted = hosted_in(tmp_path_factory.mktemp("handed"))
    hosted.read(GOOD)
    return hosted


@pytest.mark.parametrize("case", WRONG)
def test_the_job_that_may_write_looks_again_at_what_it_is_given(
    handed_over: Hosted, case: str
) -> None:
    proposed = handed_over.propose(**WRONG[case])
    assert proposed.returncode == 1
    assert proposed.stderr
    assert handed_over.branches() == ["main"]
    assert handed_over.noted() == ""


def test_the_job_that_may_write_takes_no_link_and_nothing_large(hosted: Hosted) -> None:
    hosted.read(GOOD)
    entry = hosted.root.parent / "endorsement/entry.yml"
    entry.write_text("x" * 8193)
    assert hosted.propose().returncode == 1
    entry.unlink()
    entry.symlink_to("/etc/passwd")
    assert hosted.propose().returncode == 1
    assert hosted.branches() == ["main"]


def test_an_event_that_cannot_be_read_at_all_fails_for_a_maintainer_to_see(hosted: Hosted) -> None:
    (hosted.root / "mkdocs.yml").unlink()
    run, outputs = hosted.read(GOOD)
    assert run.returncode == 2
    assert outputs == {}


def test_a_form_that_cannot_be_read_fails_for_a_maintainer_to_see(hosted: Hosted) -> None:
    plant(hosted.root, {f"{FOLDER}/{INDIVIDUAL.file}": "body: [##[group]"})
    run, outputs = hosted.read(GOOD)
    assert (run.returncode, outputs) == (1, {})
    assert f"{FOLDER}/{INDIVIDUAL.file}:" in run.stdout + run.stderr
    assert not (hosted.root.parent / "endorsement/answer.md").exists()
    assert hosted.noted() == ""


_FAULTS = {
    "kind: company": f"kind: {'ö' * 50}\n  {'ä' * 50}: x\n  size: '3'\n  title: 7",
    "country: NO": f"country: {'ü' * 50}",
    "website: https": "website: gopher",
    "signed: 2024-05-06": f"signed: {'é' * 50}\n  until: {'ø' * 50}\n  lei: {'å' * 50}",
    "evidence: https": f"ror: {'ï' * 50}\n  wikidata: {'ñ' * 50}\n  evidence: gopher",
}


def test_a_pull_request_is_never_longer_than_github_takes(hosted: Hosted) -> None:
    # Of each of many kinds of notes, about an old register, as many as are shown one by one.
    many = "\n".join(entry_text(f"Böse {number:04}") for number in range(SCREENFUL))
    for value, wrong in _FAULTS.items():
        many = many.replace(value, wrong)
    plant(hosted.root, {"signatories.yml": many})
    hosted.git("commit", "--quiet", "--all", "--message", "x")
    hosted.git("push", "--quiet")
    assert hosted.sign(GOOD).returncode == 0
    body = hosted.noted("body.md")
    assert 15_000 < len(body.encode()) < 65_536
