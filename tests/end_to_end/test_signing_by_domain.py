"""An issue that names a domain becomes one pull request: an entry, and a copy of what proves it."""

import subprocess
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from undersigned.evidence.grades import Grade
from undersigned.proofs.copies import KEY, RECORD, SIGNATURE, TEXT
from undersigned.site import read_site

from tests.support.endorsing import endorses, new_key
from tests.support.files import plant
from tests.support.in_web import install_in
from tests.support.issues import ORGANISATION, OWN_SERVER, body_of, event_text
from tests.support.proofs import PUBLISHED, kept, said
from tests.support.registers import entry_text
from tests.support.signing import Hosted, hosted_in
from tests.support.web import Web, local_web, moved

DAY = date(2024, 5, 6)
HOST = "beta.example"
FOLDER = f"proofs/{HOST}"
ENTRY = "signatories.d/beta-security.yml"
BRANCH = "endorse/42-beta-security"
LINE = said("Beta Security", DAY)
GOOD = event_text(body_of(OWN_SERVER))


@pytest.fixture
def web() -> Iterator[Web]:
    with local_web() as web:
        endorses(web, HOST, LINE)
        yield web


@pytest.fixture
def hosted(tmp_path: Path, web: Web) -> Hosted:
    site = hosted_in(tmp_path, PUBLISHED)
    install_in(tmp_path / "bin", web)
    return site


def handed(hosted: Hosted) -> Path:
    """The folder that the first job hands to the second."""
    return hosted.root.parent / "endorsement"


def hand_over(hosted: Hosted, host: str = HOST) -> None:
    """Hand over what is taken, as the first job would: an entry and a signed copy."""
    entry = f"- name: Beta Security\n  evidence: https://{host}/.well-known/{TEXT}\n"
    plant(handed(hosted), {"entry.yml": entry, "request.md": "x"})
    files = {TEXT: LINE, SIGNATURE: "x", KEY: "x", RECORD: "- x: y\n"}
    plant(handed(hosted) / "proof", files)


def changed(hosted: Hosted, branch: str = BRANCH) -> list[str]:
    """The files that a branch changes, each behind how it does."""
    hosted.git("fetch", "--quiet")
    return hosted.git("diff", "--name-status", "main", f"origin/{branch}").splitlines()


def test_an_entry_and_the_bytes_that_prove_it_come_in_one_pull_request(
    hosted: Hosted, web: Web, tmp_path: Path
) -> None:
    key = new_key(tmp_path, "key", "-t", "ed25519", "-C", HOST)
    text = endorses(web, HOST, f"\ufeff# ours\r\n{LINE.strip()}\r\n", key)
    proposed = hosted.sign(GOOD)
    assert (proposed.returncode, proposed.stderr) == (0, "")
    names = (KEY, TEXT, SIGNATURE, RECORD)
    assert changed(hosted) == [*(f"A\t{FOLDER}/{name}" for name in names), f"A\t{ENTRY}"]
    hosted.git("switch", "--quiet", BRANCH)
    assert (hosted.root / FOLDER / TEXT).read_bytes() == text
    assert (hosted.root / FOLDER / KEY).read_bytes() == key.public
    body = hosted.noted("body.md")
    assert f"This workflow fetched the files in `{FOLDER}/` from there" in body
    assert "`undersigned check` passed:\n\n    nothing to mend\n" in body
    site, problems = read_site(hosted.root)
    assert problems == []
    grades = {each.name: each.grade for each in site.register.endorsements}
    assert grades == {"Acme": Grade.OWN_SITE, "Beta Security": Grade.PROVED}
    entry = (hosted.root / ENTRY).read_text(encoding="utf-8")
    assert f"\n  signed: {DAY}\n  evidence: https://{HOST}/.well-known/{TEXT}\n" in entry


def test_what_a_server_does_not_say_comes_back_as_a_comment_and_nothing_is_proposed(
    hosted: Hosted, web: Web
) -> None:
    address = f"https://{HOST}/.well-known/{TEXT}"
    web.replies[address] = moved("https://elsewhere.example/")
    assert hosted.sign(GOOD).returncode == 0
    assert hosted.branches() == ["main"]
    comment, label = hosted.noted().splitlines()
    assert comment.startswith("issue comment 42")
    assert label.startswith("api --silent --method DELETE")
    assert f"- **Domain**: ` {address} " in hosted.noted("body.md")
    # Whoever follows the advice ends at a pull request.
    endorses(web, HOST, LINE)
    assert hosted.sign(GOOD).returncode == 0
    assert hosted.branches() == [BRANCH, "main"]


def test_an_edited_issue_takes_what_was_proposed_before_along_no_more(
    hosted: Hosted, web: Web
) -> None:
    hosted.sign(GOOD)
    page = event_text(body_of(ORGANISATION))
    assert hosted.sign(page).returncode == 0
    assert changed(hosted) == [f"A\t{ENTRY}"]
    endorses(web, "www.beta.org", LINE)
    assert hosted.sign(event_text(body_of(OWN_SERVER, Domain="www.beta.org"))).returncode == 0
    files = [f"A\tproofs/beta.org/{name}" for name in (TEXT, RECORD)]
    assert changed(hosted) == [*files, f"A\t{ENTRY}"]


def test_the_issue_counts_as_it_was_when_the_label_came(hosted: Hosted) -> None:
    """Nobody is asked for the issue again: whoever edits it now changes nothing of this run."""
    run, outputs = hosted.read(GOOD)
    assert (run.returncode, outputs["host"]) == (0, HOST)
    assert hosted.noted() == ""


def test_a_second_at_one_host_takes_a_copy_that_still_proves_the_first(
    hosted: Hosted, web: Web
) -> None:
    both = f"{said('Acme', DAY)}{said('Acme Lab', DAY)}"
    first = entry_text("Acme", more="")
    plant(hosted.root, {"signatories.yml": first} | kept(said("Acme", DAY)))
    hosted.git("add", "--all")
    hosted.git("commit", "--quiet", "--message", "Keep a copy")
    hosted.git("push", "--quiet")
    answers = {"Domain": "acme.example", "Name": "Acme Lab", "Not_to": "acme"}
    event = event_text(body_of(OWN_SERVER, **answers))
    endorses(web, "acme.example", said("Acme Lab", DAY))
    assert hosted.sign(event).returncode == 0
    assert "proves less than the copy of it that is kept" in hosted.noted("body.md")
    endorses(web, "acme.example", both)
    assert hosted.sign(event).returncode == 0
    assert changed(hosted, "endorse/42-acme-lab") == [
        f"M\tproofs/acme.example/{TEXT}",
        f"M\tproofs/acme.example/{RECORD}",
        "A\tsignatories.d/acme-lab.yml",
    ]


def test_a_copy_that_is_kept_already_is_left_as_it_is(hosted: Hosted, web: Web) -> None:
    both = f"{said('Acme', DAY)}{said('Acme Lab', DAY)}"
    plant(hosted.root, kept(both))
    hosted.git("add", "--all")
    hosted.git("commit", "--quiet", "--message", "Keep a copy")
    hosted.git("push", "--quiet")
    endorses(web, "acme.example", both)
    answers = {"Domain": "acme.example", "Name": "Acme Lab", "Not_to": "acme"}
    proposed = hosted.sign(event_text(body_of(OWN_SERVER, **answers)))
    assert (proposed.returncode, proposed.stderr) == (0, "")
    assert changed(hosted, "endorse/42-acme-lab") == ["A\tsignatories.d/acme-lab.yml"]


@pytest.mark.parametrize(
    "name", ["##[set-output name=outcome;]made `@octocat`", "::error::$(touch pwned)"]
)
def test_words_of_a_server_reach_no_shell_and_are_no_command(
    hosted: Hosted, web: Web, name: str
) -> None:
    endorses(web, HOST, f"{name}\n{said(name, DAY)}endorse 1 {name}\n")
    run, outputs = hosted.read(event_text(body_of(OWN_SERVER, Name="Beta")))
    assert outputs == {"outcome": "refused"}
    assert "##[" not in run.stdout + run.stderr
    assert not any(line.startswith("::") for line in (run.stdout + run.stderr).splitlines())
    assert hosted.sign(event_text(body_of(OWN_SERVER))).returncode == 0
    assert not list(hosted.root.parent.rglob("pwned"))
    assert name not in hosted.noted()


def test_the_job_that_may_write_takes_what_is_handed_over_below(hosted: Hosted) -> None:
    hand_over(hosted)
    proposed = hosted.propose(HOST=HOST)
    assert (proposed.returncode, proposed.stderr) == (0, "")
    names = (KEY, TEXT, SIGNATURE, RECORD)
    assert changed(hosted) == [*(f"A\t{FOLDER}/{name}" for name in names), f"A\t{ENTRY}"]


WRONG_HOSTS = [
    "../signatories.d", "..", ".github", ".", "beta.example/..", "beta/example", "-x.example",
    "beta-.example", "beta..example", "beta", "Beta.example", "bücher.example", "a b.example",
    "beta.example\nacme.example", "*.example", "$(id).example", f"{'a' * 64}.example",
    ".".join(["a" * 50] * 5), "--force", "",
]  # fmt: skip


@pytest.mark.parametrize("host", WRONG_HOSTS)
def test_the_job_that_may_write_takes_no_other_host(hosted: Hosted, host: str) -> None:
    hand_over(hosted, host)
    proposed = hosted.propose(HOST=host)
    assert proposed.returncode == 1
    assert proposed.stderr
    assert hosted.branches() == ["main"]
    assert hosted.noted() == ""


def link(place: Path) -> None:
    """Put a link in the place of a file, or of a folder."""
    place.symlink_to(place.rename(place.parents[1] / "other"))


def folder(place: Path) -> None:
    """Put a folder in the place of a file."""
    place.unlink()
    place.mkdir()


WRONG_FILES: dict[str, Callable[[Path], object]] = {
    "a link for the folder": link,
    "no folder": lambda proof: proof.rename(proof.with_name("other")),
    "a link for the text": lambda proof: link(proof / TEXT),
    "a link for the key": lambda proof: link(proof / KEY),
    "a text that is too large": lambda proof: (proof / TEXT).write_bytes(b"x" * 65_537),
    "a key that is too large": lambda proof: (proof / KEY).write_bytes(b"x" * 16_385),
    "a signature that is too large": lambda proof: (proof / SIGNATURE).write_bytes(b"x" * 16_385),
    "a record that is too large": lambda proof: (proof / RECORD).write_bytes(b"x" * 8193),
    "no text": lambda proof: (proof / TEXT).unlink(),
    "no record": lambda proof: (proof / RECORD).unlink(),
    "a key alone": lambda proof: (proof / SIGNATURE).unlink(),
    "a signature alone": lambda proof: (proof / KEY).unlink(),
    "another file": lambda proof: (proof / "evil.sh").write_text("x"),
    "a hidden file": lambda proof: (proof / ".gitattributes").write_text("* binary"),
    "a folder within": lambda proof: (proof / "more").mkdir(),
    "a folder for a file": lambda proof: folder(proof / TEXT),
    "a file of no one's": lambda proof: (proof / "-rf").write_text("x"),
}


@pytest.mark.parametrize("case", WRONG_FILES)
def test_the_job_that_may_write_takes_the_files_of_a_copy_and_no_others(
    hosted: Hosted, case: str
) -> None:
    hand_over(hosted)
    WRONG_FILES[case](handed(hosted) / "proof")
    proposed = hosted.propose(HOST=HOST)
    assert proposed.returncode == 1
    assert proposed.stderr
    assert hosted.branches() == ["main"]
    assert hosted.noted() == ""


def test_no_file_of_a_former_copy_stays_beside_a_new_one(hosted: Hosted) -> None:
    hand_over(hosted)
    plant(hosted.root, {f"{FOLDER}/more.txt": "x"})
    proposed = hosted.propose(HOST=HOST)
    assert (proposed.returncode, proposed.stderr) == (1, f"{FOLDER}/more.txt would stay\n")


def test_nothing_is_written_through_a_link_in_the_clone(hosted: Hosted) -> None:
    hand_over(hosted)
    elsewhere = hosted.root.parent / "elsewhere"
    elsewhere.mkdir()
    (hosted.root / "proofs").symlink_to(elsewhere)
    assert hosted.propose(HOST=HOST).returncode == 1
    assert list(elsewhere.iterdir()) == []


def test_a_copy_is_published_as_plain_files(hosted: Hosted) -> None:
    hand_over(hosted)
    for file in (handed(hosted) / "proof").iterdir():
        file.chmod(0o755)
    assert hosted.propose(HOST=HOST).returncode == 0
    listed = hosted.git("ls-tree", "-r", BRANCH, FOLDER)
    assert {line.split()[0] for line in listed.splitlines()} == {"100644"}


def test_a_copy_comes_with_the_entry_that_it_proves_and_no_other(hosted: Hosted) -> None:
    hand_over(hosted)
    entry = handed(hosted) / "entry.yml"
    entry.write_text(entry.read_text().replace(HOST, "www.acme.example"))
    proposed = hosted.propose(HOST=HOST)
    assert (proposed.returncode, proposed.stderr) == (
        1, "the entry is not by what this host says\n",
    )  # fmt: skip


def test_a_site_whose_address_is_not_known_is_for_a_maintainer_to_mend(hosted: Hosted) -> None:
    plant(hosted.root, {"mkdocs.yml": "site_name: Any\n"})
    run, outputs = hosted.read(GOOD)
    assert (run.returncode, outputs) == (1, {})
    assert "mkdocs.yml:1:1: site_url is not set" in run.stdout + run.stderr
    assert not (handed(hosted) / "answer.md").exists()


def test_the_shell_that_reads_is_told_of_a_host_only_where_there_is_a_copy(hosted: Hosted) -> None:
    run, outputs = hosted.read(event_text(body_of(ORGANISATION)))
    assert run.returncode == 0
    assert "host" not in outputs
    assert not (handed(hosted) / "proof").exists()
    assert subprocess.run(
        ["ls", str(hosted.root / "proofs")], capture_output=True, check=False
    ).returncode
